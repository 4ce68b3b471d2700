"""What the quiz asks of the Python in the browser."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.conftest import Server

MODULES = """
async () => {
  const { dataset } = document.querySelector("quiz-flow");
  const { wheel, lock } = JSON.parse(dataset.engineBundle);
  const files = new URL(dataset.files, document.baseURI).href;
  const { loadPyodide } = await import(`${files}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL: files, lockFileContents: lock, packageBaseUrl: files });
  const modules = () => pyodide.runPython("import sys; list(sys.modules)").toJs();
  pyodide.unpackArchive(await (await fetch(files + wheel)).arrayBuffer(), "wheel");
  const booted = modules();
  pyodide.pyimport("quiz");
  const quiz = modules();
  pyodide.pyimport("quiz.browser");
  return [booted, quiz, modules()];
}
"""
"""Boots a Python of its own as worker.js does, and lists what is loaded before, with `quiz`, and with its door."""


def test_quiz_loads_no_module_that_python_has_not(page: Page, server: Server) -> None:
    """Importing the quiz costs no other module: all that it needs, Pyodide has loaded for itself."""
    page.goto(f"{server.url}check/")
    booted, quiz, door = page.evaluate(MODULES)
    assert "quiz.engine" in quiz
    others = [sorted(name for name in set(more) - set(booted) if name.split(".")[0] != "quiz") for more in (quiz, door)]
    print(f"\n{len(booted)} modules booted; quiz adds {others[0]}, its door {others[1]}")
    assert [[], []] == others
