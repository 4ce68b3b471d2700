"""What the quiz page shows for each urgency, in which order, for any guide."""

from __future__ import annotations

from copy import replace

from quiz import GUIDE, Urgency
from quiz.conditions import ALWAYS
from quiz.model import Guide, Note
from site_src.pages.result_panels import Block, Panel, result_panels, sources

NEAR = Note(id="near", when=ALWAYS, before_numbers=True, heading="Ask who is near")
ADDED = Note(id="added", when=ALWAYS)
PLAN = Note(id="plan", when=ALWAYS, heading="Follow the plan")
READY = Note(id="ready", when=ALWAYS, instead="Get ready", named="a start")

TEXT = """<p>{name}</p>
<h3 id="{name}-now">Do this now</h3><ul><li>Rest.</li></ul>
<h3 id="{name}-if">Call if</h3><ul><li>it is worse</li></ul>
<h3 id="{name}-say">What to say</h3><p>This.</p>
<h3 id="{name}-unknown">Not known</h3><p>Much.</p>"""


def panels(*notes: Note) -> dict[Urgency, Panel]:
    """Return the panels of a guide with these notes, each text told by its name."""
    guide: Guide = replace(GUIDE, notes=notes)
    found = result_panels(guide, lambda name: TEXT.format(name=name))
    return {panel.urgency: panel for panel in found}


def order(blocks: tuple[Block, ...]) -> list[str]:
    """Return the blocks in order: notes by their ids, parts and slots by their names."""
    return [
        f"{block.note} {block.kind}".removesuffix(" note") if block.note else block.name or block.kind
        for block in blocks
    ]


def test_every_urgency_has_a_panel_the_most_urgent_first() -> None:
    assert list(reversed(Urgency)) == list(panels())


def test_in_an_emergency_nothing_but_nearer_help_is_above_the_numbers() -> None:
    """What to do comes next; when to call again and what to say are folded; how to undo a slip is below all that."""
    panel = panels(ADDED, READY, NEAR)[Urgency.EMERGENCY]
    assert ["near", "opening", "numbers", "told", "added", "now", "call", "say"] == order(panel.card)
    assert ["buttons", "led-here", "reasons", "fold", "end"] == order(panel.below)
    assert ["call", "say"] == order(tuple(block for block in panel.card if block.folded))
    assert ["<p>emergency</p>"] == [block.html for block in panel.card if block.kind == "opening"]


def test_every_other_result_has_the_same_order() -> None:
    """What was told, what to do now, when to call, what to say; below it the buttons, and folded all the rest."""
    found = panels(ADDED, READY, NEAR)
    assert ["added", "near", "told", "opening", "team", "now", "call", "say"] == order(found[Urgency.TODAY].card)
    assert ["buttons", "reasons", "fold", "end"] == order(found[Urgency.TODAY].below)
    soon = ["added", "near", "told", "likely", "opening", "team", "now", "call", "say"]
    assert soon == order(found[Urgency.SOON].card)
    assert ["buttons", "worried", "unasked", "reasons", "fold", "end"] == order(found[Urgency.SOON].below)


def test_only_the_mildest_advice_is_replaced() -> None:
    """What stands in place of it has the same parts, in sight and folded; its own parts give way to them."""
    found = panels(ADDED, READY, NEAR)
    replaced = {urgency: panel.replaced_by for urgency, panel in found.items()}
    assert {**dict.fromkeys(Urgency, ()), Urgency.EXPECTED: (READY,)} == replaced
    mild = found[Urgency.EXPECTED]
    instead = ["ready opening", "ready part", "ready part", "ready say"]
    assert ["added", "near", "told", "likely", "now", "call", *instead] == order(mild.card)
    assert ["buttons", "say", "unasked", "reasons", "fold", "ready fold", "end"] == order(mild.below)
    usual = [block for block in (*mild.card, *mild.below) if block.usual]
    assert ["told", "likely", "now", "call", "fold"] == order(tuple(usual))


def test_a_note_leads_where_someone_is_to_be_called() -> None:
    """Nearer help leads in an emergency too; there a plan for a call comes after the number."""
    found = panels(ADDED, PLAN, NEAR)
    leading = {urgency: panel.led_by for urgency, panel in found.items()}
    assert {
        Urgency.EMERGENCY: (NEAR,),
        Urgency.TODAY: (PLAN, NEAR),
        Urgency.SOON: (),
        Urgency.EXPECTED: (),
    } == leading
    assert ["near", "opening", "numbers", "told", "added", "plan"] == order(found[Urgency.EMERGENCY].card)[:6]


def test_with_help_near_nobody_is_told_to_wait_for_a_call() -> None:
    """What is for those without it goes: only that is marked with the note."""
    found = panels(ADDED, PLAN, NEAR)
    gone = {urgency: order(tuple(block for block in panel.card if block.unless)) for urgency, panel in found.items()}
    assert {
        Urgency.EMERGENCY: ["opening"],
        Urgency.TODAY: ["opening", "now"],
        Urgency.SOON: [],
        Urgency.EXPECTED: [],
    } == gone
    assert {"near"} == {block.unless for panel in found.values() for block in panel.card if block.unless}


def test_lines_of_self_care_stand_where_nobody_is_to_call_today() -> None:
    """What is likely, what to do, when to call; whoever is to call today reads what the call needs."""
    care = {urgency: [block.care for block in panel.card if block.care] for urgency, panel in panels().items()}
    lines = ["likely", "now", "call"]
    assert {
        Urgency.EMERGENCY: [],
        Urgency.TODAY: [],
        Urgency.SOON: lines,
        Urgency.EXPECTED: lines,
    } == care


def test_words_that_are_not_translated_stay_marked() -> None:
    """A heading says so too, for screen readers."""
    marked = '<p lang="en">x</p><h3 lang="en" id="x-unknown">Not known</h3><p lang="en">Much.</p>'
    panel = result_panels(GUIDE, lambda _: marked)[0]
    assert ['<span lang="en">Not known</span>'] == [block.title for block in panel.below if block.kind == "fold"]


def test_each_source_is_listed_once() -> None:
    """Every source of every rule is there, and none twice."""
    found = sources(GUIDE)
    assert len(found) == len(set(found))
    assert {source for rule in GUIDE.rules for source in rule.sources} == set(found)
