"""From answers to an urgency: the whole of the machinery that decides."""

from quiz.conditions import Answers
from quiz.model import NONE, Guide, Question, Result, Rule, UnknownAnswer, Urgency

__all__ = ["assess", "open_questions"]


def open_questions(guide: Guide, answers: Answers) -> tuple[Question, ...]:
    """Return every question on the path, answered or not, in reading order.

    Raises `UnknownAnswer` for ids that the guide does not have.
    """
    path, _, _ = _walk(guide, answers)
    return tuple(path)


def assess(guide: Guide, answers: Answers) -> Result:
    """Return how soon to get help, and why.

    The urgency comes from what the answers may mean (a "not sure" counts as what it stands for),
    the reasons only from what was said. `expected` and `soon` are earned by a rule, never a default.
    Raises `UnknownAnswer` for ids that the guide does not have.
    """
    path, stated, possible = _walk(guide, answers)
    fired = [rule for rule in guide.rules if rule.when.holds(possible)]
    said = fired if stated == possible else [rule for rule in fired if rule.when.holds(stated)]
    earned = max((rule.urgency for rule in fired), key=lambda urgency: urgency.level, default=Urgency.TODAY)
    decided = {rule.id: rule.when.evidence(possible) for rule in fired if rule.urgency is earned}
    unknown = _uncovered(guide, path, possible, fired, decided)
    unanswered = tuple(question.id for question in path if question.id not in possible)

    urgency = max(earned, Urgency.TODAY) if unknown or unanswered else earned
    # Where only what nobody knows made it `today`, no rule decided.
    rests_on = _in_order(path, frozenset().union(*decided.values())) if urgency is earned else ()
    unsure: tuple[str, ...] = ()
    if not any(rule.urgency is urgency for rule in said):
        unsure = tuple(dict.fromkeys(name for name, _ in rests_on if stated[name] != possible[name]))
    ids = {rule.id for rule in said}
    reasons = [rule for rule in said if _worth_saying(rule, urgency) and not _superseded(guide, rule, ids, stated)]
    return Result(
        urgency=urgency,
        reasons=tuple(sorted(reasons, key=lambda rule: -rule.urgency.level)),
        unanswered=unanswered,
        unsure=unsure,
        unknown=unknown,
        rests_on=rests_on,
    )


def _walk(
    guide: Guide, answers: Answers
) -> tuple[list[Question], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the questions on the path, what was said, and what that may mean; off-path answers are dropped."""
    _refuse_unknown(guide, answers)
    path: list[Question] = []
    stated: dict[str, frozenset[str]] = {}
    possible: dict[str, frozenset[str]] = {}
    for question in guide.questions:
        if not question.ask_if.holds(possible):
            continue
        path.append(question)
        picked = frozenset(answers.get(question.id, ()))
        if len(picked) > 1:
            picked -= {NONE}
        if picked:
            unsure = [option for option in question.options if option.id in picked and option.stands_for]
            stated[question.id] = picked - {option.id for option in unsure}
            possible[question.id] = stated[question.id].union(*(option.stands_for for option in unsure))
    return path, stated, possible


def _refuse_unknown(guide: Guide, answers: Answers) -> None:
    questions = guide.by_id
    for name, picked in answers.items():
        if name not in questions:
            raise UnknownAnswer(f"answers: got question {name!r}, wanted one of {', '.join(questions)}")
        options = [option.id for option in questions[name].options]
        if isinstance(picked, str) or not all(isinstance(value, str) for value in picked):
            raise UnknownAnswer(f"{name}: got {picked!r}, wanted a list of option ids from {', '.join(options)}")
        for value in picked:
            if value not in options:
                raise UnknownAnswer(f"{name}: got {value!r}, wanted one of {', '.join(options)}")


def _uncovered(
    guide: Guide,
    path: list[Question],
    answers: Answers,
    fired: list[Rule],
    known: dict[str, frozenset[tuple[str, str]]],
) -> tuple[tuple[str, str], ...]:
    """Return the reported symptoms that no rule which fired looks at, by themselves or through a follow-up.

    `known`: what some of the rules fired on, by rule id, so that it is not looked for twice.
    """
    reported = [
        (question.id, option.id)
        for question in path
        if question.reports
        for option in question.options
        if option.reports and option.id in answers.get(question.id, ())
    ]
    open_ends = set(reported)
    for rule in fired:
        if open_ends.isdisjoint(guide.covers[rule.id]):
            continue
        evidence = known.get(rule.id) or rule.when.evidence(answers)
        open_ends -= evidence
        for question in {name for name, _ in evidence}:
            open_ends -= guide.openers[question]
    return tuple(pair for pair in reported if pair in open_ends)


def _in_order(path: list[Question], pairs: frozenset[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    named = {name for name, _ in pairs}
    return tuple(
        (question.id, option.id)
        for question in path
        if question.id in named
        for option in question.options
        if (question.id, option.id) in pairs
    )


def _worth_saying(rule: Rule, urgency: Urgency) -> bool:
    if rule.urgency is Urgency.EXPECTED:
        return urgency is Urgency.EXPECTED
    return urgency.level - rule.urgency.level <= 1


def _superseded(guide: Guide, rule: Rule, said: set[str], answers: Answers) -> bool:
    """Say whether the rule, about one scale alone, speaks of a milder step than another rule that was met."""
    return any(other in said and leaf.holds(answers) for other, leaf in guide.superseded.get(rule.id, ()))
