# docker build -t qingwen . && docker run --rm -v "$PWD/data:/data" qingwen clean https://example.com/news/1.html
FROM python:3.11-slim AS build
# hadolint ignore=DL3008  # whichever compiler Debian ships; it is not in the image
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /dist .

FROM python:3.11-slim
ENV PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
RUN --mount=type=bind,from=build,source=/dist,target=/dist \
    --mount=type=bind,from=build,source=/src/constraints.txt,target=/constraints.txt \
    pip install --no-cache-dir --constraint /constraints.txt "$(echo /dist/*.whl)[dedup,notify,parquet,postgres,redis]" \
    && useradd --uid 10001 --create-home qingwen \
    && install -d -o qingwen -g qingwen /data
USER 10001
WORKDIR /data
VOLUME /data
ENTRYPOINT ["qingwen"]
CMD ["--help"]
