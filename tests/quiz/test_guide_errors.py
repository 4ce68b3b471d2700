"""A guide that breaks a rule of the model is refused at construction, with an error that names place and remedy."""

from __future__ import annotations

from copy import replace

import pytest

from quiz.conditions import ALWAYS, Condition
from quiz.model import NONE, BadGuide, Call, Care, Guide, Hazard, Note, Option, Question, Rule, Source, Urgency

FALL = Hazard(id="fall", name="a fall")
MANUAL = Source(title="The bicycle manual", publisher="A bicycle maker", seen="2026-11")


def options(*ids: str) -> tuple[Option, ...]:
    """Return plain options for these ids, each with its id as text."""
    return tuple(Option(id=name, text=name) for name in ids)


def not_sure(*stands_for: str) -> Option:
    """Return the "not sure" option that stands for these."""
    return Option(id="not-sure", text="I'm not sure", stands_for=stands_for)


alarms = Question(
    id="alarms", kind="several", text="Any of these?", about="the alarms", options=options("smoke", "crack", NONE)
)
brakes = Question(
    id="brakes", kind="scale", text="The brakes?", about="the brakes", options=options("firm", "soft", "gone")
)
bike = Question(id="bike", kind="choice", text="Which bicycle?", about="the bicycle", options=options("town", "race"))
parts = Question(
    id="parts", kind="several", text="What rattles?", about="what rattles", options=options("bell", "chain", NONE)
)


def rule(when: Condition, urgency: Urgency = Urgency.TODAY, name: str = "check") -> Rule:
    """Return a rule for this condition and urgency, with defaults for the rest."""
    call: Call = "night" if urgency is Urgency.TODAY else ""
    return Rule(id=name, when=when, urgency=urgency, because="Check it.", hazards=(FALL,), sources=(MANUAL,), call=call)


GOOD = Guide(
    version="1",
    dated="2026-11-22",
    questions=(alarms, brakes, bike, parts),
    rules=(rule(alarms.is_("smoke", "crack"), Urgency.EMERGENCY),),
    notes=(),
    hazards=(FALL,),
)


def refusal(
    *,
    questions: tuple[Question, ...] = GOOD.questions,
    rules: tuple[Rule, ...] = GOOD.rules,
    notes: tuple[Note, ...] = (),
    care: tuple[Care, ...] = (),
    hazards: tuple[Hazard, ...] = (FALL,),
) -> str:
    """Return the error message for the good guide with these changes."""
    with pytest.raises(BadGuide) as caught:
        replace(GOOD, questions=questions, rules=rules, notes=notes, hazards=hazards, care=care)
    return str(caught.value)


def test_bad_guide_is_a_value_error() -> None:
    """BadGuide is a ValueError."""
    assert issubclass(BadGuide, ValueError)


def test_good_guide_is_taken() -> None:
    """The valid guide that the other tests change in one place is accepted."""
    assert replace(GOOD).questions == GOOD.questions


# --- ids that are there twice


def test_two_questions_of_one_id() -> None:
    """Two questions may not share an id."""
    assert refusal(questions=(*GOOD.questions, bike)) == (
        "question 'bike': got this id 2 times, wanted once. Rename all but one."
    )


def test_two_rules_of_one_id() -> None:
    """Two rules may not share an id."""
    assert refusal(rules=(*GOOD.rules, rule(bike.is_("town")))) == (
        "rule 'check': got this id 2 times, wanted once. Rename all but one."
    )


def test_two_hazards_of_one_id() -> None:
    """Two hazards may not share an id."""
    assert refusal(hazards=(FALL, FALL, Hazard(id="fall", name="a deep fall"))) == (
        "hazard 'fall': got this id 3 times, wanted once. Rename all but one."
    )


def test_two_options_of_one_id() -> None:
    """Two options of a question may not share an id."""
    twice = replace(bike, options=options("town", "race", "town"))
    assert refusal(questions=(alarms, brakes, twice)) == (
        "option of bike 'town': got this id 2 times, wanted once. Rename all but one."
    )


def test_one_id_in_two_questions_is_fine() -> None:
    """Different questions may have options of the same id, as most have a "none"."""
    again = replace(bike, id="spare-bike")
    assert again in replace(GOOD, questions=(*GOOD.questions, again)).questions


