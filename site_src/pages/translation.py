"""The site in another language: a file of translated texts by id.

English texts stay in the code and in `content/`. Code that shows one asks for its translation by id and passes the
English. The file holds, by the same ids, the translation (`words`) and the English that was translated:

    language: de
    reviewed_by: ""
    date: ""
    hash: ""
    texts:
      quiz/next:
        english: Next
        words: Weiter

A text without a translation, or whose English has changed since, is shown in English and counted as missing.
"""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import json
import logging
import re
from copy import replace
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Guide, Option, Question
from site_src.derived.symptom_table import slug
from site_src.pages import prose

__all__ = ["ENGLISH", "Translation", "load"]

log = logging.getLogger("mkdocs.hooks.translation")

HEADER = ("language", "reviewed_by", "date", "hash", "texts")

SECTION = re.compile(r"^(?=## )", re.MULTILINE)
SECTION_ID = re.compile(r"## .*\{#([\w-]+)\}")

INVARIANT = re.compile(r"<(/?\w+)[^>]*>|\{[^}]*\}|\]\([^)]*\)|^!!! \w+|\d+", re.MULTILINE)
"""What a translation must not change: tags, ids and names in braces, addresses, the kind of a card, figures."""

BEGIN, END = "<!-- english -->", "<!-- /english -->"
"""The comments around an untranslated section of a page, until its HTML is made."""
UNTRANSLATED = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)
BLOCK = re.compile(r"<(h\d|p|ul|ol|dl|table|figcaption|div)\b")


