"""Mutants of the rules: small mistakes in writing one, each tried against all reviewed answer sets.

Tools that change program text change what stands in functions; rules are data. So the guide itself is changed here,
one rule at a time, and asked again for every answer set whose urgency a person has reviewed.
"""

from __future__ import annotations

import pkgutil
import runpy
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from copy import replace
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from os import process_cpu_count
from random import Random
from unittest.mock import patch

from quiz import GUIDE
from quiz.conditions import AnyOf, AtLeast, Condition, Picked, TwoClusters, at_least
from quiz.engine import assess
from quiz.ivig import periods, risk_groups, rules
from quiz.ivig.questions import anything, drip, risks, time
from quiz.ivig.rules import counting
from quiz.model import NONE, BadGuide, Guide, Result, Rule, Urgency
from tests.mutants.report import Outcome
from tests.support.walks import AnswerSet, cases, rests_on_a_report, walk
from tools import moments
from tools.combinations import answers_with, read

__all__ = ["Mutant", "description", "mutations", "outcomes"]

MODULES = {
    f"quiz/ivig/rules/{module.name}.py": import_module(f"{rules.__name__}.{module.name}")
    for module in pkgutil.iter_modules(rules.__path__)
}
PLACES = {
    name: f"{module.__name__.replace('.', '/')}.py"
    for module in (risk_groups, risks, time, anything, periods, drip)  # a module after those that import from it
    for name, condition in vars(module).items()
    if isinstance(condition, Condition)
}
"""The file of each condition that rules take by name."""

SHARED = {getattr(sys.modules[file.removesuffix(".py").replace("/", ".")], name): name for name, file in PLACES.items()}
"""Those conditions, by what they say. They are changed once, for all rules that use them."""

MOST_LETTERS = 90
TRIES = 500


# --- who judges a guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A finished answer set and what a person has reviewed about its result; `rule`: whose case it is."""

    answers: AnswerSet
    urgency: Urgency
    rule: str = ""
    because: tuple[str, ...] = ()

    def is_met(self, guide: Guide) -> bool:
        """Say whether a guide gives the urgency, for the reasons named, and none that rests on no report.

        The rule whose case it is must be silent where it is not named.
        """
        result = assess(guide, self.answers)
        reasons = set(_reasons(result))
        return (
            result.urgency is self.urgency
            and reasons.issuperset(self.because)
            and (self.rule in reasons) == (self.rule in self.because)
            and all(rests_on_a_report(rule, self.answers) for rule in result.reasons)
        )


def written_cases() -> Iterator[Expectation]:
    """Yield every written case."""
    for case in cases():
        yield Expectation(answers=case.answers, urgency=case.shown, rule=case.rule, because=case.because)


def reviewed_combinations() -> Iterator[Expectation]:
    """Yield every combination of symptoms in the reviewed table."""
    for things, urgency in read().items():
        yield Expectation(answers=answers_with(*things), urgency=urgency)


def reviewed_moments() -> Iterator[Expectation]:
    """Yield each symptom at every time and with each risk, as the reviewed table has it."""
    for answers, urgency in moments.read():
        during = answers["drip"] == ["running"] and answers["symptoms"] != ["next-drip"]
        yield Expectation(answers=answers, urgency=urgency, because=("during-the-drip",) if during else ())


JUDGES: tuple[Callable[[], Iterable[Expectation]], ...] = (written_cases, reviewed_combinations, reviewed_moments)


@cache
def expectations() -> tuple[tuple[Expectation, AnswerSet], ...]:
    """Return all expectations, each with its answers and the possible answers behind a "not sure"."""
    return tuple((expected, possible_answers(expected.answers)) for judge in JUDGES for expected in judge())


@cache
def _places() -> dict[tuple[str, str], set[int]]:
    """Return the places of the expectations by each possible answer, as (question id, option id)."""
    found: dict[tuple[str, str], set[int]] = {}
    for place, (_, answers) in enumerate(expectations()):
        for name, options in answers.items():
            for option in options:
                found.setdefault((name, option), set()).add(place)
    return found


