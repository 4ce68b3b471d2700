"""The result panel of the quiz for each urgency, block by block; `check.html` lays it out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from quiz.model import Guide, Note, Source, Urgency
from site_src.derived.warning_signs import asked_later

__all__ = ["Block", "Panel", "result_panels", "sources"]

type Kind = Literal[
    "note",
    "numbers",
    "told",
    "opening",
    "likely",
    "team",
    "part",
    "say",
    "led-here",
    "slot",
    "worried",
    "unasked",
    "fold",
]

HEADING = re.compile(r'<h3\b([^>]*?) id="([^"]*)"([^>]*)>(.*?)</h3>', re.DOTALL)
IN_SIGHT = {"now": "now", "if": "call"}
"""How the ids of the parts of a text end that are not folded, and which lines of self-care belong there.

`say` is what to say on the phone.
"""


class Block(NamedTuple):
    """One block of a panel: how it is laid out, and its words.

    `note`: the id of the note that it is a part of. `usual`: a note can stand in place of it. `unless`: the
    ids of the notes with which it goes, because help is nearer. `care`: the lines of self-care that stand in place of
    its text where a topic holds. `name`: of a slot, what goes there once there is a result; of a part, which it is;
    `say` where a block has what to say on the phone too. `folded`: whether it opens.
    """

    kind: Kind
    html: str = ""
    title: str = ""
    note: str = ""
    usual: bool = False
    unless: str = ""
    care: str = ""
    name: str = ""
    folded: bool = False


class Panel(NamedTuple):
    """The panel of one urgency: its card, and what is below it.

    The headings of `replaced_by` can stand in place of the panel's own, each of those of `led_by` for what is to be
    done first.
    """

    urgency: Urgency
    card: tuple[Block, ...]
    below: tuple[Block, ...]
    replaced_by: tuple[Note, ...] = ()
    led_by: tuple[Note, ...] = ()


class _Text(NamedTuple):
    """The parts of an advice text, as blocks."""

    opening: Block
    in_sight: tuple[Block, ...]
    say: tuple[Block, ...]
    folded: tuple[Block, ...]


def result_panels(guide: Guide, advice: Callable[[str], str]) -> list[Panel]:
    """Return the panel for each urgency, the most urgent first; `advice` gives the HTML of a text by its name."""
    # Only the mildest advice can be replaced: whoever is to call reads what the call needs.
    replacing = tuple(note for note in guide.notes if note.instead)
    added = [note for note in guide.notes if not note.instead]
    leading = tuple(note for note in added if note.heading)
    near = tuple(note for note in added if note.before_numbers)
    notes = tuple(_note(note, advice) for note in added)

    def far(block: Block) -> Block:
        return block._replace(unless=" ".join(note.id for note in near))

    emergency, today, soon, expected = (
        _parts(advice(urgency.value)) for urgency in sorted(Urgency, key=lambda urgency: -urgency.level)
    )
    told, worried = Block("told"), Block("worried", advice("worried"))
    likely = expected.opening._replace(kind="likely", care="likely")
    buttons, reasons, end = (Block("slot", name=name) for name in ("buttons", "reasons", "end"))
    # Whoever was not asked about a sign is shown it before they leave.
    unasked = (Block("unasked", advice("unasked")),) if asked_later(guide) else ()
    return [
        Panel(
            Urgency.EMERGENCY,
            (
                *(_note(note, advice) for note in near),
                far(emergency.opening),
                Block("numbers"),
                told,
                *(_note(note, advice) for note in added if note not in near),
                # Whoever has called has time to open the rest.
                *(block._replace(folded=block.name == "call") for block in emergency.in_sight),
                *(block._replace(folded=True) for block in emergency.say),
            ),
            (buttons, Block("led-here"), reasons, *emergency.folded, end),
            led_by=tuple(note for note in leading if note in near),
        ),
        Panel(
            Urgency.TODAY,
            (
                *notes,
                told,
                far(today.opening),
                Block("team"),
                *(far(block) if block.name == "now" else block for block in today.in_sight),
                *today.say,
            ),
            (buttons, reasons, *today.folded, end),
            led_by=leading,
        ),
        Panel(
            Urgency.SOON,
            (*notes, told, Block("likely", care="likely"), soon.opening, Block("team"), *_by_topic(soon), *soon.say),
            (buttons, worried, *unasked, reasons, *soon.folded, end),
        ),
        Panel(
            Urgency.EXPECTED,
            (
                *notes,
                *map(_usual, (told, likely, *_by_topic(expected))),
                *(block for note in replacing for block in _instead(note, advice, folded=False)),
            ),
            (
                buttons,
                worried._replace(name="say"),
                *unasked,
                reasons,
                *map(_usual, expected.folded),
                *(block for note in replacing for block in _instead(note, advice, folded=True)),
                end,
            ),
            replacing,
        ),
    ]


def sources(guide: Guide) -> list[Source]:
    """Return every source of the rules once, in the order in which they name them."""
    return list(dict.fromkeys(source for rule in guide.rules for source in rule.sources))


def _parts(html: str) -> _Text:
    """Return an advice text in parts: what stands before its first heading, then each heading with its text."""
    opening, *pieces = HEADING.split(html)
    in_sight, say, folded = [], [], []
    for before, name, after, words, text in zip(*(pieces[place::5] for place in range(5)), strict=True):
        mark = before + after  # it says that the words are not translated
        title = f"<span{mark}>{words}</span>" if mark else words
        part = name.rpartition("-")[2]
        if part in IN_SIGHT:
            in_sight.append(Block("part", text.strip(), title, name=IN_SIGHT[part]))
        elif part == "say":
            say.append(Block("say", text.strip(), title))
        else:
            folded.append(Block("fold", text.strip(), title))
    return _Text(Block("opening", opening.strip()), tuple(in_sight), tuple(say), tuple(folded))


def _by_topic(text: _Text) -> list[Block]:
    """Return the parts in sight with the place for the lines of self-care that belong there."""
    return [block._replace(care=block.name) for block in text.in_sight]


def _note(note: Note, advice: Callable[[str], str]) -> Block:
    return Block("note", advice(note.id), note=note.id)


def _usual(block: Block) -> Block:
    return block._replace(usual=True)


def _instead(note: Note, advice: Callable[[str], str], *, folded: bool) -> list[Block]:
    text = _parts(advice(note.id))
    blocks = text.folded if folded else (text.opening, *text.in_sight, *text.say)
    return [block._replace(note=note.id) for block in blocks]
