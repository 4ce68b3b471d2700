"""The result panel of the quiz for each urgency, block by block; `check.html` lays it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from quiz.model import Guide, Note, Urgency
from site_src.derived.warning_signs import asked_later

__all__ = ["Block", "Panel", "result_panels"]

type Kind = Literal[
    "note",
    "numbers",
    "team",
    "team-on-paper",
    "first-steps",
    "led-here",
    "reasons",
    "advice",
    "instead",
    "worried",
    "unasked",
]


class Block(NamedTuple):
    """One block of a panel: how it is laid out, its HTML, and the id of the note that it is, if any."""

    kind: Kind
    html: str = ""
    note: str = ""


class Panel(NamedTuple):
    """The panel of one urgency; the headings of `replaced_by` can stand in place of its own."""

    urgency: Urgency
    blocks: tuple[Block, ...]
    replaced_by: tuple[Note, ...] = ()


def result_panels(guide: Guide, advice: Callable[[str], str]) -> list[Panel]:
    """Return the panel for each urgency, the most urgent first; `advice` gives the HTML of a text by its name."""
    # Only the mildest advice can be replaced: whoever is to call reads what the call needs.
    replacing = tuple(note for note in guide.notes if note.instead)
    added = [note for note in guide.notes if not note.instead]
    before = [_note(note, advice) for note in added if note.before_numbers]
    after = [_note(note, advice) for note in added if not note.before_numbers]
    notes = [_note(note, advice) for note in added]
    first_steps, heading, rest = advice("emergency").partition("<h3")
    reasons = Block("reasons", advice("no-scripts"))
    worried = Block("worried", advice("worried"))
    # Whoever was not asked about a sign is shown it before they leave.
    unasked = (Block("unasked", advice("unasked")),) if asked_later(guide) else ()
    return [
        Panel(
            Urgency.EMERGENCY,
            (
                *before,
                Block("numbers"),
                *after,
                Block("first-steps", first_steps),
                Block("led-here"),
                Block("reasons"),
                Block("advice", heading + rest),
            ),
        ),
        Panel(Urgency.TODAY, (*notes, Block("team"), reasons, Block("advice", advice("today")))),
        Panel(Urgency.SOON, (*notes, Block("team"), reasons, Block("advice", advice("soon")), worried, *unasked)),
        Panel(
            Urgency.EXPECTED,
            (
                *notes,
                Block("team-on-paper"),
                reasons,
                Block("advice", advice("expected")),
                *(_note(note, advice, "instead") for note in replacing),
                worried,
                *unasked,
            ),
            replacing,
        ),
    ]


def _note(note: Note, advice: Callable[[str], str], kind: Kind = "note") -> Block:
    return Block(kind, advice(note.id), note.id)
