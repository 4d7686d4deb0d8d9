// Suggestions under the search box: a combobox with a list, by keyboard and pointer. Without this script the box is a
// plain field of a form.
"use strict";
(() => {
  const form = document.querySelector("form[data-suggest]");
  const box = form && form.querySelector("#q");
  if (!box) return;
  const PAUSE_MS = 150;
  const LEAST = 2; // letters
  const language = document.documentElement.lang;
  const list = document.createElement("ul");
  list.id = "q-list";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggest);
  list.hidden = true;
  box.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
    ["aria-controls", list.id]]) box.setAttribute(name, value);
  let timer = 0;
  let asked = null;
  let active = -1;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const stop = () => {
    clearTimeout(timer);
    if (asked) asked.abort();
    asked = null;
  };
  const mark = (place) => {
    const options = list.children;
    if (active >= 0) options[active].setAttribute("aria-selected", "false");
    active = place;
    if (active < 0) return box.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[active].id);
  };
  const open = (option) => {
    const day = form.querySelector("#as_of");
    const path = option.dataset.id.split("/").map(encodeURIComponent).join("/");
    location.assign("/services/" + path + (day && day.value ? "?as_of=" + encodeURIComponent(day.value) : ""));
  };
  const named = (service) => {
    const order = language === "ru" ? ["ru", "kk"] : ["kk", "ru"];
    return order.map((one) => [service["name_" + one], one]).find(([name]) => name);
  };
  const show = (services) => {
    close();
    services.forEach((service) => {
      const found = named(service);
      if (!found) return;
      const option = document.createElement("li");
      option.id = "q-option-" + list.children.length;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.id = service.id;
      option.lang = found[1];
      option.textContent = found[0];
      list.append(option);
    });
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async () => {
    stop();
    const typed = box.value.trim();
    if (typed.length < LEAST) return close();
    const own = asked = new AbortController();
    try {
      const answer = await fetch("/v1/suggest?q=" + encodeURIComponent(typed), { signal: own.signal });
      const told = answer.ok ? await answer.json() : { items: [] };
      if (asked === own) show(told.items);
    } catch (error) {
      if (asked === own) close(); // a search works without suggestions
    }
  };

  box.addEventListener("input", () => {
    stop();
    mark(-1); // what is marked belongs to the words before: Enter must not open it
    timer = setTimeout(ask, PAUSE_MS);
  });
  box.addEventListener("keydown", (event) => {
    const number = list.children.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      close();
    } else if (event.key === "Enter" && active >= 0) {
      open(list.children[active]);
    } else if (number && event.key === "ArrowDown") {
      mark(active + 1 < number ? active + 1 : -1);
    } else if (number && event.key === "ArrowUp") {
      mark(active < 0 ? number - 1 : active - 1);
    } else {
      return;
    }
    event.preventDefault();
  });
  box.addEventListener("blur", () => { stop(); close(); });
  form.addEventListener("submit", stop);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) open(option);
  });
})();