# --- "not sure"


def test_not_sure_stands_for_an_option_of_its_question() -> None:
    """A "not sure" may stand only for answers of its own question."""
    wrong = replace(bike, options=(*bike.options, not_sure("town", "soft")))
    assert refusal(questions=(alarms, brakes, wrong)) == (
        "question bike: 'not-sure' stands for 'soft', wanted one of town, race. Fix its stands_for."
    )


def test_not_sure_does_not_stand_for_itself() -> None:
    """A "not sure" may not stand for a "not sure"."""
    wrong = replace(bike, options=(*bike.options, not_sure("not-sure")))
    assert refusal(questions=(alarms, brakes, wrong)) == (
        "question bike: 'not-sure' stands for 'not-sure', wanted one of town, race. Fix its stands_for."
    )


def test_scale_with_a_not_sure_needs_three_steps() -> None:
    """On a scale of two steps a "not sure" is refused: one step above the mildest would be the worst."""
    short = replace(brakes, options=(*options("firm", "gone"), not_sure("gone")))
    assert refusal(questions=(alarms, short)) == (
        "question brakes: got 2 steps, wanted 3 or more on a scale with a 'not sure'. Add a step, or make it a choice."
    )


def test_three_steps_are_enough_and_a_choice_needs_none() -> None:
    """A scale of three steps, and a choice of any length, may offer a "not sure"."""
    scale = replace(brakes, options=(*brakes.options, not_sure("soft")))
    choice = replace(bike, options=(*bike.options, not_sure("race")))
    assert replace(GOOD, questions=(alarms, scale, choice)).questions == (alarms, scale, choice)


# --- conditions


def test_step_that_a_scale_does_not_have() -> None:
    """A condition on a step that the scale does not have is refused."""
    with pytest.raises(BadGuide) as caught:
        brakes.at_least("squeaky")
    assert str(caught.value) == ("brakes.at_least: got 'squeaky', wanted one of firm, soft, gone. Fix the step's name.")


def test_not_sure_is_no_step() -> None:
    """A condition that begins at "not sure" is refused."""
    with pytest.raises(BadGuide) as caught:
        replace(brakes, options=(*brakes.options, not_sure("soft"))).at_least("not-sure")
    assert str(caught.value) == (
        "brakes.at_least: got 'not-sure', wanted one of firm, soft, gone. Fix the step's name."
    )


def test_rule_on_a_question_that_is_not_asked() -> None:
    """A rule may look only at questions of the guide."""
    stray = Question(id="saddle", kind="choice", text="The saddle?", about="the saddle", options=options("high", "low"))
    assert refusal(rules=(*GOOD.rules, rule(stray.is_("high"), name="saddle-high"))) == (
        "rule saddle-high: when: got question 'saddle', wanted one that is asked before. Move or rename it."
    )


def test_question_that_waits_for_a_later_one() -> None:
    """A question may be opened only by one that is asked before it."""
    early = replace(brakes, ask_if=bike.is_("town"))
    assert refusal(questions=(alarms, early, bike)) == (
        "question brakes: ask_if: got question 'bike', wanted one that is asked before. Move or rename it."
    )


def test_question_that_waits_for_itself() -> None:
    """A question that only its own answer opens would never be asked."""
    assert refusal(questions=(alarms, replace(bike, ask_if=bike.is_("town")))) == (
        "question bike: ask_if: got question 'bike', wanted one that is asked before. Move or rename it."
    )


def test_note_on_a_question_that_is_not_asked() -> None:
    """A note, too, may look only at questions of the guide."""
    stray = Question(id="saddle", kind="choice", text="The saddle?", about="the saddle", options=options("high", "low"))
    assert refusal(notes=(Note(id="sit-down", when=stray.is_("high")),)) == (
        "note sit-down: when: got question 'saddle', wanted one that is asked before. Move or rename it."
    )


def test_care_on_a_question_that_is_not_asked() -> None:
    """A topic of self-care, too, may look only at questions of the guide."""
    stray = Question(id="saddle", kind="choice", text="The saddle?", about="the saddle", options=options("high", "low"))
    assert refusal(care=(Care(id="saddle", when=stray.is_("high")),)) == (
        "care saddle: when: got question 'saddle', wanted one that is asked before. Move or rename it."
    )


