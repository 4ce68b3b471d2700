"""The engine: from answers to an urgency and its reasons."""

from types import MappingProxyType

from quiz.conditions import Answers
from quiz.interview import Interview
from quiz.model import Ask, Call, Guide, Question, Result, Rule, UnknownAnswer, Urgency

__all__ = ["ALL_SHOWN", "assess", "next_questions", "open_questions"]

ALL_SHOWN: Answers = MappingProxyType({})
"""No question was shown with only a part of its options."""


def open_questions(guide: Guide, answers: Answers) -> tuple[Question, ...]:
    """Return every question on the path, answered or not, in reading order.

    Raises `UnknownAnswer` for ids that the guide does not have.
    """
    path, _, _ = _follow_path(guide, answers)
    return tuple(path)


def next_questions(guide: Guide, answers: Answers, shown: Answers = ALL_SHOWN) -> tuple[Ask, ...]:
    """Return the questions on the path that can still change the result, in reading order; none when it is final.

    Each comes with the options that can, and what else somebody needs to answer truly. `shown`: the ids of the options
    that were on screen, for each answered question of which not all were. It is asked again where a change of another
    answer makes one of the others matter. Raises `UnknownAnswer` for ids that the guide does not have.
    """
    return assess(guide, answers, shown).asks


def assess(guide: Guide, answers: Answers, shown: Answers = ALL_SHOWN) -> Result:
    """Return how soon to get help, and why.

    The urgency comes from the possible answers (a "not sure" counts as what it stands for), the reasons
    only from the stated ones. `expected` and `soon` come from a rule, never by default.
    `shown`: as in `next_questions`. Raises `UnknownAnswer` for ids that the guide does not have.
    """
    path, stated, possible = _follow_path(guide, answers)
    _refuse_unknown(guide, shown)
    met = guide.index.holding(possible)
    fired = [guide.rules[place] for place in met]
    stated_rules = fired if stated == possible else [rule for rule in fired if rule.when.holds(stated)]
    rule_urgency = max((rule.urgency for rule in fired), key=lambda urgency: urgency.level, default=Urgency.TODAY)
    evidence = {rule.id: rule.when.evidence(possible) for rule in fired if rule.urgency is rule_urgency}
    unknown = _uncovered(guide, path, possible, fired, evidence)
    asks: tuple[Ask, ...] = ()
    if rule_urgency is not Urgency.EMERGENCY and (shown or len(possible) < len(path)):
        interview = Interview(
            guide, answers=answers, path=path, possible=possible, met=met, uncovered=unknown, shown=shown
        )
        asks = interview.asks()

    urgency = max(rule_urgency, Urgency.TODAY) if unknown or asks else rule_urgency
    # Where it is `today` only for an unknown symptom or a missing answer, no rule decided.
    rests_on = _in_reading_order(path, frozenset().union(*evidence.values())) if urgency is rule_urgency else ()
    call: Call = ""
    if urgency is Urgency.TODAY:
        # What is not known does not wait for the morning, nor does a call that no rule decided.
        calls = {rule.call for rule in fired if rule.urgency is urgency}
        call = "morning" if calls == {"morning"} and not unknown and not asks else "night"
    unsure: tuple[str, ...] = ()
    if not any(rule.urgency is urgency for rule in stated_rules):
        unsure = tuple(dict.fromkeys(name for name, _ in rests_on if stated[name] != possible[name]))
    return Result(
        urgency=urgency,
        reasons=_reasons(guide, stated_rules, urgency, stated),
        asks=asks,
        unsure=unsure,
        unknown=unknown,
        rests_on=rests_on,
        call=call,
    )


def _follow_path(
    guide: Guide, answers: Answers
) -> tuple[list[Question], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the questions on the path, the stated answers to them and the possible ones ("not sure" resolved)."""
    _refuse_unknown(guide, answers)
    path: list[Question] = []
    stated: dict[str, frozenset[str]] = {}
    possible: dict[str, frozenset[str]] = {}
    for question in guide.questions:
        if not question.ask_if.holds(possible):
            continue
        path.append(question)
        if picked := answers.get(question.id):
            stated[question.id], possible[question.id] = question.told(picked)
    return path, stated, possible


def _refuse_unknown(guide: Guide, answers: Answers) -> None:
    for name, picked in answers.items():
        options = guide.option_ids.get(name)
        if options is None:
            raise UnknownAnswer(f"answers: got question {name!r}, wanted one of {', '.join(guide.option_ids)}")
        if not isinstance(picked, str) and all(value in options for value in picked):
            continue
        if isinstance(picked, str) or not all(isinstance(value, str) for value in picked):
            raise UnknownAnswer(f"{name}: got {picked!r}, wanted a list of option ids from {', '.join(options)}")
        wrong = next(value for value in picked if value not in options)
        raise UnknownAnswer(f"{name}: got {wrong!r}, wanted one of {', '.join(options)}")


def _uncovered(
    guide: Guide,
    path: list[Question],
    answers: Answers,
    fired: list[Rule],
    evidence: dict[str, frozenset[tuple[str, str]]],
) -> tuple[tuple[str, str], ...]:
    """Return the reported symptoms that no fired rule covers, directly or through a follow-up question.

    `evidence`: that of some of the rules by their ids, so that it is not worked out twice.
    """
    reported = [
        (question.id, option.id)
        for question in path
        if (picked := answers.get(question.id))
        for option in question.options
        if option.reports and option.id in picked
    ]
    uncovered = set(reported)
    for rule in fired:
        if uncovered.isdisjoint(guide.covers[rule.id]):
            continue
        covered = evidence.get(rule.id) or rule.when.evidence(answers)
        uncovered -= covered
        for question in {name for name, _ in covered}:
            uncovered -= guide.openers[question]
    return tuple(pair for pair in reported if pair in uncovered)


def _in_reading_order(path: list[Question], pairs: frozenset[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    questions = {name for name, _ in pairs}
    return tuple(
        (question.id, option.id)
        for question in path
        if question.id in questions
        for option in question.options
        if (question.id, option.id) in pairs
    )


def _reasons(guide: Guide, fired: list[Rule], urgency: Urgency, answers: Answers) -> tuple[Rule, ...]:
    """Return the fired rules that a result of this urgency shows as reasons, strongest first."""
    ids = {rule.id for rule in fired}
    shown = [
        rule
        for rule in fired
        if _is_shown(rule, urgency) and ids.isdisjoint(rule.said_by) and not _is_superseded(guide, rule, ids, answers)
    ]
    shown.sort(key=lambda rule: -rule.urgency.level)
    floors = [rule for rule in shown if rule.floor]
    unsaid = floors if urgency is Urgency.EMERGENCY else floors[1:]
    return tuple(rule for rule in shown if rule not in unsaid)


def _is_shown(rule: Rule, urgency: Urgency) -> bool:
    """Say whether a result of this urgency shows the rule as a reason."""
    if rule.urgency is Urgency.EXPECTED:
        return urgency is Urgency.EXPECTED
    return urgency.level - rule.urgency.level <= 1


def _is_superseded(guide: Guide, rule: Rule, fired: set[str], answers: Answers) -> bool:
    """Say whether a rule has, on each scale that it fired for, a milder threshold than another fired rule."""
    met = [worse for own, worse in guide.superseded.get(rule.id, ()) if own.holds(answers)]
    return bool(met) and all(any(other in fired and leaf.holds(answers) for other, leaf in worse) for worse in met)
