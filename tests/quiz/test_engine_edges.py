"""Edge cases of the engine on a small guide about bicycles: each part of a result, where one answer changes it, and what is asked."""

from __future__ import annotations

from copy import replace

import pytest

from quiz.conditions import Answers, Condition, at_least, named
from quiz.engine import ALL_SHOWN, assess, next_questions, open_questions
from quiz.model import NONE, Call, Guide, Hazard, Note, Option, Question, Result, Rule, Source, UnknownAnswer, Urgency

FALL = Hazard(id="fall", name="a fall")
MANUAL = Source(title="The bicycle manual", publisher="A bicycle maker", seen="2026-11")
NOTHING = Option(id=NONE, text="None of these")


def faults(*ids: str) -> tuple[Option, ...]:
    """Return options that report a fault for these ids, each with its id as text."""
    return tuple(Option(id=name, text=name, reports=True) for name in ids)


def not_sure(*stands_for: str) -> Option:
    """Return the "not sure" option that stands for these."""
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
    """Return a rule for this id, condition and urgency, with defaults for the rest; a call today may wait."""
    call: Call = "morning" if urgency is Urgency.TODAY else ""
    return Rule(id=name, when=when, urgency=urgency, because="Check it.", hazards=(FALL,), sources=(MANUAL,), call=call)


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
    """Return the result for these answers, else those of a town bicycle without an alarm."""
    return assess(GUIDE, {"alarms": [NONE], "bike": ["town"], **answers})


def reasons(found: Result) -> list[str]:
    """Return the ids of the rules that a result names."""
    return [reason.id for reason in found.reasons]


def path(**answers: list[str]) -> list[str]:
    """Return the ids of the questions on the path for these answers."""
    return [question.id for question in open_questions(GUIDE, answers)]


# --- the urgency and its reasons


def test_the_worst_that_was_told_decides() -> None:
    """The most urgent rule that fires decides, whatever its position in the guide."""
    assert result(noises=["bell"]).urgency is Urgency.EXPECTED
    assert result(noises=["bell", "chain"], chain=["worn"]).urgency is Urgency.SOON
    assert result(noises=["chain", "wheel"], chain=["worn"], wheel=["bent"]).urgency is Urgency.TODAY
    assert result(noises=["chain", "wheel"], chain=["worn"], wheel=["loose"]).urgency is Urgency.EMERGENCY


def test_reasons_stand_strongest_first() -> None:
    """The reason with the result's urgency comes first, one a step milder after it."""
    assert reasons(result(noises=["chain", "wheel"], chain=["worn"], wheel=["bent"])) == ["wheel-bent", "chain-worn"]


def test_reasons_more_than_one_step_milder_are_left_out() -> None:
    """Beside an emergency a `today` reason is shown, a `soon` reason is not."""
    found = result(bike=["race"], noises=["chain", "wheel"], chain=["split"], wheel=["loose"])
    assert reasons(found) == ["wheel-loose", "chain-split-on-a-race"]
    assert reasons(result(noises=["chain", "wheel"], chain=["worn"], wheel=["loose"])) == ["wheel-loose"]


def test_what_is_common_is_said_only_in_a_mild_result() -> None:
    """Reasons of urgency `expected` are shown only where the result is `expected`, there for each symptom."""
    assert reasons(result(noises=["bell", "chain"], chain=["dry"])) == ["bell-rings", "chain-dry"]
    assert reasons(result(noises=["bell", "chain"], chain=["worn"])) == ["chain-worn"]


def test_only_the_worst_step_of_a_scale_is_said() -> None:
    """A reason on a milder step is left out where a rule on a worse step of the same scale fires."""
    assert reasons(result(noises=["wheel"], wheel=["loose"])) == ["wheel-loose"]
    assert reasons(result(bike=["race"], noises=["chain"], chain=["split"])) == ["chain-split-on-a-race"]


def test_a_worse_step_that_was_not_met_silences_nothing() -> None:
    """A reason on a milder step stays where the rule on the worse step does not fire, or fires for another cause."""
    assert reasons(result(noises=["chain"], chain=["split"])) == ["chain-worn"]
    either = rule("chain-split-or-race", chain.at_least("split") | bike.is_("race"), Urgency.SOON)
    answers = {"alarms": [NONE], "bike": ["race"], "noises": ["chain"], "chain": ["worn"]}
    found = assess(replace(GUIDE, rules=(*GUIDE.rules, either)), answers)
    assert reasons(found) == ["chain-worn", "chain-split-or-race"]


