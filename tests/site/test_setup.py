"""The set-up on machines that lack something: one sentence says what, and half a set-up is never taken for a whole one.

Nothing is downloaded: python, uv, node, npm and apt-get are small scripts that write down what they were asked.
"""

import importlib.util
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("awk", "cat", "cmp", "cp", "grep", "id", "mkdir", "rm", "sh", "uname")

# Python 3.13 in all but its downloads: its .venv is itself, and what it is not asked to fake goes to the real one.
PYTHON = f"""
case "$*" in
    *ensurepip*) [ "$FAIL" != ensurepip ] || exit 1 ;;
    "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; echo venv >>log; [ "$FAIL" != venv ]; exit ;;
    *weasyprint*) [ -e weasyprint ] || exit 0 ;; # one that lacks a library, as a test puts it here
    "-m pip "*) echo pip >>log; [ "$FAIL" != pip ]; exit ;;
    "-m playwright "*) echo playwright >>log; [ "$FAIL" != playwright ]; exit ;;
    "-m "*) echo "$2" >>log; exit ;;
esac
exec '{sys.executable}' "$@"
"""
NPM = """
[ "$1" = ci ] || exit 0
rm -rf node_modules
echo npm >>"$HOME/log"
mkdir node_modules
[ "$FAIL" != npm ]
"""


class Machine:
    """A copy of the set-up, and a PATH that holds only what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "the site"  # a path with a space in it
        self.bin = folder / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or pytest.fail(f"needs {tool}"))
        (self.folder / "tools").mkdir(parents=True)
        shutil.copy(ROOT / "tools" / "setup.sh", self.folder / "tools")
        (self.folder / "tests" / "bench").mkdir(parents=True)
        (self.folder / "tests" / "support").mkdir()
        (self.folder / "requirements").mkdir()
        shutil.copy(ROOT / "tests" / "bench" / "package-lock.json", self.folder / "tests" / "bench")
        shutil.copy(ROOT / "tests" / "support" / "browser_path.py", self.folder / "tests" / "support")
        for name in (
            "Makefile",
            "package-lock.json",
            "requirements/site.txt",
            "requirements/dev.txt",
            "requirements/audit.txt",
        ):
            shutil.copy(ROOT / name, self.folder / name)

    def has(self, name: str, script: str, inside: str | None = None) -> None:
        path = (self.folder / inside if inside else self.bin) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(self, *command: str, fail: str = "", port: int | str = "") -> subprocess.CompletedProcess[str]:
        env = {"PATH": str(self.bin), "HOME": str(self.folder), "FAIL": fail, "PORT": str(port or free_port())}
        return subprocess.run(
            command, cwd=self.folder, env=env, capture_output=True, text=True, check=False, timeout=60
        )

    def make(self, *targets: str, fail: str = "", port: int | str = "") -> subprocess.CompletedProcess[str]:
        return self.run(shutil.which("make") or "make", *targets, fail=fail, port=port)

    def steps(self, *steps: str, fail: str = "") -> subprocess.CompletedProcess[str]:
        return self.run("sh", "tools/setup.sh", *steps, fail=fail)

    def did(self) -> list[str]:
        """What was done since the last call."""
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def last_words(result: subprocess.CompletedProcess[str]) -> str:
    """The sentence that a failed run ends in, but for make's own line."""
    assert result.returncode != 0, result.stdout + result.stderr
    lines = [line for line in result.stderr.splitlines() if not line.startswith("make")]
    return lines[-1]


