"""Properties that the quiz guarantees, tested on every symptom, every pair and random answer sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import replace
from functools import cache
from itertools import combinations, pairwise, product
from operator import lt
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz import GUIDE, Question, Urgency, assess, open_questions
from quiz.conditions import Answers, AtLeast, Condition, Picked
from quiz.engine import assess as assess_with
from quiz.model import NONE, Result, Rule, UnknownAnswer
from tests.support.walks import AnswerSet, finished_sets, mildest_of, rests_on_a_report, urgency_of, walk

FLAGS = GUIDE.question("red-flags")
SYMPTOMS = GUIDE.question("symptoms")
RISKS = GUIDE.question("risks")
READY = GUIDE.question("ready")
NO_RISK = (RISKS.id, NONE)
STARTS: list[AnswerSet] = [
    {FLAGS.id: [NONE], "who": ["me"], "drip": [option.id]} for option in GUIDE.question("drip").options
]

# A symptom as one person tells it: the (question, option) pairs of the symptom and its follow-ups.
type Part = tuple[tuple[str, str], ...]
# When it is told, in the same form.
type Time = tuple[tuple[str, str], ...]
# A set of answers, whatever their order.
type Key = frozenset[tuple[str, str]]
# The levels of urgency of every two parts together, one for each time; a part with itself is that part alone.
type Table = dict[tuple[Part, Part], bytes]

thorough = settings(
    max_examples=300,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


# --- answer sets


def waiting(answers: Answers) -> Question | None:
    """Return the first question on the path without an answer, or None."""
    return next((question for question in path_of(answers) if question.id not in answers), None)


def on_path(answers: Mapping[str, list[str]]) -> AnswerSet:
    """Return the answers to questions on the path."""
    return {question.id: answers[question.id] for question in path_of(answers) if question.id in answers}


def ways_on(answers: AnswerSet) -> Iterator[AnswerSet]:
    """Yield every answer set on the ways from these answers to a result, with one option per question."""
    yield answers
    question = waiting(answers)
    for option in dict.fromkeys(stand_ins(question).values()) if question else ():
        # Each risk by itself has a test of its own, and so has each answer about other drips.
        few = {RISKS.id: (NONE, "not-sure"), "same": ("new", "before-known", "not-sure")}
        if question and option in few.get(question.id, (option,)):
            on = {**answers, question.id: [option]}
            # A symptom with three follow-ups varies in two of them, and one answer is "not sure"; random sets have more.
            varied = sum(name in ABOUT and given != [mildest_of(GUIDE.question(name))] for name, given in on.items())
            if varied <= 1 + MOST_VARIED and len(list(not_sures(on))) <= 1:
                yield from ways_on(on)


# What is asked about a symptom is a part of it; whether it eases reports none by itself.
ABOUT = {
    question.id for question in GUIDE.questions if question.id != FLAGS.id and (question.reports or question.cluster)
}


MOST_VARIED = 2


@cache
def stand_ins(question: Question) -> dict[str, str]:
    """Return for each answer that reports nothing the first that no condition tells apart from it, for others itself."""
    conditions = (*(rule.when for rule in GUIDE.rules), *(other.ask_if for other in GUIDE.questions))
    leaves = [leaf for condition in conditions for leaf in condition.leaves() if leaf.question == question.id]
    first: dict[object, str] = {}
    found = {}
    for option in question.options:
        alike = (option.stands_for, frozenset(leaf for leaf in leaves if option.id in leaf.options))
        found[option.id] = first.setdefault(option.id if option.reports else alike, option.id)
    return found


@cache
def single_symptoms() -> tuple[tuple[AnswerSet, ...], tuple[AnswerSet, ...]]:
    """Return the answer sets for one symptom or none, at every time: the finished sets, then the unfinished ones."""
    met = [answers for start in STARTS for answers in ways_on(start)]
    return tuple(a for a in met if not waiting(a)), tuple(a for a in met if waiting(a))


@cache
def many_sets() -> tuple[AnswerSet, ...]:
    """Return random finished sets: sixty of each urgency, and 300 from random walks."""
    random = Random(1)
    return (*(answers for answers, _ in finished_sets(60, seed=2)), *(walk(random) for _ in range(300)))


@cache
def all_sets() -> tuple[tuple[AnswerSet, Result], ...]:
    """Return every single-symptom set and the random sets, each with its result."""
    return tuple((answers, result_of(answers)) for answers in (*single_symptoms()[0], *many_sets()))


def key_of(answers: Answers) -> Key:
    """Return a hashable key for answers, which ignores their order."""
    return frozenset([(name, option) for name, options in answers.items() for option in options])


PATHS: dict[Key, tuple[Question, ...]] = {}


def path_of(answers: Answers) -> tuple[Question, ...]:
    """Return the questions on the path for these answers, cached."""
    key = key_of(answers)
    if key not in PATHS:
        PATHS[key] = open_questions(answers)
    return PATHS[key]


RESULTS: dict[Key, Result] = {}


def result_of(answers: AnswerSet) -> Result:
    """Return the result for these answers, cached."""
    key = key_of(answers)
    if key not in RESULTS:
        RESULTS[key] = assess(answers)
    return RESULTS[key]


def options_of(question: Question) -> st.SearchStrategy[list[str]]:
    """Return a strategy for the answers to a question."""
    ids = [option.id for option in question.options if option.id != NONE]
    if question.kind != "several":
        return st.sampled_from(ids).map(lambda option: [option])
    least = 0 if NONE in question.steps else 1
    return st.lists(st.sampled_from(ids), unique=True, min_size=least, max_size=3).map(lambda ticks: ticks or [NONE])


@st.composite
def finished(draw: st.DrawFn, start: AnswerSet) -> AnswerSet:
    """Return a drawn finished answer set that begins with these answers."""
    answers = start
    while question := waiting(answers):
        answers = {**answers, question.id: draw(options_of(question))}
    return on_path(answers)


def one_more(answers: AnswerSet) -> Iterator[AnswerSet]:
    """Yield the answers with one more tick or one step up a scale."""
    for question in path_of(answers):
        yield from ticks_more(question, answers)
        yield from steps_up(question, answers)


def ticks_more(question: Question, answers: AnswerSet) -> Iterator[AnswerSet]:
    """Yield the answers with one more option of a question ticked."""
    if question.kind == "several":
        given_now = answers[question.id]
        others = [option.id for option in question.options if option.id not in (*given_now, NONE)]
        yield from ({**answers, question.id: [*given_now, option]} for option in others)


def steps_up(question: Question, answers: AnswerSet) -> Iterator[AnswerSet]:
    """Yield the answers with a question's scale one step worse."""
    given_now = answers[question.id]
    if question.kind == "scale" and given_now[0] in question.steps[:-1]:
        yield {**answers, question.id: [question.steps[question.steps.index(given_now[0]) + 1]]}


