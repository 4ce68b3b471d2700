"""The examples for nginx and Caddy, each as it is but for folder and port, answer as the site wants it."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
import yaml

from site_src.shipping import compression, policy

ROOT = Path(__file__).parents[2]
HOSTS = ROOT / "site_src" / "shipping" / "hosts"
BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
FOLDER = "/var/www/is-this-normal"
FOR_GOOD = "public, max-age=31536000, immutable"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
UNPACKED = b"wasm " * 4000
ENGINE = "engine/pyodide.asm.wasm.54309a5a.bin"
TYPES = {
    "/": "text/html; charset=utf-8",
    "/404.html": "text/html; charset=utf-8",
    "/check/": "text/html; charset=utf-8",
    "/assets/favicon.svg": "image/svg+xml",
    "/assets/fonts/a-400-normal.woff2": "font/woff2",
    "/assets/icon-192.png": "image/png",
    "/assets/javascripts/bundle.a5f9d56c.min.js": "text/javascript; charset=utf-8",
    "/assets/javascripts/bundle.a5f9d56c.min.js.map": "application/json",
    "/assets/quiz/worker.js": "text/javascript; charset=utf-8",
    "/assets/stylesheets/main.57a0d79d.min.css": "text/css; charset=utf-8",
    "/data/guide.json": "application/json",
    "/embed/after/": "text/html; charset=utf-8",
    f"/{ENGINE}": "application/octet-stream",
    "/handout/after-ivig.pdf": "application/pdf",
    "/manifest.webmanifest": "application/manifest+json",
    "/robots.txt": "text/plain; charset=utf-8",
    "/sw.js": "text/javascript; charset=utf-8",
}
TEXTS = [
    "/",
    "/check/",
    "/embed/after/",
    "/assets/quiz/worker.js",
    "/assets/stylesheets/main.57a0d79d.min.css",
    "/data/guide.json",
]
# By what a browser says that it takes: the encoding that it should get.
ENCODINGS = {
    "gzip, deflate, br, zstd": "br",
    "br": "br",
    "gzip": "gzip",
    "br;q=0, gzip": "gzip",
    "deflate": None,
    "identity": None,
    None: None,
}
# The main file that Debian's nginx has around ours, with what it says on types and packing where it could differ.
# In one process nginx needs no other user, whose way to the folder could be barred.
NGINX = """
load_module {module};
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    types {{ application/javascript js; }}
    gzip on;
    gzip_vary on;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


class Host(NamedTuple):
    """A server that runs, and the folder that it serves."""

    port: int
    site: Path

    def get(
        self,
        path: str,
        *,
        accept: str | None = None,
        method: str = "GET",
        known: str | None = None,
        via: str | None = None,
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in {"Accept-Encoding": accept, "If-None-Match": known, "Via": via}.items():
                if value:
                    connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with the kinds of names that the whole one has."""
    site = tmp_path_factory.mktemp("site")
    for address in TYPES:
        path = site / (address[1:] + "index.html" * address.endswith("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {address}. " * 100)
    (site / "short.html").write_text("This is short. " * 20)
    (site / ENGINE).write_bytes(gzip.compress(UNPACKED))
    (site / f"{ENGINE}.br").write_bytes(brotli.compress(UNPACKED))
    policy.write_headers(site)
    compression.write(site)
    return site


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def host(request: pytest.FixtureRequest, made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    program = find(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    command = (nginx if request.param == "nginx" else caddy)(folder, made_up, port)
    log = folder / "log"
    # Caddy keeps a copy of its settings at home.
    environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with log.open("w") as said:
        process = subprocess.Popen([program, *command], stdout=said, stderr=said, env=environment)
    try:
        wait(process, port, log)
        yield Host(port, made_up)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def find(name: str) -> str:
    """Where the server is; without it the test fails where every test must run, and is left out elsewhere."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")
    if found and (name != "nginx" or BROTLI_MODULE.exists()):
        return found
    missing = "Found no nginx with Brotli or no Caddy: install nginx, libnginx-mod-http-brotli-static and caddy."
    return pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)


def changed(name: str, **values: str) -> str:
    """An example with other values, each of which it must hold once."""
    text = (HOSTS / name).read_text(encoding="utf-8")
    for old, new in values.items():
        assert text.count(old) == 1, f"{name} was to have {old!r} once"
        text = text.replace(old, new)
    return text


