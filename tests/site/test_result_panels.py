"""What the quiz page shows for each urgency, in which order, for any guide."""

from __future__ import annotations

from copy import replace

from quiz import GUIDE, Urgency
from quiz.conditions import ALWAYS
from quiz.model import Guide, Note
from site_src.pages.result_panels import Panel, result_panels

NEAR = Note(id="near", when=ALWAYS, before_numbers=True)
ADDED = Note(id="added", when=ALWAYS)
READY = Note(id="ready", when=ALWAYS, instead="Get ready", named="a start")


def panels(*notes: Note) -> dict[Urgency, Panel]:
    """Return the panels of a guide with these notes, each text told by its name."""
    guide: Guide = replace(GUIDE, notes=notes)
    found = result_panels(guide, lambda name: f"<p>{name}</p><h3>More</h3>")
    return {panel.urgency: panel for panel in found}


def kinds(panel: Panel) -> list[str]:
    """Return the blocks of a panel, notes by their ids."""
    return [block.note or block.kind for block in panel.blocks]


def test_every_urgency_has_a_panel_the_most_urgent_first() -> None:
    assert list(reversed(Urgency)) == list(panels())


def test_in_an_emergency_nothing_but_nearer_help_is_above_the_numbers() -> None:
    """What to do comes next, then how to undo a slip; what may happen is below the reasons."""
    panel = panels(ADDED, READY, NEAR)[Urgency.EMERGENCY]
    assert ["near", "numbers", "added", "first-steps", "led-here", "reasons", "advice"] == kinds(panel)
    said = {block.kind: block.html for block in panel.blocks}
    assert ("<p>emergency</p>", "<h3>More</h3>") == (said["first-steps"], said["advice"])


def test_notes_come_before_whom_to_call() -> None:
    """In the order of the guide; whoever is told to wait can still be worried."""
    found = panels(ADDED, READY, NEAR)
    assert ["added", "near", "team", "reasons", "advice"] == kinds(found[Urgency.TODAY])
    assert ["added", "near", "team", "reasons", "advice", "worried", "unasked"] == kinds(found[Urgency.SOON])
    mild = ["added", "near", "team-on-paper", "reasons", "advice", "ready", "worried", "unasked"]
    assert mild == kinds(found[Urgency.EXPECTED])


def test_only_the_mildest_advice_is_replaced() -> None:
    replaced = {urgency: panel.replaced_by for urgency, panel in panels(ADDED, READY, NEAR).items()}
    assert {**dict.fromkeys(Urgency, ()), Urgency.EXPECTED: (READY,)} == replaced
