"""A guide's conditions compiled to CSS: which question is open, and which urgency applies, without a script.

One form holds every question and one block holds every result. A condition becomes a chain of `:has()`
on the element around both; `:where()` keeps all of them at one specificity, so the later rule wins and
the urgencies are simply written from the mildest to the most urgent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.conditions import AtLeast, Condition, Picked
from quiz.model import NONE, Guide, Question, Urgency

__all__ = ["compile_css"]

ROOT = "quiz-flow"

type Terms = tuple[str, ...]
"""Selectors of the root that must all match."""


def compile_css(guide: Guide) -> str:
    """Return the style sheet that shows open questions, notes and the urgency that the answers earn.

    It sets `--on-path: 1` on every open `fieldset[data-question]`, shows `[data-note]` while its
    condition holds (and hides `[data-advice]` where the note stands instead), shows one of
    `[data-yours]` and `[data-theirs]`, and at most one of `[data-urgency]` and `[data-unfinished]`.
    A browser that cannot read it goes on showing `.too-old` in place of the quiz.
    """
    return "\n".join(_Compiler(guide).lines()) + "\n"


class _Compiler:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def lines(self) -> Iterator[str]:
        yield f"@supports selector(:has(*)){{{ROOT}{{display:block}}.too-old{{display:none}}}}"
        yield f":where({ROOT}) fieldset[data-question]{{--on-path:0;display:none}}"
        for question in self.guide.questions:
            yield (
                f"{self.when([self.terms(question.ask_if)])} fieldset[data-question={_quote(question.id)}]"
                "{--on-path:1;display:var(--step,block)}"
            )
        yield f":where({ROOT}) [data-note]{{display:none}}"
        for note in self.guide.notes:
            noted = self.when([self.terms(note.when)])
            yield f"{noted} [data-note={_quote(note.id)}]{{display:block}}"
            if note.instead:
                yield f"{noted} [data-advice]{{display:none}}"
        if self.guide.for_another:
            theirs = self.when([self.terms(self.guide.for_another)])
            yield f":where({ROOT}) [data-theirs],{theirs} [data-yours]{{display:none}}"
            yield f"{theirs} [data-theirs]{{display:inline}}"

        # The engine's own order: nothing earned is `today`, and what is earned overrides it from the mildest up.
        yield f":where({ROOT}) [data-results]{{{_show(Urgency.TODAY.value)}}}"
        for urgency in (Urgency.EXPECTED, Urgency.SOON, Urgency.TODAY):
            yield f"{self.when(self.earn(urgency))} [data-results]{{{_show(urgency.value)}}}"
        yield f"{self.when(self.unfinished())} [data-results]{{{_show('unfinished')}}}"
        yield f":where({ROOT}:not(:has(fieldset :checked))) [data-results]{{{_show('')}}}"
        yield f"{self.when(self.earn(Urgency.EMERGENCY))} [data-results]{{{_show(Urgency.EMERGENCY.value)}}}"
        for name in _PANELS:
            attribute = f"[data-urgency={name}]" if name != "unfinished" else "[data-unfinished]"
            yield f":where({ROOT}) {attribute}{{display:var(--show-{name})}}"

    def when(self, ways: Iterable[Terms]) -> str:
        """Return the selector of the root while any of the ways holds."""
        return f":where({ROOT}{''.join(_either(list(ways)))})"

    def earn(self, urgency: Urgency) -> Iterator[Terms]:
        """Yield what earns this urgency: its rules and, for `today`, each symptom that no milder rule covers."""
        others = {rule.when for rule in self.guide.rules if rule.urgency >= urgency}
        for rule in self.guide.rules:
            # A condition that asks for another rule's and more ("worse, and ...") changes nothing here.
            if rule.urgency is urgency and not _implied(rule.when, others - {rule.when}):
                yield self.terms(rule.when)
        if urgency is Urgency.TODAY:
            for question in self.guide.questions:
                for option in question.options:
                    if option.reports and not self.alarms_alone(question, option.id):
                        yield from self.uncovered(question, option.id)

    def alarms_alone(self, question: Question, option: str) -> bool:
        """Say whether the option by itself earns `today` or more, so that it need not be covered."""
        return any(
            isinstance(rule.when, Picked)
            and rule.when.question == question.id
            and option in rule.when.options
            and rule.urgency >= Urgency.TODAY
            for rule in self.guide.rules
        )

    def uncovered(self, question: Question, option: str) -> Iterator[Terms]:
        """Yield what holds while the option is picked and no fired rule looks at it; nothing if one always does."""
        more = tuple(name for name, pairs in self.guide.openers.items() if (question.id, option) in pairs)
        whens = {rule.when for rule in self.guide.rules}
        covers = [
            _covering(rule.when, (question.id, option), more, whens - {rule.when})
            for rule in self.guide.rules
            if rule.urgency < Urgency.TODAY
        ]
        ways = [self.terms(cover) for cover in covers if cover is not None]
        picked = self.terms(Picked(question.id, (option,)))
        # What being picked already says need not be said of the rules again.
        rests = ["".join(term for term in way if term not in picked) for way in ways]
        if all(rests):
            yield (*picked, f":not({','.join(rests)})") if rests else picked

    def unfinished(self) -> Iterator[Terms]:
        """Yield, for each question, the chain that holds while it is open and has no answer."""
        for question in self.guide.questions:
            yield (*self.terms(question.ask_if), f":not(:has([name={_quote(question.id)}]:checked))")

    def terms(self, condition: Condition, given: tuple[Condition, ...] = ()) -> Terms:
        """Return the selectors that must all match for the condition to hold, each once, where `given` hold too."""
        if isinstance(condition, Picked):
            question = self.guide.by_id[condition.question]
            # An answer counts while its question is open; what is given may say that it is.
            asked = () if self.implied(question.ask_if, given) else self.terms(question.ask_if, given)
            return _once(*asked, *self.picked(question, condition.options))
        if not isinstance(condition, AtLeast):
            raise TypeError(f"condition: got {condition!r}, wanted Picked or AtLeast. Teach quiz_css.py the new kind.")
        count, parts = condition.count, condition.parts
        if count == 0:
            return ()
        if count == len(parts):
            found = [self.terms(part, (*given, *parts[:place])) for place, part in enumerate(parts)]
            return _once(*(term for terms in found for term in terms))
        if count == 1:
            return _either([self.terms(part, given) for part in parts])
        # So many from one half and the rest from the other: each part is written few times, not once a pair.
        half = len(parts) // 2
        one, other = parts[:half], parts[half:]
        return _either(
            [
                self.terms(AtLeast(here, one) & AtLeast(count - here, other), given)
                for here in range(max(0, count - len(other)), min(count, len(one)) + 1)
            ]
        )

    def implied(self, goal: Condition, given: tuple[Condition, ...]) -> bool:
        """Say whether the goal holds wherever all that is given does, as far as their form tells."""
        if isinstance(goal, AtLeast):
            return sum(self.implied(part, given) for part in goal.parts) >= goal.count
        return isinstance(goal, Picked) and any(self.implies(one, goal) for one in given)

    def implies(self, given: Condition, goal: Picked) -> bool:
        """Say whether the one cannot hold without the other."""
        if isinstance(given, Picked):
            if given.question == goal.question:
                return set(given.options) <= set(goal.options)
            return self.implies(self.guide.by_id[given.question].ask_if, goal)
        if not isinstance(given, AtLeast):
            return False
        # It cannot hold by the parts that say nothing of the goal alone.
        return sum(not self.implies(part, goal) for part in given.parts) < given.count

    def picked(self, question: Question, options: tuple[str, ...]) -> Terms:
        """Return the selectors for one of the options, or a "not sure" that may be one of them."""
        name = f"[name={_quote(question.id)}]"
        if options == (NONE,):
            return (f":has({name}[value={NONE}]:checked)", f":not(:has({name}:not([value={NONE}]):checked))")
        values = [
            f"[value={_quote(option.id)}]"
            for option in question.options
            if option.id in options or set(option.stands_for) & set(options)
        ]
        which = values[0] if len(values) == 1 else f":is({','.join(values)})"
        return (f":has({name}{which}:checked)",)


_PANELS = (*(urgency.value for urgency in Urgency), "unfinished")


def _show(panel: str) -> str:
    return ";".join(f"--show-{name}:{'block' if name == panel else 'none'}" for name in _PANELS)


def _implied(condition: Condition, others: set[Condition]) -> bool:
    """Say whether the condition cannot hold without one of the others."""
    if condition in others:
        return True
    if not isinstance(condition, AtLeast):
        return False
    free = [part for part in condition.parts if not _implied(part, others)]
    return len(free) < condition.count


def _covering(
    condition: Condition, symptom: tuple[str, str], more: tuple[str, ...], others: set[Condition]
) -> Condition | None:
    """Return the condition that holds when this one does and the symptom, or a follow-up of it, is part of why.

    Parts that are another rule's whole condition are left to that rule.
    """
    if condition in others:
        return None
    if isinstance(condition, Picked):
        if condition.question in more:
            return condition
        question, option = symptom
        return Picked(question, (option,)) if condition.question == question and option in condition.options else None
    parts = condition.parts if isinstance(condition, AtLeast) else ()
    found = tuple(cover for part in parts if (cover := _covering(part, symptom, more, others)) is not None)
    return condition & AtLeast(1, found) if found else None


def _either(ways: list[Terms]) -> Terms:
    """Return the selectors for any of the ways; what several of them ask for is written once, in front."""
    shared = tuple(term for term in ways[0] if all(term in way for way in ways))
    rests = [tuple(term for term in way if term not in shared) for way in ways]
    if not all(rests):
        return shared
    alike: dict[str, list[Terms]] = {}
    for rest in rests:
        alike.setdefault(rest[0], []).append(rest)
    return (*shared, f":is({','.join(''.join(_either(group)) for group in alike.values())})")


def _once(*terms: str) -> Terms:
    return tuple(dict.fromkeys(terms))


def _quote(name: str) -> str:
    return name if name[0].isalpha() else f'"{name}"'