@pytest.fixture
def bare(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def machine(bare: Machine) -> Machine:
    """A machine that has all it needs."""
    bare.has("python3.13", PYTHON)
    bare.has("node", "echo v20.20.2")
    bare.has("npm", NPM)
    return bare


CHECKS = ["ruff", "ruff", "mypy", "tsc", "tsc", "eslint", "shellcheck", "shellcheck"]

# What each target starts once all is set up, and the test that runs that, small, or in a copy.
TARGETS = {
    "serve": (["mkdocs"], "test_each_saved_file_is_rebuilt"),
    "site": (["mkdocs"], "test_each_code_leads_to_its_place"),
    "offline": (["mkdocs"], "test_every_link_in_the_zip_names_a_file"),
    "test": ([*CHECKS, "pytest"], "test_every_target_is_run_by_a_test"),
    "test-fast": (["pytest"], "test_each_target_starts_what_it_says"),
    "test-browsers": (["pytest"], "test_other_browsers_are_driven_through_the_whole_quiz"),
    "test-screen-reader": (["pytest"], "test_each_target_starts_what_it_says"),
    "shots": (["pytest", "tools.shots"], "test_the_picture_in_the_readme_is_taken"),
    "check": (CHECKS, "test_a_test_run_starts_with_the_checks"),
    "review": (["tools.review_sheet"], "test_the_command_says_what_is_unsigned_and_what_it_wrote"),
    "reprint": (["tools.reprint"], "test_a_reprint_shows_what_changed_since_the_last_version"),
    "mutants": (["tests.mutants"], "test_a_mutant_of_the_engine_is_made_and_judged"),
    "fuzz": (["pytest"], "test_any_text_gives_a_result_or_a_named_refusal"),
    "bench": (["tests.bench"], "test_one_part_is_measured"),
    "audit": (["tools.audit"], "test_the_audit_ends_with_1_for_what_must_be_mended"),
    "lock": (["pip", "uv", "uv", "uv"], "test_each_target_starts_what_it_says"),
    "clean": ([], "test_clean_removes_what_the_build_made"),
}


def test_every_target_is_run_by_a_test(machine: Machine) -> None:
    """`make` alone lists them; a new one comes with a test that runs it."""
    shown = re.findall(r"^make ([\w-]+) +\S+", machine.make().stdout, re.MULTILINE)
    assert shown == list(TARGETS)
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    assert [name for _, name in TARGETS.values() if f"\ndef {name}(" not in tests] == []


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_starts_what_it_says(machine: Machine, target: str) -> None:
    for name in ("google-chrome", *ENGINES[2], *SCREEN_READER[2]):
        machine.has(name, "")
    machine.steps("venv", "packages-dev", "packages-audit", "npm-dev", "npm-bench")
    for name in ("tsc", "eslint"):
        machine.has(name, f"echo {name} >>log", inside="node_modules/.bin")
    machine.has("shellcheck", "echo shellcheck >>log", inside=".venv/bin")
    machine.did()
    result = machine.make(target)
    assert result.returncode == 0, result.stderr
    modules, _ = TARGETS[target]
    assert machine.did() == modules
    ours = [name for name in modules if name.startswith(("tests.", "tools."))]
    assert [name for name in ours if not importlib.util.find_spec(name)] == []


def test_a_test_run_starts_with_the_checks() -> None:
    assert re.search(r"^test: check ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_clean_removes_what_the_build_made(machine: Machine) -> None:
    before = sorted(machine.folder.iterdir())
    for name in ("build", "site"):
        (machine.folder / name).mkdir()
    assert machine.make("clean").returncode == 0
    assert sorted(machine.folder.iterdir()) == before


def test_a_second_run_only_serves(machine: Machine) -> None:
    port = free_port()
    first = machine.make("serve", port=port)
    assert first.returncode == 0, first.stderr
    assert f"http://127.0.0.1:{port}/" in first.stdout
    assert machine.did() == ["venv", "npm", "pip", "mkdocs"]
    machine.make("serve")
    assert machine.did() == ["mkdocs"]


def test_every_clone_has_the_same_lines(tmp_path: Path) -> None:
    """A git that turns line ends into those of Windows leaves ours, for `sh` reads no others, and pictures as well."""
    old, new = tmp_path / "old", tmp_path / "new"
    ours = shutil.ignore_patterns(".git", ".venv", "node_modules", "build", "site", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, old, ignore=ours)
    who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    for command in (
        ("init", "--quiet", "old"),
        ("-C", "old", "add", "."),
        ("-C", "old", *who, "commit", "--quiet", "--message", "all"),
        ("clone", "--quiet", "--config", "core.autocrlf=true", "old", "new"),
    ):
        subprocess.run(("git", *command), cwd=tmp_path, check=True, capture_output=True)
    files = subprocess.check_output(("git", "ls-files", "-z"), cwd=new, text=True).split("\0")[:-1]
    assert {"Makefile", "tools/setup.sh", "tools/screenshot.png"} <= set(files)
    assert [name for name in files if (new / name).read_bytes() != (old / name).read_bytes()] == []


# --- Python


@pytest.mark.parametrize("version", ["3.12.9", "3.14.0"])
def test_another_python(bare: Machine, version: str) -> None:
    bare.has("python3", f"echo {version}")
    words = last_words(bare.make("serve"))
    assert f"needs Python 3.13 and found Python {version} (python3)" in words
    for remedy in ("pyenv install 3.13", "uv", "python.org"):
        assert remedy in words
    assert "Pyodide 0.29" in words


def test_no_python(bare: Machine) -> None:
    assert "found no Python that runs" in last_words(bare.make("serve"))


def test_a_shim_that_refuses_is_passed_over(machine: Machine) -> None:
    machine.has("python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
    machine.has("python3", "echo 3.12.9")
    machine.has("python", PYTHON)
    assert machine.steps("venv").returncode == 0
    assert machine.did() == ["venv"]


@pytest.mark.parametrize("fail", ["ensurepip", "venv"])
def test_no_venv_module(machine: Machine, fail: str) -> None:
    words = last_words(machine.make("serve", fail=fail))
    assert "install its venv module ('sudo apt install python3.13-venv'" in words
    machine.did()
    machine.steps("venv")
    assert machine.did() == ["venv"], "half a .venv was taken for a whole one"


def test_uv_where_python_will_not_do(machine: Machine) -> None:
    machine.has("uv", '[ "$1" = venv ] || exit 0; echo uv >>log; mkdir -p .venv/bin; cp real .venv/bin/python')
    machine.has("real", PYTHON, inside=".")
    machine.has("python3.13", "echo 3.12.9")
    assert machine.steps("venv").returncode == 0
    machine.has("uv", '[ "$1" = --version ]')
    shutil.rmtree(machine.folder / ".venv")
    assert "uv could not download Python 3.13" in last_words(machine.steps("venv"))
    assert machine.did() == ["uv"]


def test_a_venv_of_another_python_is_made_again(machine: Machine) -> None:
    machine.has("python", "exit 1", inside=".venv/bin")
    assert machine.steps("venv").returncode == 0
    assert machine.did() == ["venv"]


def test_a_venv_is_kept_until_another_can_be_made(bare: Machine) -> None:
    bare.has("python", "exit 1", inside=".venv/bin")
    last_words(bare.make("serve"))
    assert (bare.folder / ".venv" / "bin" / "python").exists()


# --- packages


@pytest.mark.parametrize(
    ("node", "words"),
    [("echo v18.19.0", "found Node 18.19.0"), ("echo v9.1.0", "found Node 9.1.0"), ("exit 127", "found no Node")],
)
def test_node_too_old_or_missing(machine: Machine, node: str, words: str) -> None:
    machine.has("node", node)
    said = last_words(machine.make("serve"))
    assert f"needs Node 20 or newer with npm and {words}: " in said
    assert "nodejs.org" in said


def test_no_npm(machine: Machine) -> None:
    (machine.bin / "npm").unlink()
    assert "needs npm, which Node 20.20.2 here came without" in last_words(machine.make("serve"))


@pytest.mark.parametrize(("fail", "what"), [("pip", "the Python packages"), ("npm", "the npm packages")])
@pytest.mark.parametrize("dev", ["", "-dev"])
def test_no_network(machine: Machine, fail: str, what: str, dev: str) -> None:
    steps = ("venv", f"npm{dev}", f"packages{dev}")
    for _ in range(2):  # it is tried again: what failed has left no mark
        words = last_words(machine.steps(*steps, fail=fail))
        assert words.startswith(f"Could not download {what}")
        assert words.endswith("check the network and run this again.")
        assert fail in machine.did()
    assert machine.steps(*steps).returncode == 0
    machine.did()
    machine.steps(*steps)
    assert machine.did() == []


def test_what_was_set_up_for_tests_also_serves(machine: Machine) -> None:
    machine.steps("venv", "npm-dev", "packages-dev")
    machine.did()
    machine.make("serve")
    assert machine.did() == ["mkdocs"]
    machine.steps("venv", "npm-dev", "packages-dev")
    assert machine.did() == []


def test_tests_need_more_than_serving(machine: Machine) -> None:
    machine.steps("venv", "npm", "packages")
    machine.did()
    machine.steps("venv", "npm-dev", "packages-dev")
    assert machine.did() == ["npm", "pip"]


@pytest.mark.parametrize(("file", "tool"), [("requirements/site.txt", "pip"), ("package-lock.json", "npm")])
def test_other_pins_are_installed(machine: Machine, file: str, tool: str) -> None:
    machine.steps("venv", "npm", "packages")
    machine.did()
    (machine.folder / file).touch()  # a new date alone changes nothing
    machine.steps("venv", "npm", "packages")
    assert machine.did() == []
    with (machine.folder / file).open("a") as f:
        f.write("\n")
    machine.steps("venv", "npm", "packages")
    assert machine.did() == [tool]


def pins(name: str) -> set[str]:
    return set(re.findall(r"^\S+==.*?(?= \\$)", (ROOT / name).read_text(), re.MULTILINE))


def test_the_pins_for_tests_hold_those_for_serving() -> None:
    assert pins("requirements/site.txt")
    assert pins("requirements/site.txt") <= pins("requirements/dev.txt"), "run 'make lock'"


def test_an_audit_moves_no_package_that_tests_use() -> None:
    tests, audit = (
        dict(pin.split(";")[0].split("==") for pin in pins(name))
        for name in ("requirements/dev.txt", "requirements/audit.txt")
    )
    assert "pip-audit" in audit
    assert {name: tests[name] for name in tests.keys() & audit} == {name: audit[name] for name in tests.keys() & audit}


def test_only_an_audit_installs_the_tools_of_an_audit(machine: Machine) -> None:
    machine.steps("venv", "packages-dev")
    machine.did()
    assert machine.make("audit").returncode == 0
    assert machine.did() == ["npm", "pip", "tools.audit"]
    machine.make("audit")
    machine.steps("venv", "npm-dev", "packages-dev")
    assert machine.did() == ["tools.audit"]


def test_only_a_bench_installs_lighthouse(machine: Machine) -> None:
    machine.steps("venv", "npm", "packages-dev")
    machine.did()
    for _ in range(2):  # what failed has left no mark
        assert last_words(machine.steps("npm-bench", fail="npm")).startswith("Could not download the npm packages")
        assert machine.did() == ["npm"]
    (machine.folder / "node_modules" / "here").touch()
    for _ in range(2):
        assert machine.steps("npm-bench").returncode == 0
    assert machine.did() == ["npm"]
    assert (machine.folder / "node_modules" / "here").exists(), "the packages of the site were taken away"


# --- what the system gives


def test_port_taken(machine: Machine) -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        port = s.getsockname()[1]
        words = last_words(machine.make("serve", port=port))
    assert words == f"Port {port} is taken: stop the program that uses it, or take another with 'PORT=8001 make serve'."
    assert "mkdocs" not in machine.did()
    assert "not a port number" in last_words(machine.make("serve", port="http"))


PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@pytest.fixture(params=["Pango", "HarfBuzz-Subset", "a newer HarfBuzz"])
def without_a_library(machine: Machine, request: pytest.FixtureRequest) -> Machine:
    """A machine on which WeasyPrint lacks one library of those that the PDFs need."""
    text = machine.folder / "weasyprint" / "text"
    text.mkdir(parents=True)
    (text / "ffi.py").write_text(
        {
            "Pango": "raise OSError('cannot load library libpango')",
            "HarfBuzz-Subset": "class harfbuzz: hb_version_atleast = lambda *version: True\nharfbuzz_subset = None",
            "a newer HarfBuzz": "class harfbuzz: hb_version_atleast = lambda *version: False\nharfbuzz_subset = 'here'",
        }[request.param]
    )
    (text.parent / "__init__.py").write_text("import weasyprint.text.ffi")
    machine.has("id", "echo 0")
    machine.has("uname", "echo Linux")
    return machine


def test_a_library_of_the_pdfs_is_missing(without_a_library: Machine) -> None:
    machine = without_a_library
    machine.has("id", "echo 1000")
    assert "install them with your system's packages" in last_words(machine.make("site"))
    machine.has("apt-get", "echo apt >>log; rm -r weasyprint")
    assert f"run 'sudo apt install {PANGO}' and" in last_words(machine.make("site"))
    machine.has("uname", "echo Darwin")
    assert "run 'brew install pango'" in last_words(machine.make("site"))
    assert "apt" not in machine.did()


def test_libraries_of_the_pdfs_are_installed_by_root_on_debian(without_a_library: Machine) -> None:
    machine = without_a_library
    machine.has("apt-get", "echo 'E: Unable to fetch' >&2; exit 100")
    assert last_words(machine.make("site")).startswith(f"Could not install {PANGO} ")
    machine.has("apt-get", "echo apt $1 >>log")
    assert "which this system's packages do not bring" in last_words(machine.make("site"))
    machine.did()
    machine.has("apt-get", "echo apt $1 >>log; rm -rf weasyprint")
    assert machine.make("site").returncode == 0
    assert machine.did() == ["apt update", "apt install", "mkdocs"]


def test_the_browser_search(machine: Machine) -> None:
    def find(path: Path, **more: str) -> str:
        command = (sys.executable, str(ROOT / "tests" / "support" / "browser_path.py"))
        env = {"PATH": str(path), "HOME": str(machine.folder), **more}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.strip()

    if sys.platform != "darwin":  # where Chrome may well be among the applications
        assert find(machine.folder) == ""
    machine.has("google-chrome", "")
    assert find(machine.bin) == str(machine.bin / "google-chrome")
    assert find(machine.bin, BROWSER_PATH="/a/browser") == "/a/browser"


def test_playwright_brings_a_browser_where_none_is_found(machine: Machine) -> None:
    machine.steps("venv")
    machine.did()
    machine.has("id", "echo 1000")
    machine.has("google-chrome", "")
    assert machine.steps("browser").returncode == 0
    assert machine.did() == []
    (machine.bin / "google-chrome").unlink()
    if sys.platform == "darwin":
        return
    assert machine.steps("browser").returncode == 0
    assert machine.did() == ["playwright"]
    assert last_words(machine.steps("browser", fail="playwright")).startswith("Could not download a browser")


@pytest.mark.usefixtures("without_hosts")
@pytest.mark.parametrize("found", ["chromium", "chromium-headless-shell", ""])
@pytest.mark.parametrize("network", [True, False])
def test_root_on_debian_gets_both_kinds_of_chromium(machine: Machine, found: str, network: bool) -> None:  # noqa: FBT001
    machine.steps("venv")
    machine.did()
    if found:
        machine.has(found, "")
    brings = f"for name in chromium chromium-headless-shell; do cp '{machine.bin}/id' '{machine.bin}'/$name; done"
    machine.has("apt-get", f"echo apt $1 >>log; [ $1 = update ] || {brings}" if network else "exit 100")
    result = machine.steps("browser")
    assert (0, "") == (result.returncode, result.stderr)
    assert machine.did() == (["apt update", "apt install"] if network else [] if found else ["playwright"])
    if network:
        assert machine.steps("browser").returncode == 0
        assert machine.did() == []


PACKAGES = "nginx libnginx-mod-http-brotli-static caddy"


@pytest.fixture
def without_hosts(bare: Machine) -> Machine:
    """A machine with a /usr, a /run and an /etc of its own, and none of the two servers."""
    script = bare.folder / "tools" / "setup.sh"
    text = script.read_text()
    for folder in ("/usr/sbin", "/usr/lib/nginx", "/run/systemd", "/etc/os-release"):
        assert folder in text
        text = text.replace(folder, f"'{bare.folder}'{folder}")
    script.write_text(text)
    (bare.folder / "etc").mkdir()
    (bare.folder / "etc" / "os-release").write_text("ID=debian\n")
    bare.has("id", "echo 0")
    bare.has("apt-get", "echo apt $* >>log")
    return bare


def has_hosts(machine: Machine) -> None:
    machine.has("nginx", "", inside="usr/sbin")
    machine.has("caddy", "")
    machine.has("ngx_http_brotli_static_module.so", "", inside="usr/lib/nginx/modules")


def test_servers_that_are_here_are_left_alone(without_hosts: Machine) -> None:
    has_hosts(without_hosts)
    result = without_hosts.steps("hosts")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert without_hosts.did() == []


@pytest.mark.parametrize("missing", ["nginx", "caddy", "ngx_http_brotli_static_module.so"])
def test_servers_are_installed_by_root_on_debian(without_hosts: Machine, missing: str) -> None:
    has_hosts(without_hosts)
    next(path for path in without_hosts.folder.parent.rglob(missing) if path.is_file()).unlink()
    assert without_hosts.steps("hosts").returncode == 0
    assert without_hosts.did() == ["apt update -qq", f"apt install -y -qq --no-install-recommends {PACKAGES}"]


@pytest.mark.parametrize("why", ["no root", "no Debian", "an init runs", "no network"])
def test_the_set_up_goes_on_without_servers(without_hosts: Machine, why: str) -> None:
    if why == "no root":
        without_hosts.has("id", "echo 1000")
    elif why == "no Debian":
        (without_hosts.folder / "etc" / "os-release").write_text("ID=ubuntu\nID_LIKE=debian\n")
    elif why == "an init runs":
        (without_hosts.folder / "run" / "systemd" / "system").mkdir(parents=True)
    else:
        without_hosts.has("apt-get", "echo 'E: Unable to fetch' >&2; exit 100")
    result = without_hosts.steps("hosts")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == (
        "The tests of the examples for nginx and Caddy are left out:"
        f" on Debian 'sudo apt install {PACKAGES}' brings them."
    )
    assert len(result.stdout.splitlines()) == (2 if why == "no network" else 1)
    assert without_hosts.did() == []


def test_only_the_tests_ask_for_servers(machine: Machine) -> None:
    setups = re.findall(r"^(\w+):[^#\n]*##.*\n\t@\$\(SETUP\) (.*)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert [target for target, steps in setups if "hosts" in steps.split()] == ["test"]


# What only one target wants: the step, its packages, the programs that they bring and what is said without them.
ENGINES = (
    "engines",
    "firefox-esr webkit2gtk-driver xvfb",
    ("firefox-esr", "WebKitWebDriver", "xvfb-run"),
    "Firefox and WebKit are not both here",
)
SCREEN_READER = (
    "screen-reader",
    "orca xdotool openbox xvfb chromium firefox-esr",
    ("orca", "xdotool", "openbox", "Xvfb", "chromium", "firefox-esr"),
    "Orca, its browsers and their screen are not all here",
)


@pytest.mark.parametrize(
    ("step", "packages", "programs", "missing"),
    [(*wanted[:3], program) for wanted in (ENGINES, SCREEN_READER) for program in wanted[2]],
)
def test_browsers_that_are_missing_are_installed_by_root_on_debian(
    without_hosts: Machine, step: str, packages: str, programs: tuple[str, ...], missing: str
) -> None:
    for name in set(programs) - {missing}:
        without_hosts.has(name, "")
    without_hosts.has(
        "apt-get", f"echo apt $* >>log; [ $1 = update ] || cp '{without_hosts.bin}/id' '{without_hosts.bin}/{missing}'"
    )
    assert without_hosts.steps(step).returncode == 0
    assert without_hosts.did()[-1].endswith(f"--no-install-recommends {packages}")
    assert without_hosts.steps(step).returncode == 0
    assert without_hosts.did() == []


@pytest.mark.parametrize(("step", "packages", "programs", "said"), [ENGINES, SCREEN_READER])
def test_browsers_that_are_missing_end_their_tests_with_a_sentence(
    without_hosts: Machine, step: str, packages: str, programs: tuple[str, ...], said: str
) -> None:
    without_hosts.has("id", "echo 1000")
    assert last_words(without_hosts.steps(step)) == (
        f"{said}: on Debian 'sudo apt install {packages}' brings them, then run this again."
    )
