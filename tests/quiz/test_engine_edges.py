"""The engine on a small guide about bicycles: each part of a result, where one answer more or less turns it."""

from __future__ import annotations

from copy import replace

import pytest

from quiz.conditions import Condition, at_least, named
from quiz.engine import assess, open_questions
from quiz.model import NONE, Guide, Hazard, Option, Question, Result, Rule, Source, UnknownAnswer, Urgency

FALL = Hazard(id="fall", name="a fall")
MANUAL = Source(title="The bicycle manual", publisher="A bicycle maker", seen="2026-11")
NOTHING = Option(id=NONE, text="None of these")


def faults(*ids: str) -> tuple[Option, ...]:
    """Return options that report a fault, the id for a text."""
    return tuple(Option(id=name, text=name, reports=True) for name in ids)


def not_sure(*stands_for: str) -> Option:
    """Return the option that may be any of these."""
    return Option(id="not-sure", text="I'm not sure", stands_for=stands_for)


alarms = Question(
    id="alarms", kind="several", text="Any of these?", about="the alarms", options=(*faults("smoke", "crack"), NOTHING)
)
bike = Question(
    id="bike",
    kind="choice",
    text="Which bicycle?",
    about="the bicycle",
    ask_if=alarms.is_(NONE),
    options=(Option(id="town", text="town"), Option(id="race", text="race"), not_sure("town", "race")),
)
noises = Question(
    id="noises",
    kind="several",
    text="What is loud?",
    about="the noise",
    ask_if=alarms.is_(NONE),
    options=(*faults("bell", "chain", "wheel", "squeak"), NOTHING, not_sure("bell", "wheel")),
)
chain = Question(
    id="chain",
    kind="scale",
    text="And the chain?",
    about="the chain",
    ask_if=noises.is_("chain"),
    options=(*faults("dry", "worn", "split"), not_sure("worn")),
)
wheel = Question(
    id="wheel",
    kind="scale",
    text="And the wheel?",
    about="the wheel",
    ask_if=noises.is_("wheel"),
    options=(*faults("dusty", "bent", "loose"), not_sure("bent")),
)


def rule(name: str, when: Condition, urgency: Urgency) -> Rule:
    """Return a rule that differs from others in what matters here."""
    return Rule(id=name, when=when, urgency=urgency, because="Check it.", hazards=(FALL,), sources=(MANUAL,))


GUIDE = Guide(
    version="1",
    dated="2026-11-22",
    questions=(alarms, bike, noises, chain, wheel),
    # The mild ones stand first, so that a result has to bring its reasons into order.
    rules=(
        rule("bell-rings", noises.is_("bell"), Urgency.EXPECTED),
        rule("chain-dry", chain.at_least("dry"), Urgency.EXPECTED),
        rule("wheel-dusty", wheel.at_least("dusty"), Urgency.EXPECTED),
        rule("chain-worn", chain.at_least("worn"), Urgency.SOON),
        rule("chain-split-on-a-race", chain.at_least("split") & bike.is_("race"), Urgency.TODAY),
        rule("wheel-bent", wheel.at_least("bent"), Urgency.TODAY),
        rule("wheel-loose", wheel.at_least("loose"), Urgency.EMERGENCY),
        rule("alarm-smoke", alarms.is_("smoke"), Urgency.EMERGENCY),
        rule("alarm-crack", alarms.is_("crack"), Urgency.EMERGENCY),
    ),
    notes=(),
    hazards=(FALL,),
)


def result(**answers: list[str]) -> Result:
    """Return the result for a town bicycle without an alarm, but for the answers given."""
    return assess(GUIDE, {"alarms": [NONE], "bike": ["town"], **answers})


def reasons(found: Result) -> list[str]:
    """Return the ids of the rules that a result names."""
    return [reason.id for reason in found.reasons]


def path(**answers: list[str]) -> list[str]:
    """Return the ids of the questions that these answers lead to."""
    return [question.id for question in open_questions(GUIDE, answers)]


# --- the urgency and its reasons


def test_the_worst_that_was_told_decides() -> None:
    """Of all that was told, the most urgent decides, wherever its rule stands in the guide."""
    assert result(noises=["bell"]).urgency is Urgency.EXPECTED
    assert result(noises=["bell", "chain"], chain=["worn"]).urgency is Urgency.SOON
    assert result(noises=["chain", "wheel"], chain=["worn"], wheel=["bent"]).urgency is Urgency.TODAY
    assert result(noises=["chain", "wheel"], chain=["worn"], wheel=["loose"]).urgency is Urgency.EMERGENCY


