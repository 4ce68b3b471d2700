"""The interview asks only what can still change the result: the same result as the whole path gives, with fewer questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from random import Random
from typing import NamedTuple

import pytest

from quiz import GUIDE, Ask, Question, Urgency, assess, engine, next_questions, open_questions
from quiz.model import NONE, Guide
from tests.quiz.test_engine_edges import GUIDE as BICYCLES
from tests.support.walks import AnswerSet, cases, pick, walk
from tools import moments
from tools.combinations import answers_with, singles_and_pairs

EACH = 500
"""How many random people of each urgency are asked."""

COMPLETIONS = 2
NOBODY: AnswerSet = {}

# Who answers: the answer to a question.
type Person = Callable[[Question], list[str]]
# What must not differ: the urgency, when to call, and the notes that open the result.
type Outcome = tuple[Urgency, str, frozenset[str]]


class Asked(NamedTuple):
    """An interview: the answers, what was on screen of lists that were cut, and all that was asked in order."""

    answers: AnswerSet
    shown: AnswerSet
    asks: list[Ask]


def outcome(answers: AnswerSet) -> Outcome:
    """Return what a whole answer set gives; an emergency has no more to be asked, so its notes may lack some."""
    result = assess(answers)
    emergency = result.urgency is Urgency.EMERGENCY
    notes = () if emergency else (note.id for note in GUIDE.notes if note.when.holds(possible(answers)))
    return result.urgency, result.call, frozenset(notes)


def possible(answers: AnswerSet) -> dict[str, frozenset[str]]:
    """Return the answers to the questions on the path with "not sure" resolved."""
    return {question.id: question.told(answers.get(question.id, []))[1] for question in open_questions(answers)}


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


@cache
def people() -> tuple[tuple[AnswerSet, Asked], ...]:
    """Return random people of each urgency: what they say on the whole path, and their interview."""
    random = Random(7)
    found: dict[Urgency, list[tuple[AnswerSet, Asked]]] = {urgency: [] for urgency in Urgency}
    while any(len(sets) < EACH for sets in found.values()):
        rare = max(map(len, found.values())) >= EACH
        start = {"red-flags": [NONE]} if random.random() < 0.9 else NOBODY
        person = somebody(random, mild=rare or random.random() < 0.5, known=start)
        asked = interview(person, at_once=True)
        of_this = found[assess(asked.answers).urgency]
        if len(of_this) < EACH:
            of_this.append((whole(person), asked))
    return tuple(pair for sets in found.values() for pair in sets)


@cache
def of_cases() -> tuple[tuple[AnswerSet, Asked], ...]:
    """Return the answers of each case, with the interview, one question at a time."""
    return tuple((case.answers, interview(says(case.answers))) for case in cases())


# --- the same result


def differing(pairs: Iterator[tuple[AnswerSet, Asked]]) -> list[tuple[AnswerSet, AnswerSet]]:
    """Return the pairs in which the interview gives another urgency, call or advice than the whole path."""
    return [(answers, asked.answers) for answers, asked in pairs if outcome(answers) != outcome(asked.answers)]


def test_cases_have_the_same_result() -> None:
    """Whoever is asked only what can matter gets the urgency, the call and the notes of the whole path, in each case."""
    assert differing(iter(of_cases())) == []
    before = sum(len(answers) for answers, _ in of_cases())
    after = sum(len(asked.asks) for _, asked in of_cases())
    print(f"{before} questions on the paths of {len(of_cases())} cases, {after} asked")
    assert after < before


def test_random_people_have_the_same_result() -> None:
    """So do random people of each urgency, several questions a screen."""
    assert Counter(assess(answers).urgency for answers, _ in people()) == dict.fromkeys(Urgency, EACH)
    assert differing(iter(people())) == []


def test_combinations_and_moments_have_the_same_result() -> None:
    """So do people with two symptoms, at all times and with each risk: a sample of the tables that are reviewed."""
    random = Random(3)
    combos = random.sample(list(singles_and_pairs()), 400)
    sets = [*(answers_with(*things) for things in combos), *islice(moments.sets(), random.randrange(90), None, 90)]
    assert differing((answers, interview(says(answers), at_once=True)) for answers in sets) == []
    assert len(sets) > 700


def test_reasons_lack_only_what_was_not_asked() -> None:
    """The interview gives no reason that the whole path does not give."""
    for answers, asked in (*of_cases(), *people()):
        reasons = {rule.id for rule in assess(asked.answers).reasons}
        assert reasons <= {rule.id for rule in assess(answers).reasons}, asked.answers


# --- final


def test_a_final_result_stands_whatever_is_answered_next() -> None:
    """Once nothing is asked, no completion of the path changes urgency, call or notes, not even all answers at once."""
    random = Random(5)
    for _, asked in (*of_cases(), *people()):
        final = outcome(asked.answers)
        for completed in (worst(asked), *(walk(random, asked.answers) for _ in range(COMPLETIONS))):
            assert outcome(completed)[:2] == final[:2], (asked.answers, completed)


def test_an_emergency_ends_the_interview() -> None:
    """Nothing is asked after an emergency, and none is left to be found out."""
    for _, asked in (*of_cases(), *people()):
        *before, last = [asked.answers] if len(asked.asks) < 2 else [_without_last(asked), asked.answers]
        assert next_questions(last, asked.shown) == ()
        assert all(assess(answers).urgency is not Urgency.EMERGENCY for answers in before if len(answers) > 1)
    assert next_questions({"red-flags": ["chest-pain"]}) == ()


def _without_last(asked: Asked) -> AnswerSet:
    return {name: options for name, options in asked.answers.items() if name != asked.asks[-1].question.id}


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


def test_a_changed_answer_keeps_the_others_and_asks_what_begins_to_matter() -> None:
    """After a change the interview goes on from what was given, and asks again where a cut list lacks what now matters."""
    random = Random(13)
    again = 0
    for answers, asked in random.sample(people(), 500):
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
        assert outcome(whole(person))[:2] == outcome(later.answers)[:2], (asked, changed)
    assert again


# --- every answer set of a small guide


def states(guide: Guide, answers: AnswerSet) -> Iterator[AnswerSet]:
    """Yield the answers, and all that can follow by answering any open question with one option or with two."""
    yield answers
    for question in engine.open_questions(guide, answers):
        if question.id not in answers:
            ids = [option.id for option in question.options]
            pairs = [[one, other] for one in ids for other in ids[ids.index(one) + 1 :] if question.kind == "several"]
            for picked in [*([one] for one in ids), *pairs]:
                yield from states(guide, {**answers, question.id: picked})
            return


def unordered(guide: Guide) -> Iterator[AnswerSet]:
    """Yield every answer set of the guide, with each one answer left out too."""
    for answers in states(guide, {}):
        yield answers
        for gone in answers:
            yield {name: picked for name, picked in answers.items() if name != gone}


@pytest.mark.parametrize("guide", [BICYCLES], ids=["bicycles"])
def test_every_answer_set_of_a_small_guide(guide: Guide) -> None:
    """Where nothing is asked all completions agree; where something is asked, one answer less than all would not do."""
    tried = Counter[bool]()
    for answers in unordered(guide):
        asks = engine.next_questions(guide, answers)
        ends = {
            (result.urgency, result.call)
            for completed in states(guide, answers)
            if not any(question.id not in completed for question in engine.open_questions(guide, completed))
            for result in [engine.assess(guide, completed)]
        }
        result = engine.assess(guide, answers)
        if not asks:
            assert ends == {(result.urgency, result.call)}, answers
        tried[bool(asks), len(ends) > 1] += 1
    print(tried)