def test_a_rule_about_two_scales_is_said_beside_a_worse_step_of_one() -> None:
    """A reason about two scales is not left out because of a rule on a worse step of one of them."""
    both = rule("chain-and-wheel", chain.at_least("dry") & wheel.at_least("dusty"), Urgency.SOON)
    answers = {"alarms": [NONE], "bike": ["town"], "noises": ["chain", "wheel"], "chain": ["worn"], "wheel": ["dusty"]}
    found = assess(replace(GUIDE, rules=(*GUIDE.rules, both)), answers)
    assert reasons(found) == ["chain-worn", "chain-and-wheel"]


def test_whoever_it_was_not_made_for_is_told_so_once_and_not_in_an_emergency() -> None:
    """Of the rules that only give a group its least urgency, the strongest is said, and none beside an emergency."""
    floors = (
        rule("race", bike.is_("race"), Urgency.SOON)._replace(floor=True),
        rule("race-bell", bike.is_("race") & noises.is_("bell"), Urgency.TODAY)._replace(floor=True),
        rule("race-squeak", bike.is_("race") & noises.is_("squeak"), Urgency.SOON)._replace(floor=True),
    )
    guide = replace(GUIDE, rules=(*floors, *GUIDE.rules))

    def said(**answers: list[str]) -> list[str]:
        return reasons(assess(guide, {"alarms": [NONE], "bike": ["race"], **answers}))

    assert said(noises=["squeak", "chain"], chain=["worn"]) == ["race", "chain-worn"]
    assert said(noises=["bell", "squeak", "chain"], chain=["worn"]) == ["race-bell", "chain-worn"]
    assert said(noises=["bell", "wheel"], wheel=["loose"]) == ["wheel-loose"]


# --- the answers that the urgency rests on


def test_the_urgency_rests_on_the_answers_that_made_it_so() -> None:
    """The answers that led to the urgency are those that its rules fired on, in reading order."""
    assert assess(GUIDE, {"alarms": ["crack", "smoke"]}).rests_on == (("alarms", "smoke"), ("alarms", "crack"))
    found = result(bike=["race"], noises=["chain", "wheel"], chain=["split"], wheel=["bent"])
    assert found.rests_on == (("bike", "race"), ("chain", "split"), ("wheel", "bent"))
    assert result(noises=["bell", "wheel"], wheel=["loose"]).rests_on == (("wheel", "loose"),)


def test_the_urgency_rests_on_what_a_not_sure_may_be() -> None:
    """For a "not sure" that made a rule fire, the answers named are what it stands for and the rule looks at."""
    found = result(bike=["not-sure"], noises=["chain"], chain=["split"])
    assert (found.urgency, found.rests_on) == (Urgency.TODAY, (("bike", "race"), ("chain", "split")))


def test_a_result_that_no_rule_decided_rests_on_no_answer() -> None:
    """Where only an unanswered question or an uncovered fault gives `today`, no answer is named for it."""
    assert result(noises=["squeak", "bell"]).rests_on == ()
    assert result(noises=["bell", "chain"]).rests_on == ()
    assert result(noises=["squeak", "wheel"], wheel=["bent"]).rests_on == (("wheel", "bent"),)


# --- night or morning


def test_a_call_today_may_wait_where_each_rule_that_fires_says_so() -> None:
    """A bent wheel may wait for the morning; one rule more that says night, told or "not sure", and it may not."""
    assert result(noises=["wheel"], wheel=["bent"]).call == "morning"
    assert result(noises=["wheel"], wheel=["not-sure"]).call == "morning"
    urgent = rule("urgent", wheel.at_least("bent"), Urgency.TODAY)._replace(call="night")
    guide = replace(GUIDE, rules=(*GUIDE.rules, urgent))
    for step in ("bent", "not-sure"):
        answers = {"alarms": [NONE], "bike": ["town"], "noises": ["wheel"], "wheel": [step]}
        assert assess(guide, answers).call == "night"


