"""The interview asks only what can still change the result: the same result as the whole path gives, with fewer questions."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, islice
from random import Random
from typing import NamedTuple

from quiz import GUIDE, Ask, Question, Urgency, assess, engine, next_questions, open_questions
from quiz.model import NONE
from tests.quiz.test_engine_edges import GUIDE as BICYCLES
from tests.support.walks import AnswerSet, cases, pick, walk
from tools import moments
from tools.combinations import answers_with, singles_and_pairs

EACH = int(os.environ.get("PEOPLE", "150"))
"""How many random people of each urgency are asked; `make fuzz` asks 2,000."""

SYMPTOMS = GUIDE.question("symptoms")
NOBODY: AnswerSet = {}

# Who answers: the answer to a question.
type Person = Callable[[Question], list[str]]
# What must not differ: the urgency, and when to call.
type Outcome = tuple[Urgency, str]


class Asked(NamedTuple):
    """An interview: the answers, what was on screen of lists that were cut, and all that was asked in order."""

    answers: AnswerSet
    shown: AnswerSet
    asks: list[Ask]


def outcome(answers: AnswerSet) -> Outcome:
    """Return the urgency and the call."""
    result = assess(answers)
    return result.urgency, result.call


def notes(answers: AnswerSet) -> set[str]:
    """Return the ids of the notes that open the result."""
    told = {question.id: question.told(answers.get(question.id, [])) for question in open_questions(answers)}
    return {
        note.id for note in GUIDE.notes if note.when.holds({name: possible for name, (_, possible) in told.items()})
    }


def interview(person: Person, given: AnswerSet = NOBODY, shown: AnswerSet = NOBODY, *, at_once: bool = False) -> Asked:
    """Return the interview of a person: what is not on screen is not ticked, and the rest is answered as they would.

    `at_once`: all that is asked is answered before more is asked, as on a screen that questions share.
    """
    answers, seen, asked = dict(given), dict(shown), []
    while asks := next_questions(answers, seen):
        for ask in asks if at_once else asks[:1]:
            options = [option.id for option in ask.options]
            answers[ask.question.id] = [option for option in person(ask.question) if option in options] or [NONE]
            if len(options) < len(ask.question.options):
                seen[ask.question.id] = options
            asked.append(ask)
    return Asked(answers, seen, asked)


def whole(person: Person, given: AnswerSet = NOBODY) -> AnswerSet:
    """Return what a person says who is asked the whole path."""
    answers = dict(given)
    while waiting := [question for question in open_questions(answers) if question.id not in answers]:
        answers[waiting[0].id] = person(waiting[0])
    return {question.id: answers[question.id] for question in open_questions(answers)}


def somebody(random: Random, *, mild: bool, known: AnswerSet = NOBODY) -> Person:
    """Return a person who answers at random, each time the same; `known` are answers that are fixed."""
    answers = dict(known)

    def person(question: Question) -> list[str]:
        if question.id not in answers:
            answers[question.id] = pick(question, random, mild=mild)
        return answers[question.id]

    return person


def says(answers: AnswerSet) -> Person:
    """Return the person who gives these answers."""
    return lambda question: answers[question.id]


def worst(asked: Asked) -> AnswerSet:
    """Return the answers with all else picked at once: the rest of the path, and of cut lists what was not on screen."""
    answers = dict(asked.answers)
    for name, options in asked.shown.items():
        answers[name] = [*answers[name], *(step for step in GUIDE.question(name).steps if step not in options)]
    return whole(lambda question: list(question.steps), answers)


def _start(random: Random, *, mild: bool) -> AnswerSet:
    """Return what a random person says first; for a mild result it takes one symptom of somebody in the scope."""
    if random.random() < 1 / 20:
        return NOBODY
    start = {"red-flags": [NONE]}
    if mild and random.random() < 3 / 4:
        start |= {"who": [random.choice(["me", "carer"])], "symptoms": [random.choice(SYMPTOMS.options).id]}
    return start


@cache
def people() -> tuple[tuple[AnswerSet, Asked], ...]:
    """Return random people of each urgency: what they say on the whole path, and their interview."""
    random = Random(7)
    found: dict[Urgency, list[tuple[AnswerSet, Asked]]] = {urgency: [] for urgency in Urgency}
    while any(len(sets) < EACH for sets in found.values()):
        mild = len(found[Urgency.EXPECTED]) < EACH or random.random() < 1 / 2
        person = somebody(random, mild=mild, known=_start(random, mild=mild))
        asked = interview(person, at_once=True)
        of_this = found[assess(asked.answers).urgency]
        if len(of_this) < EACH:
            of_this.append((whole(person), asked))
    return tuple(pair for sets in found.values() for pair in sets)


@cache
def of_cases() -> tuple[tuple[AnswerSet, Asked], ...]:
    """Return the answers of each case, with the interview."""
    return tuple((case.answers, interview(says(case.answers), at_once=True)) for case in cases())


# --- the same result


def differing(pairs: Iterator[tuple[AnswerSet, Asked]]) -> list[tuple[AnswerSet, AnswerSet]]:
    """Return the pairs in which the interview gives another urgency or call than the whole path."""
    return [(answers, asked.answers) for answers, asked in pairs if outcome(answers) != outcome(asked.answers)]


def test_cases_have_the_same_result() -> None:
    """Whoever is asked only what can matter gets the urgency and the call of the whole path, in each case."""
    assert differing(iter(of_cases())) == []


def test_random_people_have_the_same_result() -> None:
    """So do random people of each urgency, several questions a screen."""
    assert Counter(assess(answers).urgency for answers, _ in people()) == dict.fromkeys(Urgency, EACH)
    assert differing(iter(people())) == []


def test_combinations_and_moments_have_the_same_result() -> None:
    """So do people with two symptoms, at all times and with each risk: a sample of the tables that are reviewed."""
    random = Random(3)
    combos = random.sample(list(singles_and_pairs()), 300)
    sets = [*(answers_with(*things) for things in combos)]
    sets += [answers for _, answers in islice(moments.sets(), random.randrange(20), 6_000, 20)]
    assert differing((answers, interview(says(answers), at_once=True)) for answers in sets) == []


def test_the_advice_is_the_same() -> None:
    """What opens a result is that of the whole path; only an emergency asks for no more of it."""
    differ = [
        asked.answers
        for answers, asked in (*of_cases(), *people())
        if notes(answers) != notes(asked.answers) and assess(answers).urgency is not Urgency.EMERGENCY
    ]
    assert differ == []


def test_no_reason_is_new() -> None:
    """Each reason that the interview gives is true of the whole path too."""
    for answers, asked in (*of_cases(), *people()):
        told = {question.id: question.told(answers[question.id])[0] for question in open_questions(answers)}
        assert all(rule.when.holds(told) for rule in assess(asked.answers).reasons), asked.answers


# --- final


def test_a_final_result_stands_whatever_is_answered_next() -> None:
    """Once nothing is asked, no completion of the path changes urgency or call, not even all answers at once."""
    random = Random(5)
    for _, asked in (*of_cases(), *people()):
        final = outcome(asked.answers)
        for completed in (worst(asked), walk(random, asked.answers)):
            assert outcome(completed) == final, (asked.answers, completed)


def test_an_emergency_ends_the_interview() -> None:
    """Nothing is asked after an emergency, and it is found out by the last answer."""
    ended = 0
    for answers, _ in of_cases()[::4]:
        if assess(answers).urgency is Urgency.EMERGENCY and len(answers) > 1:
            asked = interview(says(answers))
            last = asked.asks[-1].question.id
            before = {name: options for name, options in asked.answers.items() if name != last}
            assert assess(before).urgency is not Urgency.EMERGENCY, asked.answers
            ended += 1
    assert ended > 50
    assert next_questions({"red-flags": ["chest-pain"]}) == ()


# --- what is asked


def test_each_question_is_asked_once_and_can_be_answered() -> None:
    """No answered question comes again, each has two options or more, and a cut list hides no symptom and has "none"."""
    for _, asked in (*of_cases(), *people()):
        names = [ask.question.id for ask in asked.asks]
        assert len(names) == len(set(names)), names
        for question, options in asked.asks:
            assert len(options) >= 2
            assert set(options) <= set(question.options)
            if len(options) < len(question.options):
                assert (question.kind, question.reports) == ("several", False)
                assert NONE in {option.id for option in options}


def test_what_is_asked_is_on_the_path_and_has_no_answer() -> None:
    """What is asked is a part, in its order, of the questions on the path without an answer."""
    random = Random(11)
    for _ in range(300):
        answers = walk(random)
        for name in random.sample(list(answers), random.randint(0, len(answers))):
            answers.pop(name)
        waiting = [question for question in open_questions(answers) if question.id not in answers]
        asks = [ask.question for ask in next_questions(answers)]
        assert asks == [question for question in waiting if question in asks]
        assert assess(answers).unanswered == tuple(question.id for question in asks)


def test_a_question_is_asked_for_what_it_opens() -> None:
    """Whoever must call tonight is asked whether they grow weaker: that opens a question with an emergency in it."""
    waiting = {"red-flags": [NONE], "who": ["me"], "drip": ["not-yet"], "ready": ["infection", "delayed"]}
    assert assess(waiting).call == "night"
    assert "late-drip" in assess(waiting).unanswered


def test_a_changed_answer_keeps_the_others_and_asks_what_begins_to_matter() -> None:
    """After a change the interview goes on from what was given, and asks again where a cut list lacks what now matters."""
    random = Random(13)
    again = 0
    for answers, asked in random.sample(people(), 400):
        changeable = [name for name in asked.answers if name != "red-flags"]
        if not changeable:
            continue
        name = random.choice(changeable)
        changed = {**asked.answers, name: pick(GUIDE.question(name), random, mild=True)}
        shown = {other: options for other, options in asked.shown.items() if other != name}
        # A list that was cut was not ticked beyond what was on screen; who is asked the whole path answers all of it.
        known = {**answers, **{other: options for other, options in changed.items() if other not in shown}}
        person = somebody(random, mild=False, known=known)
        later = interview(person, changed, shown)
        for other, options in changed.items():
            if other not in {ask.question.id for ask in later.asks}:
                assert later.answers[other] == options
        for ask in later.asks:
            if ask.question.id in changed:
                again += 1
                assert set(shown[ask.question.id]) < {option.id for option in ask.options}
        assert outcome(whole(person)) == outcome(later.answers), (asked, changed)
    assert again


# --- every answer set of a small guide


def states(answers: AnswerSet) -> Iterator[AnswerSet]:
    """Yield the answers, and all that can follow when each open question is answered with one option or two."""
    yield answers
    waiting = [question for question in engine.open_questions(BICYCLES, answers) if question.id not in answers]
    for question in waiting[:1]:
        ids = [option.id for option in question.options]
        pairs = combinations(ids, 2) if question.kind == "several" else ()
        for picked in (*((one,) for one in ids), *pairs):
            yield from states({**answers, question.id: list(picked)})


def test_every_answer_set_of_a_small_guide() -> None:
    """Where nothing is asked, every way to answer the rest ends in the same result; where something is, most do not."""
    tried = Counter[tuple[bool, bool]]()
    for answers in states({}):
        for gone in (None, *answers):
            less = {name: picked for name, picked in answers.items() if name != gone}
            result = engine.assess(BICYCLES, less)
            ends = set()
            for completed in states(less):
                if all(question.id in completed for question in engine.open_questions(BICYCLES, completed)):
                    end = engine.assess(BICYCLES, completed)
                    ends.add((end.urgency, end.call))
            assert result.asks or ends == {(result.urgency, result.call)}, less
            tried[bool(result.asks), len(ends) > 1] += 1
    print({f"asked {asked}, open {many}": count for (asked, many), count in tried.items()})
    assert tried[True, True] > 10 * tried[True, False]
