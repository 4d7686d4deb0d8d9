// The operator's console as it is typed. The server makes every word that is shown: this script asks for the changing
// part of the page (POST /console/answer), puts it in its place, and gives keys to the buttons and links of that part.
"use strict";
(() => {
  const SUGGEST_MS = 0; // the first letters are answered at once: the list costs the server a millisecond
  const ANSWER_MS = 180; // a pause between words, not between letters
  const LEAST_TO_ASK = 3; // letters
  const SUGGESTIONS = 6;
  const PATIENCE_MS = 600; // after which the page says that it waits
  const root = document.documentElement;
  root.dataset.script = "1";
  const at = (id) => document.getElementById(id);
  const form = () => at("ask");
  const box = () => at("say");
  let asking = null;
  let keeping = null; // the promise of a question that is being kept: whoever types on must not lose it
  let suggesting = null;
  let answerTimer = 0;
  let suggestTimer = 0;
  let waitTimer = 0;
  let active = -1;
  let unsent = null; // a mark that waits for its class

  // What is seen anyway is told to those alone who hear the page.
  const tell = (words, { bad = false, heard = false } = {}) => {
    const line = at("console-status");
    line.classList.toggle("bad", bad);
    line.classList.toggle("visually-hidden", heard);
    line.textContent = words;
  };
  const typed = () => box().value.trim();
  const fields = () => new URLSearchParams([...new FormData(form())].map(([name, value]) => [name, String(value)]));
  const fromAddress = (link) => new URLSearchParams(new URL(link.href).search);

  // What the server says of a request that failed: the words of its page or of its problem object.
  const failureOf = async (response) => {
    const text = await response.text();
    if ((response.headers.get("content-type") || "").includes("json")) {
      try {
        return JSON.parse(text).detail || "";
      } catch (error) {
        return "";
      }
    }
    const page = new DOMParser().parseFromString(text, "text/html").querySelector(".failure");
    return page ? [...page.querySelectorAll("h1, .lead")].map((one) => one.textContent.trim()).join(". ") : "";
  };
  const post = (path, body, signal) => fetch(path, { method: "POST", body, signal, credentials: "same-origin" });

  const swap = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const id of ["kept", "told"]) {
      const held = at(id).contains(document.activeElement);
      at(id).replaceWith(document.adoptNode(page.getElementById(id)));
      if (held) box().focus();
    }
  };
  const stopAsking = ({ kept = false } = {}) => {
    clearTimeout(answerTimer);
    if (keeping && !kept) return;
    clearTimeout(waitTimer);
    if (asking) asking.abort();
    asking = null;
    at("told").classList.remove("waiting");
  };

  // Asks with the fields of a form or an address; the answer before it stays until the new one is here.
  const ask = async (body, { keep = false } = {}) => {
    if (keeping) await keeping;
    stopAsking();
    sendMark("");
    if (keep) body.set("keep", "1");
    const own = asking = new AbortController();
    const request = answerTo(body, own, keep);
    if (!keep) return request;
    keeping = request;
    await request;
    if (keeping === request) keeping = null;
  };
  const answerTo = async (body, own, keep) => {
    at("told").classList.add("waiting");
    waitTimer = setTimeout(() => tell(form().dataset.waiting), PATIENCE_MS);
    const done = () => {
      clearTimeout(waitTimer);
      asking = null;
      at("told").classList.remove("waiting");
    };
    try {
      const response = await post("/console/answer", body, own.signal);
      const text = response.ok ? await response.text() : await failureOf(response);
      if (asking !== own) return;
      done();
      if (!response.ok) return tell(`${form().dataset.failed} ${text}`.trim(), { bad: true });
      swap(text);
      const state = at("told").querySelector(".console-state");
      const name = at("told-title");
      tell(keep && state ? `${state.textContent}: ${name ? name.textContent.trim() : ""}` : "", { heard: true });
    } catch (error) {
      if (error.name !== "AbortError" && asking === own) {
        done();
        tell(form().dataset.away, { bad: true });
      }
    }
  };
  const askTyped = async (keep = false) => {
    if (keeping) await keeping; // its answer brings the fields that the next question needs
    if (typed()) await ask(fields(), { keep });
  };
  const follow = (link) => {
    const body = fromAddress(link);
    const text = typed();
    if (text && link.closest("#mine, #others")) body.set("q", text);
    if (body.get("q")) box().value = body.get("q");
    closeList();
    ask(body, { keep: true });
    box().focus();
    box().select();
  };

  // The list of services with a like name.
  const list = () => {
    let found = at("say-list");
    if (!found) {
      found = document.createElement("ul");
      found.id = "say-list";
      found.className = "suggestions";
      found.hidden = true;
      found.setAttribute("role", "listbox");
      found.setAttribute("aria-label", form().dataset.suggest);
      at("suggested").append(found);
      for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
        ["aria-controls", found.id]]) box().setAttribute(name, value);
    }
    return found;
  };
  const closeList = () => {
    clearTimeout(suggestTimer);
    if (suggesting) suggesting.abort();
    suggesting = null;
    active = -1;
    list().hidden = true;
    list().replaceChildren();
    box().setAttribute("aria-expanded", "false");
    box().removeAttribute("aria-activedescendant");
  };
  const markOption = (place) => {
    const options = list().children;
    if (active >= 0 && options[active]) options[active].setAttribute("aria-selected", "false");
    active = place;
    if (active < 0) return box().removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    box().setAttribute("aria-activedescendant", options[active].id);
  };
  const nameOf = (service) => {
    const order = root.lang === "ru" ? ["ru", "kk"] : ["kk", "ru"];
    return order.map((one) => [service["name_" + one], one]).find(([name]) => name) || [service.id, root.lang];
  };
  const showList = (services) => {
    closeList();
    services.forEach((service, place) => {
      const [name, language] = nameOf(service);
      const option = document.createElement("li");
      option.id = `say-option-${place}`;
      option.dataset.id = service.id;
      option.lang = language;
      option.title = name;
      option.textContent = name;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      list().append(option);
    });
    list().hidden = !services.length;
    box().setAttribute("aria-expanded", String(services.length > 0));
  };
  const suggest = async () => {
    if (suggesting) suggesting.abort();
    if (!typed()) return closeList();
    const own = suggesting = new AbortController();
    try {
      const address = `/v1/suggest?limit=${SUGGESTIONS}&q=${encodeURIComponent(typed())}`;
      const response = await fetch(address, { signal: own.signal });
      const found = response.ok ? (await response.json()).items : [];
      if (suggesting === own) showList(found);
    } catch (error) {
      if (suggesting === own) closeList(); // a question is answered without the list
    }
  };
  const pick = (option) => {
    const body = fields();
    body.set("service", option.dataset.id);
    closeList();
    ask(body, { keep: true });
    box().select();
  };

  // Marks: in one key; staff may add what is missing by a digit.
  const markOf = (kind) => {
    const told = at("told").dataset;
    return told.answer === undefined ? null : {
      kind, page: told.page, language: told.language, question: told.question, answer: told.answer,
      service: told.service || null,
    };
  };
  const sendMark = async (code) => {
    const mark = unsent;
    unsent = null;
    if (!mark) return;
    const panel = at("classes");
    if (panel) panel.hidden = true;
    try {
      const response = await fetch("/v1/feedback", {
        method: "POST", keepalive: true, headers: { "Content-Type": "application/json" },
        body: JSON.stringify(code ? { ...mark, class: code } : mark),
      });
      if (response.ok) return tell(form().dataset.marked);
      tell(`${form().dataset.unmarked} ${await failureOf(response)}`.trim(), { bad: true });
    } catch (error) {
      tell(form().dataset.away, { bad: true });
    }
  };
  const markAnswer = (kind) => {
    sendMark("");
    unsent = markOf(kind);
    const panel = at("classes");
    if (!unsent) return;
    if (!panel || kind === "helpful") return sendMark("");
    panel.hidden = false;
    panel.scrollIntoView({ block: "nearest" });
    panel.focus();
  };
  const giveClass = (code) => {
    sendMark(code);
    box().focus();
  };

  const copy = async () => {
    const field = at("message");
    if (!field) return;
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch (error) { // an old browser, or an address without https
      const focused = document.activeElement;
      field.closest("details").open = true;
      field.select();
      done = document.execCommand("copy");
      if (done) focused.focus();
    }
    tell(done ? form().dataset.copied : form().dataset.uncopied, { bad: !done });
  };

  // The whole page in another language: what is typed, the focus and the place on the page stay.
  const speak = async (address) => {
    if (keeping) await keeping;
    stopAsking();
    clearTimeout(suggestTimer);
    const body = new URLSearchParams(new URL(address, location.href).search);
    const language = body.get("lang");
    body.delete("lang");
    if (typed()) body.set("q", typed());
    if (at("kept").querySelector("[aria-current]")) body.set("keep", "1");
    const held = document.activeElement && document.activeElement.id;
    const [start, end, scroll] = [box().selectionStart, box().selectionEnd, scrollY];
    try {
      const response = await post(`/console?lang=${language}`, body);
      if (!response.ok) return tell(`${form().dataset.failed} ${await failureOf(response)}`.trim(), { bad: true });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      root.lang = page.documentElement.lang;
      document.title = page.title;
      document.body.replaceChildren(...page.body.childNodes);
      list();
      (at(held) || box()).focus({ preventScroll: true });
      box().setSelectionRange(start, end);
      scrollTo(0, scroll);
    } catch (error) {
      tell(form().dataset.away, { bad: true });
    }
  };
  const beginCall = () => {
    stopAsking({ kept: true });
    keeping = null;
    closeList();
    sendMark("");
    box().value = "";
    at("say-day").value = "";
    at("kept").replaceChildren(); // at once: who types on begins a call, and follows nothing up
    const words = form().dataset.begun;
    ask(new URLSearchParams()).then(() => tell(words));
    box().focus();
  };
  const star = async (given) => {
    const body = new URLSearchParams(new FormData(given));
    body.set("back", "/console");
    try {
      const response = await post("/console/star", body);
      const text = await response.text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const mine = page.getElementById("mine");
      if (!response.ok || !mine) {
        const told = page.querySelector(".failure");
        return tell(told ? told.textContent.trim().replace(/\s+/g, " ") : form().dataset.failed, { bad: true });
      }
      at("mine").replaceWith(document.adoptNode(mine));
      if (typed()) ask(fields(), { keep: at("kept").querySelector("[aria-current]") !== null });
    } catch (error) {
      tell(form().dataset.away, { bad: true });
    }
    box().focus();
  };
  const turn = (step) => {
    const ways = [...document.querySelectorAll("#others a[data-ask]")];
    if (!ways.length) return;
    const here = ways.findIndex((way) => way.getAttribute("aria-current"));
    follow(ways[(here + step + ways.length) % ways.length]);
  };
  const choose = (number) => {
    const way = document.querySelector(`#choices a[data-place="${number}"]`);
    if (way) follow(way);
    return Boolean(way);
  };

  const press = (id) => {
    const found = at(id);
    if (found) found.click();
    return Boolean(found);
  };
  // True for a key that has done its work here.
  const boxKey = (event) => {
    const number = list().children.length;
    if (event.key === "ArrowDown" && number) markOption(active + 1 < number ? active + 1 : -1);
    else if (event.key === "ArrowUp" && number) markOption(active < 0 ? number - 1 : active - 1);
    else if (event.key === "Enter" && active >= 0) pick(list().children[active]);
    else return false;
    return true;
  };
  const keyOf = (event) => {
    const panel = at("classes");
    if (panel && !panel.hidden && !event.altKey && !event.ctrlKey) {
      const digit = /^Digit([1-9])$|^Numpad([1-9])$/.exec(event.code);
      const given = digit && panel.querySelectorAll("button")[Number(digit[1] || digit[2]) - 1];
      if (given) return giveClass(given.dataset.class), true;
      if (event.key === "Escape") return giveClass(""), true;
    }
    const digit = /^Digit([1-5])$|^Numpad([1-5])$/.exec(event.code);
    const typing = event.target.matches("input, textarea, select");
    if (digit && !event.ctrlKey && (event.altKey || !typing)) return choose(Number(digit[1] || digit[2]));
    if (event.altKey && !event.ctrlKey && event.key === "ArrowDown") return turn(1), true;
    if (event.altKey && !event.ctrlKey && event.key === "ArrowUp") return turn(-1), true;
    if (event.ctrlKey && event.key === "Enter") return copy(), true;
    if (event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return false;
    if (event.key === "F2") return press("switch");
    if (event.key === "F4" && event.target.id !== "say-day") return press("anew");
    if (event.key === "F8") return markAnswer("no_answer"), true;
    if (event.key === "F9") return markAnswer("wrong_answer"), true;
    if (event.key === "Escape") return closeList(), box().focus(), box().select(), true;
    return event.target === box() && boxKey(event);
  };

  document.addEventListener("keydown", (event) => {
    if (!event.isComposing && keyOf(event)) event.preventDefault();
  });
  document.addEventListener("input", (event) => {
    if (event.target !== box()) return;
    stopAsking();
    sendMark("");
    clearTimeout(suggestTimer);
    markOption(-1); // what is marked belongs to the words before: Enter must not pick it
    suggestTimer = setTimeout(suggest, SUGGEST_MS);
    if (typed().length >= LEAST_TO_ASK) answerTimer = setTimeout(askTyped, ANSWER_MS, false);
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "say-day") askTyped(at("kept").querySelector("[aria-current]") !== null);
  });
  document.addEventListener("submit", (event) => {
    const given = event.target;
    if (given.id === "ask") {
      closeList();
      askTyped(true);
      box().select();
    } else if (given.matches(".star")) {
      star(given);
    } else if (given.matches(".marks")) {
      markAnswer(event.submitter.dataset.mark);
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // opens beside this page
    const found = event.target.closest("a, button, [role=option]");
    if (!found) return;
    if (found.id === "copy") copy();
    else if (found.id === "anew") beginCall();
    else if (found.id === "switch") speak(found.href);
    else if (found.matches(".languages a")) speak(`${at("switch").href.split("?")[0]}?${languageFields(found)}`);
    else if (found.matches("a[data-ask]")) follow(found);
    else if (found.matches("[role=option]")) pick(found);
    else if (found.matches("[data-class]")) giveClass(found.dataset.class);
    else return;
    event.preventDefault();
  });
  const languageFields = (link) => {
    const body = fields();
    body.set("lang", link.hreflang);
    return body;
  };
  addEventListener("pagehide", () => sendMark(""));
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest("[role=option]")) event.preventDefault(); // the box keeps the focus
  });
  list();
  box().setSelectionRange(box().value.length, box().value.length);
})();