def possible_answers(answers: AnswerSet) -> AnswerSet:
    """Return the answers with each "not sure" replaced by the options it stands for."""
    return {
        name: [
            step
            for option in GUIDE.question(name).options
            if option.id in picked
            for step in option.stands_for or (option.id,)
        ]
        for name, picked in answers.items()
    }


# --- what can be wrong in a rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One mistake: the rules that it changes, by id, each before and after."""

    file: str
    key: str
    rules: Mapping[str, tuple[Rule, Rule]]

    def touches(self, answers: AnswerSet) -> bool:
        """Say whether the mutant can change this result: a rule that fires neither before nor after cannot.

        That is so for the counting rules too, which hold the rule's condition: a part that does not hold counts for nothing.
        """
        return any(old.when.holds(answers) or new.when.holds(answers) for old, new in self.rules.values())

    def touched(self) -> Iterator[Expectation]:
        """Yield the expectations whose result the mutant can change, those of the changed rules' own cases first."""
        required = [rule.when.required() for both in self.rules.values() for rule in both]
        near = {place for pairs in required for pair in pairs for place in _places().get(pair, ())}
        # A condition that requires no answer can hold anywhere.
        looked_at = sorted(near) if all(required) else range(len(expectations()))
        for place in sorted(looked_at, key=lambda place: expectations()[place][0].rule not in self.rules):
            expected, answers = expectations()[place]
            if self.touches(answers):
                yield expected


@cache
def mutants() -> tuple[Mutant, ...]:
    """Return every mutant, those of shared conditions first."""
    return (*_shared_mutants(), *_rule_mutants())


def _shared_mutants() -> Iterator[Mutant]:
    for condition, name in SHARED.items():
        for change, other in _numbered(mutations(condition, SHARED.keys() - {condition})):
            changed = {
                rule.id: (rule, replace(rule, when=_swap(rule.when, condition, other)))
                for rule in counting.COUNTED_RULES
            }
            used = {name: (old, new) for name, (old, new) in changed.items() if old != new}
            if used:
                yield Mutant(file=PLACES[name], key=f"{name}: {change}", rules=used)


def _swap(condition: Condition, old: Condition, new: Condition) -> Condition:
    if condition == old:
        return new
    if isinstance(condition, AtLeast):
        return at_least(condition.count, *(_swap(part, old, new) for part in condition.parts))
    return condition


def _rule_mutants() -> Iterator[Mutant]:
    for file, module in MODULES.items():
        counted = (*counting.COUNTED_RULES, *counting.WAITING_RULES) if module is counting else ()
        gathered = {rule.when for rule in counted}
        for rule in module.RULES:
            changes = [
                *(
                    (
                        f"{rule.urgency.value} -> {near.value}",
                        replace(rule, urgency=near, call="night" if near is Urgency.TODAY else ""),
                    )
                    for near in _near(rule.urgency)
                ),
                *((change, replace(rule, when=when)) for change, when in mutations(rule.when, SHARED.keys(), gathered)),
            ]
            for change, mutated in _numbered(changes):
                yield Mutant(file=file, key=f"{rule.id}: {change}", rules={rule.id: (rule, mutated)})


def _near(urgency: Urgency) -> Iterator[Urgency]:
    return (other for other in Urgency if abs(other.level - urgency.level) == 1)


