# Sets up what `make` needs: sh tools/setup.sh STEP..., from the top folder.
# A step that is done costs next to nothing. A step that cannot be done ends in one sentence: what is wrong, what to do.
# POSIX sh, and only tools that Linux and macOS share.
set -eu

say() { printf '%s\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

# --- .venv, with Python 3.13 and pip -----------------------------------------------------------------------------

venv_is_good() {
    [ ! -e .venv/unfinished ] &&
        .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null
}

# Sets $python to a command that is Python 3.13 and can make environments; else says in $found and $no_venv what is here.
find_python() {
    python='' found='' no_venv=''
    for name in python3.13 python3 python; do
        # Only running it tells: a pyenv shim can be on PATH and refuse.
        version=$("$name" -c 'import platform; print(platform.python_version())' 2>/dev/null) || continue
        case $version in
            3.13.*) ;;
            *) found=${found:-"Python $version ($name)"}; continue ;;
        esac
        if "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            python=$name
            return
        fi
        no_venv=$name
    done
}

# The marker goes last, so that a .venv cut short is never taken for a whole one.
start_venv() {
    say "Making .venv with Python 3.13"
    rm -rf .venv
    mkdir .venv
    : >.venv/unfinished
}

cannot_make_venv() {
    die "$1 is Python 3.13 but cannot make an environment: install its venv module" \
        "('sudo apt install python3.13-venv' on Debian and Ubuntu) or uv, and run this again."
}

step_venv() {
    venv_is_good && return
    find_python
    if [ -n "$python" ]; then
        start_venv
        "$python" -m venv .venv || cannot_make_venv "$python"
    elif uv --version >/dev/null 2>&1; then
        start_venv
        uv venv --quiet --python 3.13 --seed --allow-existing .venv ||
            die "uv could not download Python 3.13 or pip: check the network and run this again."
    elif [ -n "$no_venv" ]; then
        cannot_make_venv "$no_venv"
    else
        die "This needs Python 3.13 and found ${found:-no Python that runs}: only 3.13 fits, because the checker's Python" \
            "in the browser (Pyodide 0.29) is 3.13 and compiled files load only in the version that made them;" \
            "get it with 'pyenv install 3.13', or install uv, which fetches it, or from python.org, and run this again."
    fi
    rm .venv/unfinished
}

# --- Python packages ---------------------------------------------------------------------------------------------

# .venv/installed is a copy of the requirements file last installed in full. The large file holds every version of the
# small one (a test sees to it), so an environment for tests also serves, and nothing goes back and forth.
install() {
    mark=${2:-.venv/installed}
    say "Installing Python packages (about a minute the first time)"
    rm -f "$mark"
    .venv/bin/python -m pip install --quiet --require-hashes --requirement "$1" ||
        die "Could not download the Python packages of $1: check the network and run this again."
    cp "$1" "$mark"
}

step_packages() {
    cmp -s requirements/site.txt .venv/installed || cmp -s requirements/dev.txt .venv/installed || install requirements/site.txt
}

step_packages_dev() {
    cmp -s requirements/dev.txt .venv/installed || install requirements/dev.txt
}

# On top of those for tests, in the same versions where both want one.
step_packages_audit() {
    cmp -s requirements/audit.txt .venv/installed-audit || install requirements/audit.txt .venv/installed-audit
}

# --- npm packages ------------------------------------------------------------------------------------------------

need_npm() {
    node=$(node --version 2>/dev/null) || node=''
    node=${node#v}
    get="get it from nodejs.org, or with 'nvm install 22' or 'brew install node', and run this again."
    case $node in
        '') die "This needs Node 20 or newer with npm and found no Node: $get" ;;
        ?.* | 1?.*) die "This needs Node 20 or newer with npm and found Node $node: $get" ;;
    esac
    npm --version >/dev/null 2>&1 || die "This needs npm, which Node $node here came without: $get"
}

# npm's own pauses between tries keep a person without a network waiting for more than a minute.
ci() {
    npm ci --"$1"=dev --ignore-scripts --loglevel=error --fetch-retry-mintimeout=1000 --fetch-retry-factor=4 >/dev/null ||
        die "Could not download the npm packages: check the network and run this again."
}

# The copies of the lock file lie inside node_modules, which `npm ci` empties first: half a set-up has none.
npm_ci() {
    need_npm
    say "Installing npm packages"
    rm -f node_modules/.installed-*
    ci "$1"
}

step_npm_dev() {
    cmp -s package-lock.json node_modules/.installed-dev && return
    npm_ci include
    cp package-lock.json node_modules/.installed-dev
}

step_npm() {
    cmp -s package-lock.json node_modules/.installed-dev && return
    cmp -s package-lock.json node_modules/.installed-site && return
    npm_ci omit
    cp package-lock.json node_modules/.installed-site
}

# Lighthouse, which only `make bench` wants, in a folder of its own.
step_npm_bench() {
    cmp -s tests/bench/package-lock.json tests/bench/node_modules/.installed && return
    need_npm
    say "Installing Lighthouse"
    rm -f tests/bench/node_modules/.installed
    (cd tests/bench && ci include) || exit 1
    cp tests/bench/package-lock.json tests/bench/node_modules/.installed
}