def test_care_with_an_id_twice() -> None:
    """Two topics of self-care with one id would have one text."""
    oil = Care(id="oil", when=bike.is_("race"))
    assert refusal(care=(oil, oil)) == "care 'oil': got this id 2 times, wanted once. Rename all but one."


def test_a_copy_of_a_guide_keeps_its_care() -> None:
    """What is not replaced stays, the topics of self-care too."""
    oil = Care(id="oil", when=bike.is_("race"))
    assert replace(replace(GOOD, care=(oil,)), version="2").care == (oil,)


def test_note_that_stands_instead_has_a_name() -> None:
    """A note that replaces other advice needs a name, which a page shows."""
    assert refusal(notes=(Note(id="new-bike", when=bike.is_("race"), instead="Get ready"),)) == (
        "note new-bike: got instead='Get ready' without named, wanted what that advice is for."
        " Add named, as part of a sentence."
    )


def test_option_that_its_question_does_not_have() -> None:
    """A condition may name only options that the question offers."""
    assert refusal(rules=(*GOOD.rules, rule(bike.is_("town", "cargo"), name="cargo"))) == (
        "rule cargo: when: got option 'cargo' of bike, wanted one of town, race. Fix the condition."
    )


def test_condition_on_a_not_sure() -> None:
    """A condition on a "not sure" is refused: it should name what that stands for."""
    unsure = replace(bike, options=(*bike.options, not_sure("race")))
    assert refusal(
        questions=(alarms, brakes, unsure, parts), rules=(*GOOD.rules, rule(unsure.is_("not-sure"), name="unsure"))
    ) == ("rule unsure: when: got option 'not-sure' of bike, wanted one of town, race. Fix the condition.")


def test_is_on_a_scale_in_a_rule() -> None:
    """On a scale a worse answer must count too, so `is_` is refused there."""
    assert refusal(rules=(*GOOD.rules, rule(brakes.is_("firm", "soft"), name="soft"))) == (
        "rule soft: when: got brakes.is_('firm', 'soft') on a scale, where a worse answer must count too."
        " Write brakes.at_least(...) instead."
    )


def test_is_on_a_scale_in_ask_if() -> None:
    """Nor may a worse answer close a question that a milder one opens."""
    assert refusal(questions=(alarms, brakes, replace(bike, ask_if=brakes.is_("soft")))) == (
        "question bike: ask_if: got brakes.is_('soft') on a scale, where a worse answer must count too."
        " Write brakes.at_least(...) instead."
    )


@pytest.mark.parametrize(("question", "step"), [(bike, "race"), (parts, "chain")])
def test_at_least_on_what_has_no_order(question: Question, step: str) -> None:
    """Only a scale has an order, so `at_least` is refused elsewhere."""
    assert refusal(rules=(*GOOD.rules, rule(question.at_least(step), name="later"))) == (
        f"rule later: when: got {question.id}.at_least('{step}') on a {question.kind}, whose options have no order."
        f" Write {question.id}.is_(...) instead."
    )


def test_the_place_is_found_inside_a_longer_condition() -> None:
    """A fault deep inside a condition is named like one that stands alone."""
    deep = bike.is_("town") & (parts.is_("bell") | brakes.is_("gone"))
    assert refusal(rules=(*GOOD.rules, rule(deep, name="deep"))) == (
        "rule deep: when: got brakes.is_('gone') on a scale, where a worse answer must count too."
        " Write brakes.at_least(...) instead."
    )


# --- "none of these"


@pytest.mark.parametrize("urgency", [Urgency.SOON, Urgency.TODAY, Urgency.EMERGENCY])
def test_none_earns_nothing_but_expected(urgency: Urgency) -> None:
    """Ticking more drops "none of these", so no rule above `expected` may rest on it."""
    assert refusal(rules=(*GOOD.rules, rule(parts.is_(NONE), urgency, name="quiet"))) == (
        f"rule quiet: got 'none' at urgency '{urgency.value}', wanted it only at 'expected',"
        " because ticking more drops it. Name the answers instead."
    )


def test_none_may_earn_expected() -> None:
    """A rule with urgency `expected` may rest on "none of these"."""
    quiet = rule(parts.is_(NONE), Urgency.EXPECTED, name="quiet")
    assert quiet in replace(GOOD, rules=(*GOOD.rules, quiet)).rules