class Translation:
    """Translates texts of the site by id; without a file it returns the English."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.language = "en"
        self.reviewed_by = self.date = ""
        self.asked: dict[str, str] = {}
        """The English of each text that the site has asked for, by id."""
        if path:
            self._read(path)

    def __call__(self, name: str, english: str) -> str:
        """Return the translation of the text of this id, or its English; raises `PluginError`."""
        if not self.path:
            return english
        english = str(english).strip()  # a setting comes as HTML, and is no plain text to YAML
        if self.asked.setdefault(name, english) != english:
            raise PluginError(
                f"{name}: got {english!r} and {self.asked[name]!r}, wanted one text. Give one of them another id."
            )
        found = self._words(name)
        if found and (got := _invariants(found)) != (wanted := _invariants(english)):
            raise PluginError(
                f"{self.path}, {name}: got {', '.join(got) or 'none'}, wanted {', '.join(wanted) or 'none'}:"
                " tags, ids, addresses and figures stay as in the English. Fix the words."
            )
        return found or english

    def each(self, place: str, texts: dict[str, str]) -> dict[str, str]:
        """Return the translations of the texts of one place, by their short ids."""
        return {name: self(f"{place}/{name}", english) for name, english in texts.items()}

    def page(self, name: str, markdown: str) -> str:
        """Return the Markdown of a page with each section translated, or marked as English."""
        if not self.path:
            return markdown
        sections = []
        for english in SECTION.split(markdown):
            found = SECTION_ID.match(english)
            text = self(f"page/{name}#{found[1]}" if found else f"page/{name}", english)
            sections.append(text if text != english.strip() else f"{BEGIN}\n\n{text}\n\n{END}")
        return "\n\n".join(sections)

    def mark_english(self, html: str) -> str:
        """Return the HTML of a page with untranslated sections marked as English, for screen readers."""
        return UNTRANSLATED.sub(lambda found: _in_english(found[1]), html)

    def block(self, name: str, english: str, config: MkDocsConfig) -> str:
        """Return the HTML of a block of Markdown; what is not translated is marked as English."""
        text = self(name, english)
        html = prose.block(text, config)
        return _in_english(html) if self.path and text == english.strip() else html

    def guide(self, guide: Guide) -> Guide:
        """Return the guide with its texts translated; ids, conditions and urgencies are the same."""
        if not self.path:
            return guide
        return replace(
            guide,
            questions=tuple(map(self._question, guide.questions)),
            rules=tuple(
                rule._replace(
                    because=self(f"rule/{rule.id}", rule.because), ask=self._part(f"rule/{rule.id}/ask", rule.ask)
                )
                for rule in guide.rules
            ),
            notes=tuple(
                note._replace(
                    instead=self._part(f"note/{note.id}/instead", note.instead),
                    heading=self._part(f"note/{note.id}/heading", note.heading),
                )
                for note in guide.notes
            ),
        )

    def english_heading(self, shown: str) -> str:
        """Return the English of a heading over answers: its id is made from it in every language."""
        groups = {self._words(name): english for name, english in self.asked.items() if name.startswith("group/")}
        return groups.get(shown, shown)

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer has signed the present words with name, date and hash."""
        return bool(self.reviewed_by and self.date) and self.signed == self.hash

    def refuse_unreviewed(self) -> None:
        """Raise `PluginError` for a translation that nobody has reviewed in its present words."""
        if not self.path or self.reviewed:
            return
        wanted = {
            "reviewed_by": (self.reviewed_by, "the name and role of who has read all of it"),
            "date": (self.date, "the day of the review, such as 2027-02-03"),
        }
        for field, (got, meaning) in wanted.items():
            if not got:
                raise PluginError(
                    f"{self.path}: got no {field}, wanted {meaning}, for a site that is published."
                    " Have it reviewed; `make serve` shows it until then."
                )
        raise PluginError(
            f"{self.path}: got hash {self.signed!r}, wanted {self.hash!r}, which stands for the words as they are"
            " now. Have what was changed reviewed, then write the new hash and date."
        )

    def finish(self) -> None:
        """Log how many texts are missing and write them to `<language>.missing.yaml`; raises `PluginError`."""
        if not self.path:
            return
        for name in self.texts:
            if name not in self.asked:
                near = difflib.get_close_matches(name, self.asked, 1)
                raise PluginError(
                    f"{self.path}: got {name!r}, wanted the id of a text of this site"
                    f"{f', such as {near[0]!r}' if near else ''}. Fix the id, or delete the text."
                )
        missing = {name: english for name, english in self.asked.items() if not self._words(name)}
        outdated = [name for name in missing if self.texts.get(name, {}).get("words")]
        todo = self.path.with_suffix(".missing.yaml")
        texts = {
            name: {"english": english, "words": self.texts.get(name, {}).get("words", "")}
            for name, english in missing.items()
        }
        text = yaml.dump({"texts": texts}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
        # Written again it would have `make serve` build again, without end.
        if not todo.exists() or todo.read_text(encoding="utf-8") != text:
            todo.write_text(text, encoding="utf-8")
        log.info(
            "Translation: %d of %d texts are missing and stand there in English, %d of them because the English has"
            " changed. %s lists them. The hash of the words is %r.",
            len(missing), len(self.asked), len(outdated), todo, self.hash,
        )  # fmt: skip

    @property
    def hash(self) -> str:
        """The hash of all translated texts."""
        return hashlib.sha256(json.dumps(self.texts, sort_keys=True).encode()).hexdigest()[:12]

    def _read(self, path: Path) -> None:
        try:
            read = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise PluginError(f"{path}: got {error}, wanted a file in YAML. Fix TRANSLATION or the file.") from error
        if not isinstance(read, dict) or sorted(read) != sorted(HEADER):
            got = ", ".join(map(str, read)) if isinstance(read, dict) else repr(read)
            raise PluginError(f"{path}: got {got}, wanted {', '.join(HEADER)}. Add what is missing.")
        self.language, self.reviewed_by, self.date, self.signed = (str(read[name] or "") for name in HEADER[:-1])
        self.texts: dict[str, dict[str, str]] = read["texts"] or {}
        for name, text in self.texts.items():
            if not isinstance(text, dict) or not all(isinstance(text.get(part), str) for part in ("english", "words")):
                raise PluginError(f"{path}, {name}: got {text!r}, wanted english and words, both text. Fix it.")
        if self.date:
            try:
                dt.date.fromisoformat(self.date)
            except ValueError as error:
                raise PluginError(f"{path}: got date {self.date!r}, wanted one like 2027-02-03. Fix it.") from error

    def _words(self, name: str) -> str:
        """Return the translation of a text; blank if there is none for its present English."""
        found = self.texts.get(name)
        return found["words"].strip() if found and found["english"].strip() == self.asked[name] else ""

    def _part(self, name: str, english: str) -> str:
        """Return the translation of an optional part of a question, rule or note; blank if it has none."""
        return self(name, english) if english else ""

    def _question(self, question: Question) -> Question:
        name = f"question/{question.id}"
        return question._replace(
            text=self(name, question.text),
            theirs=self._part(f"{name}/theirs", question.theirs),
            hint=self._part(f"{name}/hint", question.hint),
            about=self(f"{name}/about", question.about),
            options=tuple(self._option(question, option) for option in question.options),
        )

    def _option(self, question: Question, option: Option) -> Option:
        return option._replace(
            text=self(f"option/{question.id}/{option.id}", option.text),
            group=self._part(f"group/{slug(option.group)}", option.group),
            named="",  # part of an English sentence
            said="",
        )


ENGLISH = Translation()


def load(config: MkDocsConfig, path: str) -> Translation:
    """Return the translation at the path that the setting `translation` gives, if any; raises `PluginError`."""
    if not path:
        return Translation()
    translation = Translation(Path(config.config_file_path).parent / path)
    themed = [Path(folder, "partials", "languages", f"{translation.language}.html") for folder in config.theme.dirs]
    if not any(file.exists() for file in themed):
        raise PluginError(
            f"{translation.path}: got language {translation.language!r}, wanted one that Material has words for,"
            f" such as 'de'. Fix it, or add {themed[0]}."
        )
    return translation


def _invariants(text: str) -> list[str]:
    return sorted(
        found[1] or (str(int(found[0])) if found[0].isdecimal() else found[0]) for found in INVARIANT.finditer(text)
    )


def _in_english(html: str) -> str:
    return BLOCK.sub(r'<\1 lang="en" dir="ltr"', html)


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as a YAML block."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