def test_what_is_open_or_unknown_does_not_wait_for_the_morning() -> None:
    """Beside a rule that says morning, an open question or a fault that no rule covers makes it night."""
    assert result(noises=["wheel", "squeak"], wheel=["bent"]).call == "night"
    assert result(noises=["wheel", "chain"], wheel=["bent"]).call == "night"


def test_only_a_call_today_has_a_time() -> None:
    """What is milder needs no time, and an emergency has none but now."""
    assert {result(noises=["chain"], chain=["worn"]).call, result(noises=["wheel"], wheel=["loose"]).call} == {""}


# --- what nobody has answered, and what no rule covers


def test_without_any_rule_that_is_met_it_is_today() -> None:
    """Answers that fire no rule give `today`, even with nothing unanswered or uncovered."""
    assert result(noises=[NONE]) == Result(urgency=Urgency.TODAY, reasons=(), call="night")


def test_an_open_question_makes_it_today_and_is_named() -> None:
    """While a question has no answer or an empty one, the result is `today` and names it."""
    for answers in ({"noises": ["bell", "chain"]}, {"noises": ["bell", "chain"], "chain": []}):
        found = result(**answers)
        assert (found.urgency, found.unanswered, found.unknown) == (Urgency.TODAY, ("chain",), (("noises", "chain"),))
    found = assess(GUIDE, {"alarms": [NONE], "noises": ["bell", "chain"], "chain": ["split"]})
    assert (found.urgency, found.unanswered, found.unknown) == (Urgency.TODAY, ("bike",), ())


def test_an_open_question_lowers_nothing() -> None:
    """An emergency stays one while a question is unanswered."""
    assert assess(GUIDE, {"alarms": [NONE], "noises": ["wheel"], "wheel": ["loose"]}).urgency is Urgency.EMERGENCY


def test_a_fault_that_no_rule_covers_makes_it_today_and_is_named() -> None:
    """A fault that no rule covers gives `today` and is named, whatever common fault is reported beside it."""
    found = result(noises=["squeak", "bell"])
    assert (found.urgency, found.unknown, found.unanswered) == (Urgency.TODAY, (("noises", "squeak"),), ())


def test_a_fault_is_covered_by_itself_or_by_its_follow_up() -> None:
    """A fault is covered by a rule on it or its follow-up, whatever that rule's position."""
    assert result(noises=["bell", "chain", "wheel"], chain=["dry"], wheel=["dusty"]).unknown == ()
    squeaks = rule("squeaks", noises.is_("squeak"), Urgency.SOON)
    answers = {"alarms": [NONE], "bike": ["town"], "noises": ["squeak", "wheel"], "wheel": ["bent"]}
    assert assess(replace(GUIDE, rules=(*GUIDE.rules, squeaks)), answers).unknown == ()


def test_faults_that_no_rule_covers_are_named_in_reading_order() -> None:
    """Uncovered faults are listed in the order of the options, not of the ticks."""
    bare = replace(GUIDE, rules=tuple(rule for rule in GUIDE.rules if rule.id.startswith("alarm-")))
    found = assess(bare, {"alarms": [NONE], "bike": ["town"], "noises": ["squeak", "wheel"], "wheel": ["bent"]})
    assert found.unknown == (("noises", "wheel"), ("noises", "squeak"), ("wheel", "bent"))


# --- "not sure"


def test_not_sure_counts_as_what_it_may_be_and_is_no_reason() -> None:
    """A "not sure" gives the urgency of what it stands for, adds no reason, and its question is named."""
    assert result(noises=["chain"], chain=["not-sure"]) == Result(
        urgency=Urgency.SOON, reasons=(), unsure=("chain",), rests_on=(("chain", "worn"),)
    )


def test_only_the_not_sure_that_decided_is_named() -> None:
    """Of two questions answered "not sure", only the one that raised the urgency is named."""
    found = result(bike=["not-sure"], noises=["chain", "wheel"], chain=["not-sure"], wheel=["not-sure"])
    assert (found.urgency, found.unsure) == (Urgency.TODAY, ("wheel",))