def test_reasons_stand_strongest_first() -> None:
    """The reason that decides stands first, the one that is a step milder after it."""
    assert reasons(result(noises=["chain", "wheel"], chain=["worn"], wheel=["bent"])) == ["wheel-bent", "chain-worn"]


def test_reasons_more_than_one_step_milder_are_left_out() -> None:
    """Beside an emergency a call today is still said, a word with the shop is not."""
    found = result(bike=["race"], noises=["chain", "wheel"], chain=["split"], wheel=["loose"])
    assert reasons(found) == ["wheel-loose", "chain-split-on-a-race"]
    assert reasons(result(noises=["chain", "wheel"], chain=["worn"], wheel=["loose"])) == ["wheel-loose"]


def test_what_is_common_is_said_only_in_a_mild_result() -> None:
    """Who need not call reads of each thing told that it is common; nobody else reads it of anything."""
    assert reasons(result(noises=["bell", "chain"], chain=["dry"])) == ["bell-rings", "chain-dry"]
    assert reasons(result(noises=["bell", "chain"], chain=["worn"])) == ["chain-worn"]


def test_only_the_worst_step_of_a_scale_is_said() -> None:
    """A rule on a milder step is silent beside a rule on a worse step that was met too."""
    assert reasons(result(noises=["wheel"], wheel=["loose"])) == ["wheel-loose"]
    assert reasons(result(bike=["race"], noises=["chain"], chain=["split"])) == ["chain-split-on-a-race"]


def test_a_worse_step_that_was_not_met_silences_nothing() -> None:
    """The milder step is said where the rule on the worse one is not met, or is met for another cause."""
    assert reasons(result(noises=["chain"], chain=["split"])) == ["chain-worn"]
    either = rule("chain-split-or-race", chain.at_least("split") | bike.is_("race"), Urgency.SOON)
    answers = {"alarms": [NONE], "bike": ["race"], "noises": ["chain"], "chain": ["worn"]}
    found = assess(replace(GUIDE, rules=(*GUIDE.rules, either)), answers)
    assert reasons(found) == ["chain-worn", "chain-split-or-race"]


def test_a_rule_about_two_scales_is_said_beside_a_worse_step_of_one() -> None:
    """What is said of two faults together is not silenced by what is said of one of them."""
    both = rule("chain-and-wheel", chain.at_least("dry") & wheel.at_least("dusty"), Urgency.SOON)
    answers = {"alarms": [NONE], "bike": ["town"], "noises": ["chain", "wheel"], "chain": ["worn"], "wheel": ["dusty"]}
    found = assess(replace(GUIDE, rules=(*GUIDE.rules, both)), answers)
    assert reasons(found) == ["chain-worn", "chain-and-wheel"]


# --- the answers that the urgency rests on


def test_the_urgency_rests_on_the_answers_that_made_it_so() -> None:
    """Of all that was told, only what the most urgent rules fired on is named, in reading order."""
    assert assess(GUIDE, {"alarms": ["crack", "smoke"]}).rests_on == (("alarms", "smoke"), ("alarms", "crack"))
    found = result(bike=["race"], noises=["chain", "wheel"], chain=["split"], wheel=["bent"])
    assert found.rests_on == (("bike", "race"), ("chain", "split"), ("wheel", "bent"))
    assert result(noises=["bell", "wheel"], wheel=["loose"]).rests_on == (("wheel", "loose"),)


def test_the_urgency_rests_on_what_a_not_sure_may_be() -> None:
    """A "not sure" that made a rule fire is named by what it stands for, and only by what the rule looks at."""
    found = result(bike=["not-sure"], noises=["chain"], chain=["split"])
    assert (found.urgency, found.rests_on) == (Urgency.TODAY, (("bike", "race"), ("chain", "split")))


def test_a_result_that_no_rule_decided_rests_on_no_answer() -> None:
    """Where only an open question or an unknown fault makes it a call today, no answer is to blame."""
    assert result(noises=["squeak", "bell"]).rests_on == ()
    assert result(noises=["bell", "chain"]).rests_on == ()
    assert result(noises=["squeak", "wheel"], wheel=["bent"]).rests_on == (("wheel", "bent"),)


