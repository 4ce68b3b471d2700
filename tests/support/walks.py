"""Answer sets for tests: the cases in `tests/cases`, and random walks through the questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from quiz import GUIDE, Question, Urgency, assess, open_questions
from quiz.conditions import ALWAYS
from quiz.model import NONE, Rule

__all__ = [
    "CASES",
    "AnswerSet",
    "Case",
    "cases",
    "finished_sets",
    "mildest_of",
    "pick",
    "rests_on_a_report",
    "unfinished_sets",
    "urgency_of",
    "walk",
]

CASES = Path(__file__).parents[1] / "cases"

type AnswerSet = dict[str, list[str]]
"""Option ids by question id, as a page would send them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case: a patient's situation and the urgency that it must be given.

    `urgency` is what a clinician would want. Where the quiz says more, `quiz` is what it says and `why` the reason.
    """

    rule: str
    number: int
    case: str
    answers: AnswerSet
    urgency: Urgency
    because: tuple[str, ...] = ()
    quiz: Urgency | None = None
    why: str = ""

    @property
    def id(self) -> str:
        """Return the id for the test run."""
        return f"{self.rule}-{self.number}"

    @property
    def shown(self) -> Urgency:
        """Return the urgency that the quiz must give."""
        return self.quiz or self.urgency


@cache
def cases() -> tuple[Case, ...]:
    """Return every case, file by file."""
    return tuple(
        _case(path, number, entry)
        for path in sorted(CASES.glob("*.yaml"))
        # The same as safe_load, but in C.
        for number, entry in enumerate(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader), start=1)
    )


def _case(path: Path, number: int, entry: dict[str, Any]) -> Case:
    place = f"{path.name}, case {number}"
    wanted = {"case", "answers", "urgency", "because", "quiz", "why"}
    if strange := set(entry) - wanted:
        raise ValueError(f"{place}: got {', '.join(sorted(strange))}, wanted only {', '.join(sorted(wanted))}.")
    if ("quiz" in entry) != ("why" in entry):
        raise ValueError(f"{place}: got one of 'quiz' and 'why', wanted both or none. Say why the quiz says more.")
    for name, options in entry["answers"].items():
        if not isinstance(options, list) or not all(isinstance(option, str) for option in options):
            raise ValueError(f"{place}: got {name}: {options!r}, wanted a list of texts. Put yes, no and 38 in quotes.")
    return Case(
        rule=path.stem,
        number=number,
        case=entry["case"],
        answers=entry["answers"],
        urgency=Urgency(entry["urgency"]),
        because=tuple(entry.get("because", ())),
        quiz=Urgency(entry["quiz"]) if "quiz" in entry else None,
        why=entry.get("why", ""),
    )


def mildest_of(question: Question) -> str:
    """Return "none of these", the mildest answer that the guide names, or the mildest by place.

    Of several that can be ticked the worst come first, elsewhere the mildest.
    """
    if NONE in question.steps:
        return NONE
    options = [option.id for option in question.options if not option.red_flag and not option.stands_for]
    return next(iter(GUIDE.baseline.get(question.id, options[-1 if question.kind == "several" else 0 :])))


def walk(random: Random, start: AnswerSet | None = None) -> AnswerSet:
    """Return a random finished answer set, answered question by question in the order of the quiz.

    Most walks tick no red flag, and half of them are mild: fewer symptoms, mostly at their mildest option, and no warning
    sign of a follow-up.
    `start`: answers given already; those to questions that are not asked are dropped.
    """
    mild = random.random() < 1 / 2
    answers = dict(start or {})
    while True:
        path = open_questions(answers)
        waiting = [question for question in path if question.id not in answers]
        if not waiting:
            return {question.id: answers[question.id] for question in path}
        answers[waiting[0].id] = pick(waiting[0], random, mild=mild)


def pick(question: Question, random: Random, *, mild: bool) -> list[str]:
    """Return a random answer to a question; a mild one reports less."""
    options = [option.id for option in question.options if option.id != NONE and not (mild and option.red_flag)]
    if question.kind != "several":
        return [
            mildest_of(question) if mild and question.reports and random.random() < 3 / 4 else random.choice(options)
        ]
    if question.ask_if == ALWAYS:  # the red flags: a tick ends the walk
        ticks = random.choice((0, 0, 0, 0, 0, 0, 0, 1, 2, 3))
    elif not question.reports:  # the risks: most people have none or one
        ticks = random.choice((0, 0, 0, 1, 2, 3))
    else:
        ticks = random.choice((1, 1, 1, 2) if mild else (0, 1, 2, 3))
    if not ticks and NONE not in question.steps:
        ticks = 1
    return random.sample(options, min(ticks, len(options))) or [NONE]


def rests_on_a_report(rule: Rule, answers: AnswerSet) -> bool:
    """Return whether a rule fires on an answer that reports something; true for a rule that names no such answer.

    The rule of a warning sign says what that very sign can mean, so somebody must have ticked it.
    """
    if rule.id.startswith("flag-"):
        sign = rule.id.removeprefix("flag-")
        return any(sign in picked for picked in answers.values())

    def reports(question: str, option: str) -> bool:
        return any(other.id == option and other.reports for other in GUIDE.by_id[question].options)

    about = any(reports(leaf.question, option) for leaf in rule.when.leaves() for option in leaf.options)
    return not about or any(reports(*pair) for pair in rule.when.evidence(answers))


def urgency_of(answers: AnswerSet) -> Urgency:
    """Return the urgency for answers; at module level, so that other processes can import it."""
    return assess(answers).urgency


def finished_sets(each: int, seed: int) -> list[tuple[AnswerSet, Urgency]]:
    """Return `each` distinct finished answer sets for every urgency, with the urgency of each.

    Half of the sets of each urgency are one answer away from a set of the next one up, for the highest
    of the next one down; they come first within their urgency. Each walk is followed by one that differs
    in one answer, and half of the walks vary a set of the rarest urgency so far.
    Raises `ValueError` with the counts where the questions and rules do not yield as many.
    """
    random = Random(seed)
    near: dict[Urgency, dict[str, AnswerSet]] = {urgency: {} for urgency in Urgency}
    far: dict[Urgency, dict[str, AnswerSet]] = {urgency: {} for urgency in Urgency}
    half, rest = each - each // 2, each // 2
    walks = each * 200
    for _ in range(walks):
        rarest = min(Urgency, key=lambda urgency: len(near[urgency]) + len(far[urgency]))
        known = [*near[rarest].values(), *far[rarest].values()]
        start = _vary(random.choice(known), random) if known and random.random() < 1 / 2 else None
        answers = walk(random, start)
        other = walk(random, _vary(answers, random))
        both = [(urgency_of(found), found) for found in (answers, other)]
        (low, lower), (high, upper) = sorted(both, key=lambda pair: pair[0].level)
        step = high.level - low.level == 1
        for urgency, found, close in ((low, lower, step), (high, upper, step and high is max(Urgency))):
            key = str(sorted((name, sorted(options)) for name, options in found.items()))
            sets, most = (near[urgency], half) if close else (far[urgency], rest)
            if len(sets) < most and key not in near[urgency] and key not in far[urgency]:
                sets[key] = found
        if all(len(near[urgency]) >= half and len(far[urgency]) >= rest for urgency in Urgency):
            return [
                (found, urgency) for urgency in Urgency for found in (*near[urgency].values(), *far[urgency].values())
            ]
    got = ", ".join(f"{len(near[urgency])} + {len(far[urgency])} {urgency.value}" for urgency in Urgency)
    raise ValueError(
        f"finished_sets: got {got} in {walks} walks, wanted {half} + {rest} of each. Make `walk` reach them."
    )


def unfinished_sets(sets: list[AnswerSet], seed: int) -> list[AnswerSet]:
    """Return each set without one random answer (never the first) and without the follow-ups that it opened."""
    random = Random(seed)
    found = []
    for answers in sets:
        gone = random.choice(list(answers)[1:])
        less = {name: options for name, options in answers.items() if name != gone}
        path = {question.id for question in open_questions(less)}
        found.append({name: options for name, options in less.items() if name in path})
    return found


def _vary(answers: AnswerSet, random: Random) -> AnswerSet:
    """Return the answers with one more tick or one answer removed."""
    several = {
        question.id: [option.id for option in question.options if option.id not in (*answers[question.id], NONE)]
        for question in open_questions(answers)
        if question.kind == "several" and question.ask_if != ALWAYS
    }
    name = random.choice([*answers, *several, *several])
    if several.get(name):
        ticked = [option for option in answers[name] if option != NONE]
        return {**answers, name: [*ticked, random.choice(several[name])]}
    return {other: options for other, options in answers.items() if other != name}