def test_a_not_sure_that_changed_nothing_is_not_named() -> None:
    """Where a stated answer explains the urgency, no "not sure" is named."""
    found = result(noises=["chain", "wheel"], chain=["not-sure"], wheel=["bent"])
    assert (found.urgency, reasons(found), found.unsure) == (Urgency.TODAY, ["wheel-bent"], ())


def test_what_was_told_is_said_beside_the_not_sure_that_decided() -> None:
    """A milder reason from a stated answer is shown beside the name of the "not sure" that raised the urgency."""
    found = result(noises=["chain", "wheel"], chain=["worn"], wheel=["not-sure"])
    assert (found.urgency, reasons(found), found.unsure) == (Urgency.TODAY, ["chain-worn"], ("wheel",))


def test_a_tick_beside_not_sure_counts_as_well() -> None:
    """Ticks beside a "not sure" count too, and the follow-ups of both are asked."""
    answers = {"alarms": [NONE], "bike": ["town"], "noises": ["chain", "not-sure"]}
    assert path(**answers) == ["alarms", "bike", "noises", "chain", "wheel"]
    found = assess(GUIDE, {**answers, "chain": ["worn"], "wheel": ["dusty"]})
    assert (found.urgency, reasons(found), found.unsure) == (Urgency.SOON, ["chain-worn"], ())


# --- the path


def test_questions_come_in_reading_order_and_only_where_they_lead() -> None:
    """A question is asked where its `ask_if` holds for the answers; an alarm ends the quiz."""
    assert path() == ["alarms"]
    assert path(alarms=["smoke"]) == ["alarms"]
    assert path(alarms=[NONE]) == ["alarms", "bike", "noises"]
    assert path(noises=["wheel", "chain"], alarms=[NONE]) == ["alarms", "bike", "noises", "chain", "wheel"]


def test_an_answer_off_the_path_counts_for_nothing() -> None:
    """An answer to a question that has left the path is ignored."""
    assert result(noises=["bell"], wheel=["loose"]) == result(noises=["bell"])
    assert path(alarms=["smoke"], noises=["chain"]) == ["alarms"]


def test_none_counts_for_nothing_beside_one_tick() -> None:
    """The answer "none of these" is ignored beside a tick."""
    assert assess(GUIDE, {"alarms": [NONE, "crack"]}) == assess(GUIDE, {"alarms": ["crack"]})
    assert path(alarms=[NONE, "crack"]) == ["alarms"]


# --- what is still worth asking

# Facts that report no fault; the first two are each looked at by a rule, the third by none.
facts = Question(
    id="facts",
    kind="several",
    text="Is one of these true?",
    about="the facts",
    ask_if=noises.is_("bell", "chain"),
    options=(
        *(Option(id=name, text=name) for name in ("old", "wet", "red")),
        NOTHING,
        not_sure("wet"),
    ),
)
FACTS = replace(
    GUIDE,
    questions=(*GUIDE.questions, facts),
    rules=(
        *GUIDE.rules,
        rule("old-bell", noises.is_("bell") & facts.is_("old"), Urgency.SOON),
        rule("wet-chain", chain.at_least("worn") & facts.is_("wet"), Urgency.TODAY),
    ),
)
RACE_AT_NIGHT = replace(
    GUIDE, rules=(*GUIDE.rules, rule("race", bike.is_("race"), Urgency.TODAY)._replace(call="night"))
)
START = {"alarms": [NONE], "bike": ["town"]}


def asked(guide: Guide, shown: Answers = ALL_SHOWN, /, **answers: list[str]) -> dict[str, list[str]]:
    """Return the ids of the options that are worth showing, by the id of each question that is worth asking."""
    return {ask.question.id: [option.id for option in ask.options] for ask in next_questions(guide, answers, shown)}


def test_what_no_rule_can_look_at_any_more_is_not_asked() -> None:
    """Which bicycle it is matters beside a split chain, not beside a bell; without it the bell's result is final."""
    assert list(asked(GUIDE)) == ["alarms"]
    assert list(asked(GUIDE, alarms=[NONE])) == ["bike", "noises"]
    assert list(asked(GUIDE, alarms=[NONE], noises=["chain"])) == ["bike", "chain"]
    assert asked(GUIDE, alarms=[NONE], noises=["chain"], chain=["worn"]) == {}
    assert asked(GUIDE, alarms=[NONE], noises=["bell"]) == {}
    assert assess(GUIDE, {"alarms": [NONE], "noises": ["bell"]}) == result(noises=["bell"])


