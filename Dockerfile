FROM python:3.13-slim

WORKDIR /opt/anyq
COPY requirements/build.txt requirements/runtime.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/build.txt -r requirements/runtime.txt

COPY pyproject.toml README.md LICENSE ./
COPY kb kb
COPY scrapers scrapers
COPY indexes indexes
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

RUN useradd --system anyq && install --directory --owner anyq /srv/anyq
USER anyq
ENV KB_HOME=/srv/anyq KB_HOST=0.0.0.0 KB_PORT=8000
VOLUME /srv/anyq
EXPOSE 8000
CMD ["kb", "serve"]
