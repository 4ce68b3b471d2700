"""Finds the modules of the standard library that the quiz needs in the browser, by a run that tries every message.

`python -m tools.modules` runs it over the whole library and writes what was loaded to site_src/shipping/modules.txt; a test
runs it over just those.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from site_src.shipping import engine_bundle
from tests.conftest import FLAGS, ROOT, Server
from tests.support import browser_path
from tests.support.walks import cases

MESSAGES = [
    *(json.dumps(case.answers) for case in cases()),
    "",
    "no JSON",
    '{"headache": ',
    '{"headache": ["severe"]} and more',
    '"\ud800 \\ud800 \\x"'.encode("utf-8", "replace").decode(),
    "[]",
    "7",
    "NaN",
    "1" * 5000,
    '{"headache": "severe"}',
    '{"headache": [1, null]}',
    '{"nothing": []}',
    '{"headache": ["nothing"]}',
    "[" * 1000,
    "[" * 100_000,
    '{"a":' * 100_000,
]
"""Every case and every message that is refused."""

RAISES = """
class Raises:
    def required(self): return frozenset()
    def holds(self, answers): raise ZeroDivisionError("a rule that raises")
BROKEN = GUIDE.__replace__(rules=(GUIDE.rules[0]._replace(when=Raises()),), topics=())
"""

SEE = """
import sys
files = {name: getattr(module, "__file__", None) or "" for name, module in list(sys.modules.items())}
found = [name for name, file in files.items() if file.startswith("/lib/python313.zip/") and name in file.replace("/", ".")]
with open("/mail", "w") as mail: mail.write("\\n".join(found))
"""
"""Under the name of another module (`os.path`) a file is not counted twice."""

RUN = """
async ([worker, folder, files, messages, raises, see]) => {
  const { start } = await import(worker);
  const run = await start(files, (name) => fetch(folder + name));
  const attempt = (line, message) => {
    try {
      return run(line, message);
    } catch (error) {
      return `refused: ${error.message}`;
    }
  };
  run("from quiz.browser import exchange; from quiz.ivig import GUIDE");
  const replies = messages.map((message) => attempt('exchange(GUIDE, "/mail")', message));
  run(raises);
  const raised = attempt('exchange(BROKEN, "/mail")', "{}");
  return { replies, raised, modules: run(see).split("\\n") };
}
"""


class Seen(NamedTuple):
    """The outcome of a run: a reply or `refused: ...` for each of `MESSAGES`, the traceback, and the modules loaded."""

    replies: list[str]
    raised: str
    modules: list[str]


def run(page: Page, site: str, files: Any) -> Seen:  # noqa: ANN401 - as the page's own data has them
    """Start the site's Python in a page that no policy binds, and try everything."""
    page.goto(f"{site}404.html")
    seen = page.evaluate(RUN, [f"{site}assets/quiz/worker.js", f"{site}engine/", files, MESSAGES, RAISES, SEE])
    own = [name for name in seen["modules"] if name.split(".")[0] != "quiz"]
    return Seen(seen["replies"], seen["raised"], sorted(own))


def main() -> None:
    """Write the list anew."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        (site / "assets" / "quiz").mkdir(parents=True)
        (site / "404.html").write_text("")
        worker = ROOT / "site_src" / "overrides" / "assets" / "quiz" / "worker.js"
        (site / "assets" / "quiz" / "worker.js").write_bytes(worker.read_bytes())
        with zipfile.ZipFile(engine_bundle.PYODIDE / engine_bundle.STANDARD_LIBRARY) as library:
            names = [Path(name) for name in library.namelist() if name.endswith(".py")]
        every = [".".join((path.parent if path.stem == "__init__" else path.with_suffix("")).parts) for path in names]
        modules = Path(folder, "modules.txt")
        modules.write_text("\n".join(every), encoding="utf-8")
        server = Server(site)
        browser = playwright.chromium.launch(executable_path=browser_path.find(), args=FLAGS)
        files = engine_bundle.build(site / "engine", modules=modules)["files"]
        found = run(browser.new_context(bypass_csp=True).new_page(), server.url, files)
        browser.close()
        server.close()
    engine_bundle.MODULES.write_text("\n".join(found.modules) + "\n", encoding="utf-8")
    print(f"{len(found.modules)} of {len(every)} modules, loaded by {len(MESSAGES)} messages and a rule that raises.")


if __name__ == "__main__":
    main()