def test_an_empty_answer_is_none() -> None:
    """A question with an empty list of answers is asked like one that has no list."""
    assert asked(GUIDE, alarms=[]) == asked(GUIDE)


def test_nothing_is_asked_after_an_emergency() -> None:
    """A smoking bicycle or a loose wheel ends the questions, whatever else is open."""
    assert asked(GUIDE, alarms=["smoke"]) == {}
    loose = {"alarms": [NONE], "noises": ["wheel", "chain"], "wheel": ["loose"]}
    assert asked(GUIDE, **loose) == {}
    advised = replace(GUIDE, notes=(Note(id="race-advice", when=bike.is_("race")),))
    assert asked(advised, **loose) == {}


def test_a_call_at_night_leaves_only_emergencies_to_be_asked_for() -> None:
    """At night the chain can change nothing; the noises are asked because they open the wheel, and the wheel is asked."""
    race = {**START, "bike": ["race"]}
    # Only the wheel matters, but whoever hears the bell must not have to say "none of these".
    assert asked(RACE_AT_NIGHT, **race) == {"noises": [option.id for option in noises.options]}
    assert asked(RACE_AT_NIGHT, **race, noises=["chain", "bell"]) == {}
    assert list(asked(RACE_AT_NIGHT, **race, noises=["chain", "wheel"])) == ["wheel"]
    assert len(asked(RACE_AT_NIGHT, **race, noises=["chain", "wheel"])["wheel"]) == len(wheel.options)


def test_a_call_in_the_morning_can_become_one_at_night() -> None:
    """Beside a bent wheel the chain is asked, because it may be a fault that no rule covers, and the bicycle is too."""
    bent = {"alarms": [NONE], "wheel": ["bent"]}
    assert list(asked(RACE_AT_NIGHT, **bent, noises=["wheel"])) == ["bike"]
    assert list(asked(GUIDE, **bent, noises=["wheel"])) == []
    assert list(asked(GUIDE, **START, wheel=["bent"], noises=["wheel", "chain"])) == ["chain"]


def test_a_fault_that_nothing_can_cover_is_a_call_at_night() -> None:
    """A squeak has no rule, so only an emergency can still change the result; a chain without an answer still can."""
    assert asked(GUIDE, **START, noises=["squeak", "chain"]) == {}
    assert list(asked(GUIDE, **START, noises=["squeak", "wheel"])) == ["wheel"]
    of_a_race = rule("race-squeaks", (noises.is_("squeak") & bike.is_("race")) | noises.is_("bell"), Urgency.EXPECTED)
    guide = replace(GUIDE, rules=(*GUIDE.rules, of_a_race))
    assert asked(guide, **START, noises=["squeak", "bell", "chain"]) == {}
    assert list(asked(GUIDE, **START, noises=["chain"])) == ["chain"]


def test_what_covers_a_fault_is_asked_beside_a_rule_that_gives_as_much() -> None:
    """A squeak that is known of town bicycles alone needs to be told which it is, though that raises no urgency."""
    known = rule("town-squeaks", noises.is_("squeak") & bike.is_("town"), Urgency.EXPECTED)
    guide = replace(GUIDE, rules=(*GUIDE.rules, known))
    answers = {"alarms": [NONE], "noises": ["squeak", "chain"], "chain": ["worn"]}
    assert list(asked(guide, **answers)) == ["bike"]
    ends = {name: assess(guide, {**answers, "bike": [name]}).urgency for name in ("town", "race")}
    assert ends == {"town": Urgency.SOON, "race": Urgency.TODAY}
    assert asked(guide, **{**answers, "noises": ["chain"]}) == {}