def test_none_opens_a_question_only_where_each_tick_is_an_emergency() -> None:
    """Only where every other option is an emergency by itself may "none of these" open a question: a tick closes it."""
    rider = replace(bike, id="rider", ask_if=parts.is_(NONE))
    assert refusal(questions=(*GOOD.questions, rider)) == (
        "question rider: ask_if names 'none' of parts, whose answer 'bell' is no emergency by itself."
        " Name the answers that open the question instead."
    )


def test_none_opens_a_question_where_each_tick_is_an_emergency() -> None:
    """After a screen of alarms "none of these" may open questions."""
    rider = replace(bike, id="rider", ask_if=alarms.is_(NONE))
    assert rider in replace(GOOD, questions=(*GOOD.questions, rider)).questions


@pytest.mark.parametrize(
    "rules",
    [
        (rule(alarms.is_("smoke"), Urgency.EMERGENCY),),
        (rule(alarms.is_("smoke"), Urgency.EMERGENCY), rule(alarms.is_("crack"), Urgency.TODAY, name="crack")),
        (
            rule(alarms.is_("smoke"), Urgency.EMERGENCY),
            rule(alarms.is_("crack") & bike.is_("race"), Urgency.EMERGENCY, name="crack"),
        ),
    ],
    ids=["no rule", "a lower urgency", "only together with another answer"],
)
def test_an_alarm_that_is_no_emergency_by_itself_is_found(rules: tuple[Rule, ...]) -> None:
    """One alarm whose tick alone is no emergency is enough to refuse the question that "none of these" opens."""
    rider = replace(bike, id="rider", ask_if=alarms.is_(NONE))
    assert refusal(questions=(*GOOD.questions, rider), rules=rules) == (
        "question rider: ask_if names 'none' of alarms, whose answer 'crack' is no emergency by itself."
        " Name the answers that open the question instead."
    )


# --- the small things a guide offers


def test_question_is_found_by_its_id() -> None:
    """A guide returns the question for an id."""
    assert GOOD.question("bike") is bike


def test_question_of_no_condition_is_asked_of_everyone() -> None:
    """A question without `ask_if` is always on the path."""
    assert bike.ask_if is ALWAYS


def test_urgencies_are_ordered_from_expected_to_emergency() -> None:
    """The four urgencies are ordered from `expected` to `emergency` and have numeric levels."""
    assert sorted({*Urgency}) == [Urgency.EXPECTED, Urgency.SOON, Urgency.TODAY, Urgency.EMERGENCY]
    assert [urgency.level for urgency in Urgency] == [0, 1, 2, 3]
    assert Urgency.SOON < Urgency.TODAY <= Urgency.TODAY


def test_call_today_says_whether_it_may_wait_for_the_morning() -> None:
    """A rule of today without a call, or with one that does not exist, is refused with its name and the fix."""
    found = refusal(rules=(*GOOD.rules, rule(brakes.at_least("soft"), name="soft")._replace(call="")))
    assert found == (
        "rule soft: got call='' at urgency 'today', wanted 'night' or 'morning'. Add call='night' where the night"
        " number is to be rung, call='morning' where it may wait while steady."
    )


def test_every_call_today_has_a_question_where_one_has() -> None:
    """A guide that says what to ask says so for every call today; a guide that never does is taken."""
    soft = rule(brakes.at_least("soft"), name="soft")
    asked = rule(bike.is_("race"), Urgency.SOON, "race")._replace(ask="Is it the tyre?")
    assert replace(GOOD, rules=(*GOOD.rules, soft)).rules[-1] == soft
    assert refusal(rules=(asked, soft)) == (
        "rule soft: got no ask at urgency 'today', wanted the question to put on the phone, as other rules have one."
        " Add ask."
    )
    assert replace(GOOD, rules=(asked, soft._replace(ask="Is it the brake?"))).rules[0] == asked


def test_only_a_call_today_says_when() -> None:
    """A rule of another urgency that says night or morning is refused: nobody would be told."""
    found = refusal(rules=(*GOOD.rules, rule(brakes.at_least("soft"), Urgency.SOON, "soft")._replace(call="night")))
    assert found == "rule soft: got call='night' at urgency 'soon', wanted it at 'today' only. Take the call out."