def nginx(folder: Path, site: Path, port: int) -> list[str]:
    values = {FOLDER: str(site), "    listen 80;\n": f"    listen 127.0.0.1:{port};\n", "    listen [::]:80;\n": ""}
    (folder / "site.conf").write_text(changed("nginx.conf", **values))
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, module=BROTLI_MODULE))
    return ["-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, site: Path, port: int) -> list[str]:
    text = changed("Caddyfile", **{FOLDER: str(site), "\nexample.org {": f"\nhttp://127.0.0.1:{port} {{"})
    # Two of Caddy's doors for orders on one computer would be in each other's way.
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{text}")
    return ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return as soon as the server takes a connection."""
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()}")


def file(host: Host, address: str) -> bytes:
    return (host.site / (address[1:] + "index.html" * address.endswith("/"))).read_bytes()


def one(answer: Answer, name: str) -> str | None:
    """The header's value, which must not be sent twice."""
    values = answer.headers.get_all(name, [])
    assert len(values) <= 1, f"{name}: {values}"
    return values[0] if values else None


def carries_the_headers(answer: Answer, address: str = "/") -> None:
    framed = policy.ALL_FRAMES if address.startswith("/embed/") else policy.OWN_FRAMES
    wanted = {
        **policy.HEADERS,
        **({"Content-Security-Policy": policy.WORKER_POLICY} if address == policy.WORKER else framed),
    }
    assert {name: one(answer, name) for name in wanted} == wanted
    assert one(answer, "Vary") == "Accept-Encoding"
    assert not re.search(r"\d", one(answer, "Server") or ""), "the server's version is nobody's business"


@pytest.mark.parametrize("accept", ["br", "gzip", None])
@pytest.mark.parametrize("address", TYPES)
def test_each_file_has_its_content_type(host: Host, address: str, accept: str | None) -> None:
    answer = host.get(address, accept=accept)
    assert answer.status == 200
    assert one(answer, "Content-Type") == TYPES[address]


def test_caddy_is_told_each_type_that_systems_differ_in() -> None:
    """Where the tests run, the system may give the right one by chance. HTML, CSS and PNG have theirs in Go itself."""
    text = (HOSTS / "Caddyfile").read_text(encoding="utf-8")
    told = {
        suffix: kind
        for suffixes, kind in re.findall(r'@\w+ path (.*)\n\theader @\w+ Content-Type "(.*)"', text)
        for suffix in suffixes.replace("*", "").split()
    }
    wanted = {Path(address).suffix: kind for address, kind in TYPES.items() if Path(address).suffix}
    assert told == {suffix: kind for suffix, kind in wanted.items() if suffix not in {".html", ".css", ".png"}}


@pytest.mark.parametrize("accept", ENCODINGS)
@pytest.mark.parametrize("address", TEXTS)
def test_the_packed_form_goes_to_those_who_take_it(host: Host, address: str, accept: str | None) -> None:
    answer = host.get(address, accept=accept)
    assert one(answer, "Content-Encoding") == ENCODINGS[accept]
    assert UNPACK[ENCODINGS[accept]](answer.body) == file(host, address)
    assert (len(answer.body) < len(file(host, address))) == (ENCODINGS[accept] is not None)
    carries_the_headers(answer, address)


@pytest.mark.parametrize("accept", ["br", "gzip"])
def test_a_proxy_in_front_changes_nothing(host: Host, accept: str) -> None:
    assert one(host.get("/check/", accept=accept, via="1.1 proxy"), "Content-Encoding") == accept


@pytest.mark.parametrize("accept", ["br", "gzip"])
def test_nothing_is_packed_on_the_way(host: Host, accept: str) -> None:
    answer = host.get("/short.html", accept=accept)
    assert one(answer, "Content-Encoding") is None
    assert answer.body == file(host, "/short.html")


@pytest.mark.parametrize("accept", ["gzip, deflate, br", "gzip", None])
def test_the_engine_comes_unpacked_or_as_a_gzip_stream(host: Host, accept: str | None) -> None:
    answer = host.get(f"/{ENGINE}", accept=accept)
    if accept and "br" in accept:
        assert one(answer, "Content-Encoding") == "br"
        assert brotli.decompress(answer.body) == UNPACKED
    else:
        assert one(answer, "Content-Encoding") is None
        assert gzip.decompress(answer.body) == UNPACKED
    carries_the_headers(answer)


@pytest.mark.parametrize("accept", ["br", None])
@pytest.mark.parametrize("address", TYPES)
def test_only_a_name_with_a_hash_is_kept_for_good(host: Host, address: str, accept: str | None) -> None:
    kept = policy.HASH_IN_NAME.search(address.rsplit("/", 1)[-1])
    answer = host.get(address, accept=accept)
    assert one(answer, "Cache-Control") == (FOR_GOOD if kept else "no-cache")
    again = host.get(address, accept=accept, known=one(answer, "ETag"))
    assert (again.status, again.body) == (304, b"")
    assert one(again, "Cache-Control") == (FOR_GOOD if kept else "no-cache")
    carries_the_headers(again, address)


def test_a_changed_file_is_sent_again(host: Host) -> None:
    path = host.site / "check" / "index.html"
    before, known = path.read_bytes(), one(host.get("/check/", accept="br"), "ETag")
    try:
        path.write_bytes(before + b"and more")
        compression.write(host.site)
        answer = host.get("/check/", accept="br", known=known)
        assert (answer.status, brotli.decompress(answer.body)) == (200, before + b"and more")
    finally:
        path.write_bytes(before)
        compression.write(host.site)


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/check/nothing/at/all/",
        "/assets/quiz/worker.js.js",
        "/assets/quiz/missing.js",
        "/assets/stylesheets/main.00000000.min.css",
        "/assets/",
        "/assets",
        "/_headers",
        "/../../etc/passwd",
    ],
)
@pytest.mark.parametrize("accept", ["br", "gzip", None])
def test_a_missing_address_shows_the_warning_signs(host: Host, address: str, accept: str | None) -> None:
    answer = host.get(address, accept=accept)
    if answer.status in {301, 308}:  # a folder without a page: its address ends in a slash
        assert address == "/assets"
        return
    # nginx alone refuses to look above its folder at all.
    assert answer.status == (400 if answer.status == 400 and address.startswith("/..") else 404)
    if answer.status == 404:
        assert UNPACK[one(answer, "Content-Encoding")](answer.body) == file(host, "/404.html")
        assert one(answer, "Content-Encoding") == ENCODINGS[accept]
        assert one(answer, "Cache-Control") == "no-cache"
        assert one(answer, "Content-Type") == "text/html; charset=utf-8"
    carries_the_headers(answer)