def test_a_fault_that_may_be_left_uncovered_is_asked_about() -> None:
    """A question whose faults no rule knows is asked while the result is below a call at night: each would make it one."""
    pitch = Question(
        id="pitch",
        kind="scale",
        text="And the squeak?",
        about="the squeak",
        ask_if=noises.is_("squeak"),
        options=faults("low", "high"),
    )
    squeaks = rule("squeaks", noises.is_("squeak"), Urgency.SOON)
    guide = replace(GUIDE, questions=(*GUIDE.questions, pitch), rules=(*GUIDE.rules, squeaks))
    assert asked(guide, **START, noises=["squeak"]) == {"pitch": ["low", "high"]}
    found = assess(guide, {**START, "noises": ["squeak"], "pitch": ["low"]})
    assert (found.urgency, found.call, found.unknown) == (Urgency.TODAY, "night", (("pitch", "low"),))
    at_night = replace(guide, rules=(*guide.rules, squeaks._replace(id="loud", urgency=Urgency.TODAY, call="night")))
    assert asked(at_night, **START, noises=["squeak"]) == {}


def test_a_list_of_facts_shows_those_that_can_matter() -> None:
    """Of facts only those are shown that a rule can still look at, with "none", and "not sure" where it may be one."""
    assert asked(FACTS, **START, noises=["bell"]) == {"facts": ["old", NONE]}
    assert asked(FACTS, **START, noises=["chain"])["facts"] == ["wet", NONE, "not-sure"]
    assert asked(FACTS, **START, noises=["bell", "chain"])["facts"] == ["old", "wet", NONE, "not-sure"]
    assert asked(FACTS, **START, noises=["bell", "chain"], chain=["dry"]) == {"facts": ["old", NONE]}
    assert asked(FACTS, **START, noises=["bell", "chain"], chain=["worn"])["facts"] == ["wet", NONE, "not-sure"]


def test_a_list_whose_none_a_rule_looks_at_is_shown_whole() -> None:
    """Where "none" earns a result, whoever says it has seen all options; so has who reads a list without "none"."""
    earned = replace(FACTS, rules=(*FACTS.rules, rule("no-facts", facts.is_(NONE), Urgency.EXPECTED)))
    without_bell = replace(earned, rules=tuple(rule for rule in earned.rules if rule.id != "bell-rings"))
    whole = [option.id for option in facts.options]
    assert asked(without_bell, **START, noises=["bell"]) == {"facts": whole}
    less = facts._replace(options=facts.options[:3])
    bare = replace(FACTS, questions=(*GUIDE.questions, less))
    assert asked(bare, **START, noises=["bell"]) == {"facts": whole[:3]}


def test_a_fact_that_was_not_on_screen_is_asked_when_it_matters() -> None:
    """What was answered to a part of the list stands, until a change makes a fact matter that was not in it."""
    seen = {"facts": ["old", NONE]}
    assert asked(FACTS, seen, **START, noises=["bell"], facts=[NONE]) == {}
    worn = {"noises": ["bell", "chain"], "chain": ["worn"]}
    assert asked(FACTS, seen, **START, **worn, facts=[NONE]) == {"facts": ["old", "wet", NONE, "not-sure"]}
    assert assess(FACTS, {**START, **worn, "facts": [NONE]}, seen).urgency is Urgency.TODAY
    assert asked(FACTS, {"facts": [*seen["facts"], "wet"]}, **START, **worn, facts=[NONE]) == {}
    assert asked(FACTS, **START, **worn, facts=[NONE]) == {}
    assert list(asked(FACTS, seen, **START, noises=["chain"], facts=["wet"])) == ["chain"]
    with pytest.raises(UnknownAnswer, match="facts: got 'blue'"):
        next_questions(FACTS, START, {"facts": ["blue"]})


def test_a_fact_is_not_asked_for_a_question_that_is_open_already() -> None:
    """What was not on screen and opens a question does not matter where another answer has opened it."""
    age = Question(
        id="age",
        kind="scale",
        text="How old is it?",
        about="its age",
        ask_if=facts.is_("old", "red"),
        options=faults("some-years", "many-years"),
    )
    ages = rule("ages", age.at_least("some-years"), Urgency.SOON)
    guide = replace(FACTS, questions=(*FACTS.questions, age), rules=(*FACTS.rules, ages))
    seen = {"facts": ["old", NONE]}
    assert list(asked(guide, seen, **START, noises=["bell"], facts=["old"])) == ["age"]
    assert list(asked(guide, seen, **START, noises=["bell"], facts=[NONE])) == ["facts"]