def not_sures(answers: AnswerSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each question answered "not sure", with the options that it stands for."""
    for question in path_of(answers):
        for option in question.options:
            if option.stands_for and option.id in answers.get(question.id, ()):
                yield question.id, option.stands_for


def reported(answers: AnswerSet) -> list[tuple[str, str]]:
    """Return the (question, option) pairs that report a symptom."""
    return [
        (question.id, option.id)
        for question in path_of(answers)
        for option in question.options
        if option.reports and option.id in answers[question.id]
    ]


# --- more reported never lowers the urgency


@thorough
@given(st.data())
def test_more_reported_never_lowers_the_urgency(data: st.DataObject) -> None:
    """One more symptom, tick or step up, its own questions answered and all else kept: never a lower urgency."""
    before = data.draw(finished({FLAGS.id: [NONE]}), label="before")
    after = data.draw(st.sampled_from(list(one_more(before))).flatmap(finished), label="after")
    assert assess(before).urgency <= assess(after).urgency


@cache
def times_and_parts() -> tuple[tuple[Time, ...], dict[str, list[Part]]]:
    """Return the times without risks, and for each symptom the ways to report it without "not sure".

    A symptom with several follow-ups varies in one of them, the others at their mildest.
    """
    mildest = {(question.id, mildest_of(question)) for question in GUIDE.questions}
    times: dict[Time, None] = {}
    told: dict[str, dict[Part, None]] = {}
    for answers in single_symptoms()[0]:
        pairs = [(name, option) for name, options in answers.items() for option in options]
        if any(not_sures(answers)) or NONE in answers.get(SYMPTOMS.id, [NONE]) or READY.id in answers:
            continue  # what is told before a first drip is told at that time alone, and has a test of its own
        if answers.get("same", ["new"])[0] not in {"new", "before-known"}:
            continue  # the strictest and the mildest here; a pattern with each of the others has a test of its own
        part = tuple((name, option) for name, option in pairs if name in ABOUT)
        times[(*(pair for pair in pairs if pair not in (*part, NO_RISK)), NO_RISK)] = None
        if len(set(part[1:]) - mildest) <= 1:
            told.setdefault(answers[SYMPTOMS.id][0], {})[part] = None
            alone = together((), part)
            sometimes = [name for name, _ in part[1:] if not GUIDE.question(name).ask_if.holds(alone)]
            assert not sometimes, f"{part}: asked at some times only, while `alike` counts it at all"
    # A time that lacks an answer which others give would leave that question open beside a second symptom.
    whole = [time for time in times if not any(set(time) < set(other) for other in times)]
    return tuple(whole), {symptom: list(ways) for symptom, ways in told.items()}


def together(time: Time, *told: Part) -> AnswerSet:
    """Return the answers for a time and all of these symptoms."""
    answers: AnswerSet = {}
    for name, option in dict.fromkeys((*time, *(pair for part in told for pair in part))):
        answers.setdefault(name, []).append(option)
    return {
        name: [option for option in options if len(options) == 1 or option != NONE] for name, options in answers.items()
    }


def alike(told: tuple[Part, ...], risks: tuple[str, ...] = (NONE,)) -> list[list[int]]:
    """Return groups of times, by their places, that no rule distinguishes for these symptoms and risks.

    Conditions have no "not", so what does not hold with all times ticked at once holds at none of them, and what
    holds before any time is told holds at each. From `today` on, only a more urgent rule can add to that; below,
    so does a question about time that has no answer.
    """
    times = times_and_parts()[0]
    always = {**together(_every_time(), *told), RISKS.id: list(risks)}
    least = max((rule.urgency for rule in rules_for(together((), *told))), default=min(Urgency))
    mild = least < Urgency.TODAY
    counting = [rule for rule in rules_for(always) if mild or rule.urgency > least]
    moments = {_moments(leaf) for rule in counting for leaf in _within_reach(rule.when, always)}
    met = [0] * len(times)
    for number, places in enumerate(moments):
        for place in places:
            met[place] |= 1 << number
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, time in enumerate(times):
        groups.setdefault((met[place], *(name for name, _ in time if mild)), []).append(place)
    return list(groups.values())


@cache
def _every_time() -> Time:
    """Return all times told at once."""
    return tuple(dict.fromkeys(pair for time in times_and_parts()[0] for pair in time))


def rules_for(answers: AnswerSet) -> list[Rule]:
    """Return the rules that hold for these answers, whether or not their questions are asked."""
    return [GUIDE.rules[place] for place in GUIDE.index.holding(answers)]


MOMENTS: dict[int, frozenset[int]] = {}


def _moments(leaf: Picked) -> frozenset[int]:
    """Return the places, in the list of times, of those at which the leaf holds, cached by the leaf's identity."""
    if id(leaf) not in MOMENTS:  # to hash it by what it says takes longer than to look
        MOMENTS[id(leaf)] = frozenset(
            place for place, time in enumerate(times_and_parts()[0]) if leaf.holds(together(time))
        )
    return MOMENTS[id(leaf)]


def _within_reach(condition: Condition, answers: AnswerSet) -> Iterator[Picked]:
    """Yield the leaves of a condition, without the parts that do not hold."""
    if not condition.holds(answers):
        return
    if isinstance(condition, AtLeast):
        for part in condition.parts:
            yield from _within_reach(part, answers)
    elif isinstance(condition, Picked):
        yield condition


@pytest.fixture(scope="module")
def table() -> Table:
    """Return the urgency of every symptom alone and beside every other."""
    times, told = times_and_parts()
    pairs = [(part, part) for ways in told.values() for part in ways]
    pairs += [pair for ones, others in combinations(told.values(), 2) for pair in product(ones, others)]
    found: Table = {}
    for one, other in pairs:
        levels = bytearray(len(times))
        for group in alike((one, other)):
            level = level_of(together(times[group[0]], one, other))
            for place in group:
                levels[place] = level
        found[one, other] = found[other, one] = bytes(levels)
    return found


def level_of(answers: AnswerSet) -> int:
    """Return the level of the urgency, and at least that of `today` while a question has no answer.

    What can no longer matter beside a second symptom could matter before: only finished sets are compared below `today`.
    """
    urgency = urgency_of(answers)
    unfinished = urgency < Urgency.TODAY and any(question.id not in answers for question in open_questions(answers))
    return (Urgency.TODAY if unfinished else urgency).level


def lowered(less: bytes, more: bytes) -> list[Time]:
    """Return the times at which the urgency of what is told is lower with one thing more."""
    if not any(map(lt, more, less)):  # millions of comparisons: in C
        return []
    return [time for time, before, after in zip(times_and_parts()[0], less, more, strict=True) if after < before]


def test_a_second_symptom_never_lowers_the_urgency(table: Table) -> None:
    """Two symptoms together are never less urgent than either alone, at any time."""
    lower = [
        together(time, one, other) for (one, other), both in table.items() for time in lowered(table[one, one], both)
    ]
    count = sum(map(len, table.values()))
    print(f"{count} comparisons of two symptoms with one, at {len(times_and_parts()[0])} times")
    assert lower == []
    assert count > 50_000


def test_a_step_up_never_lowers_the_urgency(table: Table) -> None:
    """One step up any scale is never less urgent, alone or beside any other symptom, at any time."""
    compared, lower = 0, []
    for (one, other), before in table.items():
        for more in _steps_up(one):
            after = table.get((more, more if one == other else other))
            if after is not None:
                compared += len(after)
                lower += [(together(time, one, other), more) for time in lowered(before, after)]
    print(f"{compared} comparisons of a step with the next")
    assert lower == []
    assert compared > 20_000


@pytest.mark.parametrize("asked", [READY, GUIDE.question("next-drip")], ids=lambda question: question.id)
def test_one_thing_more_before_a_drip_never_lowers_the_urgency(asked: Question) -> None:
    """Two things that are true before a drip are never less urgent than one, whenever the drip is and however weak."""
    start: AnswerSet = {FLAGS.id: [NONE], "who": ["me"], "drip": ["not-yet"]}
    if asked is not READY:
        start |= {"drip": ["15-days-6-weeks"], SYMPTOMS.id: ["next-drip"]}
    told = [option.id for option in asked.options if option.id != NONE]
    compared = 0
    for due, weakness in product(GUIDE.question("due").steps, GUIDE.question("weakness").steps):
        rest = {"due": [due], "weakness": [weakness], "yesterday": ["same"], "started": ["later"]}
        rest |= {RISKS.id: [NONE], "headache": ["mild"], "headache-course": ["easing"], "head-signs": [NONE]}
        rest |= {"same": ["new"], "late-drip": ["as-before"], "temperature": ["under-38"]}
        if asked is READY:
            rest |= {SYMPTOMS.id: ["headache"]}
        alone = {name: result_of(on_path({**start, asked.id: [name], **rest})) for name in told}
        assert not any(result.unanswered for result in alone.values())
        for one, other in combinations(told, 2):
            compared += 1
            both = result_of(on_path({**start, asked.id: [one, other], **rest}))
            assert both.urgency >= max(alone[one].urgency, alone[other].urgency), (one, other, due, weakness)
    assert compared > 3_000


def test_who_it_was_not_made_for_is_always_sent_to_the_team() -> None:
    """Whatever somebody outside the scope answers, the result is a call, which says why once; an emergency need not say it."""
    random = Random(8)
    outside = [option for option in GUIDE.question("who").steps if option not in ("me", "carer")]
    for _ in range(1000):
        answers = walk(random, {FLAGS.id: [NONE], "who": [random.choice(outside)]})
        result = result_of(answers)
        assert result.urgency >= Urgency.SOON, answers
        said = [rule.id for rule in result.reasons if "was not made for you" in rule.because]
        assert len(said) == (result.urgency is not Urgency.EMERGENCY), (answers, said)


def test_one_thing_more_about_one_symptom_never_lowers_the_urgency() -> None:
    """A step up the scale or a further sign of one symptom never lowers the urgency."""
    compared = 0
    for answers in single_symptoms()[0]:
        for question in path_of(answers):
            told = [*steps_up(question, answers)]
            if answers["drip"] == ["last-6-hours"] and question not in (FLAGS, SYMPTOMS):
                told += ticks_more(question, answers)
            for more in told:
                compared += 1
                assert result_of(answers).urgency <= result_of(more).urgency, (answers, more)
    print(f"{compared} comparisons of one symptom with one thing more about it")
    assert compared > 3_000


def _steps_up(part: Part) -> Iterator[Part]:
    for place, (name, option) in enumerate(part):
        steps = GUIDE.question(name).steps
        if GUIDE.question(name).kind == "scale" and option != steps[-1]:
            yield (*part[:place], (name, steps[steps.index(option) + 1]), *part[place + 1 :])


def test_feeling_worse_never_lowers_the_urgency(table: Table) -> None:
    """Worse than yesterday is never less urgent than the same, nor the same than better, for one symptom or two."""
    times = times_and_parts()[0]
    compared, lower = 0, []
    for pair in pairwise(("better", "same", "worse")):
        days = [stand_ins(GUIDE.question("yesterday"))[name] for name in pair]
        before = [place for place, time in enumerate(times) if ("yesterday", days[0]) in time]
        after = [
            times.index(tuple((n, days[1] if n == "yesterday" else a) for n, a in times[place])) for place in before
        ]
        for told, levels in table.items():
            compared += len(before)
            for day, next_day in zip(before, after, strict=True):
                if levels[next_day] < levels[day]:
                    lower.append(together(times[day], *told))
    print(f"{compared} comparisons of a day with a better one")
    assert lower == []
    assert compared > 20_000


def test_one_risk_more_never_lowers_the_urgency() -> None:
    """For every single symptom at every time, one risk or all risks never lower the urgency."""
    compared, raised = 0, set()
    everything = [option for option in RISKS.steps if option != NONE]
    times, told = times_and_parts()
    for part in (part for ways in told.values() for part in ways):
        for group in alike((part,), tuple(everything)):
            asked = (answers for place in group if RISKS in path_of(answers := together(times[place], part)))
            if not (answers := next(asked, {})):
                continue
            before = result_of(answers).urgency
            for risks in (*([risk] for risk in everything), everything):
                after = result_of({**answers, RISKS.id: risks}).urgency
                compared += 1
                assert before <= after, (answers, risks)
                if before < after and len(risks) == 1:
                    raised.add(risks[0])
    print(f"{compared} comparisons of a risk with none, over {len(times)} times")
    assert compared > 5_000
    assert raised == set(everything), "each risk raises something"


def test_risks_are_asked_where_a_rule_looks_at_one_and_nowhere_else() -> None:
    """The question about risks is asked exactly for symptoms that some rule combines with a risk."""
    times, told = times_and_parts()
    everything = [option for option in RISKS.steps if option != NONE]
    with_risk = [rule for rule in GUIDE.rules if any(leaf.question == RISKS.id for leaf in rule.when.leaves())]
    for time, part in product(times, (part for ways in told.values() for part in ways)):
        answers = together(time, part)
        asked = RISKS in open_questions(answers)
        told_all = {**on_path(answers), RISKS.id: everything}
        used = any(
            any(name == RISKS.id for name, _ in rule.when.evidence(told_all)) and rule.when.holds(told_all)
            for rule in with_risk
            if "problems" not in rule.id and "worse" not in rule.id
        )
        assert asked or not used, answers
        if asked and not used:
            # Another tick could still use one: the symptom itself stands in such a rule.
            symptom = part[0][1]
            assert any(
                leaf.question in {name for name, pairs in GUIDE.openers.items() if (SYMPTOMS.id, symptom) in pairs}
                for rule in with_risk
                for leaf in rule.when.leaves()
            ), answers


# --- every path ends in a result


def test_every_path_ends_in_a_result_that_is_explained() -> None:
    """Every finished answer set has a result with an urgency and an explanation."""
    for answers, result in all_sets():
        assert result.unanswered == ()
        assert result.reasons or result.unknown or result.unsure, answers
    print(f"{len(single_symptoms()[0])} ways to have one symptom or none, {len(many_sets())} random answer sets")


def test_all_four_urgencies_are_reached_by_one_symptom() -> None:
    """Each of the four urgencies is reached with a single symptom."""
    assert set(Urgency) == {result_of(answers).urgency for answers in single_symptoms()[0]}


# --- unfinished is never mild


def test_an_unfinished_set_is_never_less_than_today() -> None:
    """While a question that can change the result has no answer, it is named and the urgency is `today` or more."""
    random = Random(6)
    named = 0
    for answers in ({}, {FLAGS.id: [NONE]}, *single_symptoms()[1]):
        result = assess(answers)
        if result.unanswered:
            named += 1
            assert result.urgency >= Urgency.TODAY, answers
        elif random.random() < 1 / 20:  # it is final: tests/quiz/test_interview.py has more
            whole = assess(walk(random, answers))
            assert (whole.urgency, whole.call) == (result.urgency, result.call), answers
    assert named > 5_000


def test_taking_any_answer_away_is_never_less_than_today() -> None:
    """A finished set with any one answer removed or emptied is `today` or more, or what it was if that answer is not needed."""
    random = Random(3)
    needed = 0
    for answers in many_sets():
        gone = random.choice(list(answers))
        whole = assess(answers)
        for less in ({name: options for name, options in answers.items() if name != gone}, {**answers, gone: []}):
            result = assess(less)
            if gone in result.unanswered:
                needed += 1
                assert result.urgency >= Urgency.TODAY, less
            else:
                assert (result.urgency, result.call) == (whole.urgency, whole.call), less
    assert needed > len(many_sets())


def test_an_unfinished_emergency_is_an_emergency() -> None:
    """An emergency is one while a question has no answer, and nothing more is asked."""
    answers = {
        FLAGS.id: [NONE],
        "who": ["me"],
        "drip": ["running"],
        SYMPTOMS.id: ["urine"],
        "urine": ["no-urine"],
        RISKS.id: [NONE],
    }
    result = assess(answers)
    assert GUIDE.question("nurse") in open_questions(answers)
    assert result.unanswered == ()
    assert result.urgency is Urgency.EMERGENCY


# --- unknown ids


def test_unknown_question_is_refused_by_name() -> None:
    """An unknown question is refused with what came and what was wanted."""
    with pytest.raises(UnknownAnswer) as caught:
        assess({"shoe-size": ["42"]})
    wanted = ", ".join(question.id for question in GUIDE.questions)
    assert str(caught.value) == f"answers: got question 'shoe-size', wanted one of {wanted}"


def test_unknown_option_is_refused_by_name() -> None:
    """An unknown option is refused, even where its question is off the path."""
    with pytest.raises(UnknownAnswer) as caught:
        assess({"nurse": ["maybe"]})
    assert str(caught.value) == "nurse: got 'maybe', wanted one of yes, no"


def test_text_instead_of_a_list_is_refused() -> None:
    """A string in place of a list is refused, not read as a list of its letters."""
    with pytest.raises(UnknownAnswer) as caught:
        assess({"nurse": "yes"})
    assert str(caught.value) == "nurse: got 'yes', wanted a list of option ids from yes, no"


def test_anything_but_texts_in_a_list_is_refused() -> None:
    """Anything but strings in a list of answers is refused."""
    with pytest.raises(UnknownAnswer) as caught:
        assess({"nurse": [True]})  # type: ignore[list-item]  # what a page with a fault might send
    assert str(caught.value) == "nurse: got [True], wanted a list of option ids from yes, no"


@pytest.mark.parametrize("answers", [{"shoe-size": ["42"]}, {"nurse": ["maybe"]}, {"nurse": "yes"}])
def test_the_path_refuses_what_the_result_refuses(answers: Answers) -> None:
    """`open_questions` refuses the same ids as `assess`."""
    with pytest.raises(UnknownAnswer):
        open_questions(answers)


# --- what no rule covers, what is off the path, "none"


def test_a_symptom_that_no_rule_covers_gives_today_and_is_named() -> None:
    """A symptom that no rule covers, such as a sore neck without its signs, gives `today` and is named."""
    answers = {
        FLAGS.id: [NONE],
        "who": ["me"],
        "drip": ["last-24-hours"],
        SYMPTOMS.id: ["neck"],
        "neck": [NONE],
        "head-signs": [NONE],
    }
    result = assess(answers)
    assert result.urgency is Urgency.TODAY
    assert result.unknown == ((SYMPTOMS.id, "neck"),)
    assert result.reasons == ()


def test_a_common_symptom_does_not_cover_an_unknown_one() -> None:
    """An uncovered symptom stays `today` beside a common one."""
    tired = {
        FLAGS.id: [NONE],
        "who": ["me"],
        "drip": ["last-24-hours"],
        SYMPTOMS.id: ["tired"],
        "tired": ["ordinary"],
        "same": ["new"],
    }
    assert assess(tired).urgency is Urgency.EXPECTED
    result = assess({**tired, SYMPTOMS.id: ["tired", "neck"], "neck": [NONE], "head-signs": [NONE]})
    assert result.urgency is Urgency.TODAY
    assert result.unknown == ((SYMPTOMS.id, "neck"),)


def test_without_its_rules_every_symptom_gives_today_and_is_named() -> None:
    """Without all rules but those of the first screen, each symptom still gives `today` and is named."""
    bare = replace(
        GUIDE, rules=tuple(rule for rule in GUIDE.rules if {leaf.question for leaf in rule.when.leaves()} == {FLAGS.id})
    )
    for answers in single_symptoms()[0]:
        result = assess_with(bare, answers)
        assert result.urgency is Urgency.TODAY
        assert set(reported(answers)) <= set(result.unknown)


def test_answers_off_the_path_change_nothing() -> None:
    """An answer to a question that is off the path is ignored."""
    random = Random(4)
    for answers in many_sets():
        path = {question.id for question in path_of(answers)}
        off = {
            question.id: [random.choice(question.options).id] for question in GUIDE.questions if question.id not in path
        }
        assert assess(answers) == assess({**off, **answers})
        assert open_questions(answers) == open_questions({**off, **answers})


def test_none_is_ignored_beside_any_tick() -> None:
    """The answer "none of these" is ignored beside any other tick of its question."""
    for answers in many_sets():
        for name, options in answers.items():
            if NONE in GUIDE.question(name).steps and options != [NONE]:
                assert assess(answers) == assess({**answers, name: [NONE, *options]})


def test_the_order_of_ticks_changes_nothing() -> None:
    """The same ticks in another order, or twice, give the same result."""
    for answers in many_sets():
        assert assess(answers) == assess({name: [*reversed(options), *options] for name, options in answers.items()})


def test_no_rule_that_holds_is_passed_over() -> None:
    """The rules found for an answer set are all that hold for it when each is asked."""
    for answers in (*many_sets(), *patterns()[::9]):
        assert rules_for(answers) == [rule for rule in GUIDE.rules if rule.when.holds(answers)], answers


# --- red flags


@pytest.mark.parametrize("flag", [option.id for option in FLAGS.options if option.reports])
def test_a_red_flag_is_an_emergency_whatever_else_is_ticked(flag: str) -> None:
    """A red flag alone, and beside every other single option of the whole form, is an emergency for its own reason."""
    others = [(question, option.id) for question in GUIDE.questions for option in question.options]
    for question, option in [(FLAGS, flag), *others]:
        answers = {FLAGS.id: [flag]}
        answers[question.id] = list({flag: 0, option: 0}) if question is FLAGS else [option]
        result = assess(answers)
        assert result.urgency is Urgency.EMERGENCY, answers
        assert f"flag-{flag}" in {rule.id for rule in result.reasons}
        assert result.unanswered == ()


def test_a_red_flag_ends_the_quiz() -> None:
    """After a tick on the first screen nothing more is asked."""
    for option in FLAGS.options:
        more = [question.id for question in open_questions({FLAGS.id: [option.id]})][1:]
        assert (more == []) == (option.id != NONE)


# --- not sure


def test_not_sure_is_never_less_than_what_it_stands_for() -> None:
    """A "not sure" is never less urgent than any of the answers that it stands for."""
    compared = 0
    for answers, result in all_sets():
        for name, stands_for in not_sures(answers):
            for option in stands_for:
                compared += 1
                milder = on_path({**answers, name: [option]})
                assert result_of(milder).urgency <= result.urgency, (answers, name, option)
    print(f"{compared} comparisons of a 'not sure' with what it stands for")
    assert compared > 1000


def test_not_sure_counts_as_all_that_it_stands_for() -> None:
    """A "not sure" gives the same urgency as ticking everything that it stands for."""
    for answers, result in all_sets():
        for name, stands_for in not_sures(answers):
            kept = [option for option in answers[name] if not _is_not_sure(name, option)]
            both = on_path({**answers, name: [*kept, *stands_for]})
            assert result_of(both).urgency is result.urgency, answers


def test_a_result_raised_only_by_a_not_sure_names_it() -> None:
    """Where no stated answer explains the urgency, the questions answered "not sure" are named."""
    raised = 0
    for answers, result in all_sets():
        unsure = {name for name, _ in not_sures(answers)}
        explained = any(rule.urgency is result.urgency for rule in result.reasons)
        assert set(result.unsure) <= unsure
        assert explained or result.unsure or result.unknown, answers
        assert not (explained and result.unsure)
        raised += bool(result.unsure)
    assert raised > 100


def _is_not_sure(name: str, option: str) -> bool:
    return any(other.id == option and other.stands_for for other in GUIDE.question(name).options)


# --- reasons


def test_reasons_come_strongest_first_and_close_to_the_urgency() -> None:
    """Reasons are sorted by urgency, at the result's or one below; `expected` ones are shown only with that result.

    None stands beside a reason that says as much.
    """
    for answers, result in all_sets():
        levels = [rule.urgency.level for rule in result.reasons]
        assert levels == sorted(levels, reverse=True)
        assert all(result.urgency.level - level in (0, 1) for level in levels), answers
        if result.urgency is not Urgency.EXPECTED:
            assert Urgency.EXPECTED.level not in levels, answers
        ids = {rule.id for rule in result.reasons}
        assert not [rule.id for rule in result.reasons if ids & {*rule.said_by}], answers


def test_every_reason_rests_on_something_reported() -> None:
    """Every reason rests on a reported symptom, not only on the time or the person."""
    for answers, result in all_sets():
        for rule in result.reasons:
            assert rests_on_a_report(rule, answers), (answers, rule.id)


def test_expected_is_always_earned_by_a_rule() -> None:
    """A result is `expected` only where a rule on stated answers gives it."""
    for answers, result in all_sets():
        if result.urgency is Urgency.EXPECTED:
            assert result.reasons, answers
            assert result.unknown == ()


def test_one_thing_told_is_never_called_two_problems() -> None:
    """A person who reports one symptom is not told that they have 2 problems."""
    two = {"two-problems-today", "two-problems-soon"}
    for answers in single_symptoms()[0]:
        things = [pair for pair in reported(answers) if pair[0] != SYMPTOMS.id]
        if len(things) <= 1:
            assert two.isdisjoint(rule.id for rule in result_of(answers).reasons), answers


# --- the same each time

SAME = GUIDE.question("same")
SOFTER = {"known-after", "known-before", "untold-before", "usual-loss"}
"""The rules by which a known pattern earns the softer result."""

PARTS = {
    "tired": ("ordinary", "marked"),
    "aches": ("both-sides", "cramps"),
    "nerve-pain": ("usual", "new-place"),
    "weakness": ("same-tasks", "creeping", "usual-loss", "lost-task"),
}
"""What a known pattern can be made of, and what it must not soften."""


@cache
def patterns() -> tuple[AnswerSet, ...]:
    """Return, for every time and every answer about other drips, each two of those parts, all else at its mildest."""
    told: list[AnswerSet] = [
        {SYMPTOMS.id: [one, other], one: [first], other: [second]}
        for one, other in combinations(PARTS, 2)
        for first, second in product(PARTS[one], PARTS[other])
    ]
    days = [(drip, "same") for drip in GUIDE.question("drip").steps] + [("about-3-days", "better")]
    times: list[AnswerSet] = [
        {"drip": [drip], "yesterday": [day], "started": [start]}
        for drip, day in days
        for start in GUIDE.question("started").steps
    ]
    sets = (
        _at_the_mildest({FLAGS.id: [NONE], "who": ["me"], **time, **things, SAME.id: [same.id]})
        for time in times
        for things in told
        for same in SAME.options
    )
    return tuple({key_of(met): met for met in sets}.values())


def test_a_rule_reads_what_was_said_of_other_drips_only_where_it_is_asked() -> None:
    """Wherever an answer about other drips could make a rule hold, the person is asked about other drips."""
    readers = [rule for rule in GUIDE.rules if any(leaf.question == SAME.id for leaf in rule.when.leaves())]
    assert {rule.id for rule in readers} >= SOFTER
    tried = 0
    for answers in (*patterns(), *single_symptoms()[0][::7]):
        if SAME not in path_of(answers):
            told_all = {**answers, SAME.id: list(SAME.steps)}
            for rule in readers:
                tried += 1
                # Off the path the answer counts for nothing: what it would earn must be earned without it.
                waits = rule.when.holds(told_all) and not rule.when.holds(answers)
                assert not waits or rule.urgency <= result_of(answers).urgency, (answers, rule.id)
    print(f"{tried} looks at a rule where nobody is asked about other drips")
    assert tried > 1_000


def test_a_known_pattern_is_always_explained_and_never_less_with_one_thing_more() -> None:
    """With each answer about other drips held fixed, a further symptom, risk or worse step never lowers the urgency."""
    compared = 0
    for answers in patterns():
        result = result_of(answers)
        assert result.unknown == (), answers
        beside = [
            symptom for symptom in (*PARTS, "headache", "limb") if symptom not in answers.get(SYMPTOMS.id, [NONE])
        ]
        told = [{**answers, SYMPTOMS.id: [*answers.get(SYMPTOMS.id, []), symptom]} for symptom in beside]
        if RISKS.id in answers:
            told.append({**answers, RISKS.id: [option for option in RISKS.steps if option != NONE]})
        for more in (*told, *(up for question in path_of(answers) for up in steps_up(question, answers))):
            # What a further symptom opens is asked at its mildest; what was said of other drips stays.
            after = _at_the_mildest(more)
            compared += 1
            assert result.urgency <= result_of(after).urgency, (answers, after)
    print(f"{compared} comparisons of a pattern with one thing more")
    assert compared > 10_000


def _at_the_mildest(answers: AnswerSet) -> AnswerSet:
    while question := waiting(answers):
        answers = {**answers, question.id: [mildest_of(question)]}
    return on_path(answers)


def test_no_pattern_softens_while_running_before_a_first_drip_or_after_6_weeks() -> None:
    """Where other drips are no measure, no rule of a known pattern fires, not even on an answer left from before."""
    tried = 0
    for answers in patterns():
        if answers["drip"][0] in {"not-yet", "running", "longer"}:
            for same in SAME.steps:
                tried += 1
                result = assess({**answers, SAME.id: [same]})
                assert SOFTER.isdisjoint(rule.id for rule in result.reasons), answers
    assert tried > 100


def test_not_sure_about_other_drips_counts_as_new() -> None:
    """Whoever cannot say whether it is the same is told what somebody with a new spell is told."""
    compared = 0
    for answers in patterns():
        if answers.get(SAME.id) == ["not-sure"]:
            compared += 1
            assert result_of(answers).urgency is result_of({**answers, SAME.id: ["new"]}).urgency, answers
    assert compared > 200