def _numbered[T](changes: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Yield the changes, with a number after the second and further ones of the same text."""
    met: Counter[str] = Counter()
    for change, mutated in changes:
        met[change] += 1
        yield (f"{change} ({met[change]})" if met[change] > 1 else change), mutated


def mutations(
    condition: Condition, shared: Collection[Condition], gathered: Collection[Condition] = ()
) -> Iterator[tuple[str, Condition]]:
    """Yield each small change to a condition, as a description and the changed condition.

    One part too few or too many (so that `&` and `|` change places), a part or an option left out, a step up or down.
    `shared`: parts that may be left out but are not changed here. `gathered`: the conditions that a rule of the
    counting rules collects from other rules. Nobody writes such a list, or what `TwoClusters` counts, so neither changes.
    """
    if isinstance(condition, Picked):
        yield from _mutations_of_picked(condition)
    elif isinstance(condition, AtLeast) and not isinstance(condition, TwoClusters):
        count, parts = condition.count, condition.parts
        for near in (count - 1, count + 1):
            if 1 <= near <= len(parts):
                other = at_least(near, *parts)
                yield f"{source_of(condition)} -> {source_of(other)}", other
        for place, part in enumerate(parts):
            before, after = parts[:place], parts[place + 1 :]
            rest = at_least(count - (count == len(parts)), *before, *after)
            yield f"{source_of(condition)} without {description(part)}", rest.parts[0] if len(rest.parts) == 1 else rest
            if part not in shared and not _is_gathered(part, gathered):
                for change, slip in mutations(part, shared, gathered):
                    yield change, at_least(count, *before, slip, *after)


def _mutations_of_picked(condition: Picked) -> Iterator[tuple[str, Condition]]:
    question = GUIDE.question(condition.question)
    if condition.threshold is not None:
        place = question.steps.index(condition.threshold)
        for step in (*question.steps[max(place - 1, 0) : place], *question.steps[place + 1 : place + 2]):
            yield f"{source_of(condition)} -> {source_of(question.at_least(step))}", question.at_least(step)
    elif len(condition.options) > 1:
        for gone in condition.options:
            rest = question.is_(*(option for option in condition.options if option != gone))
            yield f'{source_of(condition)} without "{gone}"', rest


def _is_gathered(condition: Condition, gathered: Collection[Condition]) -> bool:
    return isinstance(condition, AnyOf) and all(part in gathered for part in condition.parts)


def description(condition: Condition) -> str:
    """Return the name of a shared condition, or the source form of any other."""
    return SHARED.get(condition) or source_of(condition)


def source_of(condition: Condition) -> str:
    """Return the source form of a condition, shortened where it is long."""
    if isinstance(condition, Picked):
        name = condition.question.replace("-", "_")
        if condition.threshold is not None:
            return f'{name}.at_least("{condition.threshold}")'
        options = [f'"{option}"' for option in condition.options]
        return _short(f"{name}.is_", options)
    if not isinstance(condition, AtLeast):
        raise TypeError(
            f"source_of: got {type(condition).__name__}, wanted Picked or AtLeast. Say how the new kind is read."
        )
    count, parts = condition.count, condition.parts
    if len(parts) != 2:
        return _short("at_least", [str(count), *map(description, parts)])
    brackets = [
        f"({description(part)})"
        if count == 2 and part not in SHARED and isinstance(part, AnyOf) and len(part.parts) == 2
        else description(part)
        for part in parts
    ]
    return (" & " if count == 2 else " | ").join(brackets)


def _short(name: str, items: list[str]) -> str:
    tries = (items, [*items[:2], "..."], [items[0], "..."])
    texts = [f"{name}({', '.join(some)})" for some in tries]
    return next((text for text in texts if len(text) <= MOST_LETTERS), texts[-1])


# --- what becomes of a mutant


def outcomes() -> list[Outcome]:
    """Return what becomes of every mutant; ends the program where the guide fails before it is changed."""
    failing = [expected for expected, _ in expectations() if not expected.is_met(GUIDE)]
    if failing:
        raise SystemExit(f"{len(failing)} reviewed answer sets fail before anything is changed: run 'make test' first.")
    with ProcessPoolExecutor(process_cpu_count(), mp_context=get_context("spawn")) as pool:
        return list(pool.map(_outcome, range(len(mutants())), chunksize=10))


def _outcome(place: int) -> Outcome:
    mutant = mutants()[place]
    guide = rewritten({name: new for name, (_, new) in mutant.rules.items()})
    survived = guide is not None and not _is_noticed(mutant, guide)
    hint = _difference(mutant, guide, place) if guide and survived else ""
    return Outcome(file=mutant.file, key=mutant.key, survived=survived, hint=hint)


def rewritten(new: Mapping[str, Rule]) -> Guide | None:
    """Return the guide as if its files had been written with these rules, or None if it refuses them.

    The counting rules are made anew from the files, because they group the other rules by urgency and cluster.
    """
    with ExitStack() as stack:
        for module in MODULES.values():
            changed = tuple(new.get(rule.id, rule) for rule in module.RULES)
            stack.enter_context(patch.object(module, "RULES", changed))
        again = runpy.run_path(counting.__file__)
        changed = tuple(new.get(rule.id, rule) for rule in again["RULES"])
        stack.enter_context(patch.multiple(counting, COUNTED_RULES=again["COUNTED_RULES"], RULES=changed))
        everything = runpy.run_path(rules.__file__)["RULES"]
    try:
        return replace(GUIDE, rules=everything)
    except BadGuide:
        return None


def _is_noticed(mutant: Mutant, guide: Guide) -> bool:
    return any(not expected.is_met(guide) for expected in mutant.touched())


def _reasons(result: Result) -> list[str]:
    return [rule.id for rule in result.reasons]


def _difference(mutant: Mutant, guide: Guide, seed: int) -> str:
    """Return answers that would tell the mutant from the guide, found among and around those reviewed, if any."""
    found = ""
    for answers in _candidates(mutant, Random(seed)):
        before, after = assess(GUIDE, answers), assess(guide, answers)
        if before.urgency is not after.urgency:
            return f"{before.urgency.value} becomes {after.urgency.value}: {_as_case(answers)}"
        gone, new = _reasons(before), _reasons(after)
        if not found and gone != new:
            lost, more = [name for name in gone if name not in new], [name for name in new if name not in gone]
            reasons = [*(f"no longer {name}" for name in lost), *(f"also {name}" for name in more)]
            found = (
                f"{before.urgency.value}, but {', '.join(reasons) or 'reasons in another order'}: {_as_case(answers)}"
            )
    return found or "found no answers that it would change"


def _candidates(mutant: Mutant, random: Random) -> Iterator[AnswerSet]:
    """Yield answers that the mutant may affect: the reviewed ones, then random ones close to a changed rule."""
    yield from (expected.answers for expected in mutant.touched())
    own = [expected.answers for expected, _ in expectations() if expected.rule in mutant.rules]
    for _ in range(TRIES):
        known = random.choice(own) if own else {}
        start = {name: options for name, options in known.items() if random.random() < 3 / 4}
        for name, option in _related_answers(*random.choice(list(mutant.rules.values())), random):
            ticks = start.get(name, []) if GUIDE.question(name).kind == "several" else []
            start[name] = [*(tick for tick in ticks if tick not in (option, NONE)), option]
        answers = walk(random, start)
        if mutant.touches(possible_answers(answers)):
            yield answers


def _related_answers(before: Rule, after: Rule, random: Random) -> Iterator[tuple[str, str]]:
    """Yield some answers that a rule names, often changed ones, as (question id, option id), each after its opener."""
    old, new = (
        {(leaf.question, option) for leaf in rule.when.leaves() for option in leaf.options} for rule in (before, after)
    )
    for looked_at in (old ^ new, old, old | new):
        if looked_at and random.random() < 1 / 2:
            name, option = random.choice(sorted(looked_at))
            if openers := sorted(GUIDE.openers[name]):
                yield random.choice(openers)
            yield name, option


def _as_case(answers: AnswerSet) -> str:
    """Return answers as a case file writes them."""
    texts = (f"{name}: [{', '.join(options)}]" for name, options in answers.items())
    return "{" + ", ".join(texts) + "}"