def test_the_address_of_a_folder_gets_its_slash(host: Host) -> None:
    """Whatever name and port a proxy or a container gives the server."""
    answer = host.get("/check")
    assert answer.status in {301, 308}
    assert one(answer, "Location") == "/check/"
    carries_the_headers(answer)


@pytest.mark.parametrize("address", [*TEXTS, f"/{ENGINE}", "/nothing"])
@pytest.mark.parametrize("accept", ["br", None])
def test_head_says_what_get_says(host: Host, address: str, accept: str | None) -> None:
    got, head = (host.get(address, accept=accept, method=method) for method in ("GET", "HEAD"))
    assert (head.status, head.body) == (got.status, b"")
    for name in ("Content-Type", "Content-Encoding", "Cache-Control", "ETag"):
        assert one(head, name) == one(got, name)
    carries_the_headers(head, address)


def test_the_workflow_installs_what_the_set_up_asks_for() -> None:
    workflow = yaml.safe_load((HOSTS / "github-pages.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    setup = (ROOT / "tools" / "setup.sh").read_text(encoding="utf-8")
    libraries = re.search(r"libraries='(.*)'", setup)
    (apt,) = [step["run"] for step in steps if "apt-get" in step.get("run", "")]
    assert libraries
    assert apt.split("--no-install-recommends")[1].split() == libraries[1].split()
    given = {step["uses"].split("@")[0]: step.get("with", {}) for step in steps if "uses" in step}
    assert given["actions/setup-python"] == {"python-version-file": ".python-version"}
    assert (ROOT / ".python-version").read_text().strip() == "3.13"
    assert "sys.version_info[:2] != (3, 13)" in setup
    assert given["actions/setup-node"] == {"node-version": "20"}
    assert "needs Node 20 or newer" in setup


def test_the_workflow_publishes_what_the_build_writes() -> None:
    workflow = yaml.safe_load((HOSTS / "github-pages.yml").read_text(encoding="utf-8"))
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    (make,) = [step for step in build["steps"] if step.get("run") == "make site"]
    assert make["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}
    (upload,) = [step for step in build["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert f"site_dir: {upload['with']['path']}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert deploy["needs"] == "build"
    assert set(build["permissions"].values()) == {"read"}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    for step in [*build["steps"], *deploy["steps"]]:
        assert re.fullmatch(r"actions/[\w-]+@v\d+", step.get("uses", "actions/none@v1"))