# --- what nobody has answered, and what no rule covers


def test_without_any_rule_that_is_met_it_is_today() -> None:
    """Answers that meet no rule at all are a call today, though nothing is open and nothing unknown."""
    assert result(noises=[NONE]) == Result(urgency=Urgency.TODAY, reasons=())


def test_an_open_question_makes_it_today_and_is_named() -> None:
    """As long as one question waits, or its answer is empty, nothing is called common."""
    for answers in ({"noises": ["bell", "chain"]}, {"noises": ["bell", "chain"], "chain": []}):
        found = result(**answers)
        assert (found.urgency, found.unanswered, found.unknown) == (Urgency.TODAY, ("chain",), (("noises", "chain"),))
    found = assess(GUIDE, {"alarms": [NONE], "noises": ["bell"]})
    assert (found.urgency, found.unanswered, found.unknown) == (Urgency.TODAY, ("bike",), ())


def test_an_open_question_lowers_nothing() -> None:
    """What is an emergency already stays one while a question waits."""
    assert assess(GUIDE, {"alarms": [NONE], "noises": ["wheel"], "wheel": ["loose"]}).urgency is Urgency.EMERGENCY


def test_a_fault_that_no_rule_covers_makes_it_today_and_is_named() -> None:
    """A fault that no rule looks at is a call today, whatever common thing is told beside it."""
    found = result(noises=["squeak", "bell"])
    assert (found.urgency, found.unknown, found.unanswered) == (Urgency.TODAY, (("noises", "squeak"),), ())


def test_a_fault_is_covered_by_itself_or_by_its_follow_up() -> None:
    """Each fault is covered by a rule of its own, wherever that stands among the rules that are met."""
    assert result(noises=["bell", "chain", "wheel"], chain=["dry"], wheel=["dusty"]).unknown == ()
    squeaks = rule("squeaks", noises.is_("squeak"), Urgency.SOON)
    answers = {"alarms": [NONE], "bike": ["town"], "noises": ["squeak", "wheel"], "wheel": ["bent"]}
    assert assess(replace(GUIDE, rules=(*GUIDE.rules, squeaks)), answers).unknown == ()


def test_faults_that_no_rule_covers_are_named_in_reading_order() -> None:
    """The page lists unknown faults as they stand on the screen, not as they were ticked."""
    bare = replace(GUIDE, rules=tuple(rule for rule in GUIDE.rules if rule.id.startswith("alarm-")))
    found = assess(bare, {"alarms": [NONE], "bike": ["town"], "noises": ["squeak", "wheel"], "wheel": ["bent"]})
    assert found.unknown == (("noises", "wheel"), ("noises", "squeak"), ("wheel", "bent"))


# --- "not sure"


def test_not_sure_counts_as_what_it_may_be_and_is_no_reason() -> None:
    """The urgency is that of what it stands for; nothing is said that nobody told, and the question is named."""
    assert result(noises=["chain"], chain=["not-sure"]) == Result(
        urgency=Urgency.SOON, reasons=(), unsure=("chain",), rests_on=(("chain", "worn"),)
    )


def test_only_the_not_sure_that_decided_is_named() -> None:
    """Of two questions answered "not sure", the one that did not raise the urgency is not held against anyone."""
    found = result(bike=["not-sure"], noises=["chain", "wheel"], chain=["not-sure"], wheel=["not-sure"])
    assert (found.urgency, found.unsure) == (Urgency.TODAY, ("wheel",))


def test_a_not_sure_that_changed_nothing_is_not_named() -> None:
    """Where something that was told explains the urgency, no "not sure" is to blame."""
    found = result(noises=["chain", "wheel"], chain=["not-sure"], wheel=["bent"])
    assert (found.urgency, reasons(found), found.unsure) == (Urgency.TODAY, ["wheel-bent"], ())


def test_what_was_told_is_said_beside_the_not_sure_that_decided() -> None:
    """A milder reason that was told is said, and it does not hide which "not sure" raised the urgency."""
    found = result(noises=["chain", "wheel"], chain=["worn"], wheel=["not-sure"])
    assert (found.urgency, reasons(found), found.unsure) == (Urgency.TODAY, ["chain-worn"], ("wheel",))


