"""`make mutants`: which mutants it generates, and how it judges whether tests kill them."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from quiz import GUIDE
from quiz.conditions import TwoClusters, at_least
from quiz.engine import assess
from quiz.ivig.periods import third_day
from quiz.ivig.questions.head import head_signs, headache
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.time import yesterday
from quiz.ivig.rules import counting
from tests.mutants import engine
from tests.mutants.report import Outcome, report
from tests.mutants.rules import description, mutants, mutations, possible_answers, rewritten
from tests.support.walks import cases, walk

severe = headache.at_least("severe")
light = head_signs.is_("light")
sore = head_signs.is_("sore-neck", "stiff-neck")


def changes(*args: object) -> list[str]:
    """Return the description of each mutation."""
    return [change for change, _ in mutations(*args)]  # type: ignore[arg-type]  # a condition and its sets


# --- what is changed


def test_a_threshold_moves_one_step_either_way() -> None:
    """On a scale, the step before and the step after are tried."""
    assert changes(severe, ()) == [
        'headache.at_least("severe") -> headache.at_least("moderate")',
        'headache.at_least("severe") -> headache.at_least("very-severe")',
    ]


def test_and_becomes_or_and_each_side_is_left_out() -> None:
    """`&` becomes `|`, and each side is left out."""
    found = dict(mutations(light & sore, ()))
    both = 'head_signs.is_("light") & head_signs.is_("sore-neck", "stiff-neck")'
    assert found[f"{both} -> {both.replace('&', '|')}"] == light | sore
    assert found[f'{both} without head_signs.is_("light")'] == sore
    assert found[f'{both} without head_signs.is_("sore-neck", "stiff-neck")'] == light


def test_or_becomes_and_and_each_side_is_left_out() -> None:
    """`|` becomes `&`, and each side is left out."""
    assert [light & sore, sore, light] == [condition for _, condition in mutations(light | sore, ())][:3]


def test_an_option_is_left_out_wherever_it_stands() -> None:
    """Each option of a choice is left out in turn, inside a longer condition too."""
    found = [condition for change, condition in mutations(severe & sore, ()) if change.startswith("head_signs")]
    assert found == [severe & head_signs.is_("stiff-neck"), severe & head_signs.is_("sore-neck")]


def test_at_least_is_asked_of_one_more_and_one_fewer() -> None:
    """`at_least(n, ...)` is tried with one more and one fewer; leaving out a part keeps the number."""
    condition = at_least(2, severe, light, sore)
    made = [condition for _, condition in mutations(condition, {severe, light, sore})]
    assert made == [
        *(at_least(count, severe, light, sore) for count in (1, 3)),
        *(at_least(2, *two) for two in ((light, sore), (severe, sore), (severe, light))),
    ]


def test_a_shared_condition_is_left_out_but_not_changed() -> None:
    """A shared condition is mutated once by its name; in a rule it is only left out."""
    found = changes(light & third_day, {third_day})
    assert [change for change in found if "third_day" in change] == found
    assert description(third_day & yesterday.is_("better")) == 'third_day & yesterday.is_("better")'


def test_a_gathered_list_is_asked_of_one_more_only() -> None:
    """Conditions that a counting rule collects from other rules are not mutated in it; only its number goes up."""
    assert len(changes(spell.is_("fit") & at_least(1, severe, light), (), {severe, light})) == 3
    assert changes(TwoClusters(((severe, "head", "headache"), (light, "eyes", "head-signs")), "2 problems"), ()) == []
    own = Counter(mutant.key.split(": ")[0] for mutant in mutants())
    assert all(0 < own[rule.id] < 10 for rule in counting.RULES)


def test_urgency_is_tried_one_level_up_and_down() -> None:
    """The urgency of a rule is tried one level up and one level down."""
    keys = {mutant.key for mutant in mutants()}
    assert {"headache-easing: soon -> today", "headache-easing: soon -> expected"} <= keys
    assert "headache-easing: soon -> emergency" not in keys


def test_every_rule_and_every_shared_condition_has_mutants() -> None:
    """No rule is left out, and no two mutants share a key."""
    keys = [mutant.key for mutant in mutants()]
    assert {rule.id for rule in GUIDE.rules} <= {key.split(": ")[0] for key in keys}
    assert "past_window" in {key.split(": ")[0] for key in keys}
    assert len(keys) == len(set(keys))


@pytest.mark.whole
def test_a_mutant_of_the_engine_is_made_and_judged() -> None:
    """A copy of the engine passes its tests before a change, and fails them once a part is left out."""
    pytest.importorskip("mutmut", reason="it has no wheels for Intel Macs")
    name = "quiz.conditions.x_at_least__mutmut_1"
    assert engine.outcomes(name) == [Outcome(file="quiz/conditions.py", key=name, survived=False)]


# --- how the guide is made anew and judged


def test_a_guide_rebuilt_without_a_change_is_equal() -> None:
    """A guide rebuilt without a change equals the original."""
    guide = rewritten({})
    assert guide is not None
    assert guide.rules == GUIDE.rules


def test_the_counting_rules_count_the_changed_rule() -> None:
    """A rule changed to `today` is counted with the `today` rules and no longer with the `soon` rules."""
    (mutant,) = (mutant for mutant in mutants() if mutant.key == "headache-easing: soon -> today")
    guide = rewritten({name: new for name, (_, new) in mutant.rules.items()})
    assert guide is not None
    before, after = ({rule.id: rule.when for rule in rules} for rules in (GUIDE.rules, guide.rules))
    worse = {"yesterday": ["worse"], "headache": ["moderate"]}
    assert before["worse-soon"].holds(worse)
    assert not before["worse-today"].holds(worse)
    assert after["worse-today"].holds(worse)


def test_a_mutant_that_the_guide_refuses_needs_no_case() -> None:
    """A mutant that the guide itself refuses, such as a milder red flag, needs no case."""
    (mutant,) = (mutant for mutant in mutants() if mutant.key == "flag-collapse: emergency -> today")
    assert rewritten({name: new for name, (_, new) in mutant.rules.items()}) is None


def test_answers_that_a_mutant_does_not_touch_keep_their_result() -> None:
    """Only answers on which a changed rule fires are assessed again; all others keep their result."""
    random = Random(5)
    sets = [*(case.answers for case in cases()), *(walk(random) for _ in range(300))]
    told = [(answers, possible_answers(answers)) for answers in sets]
    tried = 0
    for mutant in random.sample(mutants(), 12):
        guide = rewritten({name: new for name, (_, new) in mutant.rules.items()})
        if guide is None:
            continue
        untouched = [answers for answers, possible in told if not mutant.touches(possible)]
        for answers in random.sample(untouched, 40):
            found, kept = assess(guide, answers), assess(GUIDE, answers)
            assert (found.urgency, found.unknown, found.unsure) == (kept.urgency, kept.unknown, kept.unsure), mutant.key
            assert [rule.id for rule in found.reasons] == [rule.id for rule in kept.reasons], mutant.key
            tried += 1
    assert tried > 200


# --- what is said at the end

LIVED = Outcome(file="a.py", key="f: [x] -> y", survived=True)
DIED = Outcome(file="a.py", key="f: x -> z", survived=False)


def test_a_survivor_needs_a_test_or_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """A survivor is shown and asks for a case; with a reason it is shown with that, and nothing is left to do."""
    assert report([LIVED, DIED], {}).startswith("1 mutants survived without a reason")
    assert "a.py: f: [x] -> y" in capsys.readouterr().out
    assert report([LIVED, DIED], {"f: [x] -> *": "for speed"}) == ""
    assert "for speed" in capsys.readouterr().out


def test_a_reason_that_nobody_needs_is_to_be_removed() -> None:
    """An accepted key without a survivor is reported."""
    assert report([DIED], {"f: x -> z": "for speed"}).startswith("No survivor is called 'f: x -> z' any more")


def test_the_table_counts_by_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Each file has its line: mutants, killed, survived, explained, score."""
    report([LIVED, DIED, Outcome(file="b.py", key="g: x -> y", survived=False)], {LIVED.key: "for speed"})
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[1:4]]
    assert lines == [
        ["a.py", "2", "1", "1", "1", "50.0%"],
        ["b.py", "1", "1", "0", "0", "100.0%"],
        ["all", "3", "2", "1", "1", "66.7%"],
    ]