# --- what the system must give: Pango and HarfBuzz for the PDFs, a browser for the tests, a free port -------------

apt_install() {
    say "Installing $* with apt"
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }; then
        die "Could not install $* with apt: check the network and run this again."
    fi
}

# WeasyPrint loads without HarfBuzz-Subset, or with an old one, and then complains about each typeface: the build stops.
has_pdf_libraries() {
    # Where Homebrew keeps its libraries; the Makefile says why this stands in front of Python.
    DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib .venv/bin/python -c '
import sys
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset
sys.exit(not (harfbuzz_subset and harfbuzz.hb_version_atleast(4, 1, 0)))
' >/dev/null 2>&1
}

step_pango() {
    has_pdf_libraries && return
    needs='The PDFs need Pango 1.44 or newer and HarfBuzz-Subset 4.1 or newer'
    libraries='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'
    if [ "$(uname)" = Darwin ]; then
        die "$needs, which are not both here: run 'brew install pango' and then this again."
    elif ! command -v apt-get >/dev/null; then
        die "$needs, which are not both here: install them with your system's packages and run this again."
    elif [ "$(id -u)" != 0 ]; then
        die "$needs, which are not both here: run 'sudo apt install $libraries' and then this again."
    fi
    # shellcheck disable=SC2086  # one word a package
    apt_install $libraries
    has_pdf_libraries ||
        die "$needs, which this system's packages do not bring: run this on a newer release of the system."
}

# Any Chromium will do. Where its headless shell is too, most tests take that: it draws no window for each page.
step_browser() {
    command -v chromium >/dev/null && command -v chromium-headless-shell >/dev/null && return
    # Ubuntu's packages of that name are stubs for another installer, so only Debian's is taken.
    if [ -z "${BROWSER_PATH:-}" ] && [ "$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
        (apt_install chromium chromium-headless-shell) 2>/dev/null && return
    fi
    [ -n "$(.venv/bin/python tests/support/browser_path.py)" ] && return
    say "Found no Chrome or Chromium: asking Playwright for its own"
    .venv/bin/python -m playwright install chromium ||
        die "Could not download a browser for the tests: check the network and run this again, or install Chrome or Chromium."
}

# Only the tests of site_src/shipping/hosts/ want these. Where an init runs, apt would start both servers, so there a person decides.
step_hosts() {
    packages='nginx libnginx-mod-http-brotli-static caddy'
    hosts_are_here && return
    # shellcheck disable=SC2086  # one word a package
    if [ "$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null && [ ! -d /run/systemd/system ]; then
        (apt_install $packages) 2>/dev/null && return
    fi
    say "The tests of the examples for nginx and Caddy are left out: on Debian 'sudo apt install $packages' brings them."
}

hosts_are_here() {
    # People other than root may not have the folder of nginx on PATH.
    (PATH=$PATH:/usr/sbin && command -v nginx && command -v caddy) >/dev/null &&
        [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ]
}

# Only `make test-browsers` wants these, so it says what is missing and ends.
step_engines() {
    packages='firefox-esr webkit2gtk-driver xvfb'
    engines_are_here && return
    # shellcheck disable=SC2086  # one word a package
    if [ "$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
        apt_install $packages && engines_are_here && return
    fi
    die "Firefox and WebKit are not both here: on Debian 'sudo apt install $packages' brings them, then run this again."
}

engines_are_here() {
    command -v firefox-esr && command -v WebKitWebDriver && command -v xvfb-run
} >/dev/null

# Only `make test-screen-reader` wants these. Orca brings the voice and the buses that it needs.
step_screen_reader() {
    packages='orca xdotool openbox xvfb chromium firefox-esr'
    screen_reader_is_here && return
    # shellcheck disable=SC2086  # one word a package
    if [ "$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
        apt_install $packages && screen_reader_is_here && return
    fi
    die "Orca, its browsers and their screen are not all here: on Debian 'sudo apt install $packages' brings them, then run this again."
}

screen_reader_is_here() {
    command -v orca && command -v xdotool && command -v openbox && command -v Xvfb && command -v chromium && command -v firefox-esr
} >/dev/null

step_port() {
    other=8001
    [ "$PORT" != 8001 ] || other=8002
    case $PORT in
        '' | *[!0-9]*) die "PORT=$PORT is not a port number: try 'PORT=$other make serve'." ;;
    esac
    # As the server does, so that a port it has just left counts as free.
    .venv/bin/python -c '
import socket, sys
with socket.socket() as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("127.0.0.1", int(sys.argv[1])))
' "$PORT" 2>/dev/null ||
        die "Port $PORT is taken: stop the program that uses it, or take another with 'PORT=$other make serve'."
}

for step in "$@"; do
    case $step in
        venv) step_venv ;;
        packages) step_packages ;;
        packages-dev) step_packages_dev ;;
        packages-audit) step_packages_audit ;;
        npm) step_npm ;;
        npm-dev) step_npm_dev ;;
        npm-bench) step_npm_bench ;;
        pango) step_pango ;;
        browser) step_browser ;;
        hosts) step_hosts ;;
        engines) step_engines ;;
        screen-reader) step_screen_reader ;;
        port) step_port ;;
        *) die "setup.sh has no step '$step'." ;;
    esac
done