def test_a_tick_beside_not_sure_counts_as_well() -> None:
    """Ticks are kept beside a "not sure", and both lead on: each follow-up that may be needed is asked."""
    answers = {"alarms": [NONE], "bike": ["town"], "noises": ["chain", "not-sure"]}
    assert path(**answers) == ["alarms", "bike", "noises", "chain", "wheel"]
    found = assess(GUIDE, {**answers, "chain": ["worn"], "wheel": ["dusty"]})
    assert (found.urgency, reasons(found), found.unsure) == (Urgency.SOON, ["chain-worn"], ())


# --- the path


def test_questions_come_in_reading_order_and_only_where_they_lead() -> None:
    """A question is asked when its condition holds over what was told; an alarm ends the quiz."""
    assert path() == ["alarms"]
    assert path(alarms=["smoke"]) == ["alarms"]
    assert path(alarms=[NONE]) == ["alarms", "bike", "noises"]
    assert path(noises=["wheel", "chain"], alarms=[NONE]) == ["alarms", "bike", "noises", "chain", "wheel"]


def test_an_answer_off_the_path_counts_for_nothing() -> None:
    """Whoever goes back and unticks the wheel is not judged by what was told of it."""
    assert result(noises=["bell"], wheel=["loose"]) == result(noises=["bell"])
    assert path(alarms=["smoke"], noises=["chain"]) == ["alarms"]


def test_none_counts_for_nothing_beside_one_tick() -> None:
    """The answer "none of these" beside a single tick is as if it were not there."""
    assert assess(GUIDE, {"alarms": [NONE, "crack"]}) == assess(GUIDE, {"alarms": ["crack"]})
    assert path(alarms=[NONE, "crack"]) == ["alarms"]


# --- what is refused


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"bell": ["rings"]}, "answers: got question 'bell', wanted one of alarms, bike, noises, chain, wheel"),
        ({"bike": ["cargo"]}, "bike: got 'cargo', wanted one of town, race, not-sure"),
        ({"bike": ["town", "cargo"]}, "bike: got 'cargo', wanted one of town, race, not-sure"),
        ({"bike": "town"}, "bike: got 'town', wanted a list of option ids from town, race, not-sure"),
        ({"bike": ["town", 1]}, "bike: got ['town', 1], wanted a list of option ids from town, race, not-sure"),
    ],
)
def test_an_answer_that_the_guide_does_not_have_is_refused(answers: dict[str, list[str]], words: str) -> None:
    """What the guide does not know is refused in words that say what it does, for a result and for the next question."""
    for refuse in (assess, open_questions):
        with pytest.raises(UnknownAnswer) as caught:
            refuse(GUIDE, answers)
        assert str(caught.value) == words


# --- conditions that a clinician reads


def test_a_named_condition_holds_as_before() -> None:
    """A condition that is given a name is read by it, and holds for the same answers with the same evidence."""
    worn, race, bent = chain.at_least("worn"), bike.is_("race"), wheel.at_least("bent")
    for plain in (worn, race, worn & race, worn | race, at_least(2, worn, race, bent)):
        condition = named("when it is worn", plain)
        assert plain.name == ""
        assert condition.name == "when it is worn"
        assert (condition, list(condition.leaves())) == (plain, list(plain.leaves()))
        answers = {"bike": ["race"], "chain": ["split"]}
        assert (condition.holds(answers), condition.evidence(answers)) == (True, plain.evidence(answers))
        assert not condition.holds({"bike": ["town"], "chain": ["dry"]})


def test_conditions_are_equal_only_when_all_but_their_names_is() -> None:
    """A name does not make a condition another one; a step, an option, a question or a count does."""
    assert len({chain.at_least("worn"), named("worn", chain.at_least("worn"))}) == 1
    different = [
        chain.at_least("worn"),
        chain.at_least("split"),
        wheel.at_least("bent"),
        bike.is_("race"),
        bike.is_("race") & chain.at_least("worn"),
        bike.is_("race") | chain.at_least("worn"),
    ]
    for place, one in enumerate(different):
        assert [one == other for other in different] == [place == other for other in range(len(different))]


def test_a_condition_that_a_failing_test_prints_can_be_read() -> None:
    """A condition prints as what it is, with all that it looks at."""
    assert repr(bike.is_("race") & chain.at_least("split")).startswith("AllOf((Picked(")
    assert all(text in repr(chain.at_least("split")) for text in ("Picked(", "'chain'", "('split',)", "'split'"))
