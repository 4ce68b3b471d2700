"""A guide's conditions compiled to CSS: which questions are open and which urgency applies, without a script.

One form holds every question and one block every result. A condition becomes a chain of `:has()` on the form, and the
results follow it: a browser reads a chain again for whatever changes inside the element that has it, and much changes
when a result is shown. `:where()` keeps all of them at one specificity, so the later rule wins and the urgencies are
simply written from the mildest to the most urgent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, combinations

from quiz.conditions import AllOf, AnyOf, AtLeast, Condition, Picked, TwoClusters
from quiz.model import NONE, Guide, Question, Rule, Urgency
from site_src.derived.warning_signs import asked_later

__all__ = ["compile_css"]

RESULTS = "~ :where([data-results])"

type Selectors = tuple[str, ...]
"""Selectors of the form that must all match."""

type Prerequisite = tuple[str, frozenset[str]]
"""A part of an `ask_if`: the question id, and the ids of the options of which one must be picked."""

type Known = frozenset[Prerequisite]
"""Prerequisites that are known to be met."""


def compile_css(guide: Guide) -> str:
    """Return the style sheet that shows open questions, notes and the urgency of the answers.

    It sets `--on-path: 1` on every open `fieldset[data-question]`, shows `[data-note]` while its
    condition holds (and hides `[data-advice]` where the note stands instead), hides `[data-unasked]` for each
    warning sign that is asked (and `[data-unasked-list]` where all are), shows one of
    `[data-yours]` and `[data-theirs]`, and at most one of `[data-urgency]` and `[data-unfinished]`.
    A browser that cannot read it goes on showing `.too-old` in place of the quiz.
    """
    return "\n".join(_Compiler(guide).lines()) + "\n"


class _Compiler:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.implied_cache: dict[int, tuple[Condition, Known]] = {}
        """What conditions imply, by their identity; each condition is kept, so that no other can get its id."""
        self.selector_cache: dict[tuple[str, tuple[str, ...], Known], Selectors] = {}
        """The selectors of `Picked` conditions: rules that count others name the same ones many times."""

    @cached_property
    def prerequisites(self) -> dict[str, set[frozenset[str]]]:
        """The sets of options that the `ask_if` of other questions name, by question id."""
        found: dict[str, set[frozenset[str]]] = {question.id: set() for question in self.guide.questions}
        for question in self.guide.questions:
            for leaf in question.ask_if.leaves():
                found[leaf.question].add(frozenset(leaf.options))
        return found

    @cached_property
    def rule_conditions(self) -> dict[str, frozenset[Condition]]:
        """The condition of each rule by rule id, as a set: sets made of these need not hash it again."""
        return {rule.id: frozenset([rule.when]) for rule in self.guide.rules}

    @cached_property
    def rules_below_today(self) -> list[tuple[Rule, frozenset[Condition]]]:
        """Each rule of less than `today`, with the conditions of all other rules."""
        conditions = frozenset().union(*self.rule_conditions.values())
        return [
            (rule, conditions - self.rule_conditions[rule.id])
            for rule in self.guide.rules
            if rule.urgency < Urgency.TODAY
        ]

    def lines(self) -> Iterator[str]:
        # In a page that was saved by a browser the fields are dead.
        quiz, other = "quiz-flow{display:block}", "quiz-flow:not(:has(:disabled))~.too-old{display:none}"
        yield f"@supports selector(:has(*)){{{quiz}{other}}}"
        yield "fieldset[data-question]{--on-path:0;display:none}"
        for question in self.guide.questions:
            yield (
                f"{self.when([self.selectors(question.ask_if)])} fieldset[data-question={_quote(question.id)}]"
                "{--on-path:1;display:var(--step,block)}"
            )
        yield "[data-note]{display:none}"
        for note in self.guide.notes:
            noted = f"{self.when([self.selectors(note.when)])} {RESULTS}"
            yield f"{noted} [data-note={_quote(note.id)}]{{display:block}}"
            if note.instead:
                yield f"{noted} [data-advice]{{display:none}}"
        asked: list[Condition] = []
        for sign in asked_later(self.guide):
            asked.append(AnyOf(tuple(question.ask_if for question in sign.questions)))
            shown = f"{self.when([self.selectors(asked[-1])])} {RESULTS} [data-unasked={_quote(sign.option.id)}]"
            yield f"{shown}{{display:none}}"
        if asked:
            everything = self.when([self.selectors(AllOf(tuple(asked)))])
            yield f"{everything} {RESULTS} [data-unasked-list]{{display:none}}"
        if self.guide.for_another:
            theirs = self.when([self.selectors(self.guide.for_another)])
            yield f"[data-theirs],{theirs} [data-yours]{{display:none}}"
            yield f"{theirs} [data-theirs]{{display:inline}}"

        # The engine's own order: `today` where nothing fires, and what fires overrides it from the mildest up.
        yield f"[data-results]{{{_show(Urgency.TODAY.value)}}}"
        for urgency in (Urgency.EXPECTED, Urgency.SOON, Urgency.TODAY):
            yield self.result(self.selectors_of_urgency(urgency), urgency.value)
        yield self.result(self.unfinished(), "unfinished")
        yield f":where(form:not(:has(fieldset :checked))) ~ [data-results]{{{_show('')}}}"
        yield self.result(self.selectors_of_urgency(Urgency.EMERGENCY), Urgency.EMERGENCY.value)
        for name in _PANELS:
            attribute = f"[data-urgency={name}]" if name != "unfinished" else "[data-unfinished]"
            yield f"{attribute}{{display:var(--show-{name})}}"

    def result(self, alternatives: Iterable[Selectors], panel: str) -> str:
        """Return the rule that shows a panel while any of the alternatives holds.

        Each is a selector of its own. WebKit keeps a copy of a selector for each `:has()` in it: all of them in one
        `:is()` took it 10 seconds and 2.6 GB.
        """
        return ",\n".join(f"{self.when([one])} ~ [data-results]" for one in alternatives) + f"{{{_show(panel)}}}"

    def when(self, alternatives: Iterable[Selectors]) -> str:
        """Return the selector of the form while any of the alternatives holds."""
        return f":where(form{''.join(_either(list(alternatives)))})"

    def selectors_of_urgency(self, urgency: Urgency) -> Iterator[Selectors]:
        """Yield the selectors for each rule of this urgency and, for `today`, for each symptom that no rule covers."""
        others = frozenset().union(
            *(self.rule_conditions[rule.id] for rule in self.guide.rules if rule.urgency >= urgency)
        )
        for rule in self.guide.rules:
            # A condition that asks for another rule's and more ("worse, and ...") changes nothing here.
            if rule.urgency is urgency and not _implied(rule.when, others - self.rule_conditions[rule.id]):
                yield from self.alternatives(rule.when)
        if urgency is Urgency.TODAY:
            for question in self.guide.questions:
                for option in question.options:
                    if option.reports and not self.is_urgent_alone(question, option.id):
                        yield from self.uncovered(question, option.id)

    def alternatives(self, condition: Condition) -> Iterator[Selectors]:
        """Yield the selectors of a condition; where it counts pairs, those of one half of all kinds with the other."""
        if isinstance(condition, TwoClusters):
            yield from map(self.selectors, _pairs(condition))
        else:
            yield self.selectors(condition)

    def is_urgent_alone(self, question: Question, option: str) -> bool:
        """Say whether some rule gives the option alone `today` or more, so that it need not be covered."""
        return any(
            isinstance(rule.when, Picked)
            and rule.when.question == question.id
            and option in rule.when.options
            and rule.urgency >= Urgency.TODAY
            for rule in self.guide.rules
        )

    def uncovered(self, question: Question, option: str) -> Iterator[Selectors]:
        """Yield the selectors for the option picked and covered by no rule that fires; none if one always covers it."""
        follow_ups = tuple(name for name, pairs in self.guide.openers.items() if (question.id, option) in pairs)
        covers = [
            _covering(rule.when, (question.id, option), follow_ups, others)
            for rule, others in self.rules_below_today
            if (question.id, option) in self.guide.covers[rule.id]
        ]
        alternatives = [self.selectors(cover) for cover in covers if cover is not None]
        picked = self.selectors(Picked(question.id, (option,)))
        # What `picked` requires already is left out of the alternatives.
        remainders = ["".join(selector for selector in one if selector not in picked) for one in alternatives]
        if all(remainders):
            yield (*picked, f":not({','.join(remainders)})") if remainders else picked

    def unfinished(self) -> Iterator[Selectors]:
        """Yield, for each question, the selectors for it being open without an answer."""
        for question in self.guide.questions:
            yield (*self.selectors(question.ask_if), f":not(:has([name={_quote(question.id)}]:checked))")

    def selectors(self, condition: Condition, known: Known = frozenset()) -> Selectors:
        """Return the selectors that must all match for the condition to hold, given that `known` is met."""
        if _is_met(condition, known):
            return ()
        if isinstance(condition, Picked):
            answer = condition.question, condition.options, known
            if answer not in self.selector_cache:
                question = self.guide.by_id[condition.question]
                # An answer counts while its question is open; `known` may imply that it is.
                asked = () if _is_met(question.ask_if, known) else self.selectors(question.ask_if, known)
                self.selector_cache[answer] = _without_repeats(*asked, *self.picked(question, condition.options))
            return self.selector_cache[answer]
        if not isinstance(condition, AtLeast):
            raise TypeError(
                f"condition: got {condition!r}, wanted Picked or AtLeast."
                " Teach site_src/derived/rules_css.py the new kind."
            )
        count, parts = condition.count, condition.parts
        if count == 0:
            return ()
        if count == len(parts):
            found: list[str] = []
            for part in parts:
                found += self.selectors(part, known)
                known |= self.implied(part)
            return _without_repeats(*found)
        if count == 1:
            return _either([self.selectors(part, known) for part in parts])
        # So many from one half and the rest from the other: each part is written few times, not once a pair.
        half = len(parts) // 2
        one, other = parts[:half], parts[half:]
        return _either(
            [
                self.selectors(AtLeast(here, one) & AtLeast(count - here, other), known)
                for here in range(max(0, count - len(other)), min(count, len(one)) + 1)
            ]
        )

    def implied(self, condition: Condition) -> Known:
        """Return the prerequisites that the condition implies, as far as its structure shows."""
        if id(condition) not in self.implied_cache:
            self.implied_cache[id(condition)] = condition, frozenset(self.find_implied(condition))
        return self.implied_cache[id(condition)][1]

    def find_implied(self, condition: Condition) -> Iterator[Prerequisite]:
        """Yield the prerequisites that the condition implies, without the cache."""
        if isinstance(condition, Picked):
            yield from self.implied(self.guide.by_id[condition.question].ask_if)
            picked = set(condition.options)
            yield from (
                (condition.question, options) for options in self.prerequisites[condition.question] if picked <= options
            )
        elif isinstance(condition, AtLeast):
            implied = Counter(chain.from_iterable(map(self.implied, condition.parts)))
            # Too few parts are left that do not imply it.
            yield from (
                prerequisite
                for prerequisite, parts in implied.items()
                if len(condition.parts) - parts < condition.count
            )

    def picked(self, question: Question, options: tuple[str, ...]) -> Selectors:
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


def _pairs(condition: TwoClusters) -> Iterator[Condition]:
    """Yield conditions of which one holds when a pair does, each counted condition in few of them and none long."""
    kinds: list[dict[tuple[str, str], list[Condition]]] = []
    for when, cluster, question in condition.counted:
        # What shares a cluster or a question makes no pair, so it stays on one side.
        alike = [kind for kind in kinds if any(cluster == one or question == other for one, other in kind)]
        kinds = [kind for kind in kinds if kind not in alike]
        whole = {key: found for kind in alike for key, found in kind.items()}
        whole.setdefault((cluster, question), []).append(when)
        kinds.append(whole)
    for kind in kinds:
        by_cluster: dict[str, dict[str, list[Condition]]] = {}
        for (cluster, question), found in kind.items():
            by_cluster.setdefault(cluster, {})[question] = found
        for one, other in combinations(by_cluster.values(), 2):
            # A question that both have makes pairs with the other's other questions only.
            sides = [({name: found for name, found in one.items() if name not in other}, other)]
            sides += [
                ({name: one[name]}, {question: found for question, found in other.items() if question != name})
                for name in one
                if name in other
            ]
            for these, those in sides:
                if these and those:
                    yield _any(these.values()) & _any(those.values())
    yield from _halves([tuple(chain.from_iterable(kind.values())) for kind in kinds])


def _halves(kinds: list[tuple[Condition, ...]]) -> Iterator[Condition]:
    if len(kinds) > 1:
        one, other = kinds[: len(kinds) // 2], kinds[len(kinds) // 2 :]
        yield _any(one) & _any(other)
        yield from _halves(one)
        yield from _halves(other)


def _any(groups: Iterable[Iterable[Condition]]) -> AnyOf:
    return AnyOf(tuple(chain.from_iterable(groups)))


def _show(panel: str) -> str:
    return ";".join(f"--show-{name}:{'block' if name == panel else 'none'}" for name in _PANELS)


def _is_met(ask_if: Condition, known: Known) -> bool:
    """Say whether the known prerequisites are enough for `ask_if`, as far as its structure shows."""
    if isinstance(ask_if, AtLeast):
        return sum(_is_met(part, known) for part in ask_if.parts) >= ask_if.count
    return isinstance(ask_if, Picked) and (ask_if.question, frozenset(ask_if.options)) in known


def _implied(condition: Condition, others: frozenset[Condition]) -> bool:
    """Say whether the condition cannot hold without one of the others."""
    if condition in others:
        return True
    if not isinstance(condition, AtLeast):
        return False
    free = [part for part in condition.parts if not _implied(part, others)]
    return len(free) < condition.count


def _covering(
    condition: Condition, symptom: tuple[str, str], follow_ups: tuple[str, ...], others: frozenset[Condition]
) -> Condition | None:
    """Return the condition that holds when this one does and the symptom, or a follow-up of it, is part of why.

    Parts that are another rule's whole condition are left to that rule.
    """
    found: Condition | None = None
    if isinstance(condition, Picked):
        question, option = symptom
        if condition.question in follow_ups:
            found = condition
        elif condition.question == question and option in condition.options:
            found = Picked(question, (option,))
    elif isinstance(condition, AtLeast):
        covers = tuple(cover for part in condition.parts if (cover := _covering(part, symptom, follow_ups, others)))
        found = condition & AnyOf(covers) if covers else None
    # Looked for last: to find a condition in a set takes as long as all the rest.
    return None if found and condition in others else found


def _either(alternatives: list[Selectors]) -> Selectors:
    """Return the selectors for any of the alternatives, with what several of them share factored out."""
    shared = tuple(selector for selector in alternatives[0] if all(selector in one for one in alternatives))
    remainders = [tuple(selector for selector in one if selector not in shared) for one in alternatives]
    if not all(remainders):
        return shared
    by_first: dict[str, list[Selectors]] = {}
    for remainder in remainders:
        by_first.setdefault(remainder[0], []).append(remainder)
    return (*shared, f":is({','.join(''.join(_either(group)) for group in by_first.values())})")


def _without_repeats(*selectors: str) -> Selectors:
    return tuple(dict.fromkeys(selectors))


def _quote(name: str) -> str:
    return name if name[0].isalpha() else f'"{name}"'