def test_an_answer_that_comes_back_counts() -> None:
    """An answer that is off the path for now makes the question worth asking that would bring it back."""
    loose = {"alarms": [NONE], "bike": ["race"], "wheel": ["loose"]}
    assert list(asked(RACE_AT_NIGHT, **loose)) == ["noises"]
    assert asked(RACE_AT_NIGHT, **{**loose, "wheel": ["bent"]}) == {}


def test_advice_is_asked_for_too() -> None:
    """A note opens the result, so what it looks at is asked even where it changes no urgency; its condition met, no more."""
    note = Note(id="race-advice", when=bike.is_("race"))
    guide = replace(GUIDE, notes=(note,))
    assert list(asked(guide, alarms=[NONE], noises=["bell"])) == ["bike"]
    also = replace(GUIDE, notes=(Note(id="bell-or-race", when=bike.is_("race") | noises.is_("bell")),))
    assert asked(also, alarms=[NONE], noises=["bell"]) == {}


# --- what is refused


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"bell": ["rings"]}, "answers: got question 'bell', wanted one of alarms, bike, noises, chain, wheel"),
        ({"bike": ["cargo"]}, "bike: got 'cargo', wanted one of town, race, not-sure"),
        ({"bike": ["town", "cargo"]}, "bike: got 'cargo', wanted one of town, race, not-sure"),
        (
            {"bike": ["town"], "chain": ["rusty"]},
            "chain: got 'rusty', wanted one of dry, worn, split, not-sure",
        ),
        ({"bike": "town"}, "bike: got 'town', wanted a list of option ids from town, race, not-sure"),
        ({"bike": ["town", 1]}, "bike: got ['town', 1], wanted a list of option ids from town, race, not-sure"),
    ],
)
def test_an_answer_that_the_guide_does_not_have_is_refused(answers: dict[str, list[str]], words: str) -> None:
    """An unknown id is refused with the ids that the guide has, by `assess`, `next_questions` and `open_questions`."""
    for refuse in (assess, next_questions, open_questions):
        with pytest.raises(UnknownAnswer) as caught:
            refuse(GUIDE, answers)
        assert str(caught.value) == words


# --- conditions that a clinician reads


def test_a_named_condition_holds_as_before() -> None:
    """A named condition holds for the same answers with the same evidence as without its name."""
    worn, race, bent = chain.at_least("worn"), bike.is_("race"), wheel.at_least("bent")
    for plain in (worn, race, worn & race, worn | race, at_least(2, worn, race, bent)):
        condition = named("when it is worn", plain)
        assert plain.name == ""
        assert condition.name == "when it is worn"
        assert (condition, list(condition.leaves())) == (plain, list(plain.leaves()))
        answers = {"bike": ["race"], "chain": ["split"]}
        assert (condition.holds(answers), condition.evidence(answers)) == (True, plain.evidence(answers))
        assert not condition.holds({"bike": ["town"], "chain": ["dry"]})


def test_a_condition_is_filed_under_as_few_answers_as_it_requires() -> None:
    """Of parts that must all hold those with the fewest answers are looked for, of `at_least` as many as cannot all fail."""
    race, loud, worn = bike.is_("race"), noises.is_("bell", "chain"), chain.at_least("worn")
    pairs = {name: frozenset(part.required()) for name, part in (("race", race), ("loud", loud), ("worn", worn))}
    assert [len(found) for found in pairs.values()] == [1, 2, 2]
    assert (loud & race).required() == (race & loud).required() == pairs["race"]
    assert (loud | race).required() == pairs["race"] | pairs["loud"]
    assert at_least(2, loud, race, race & worn).required() == pairs["race"]
    # A part that requires nothing holds without an answer, so it is the last that is counted on.
    assert (at_least(0) & loud).required() == pairs["loud"]
    assert (at_least(0) | loud).required() == frozenset()


def test_conditions_are_equal_only_when_all_but_their_names_is() -> None:
    """Conditions that differ only in name are equal; another step, option, question or number makes them differ."""
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
    """The repr of a condition shows its kind and everything that it looks at."""
    assert repr(bike.is_("race") & chain.at_least("split")).startswith("AllOf((Picked(")
    assert all(text in repr(chain.at_least("split")) for text in ("Picked(", "'chain'", "('split',)", "'split'"))
