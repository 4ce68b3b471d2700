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
from itertools import chain

from quiz.conditions import AllOf, AnyOf, AtLeast, Condition, Picked, TwoClusters
from quiz.model import NONE, Guide, Question, Urgency
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
        self.declared: dict[str, str] = {}
        """The custom properties for what is counted, by what makes them valid."""
        self.counting: set[str] = set()
        """The ids of the rules that `--counted` stands for."""
        self.flags: dict[Condition, str] = {}
        """The custom properties that say which mild rules fire, by their conditions."""
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
        mild = {panel: f"var(--counted,var(--covered) var(--says-{panel}))" for panel in ("expected", "soon")}
        mild["today"] = "var(--is-counted,var(--mild,block))"
        yield f"[data-results]{{{';'.join(f'--show-{panel}:{value}' for panel, value in mild.items())}}}"
        yield from self.mild()
        yield from self.covered()
        yield from self.counted()
        yield self.result(self.selectors_of_urgency(Urgency.TODAY), Urgency.TODAY.value)
        yield self.result(self.unfinished(), "unfinished")
        yield f":where(form:not(:has(fieldset :checked))) ~ [data-results]{{{_show('')}}}"
        yield self.result(self.selectors_of_urgency(Urgency.EMERGENCY), Urgency.EMERGENCY.value)
        for name in _PANELS:
            attribute = f"[data-urgency={name}]" if name != "unfinished" else "[data-unfinished]"
            yield f"{attribute}{{display:var(--show-{name},none)}}"

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
            if (
                rule.urgency is urgency
                and rule.id not in self.counting
                and not _implied(rule.when, others - self.rule_conditions[rule.id])
            ):
                # Nothing hides an emergency.
                known: Known = frozenset() if urgency is Urgency.EMERGENCY else self.passed
                yield self.selectors(rule.when, known)

    def is_urgent_alone(self, question: Question, option: str) -> bool:
        """Say whether some rule gives the option alone `today` or more, so that it need not be covered."""
        return any(
            isinstance(rule.when, Picked)
            and rule.when.question == question.id
            and option in rule.when.options
            and rule.urgency >= Urgency.TODAY
            for rule in self.guide.rules
        )

    def mild(self) -> Iterator[str]:
        """Yield, for each rule of less than `today`, its flag and its panel."""
        soon = "--says-expected:none;--says-soon:block"
        for urgency, panels in (Urgency.EXPECTED, "--says-expected:block"), (Urgency.SOON, soon):
            for rule in self.guide.rules:
                if rule.urgency is urgency:
                    fires = self.when([self.below(rule.when)])
                    yield f"{fires} ~ [data-results]{{{self.flag(rule.when)}: ;--fired: ;{panels}}}"

    def below(self, condition: Condition) -> Selectors:
        """Return the selectors of a condition for a panel that an emergency, or an open question, hides."""
        return self.selectors(condition, self.passed)

    @cached_property
    def passed(self) -> Known:
        """What is met wherever no emergency and no open first question hides what a rule says."""
        first = self.guide.questions[0]
        flags = {
            option
            for rule in self.guide.rules
            if rule.urgency is Urgency.EMERGENCY and isinstance(rule.when, Picked) and rule.when.question == first.id
            for option in rule.when.options
        }
        calm = frozenset(step for step in first.steps if step not in flags)
        return frozenset([(first.id, calm)])

    def counted(self) -> Iterator[str]:
        """Yield what makes `--counted` hide the mild panels: a rule of `today` that counts mild rules fires."""
        counts: list[str] = []
        for rule in self.guide.rules:
            if rule.urgency is Urgency.TODAY and (counted := self.of_flags(rule.when)):
                self.counting.add(rule.id)
                rest, expression = counted
                counts.append(f"--n{len(counts)}")
                yield f"{self.when([self.below(AllOf(rest))])} ~ [data-results]{{{counts[-1]}:{expression}}}"
        declared = "".join(f"{name}:{expression};" for expression, name in self.declared.items())
        every = _one_of(counts)
        yield f"[data-results]{{{declared}--counted:{every} none;--is-counted:{every} block}}"

    def of_flags(self, condition: Condition) -> tuple[tuple[Condition, ...], str] | None:
        """Return what else must hold, and what must be valid, where the condition counts mild rules that fire."""
        if isinstance(condition, TwoClusters):
            if not all(when in self.flags for when, _, _ in condition.counted):
                return None
            by_cluster: dict[str, list[str]] = {}
            by_question: dict[str, list[str]] = {}
            for when, cluster, question in condition.counted:
                by_cluster.setdefault(cluster, []).append(self.flags[when])
                by_question.setdefault(question, []).append(self.flags[when])
            return (), f"{self.two(list(by_cluster.values()))} {self.two(list(by_question.values()))}"
        if not isinstance(condition, AllOf):
            return None
        lists = [part for part in condition.parts if isinstance(part, AnyOf) and self.flags.keys() >= {*part.parts}]
        if not lists:
            return None
        rest = tuple(part for part in condition.parts if part not in lists)
        return rest, " ".join(
            _one_of([self.flags[part] for part in one.parts if isinstance(part, Condition)]) for one in lists
        )

    def two(self, groups: list[list[str]]) -> str:
        """Return what is valid while flags of two groups are: such two differ in a digit of their binary place."""
        names = []
        for digit in range((len(groups) - 1).bit_length()):
            sides: tuple[list[str], list[str]] = [], []
            for place, group in enumerate(groups):
                sides[place >> digit & 1].extend(group)
            names.append(
                self.declared.setdefault(f"{_one_of(sides[0])} {_one_of(sides[1])}", f"--d{len(self.declared)}")
            )
        return _one_of(names)

    def flag(self, condition: Condition) -> str:
        """Return the name of the custom property that is valid while the condition of a mild rule holds."""
        return self.flags.setdefault(condition, f"--r{len(self.flags)}")

    def covered(self) -> Iterator[str]:
        """Yield what makes `--covered` valid: each symptom is not told, or a rule that fires covers it."""
        named = set(self.flags)
        conditions = frozenset(rule.when for rule in self.guide.rules)
        told: list[tuple[str, str]] = []
        for question in self.guide.questions:
            for option in question.options:
                if option.reports and not self.is_urgent_alone(question, option.id):
                    symptom = question.id, option.id
                    follow_ups = tuple(name for name, pairs in self.guide.openers.items() if symptom in pairs)
                    covers = [
                        cover
                        for rule in self.guide.rules
                        if rule.urgency < Urgency.TODAY and symptom in self.guide.covers[rule.id]
                        if (cover := _covering(rule.when, symptom, follow_ups, conditions - {rule.when}))
                    ]
                    fallback = "initial"
                    for cover in reversed(dict.fromkeys(covers)):
                        fallback = f"var({self.flag(cover)}{'' if fallback == 'initial' else f',{fallback}'})"
                    told.append((f"{self.when([self.below(Picked(question.id, (option.id,)))])}", fallback))
        for condition, flag in self.flags.items():
            if condition not in named:
                yield f"{self.when([self.below(condition)])} ~ [data-results]{{{flag}: }}"
        untold = "".join(f"--k{place}: ;" for place in range(len(told)))
        every = " ".join(f"var(--k{place})" for place in range(len(told))) or " "
        yield f"[data-results]{{{untold}--covered:{every};--mild:var(--covered) var(--fired) none}}"
        for place, (picked, rules) in enumerate(told):
            yield f"{picked} ~ [data-results]{{--k{place}:{rules}}}"

    def unfinished(self) -> Iterator[Selectors]:
        """Yield, for each question, the selectors for it being open without an answer."""
        for question in self.guide.questions:
            yield (*self.below(question.ask_if), f":not(:has([name={_quote(question.id)}]:checked))")

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
        if len(values) == len(question.options):
            which = ""
        return (f":has({name}{which}:checked)",)


_PANELS = (*(urgency.value for urgency in Urgency), "unfinished")


def _show(panel: str) -> str:
    return ";".join(f"--show-{name}:{'block' if name == panel else 'none'}" for name in _PANELS)


def _one_of(flags: list[str]) -> str:
    """Return what is valid while one of the flags is."""
    flags = list(dict.fromkeys(flags)) or ["--never"]
    return ",".join(f"var({flag}" for flag in flags) + ")" * len(flags)


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
    """Return the condition that holds when this one does and the symptom told, or a follow-up, is part of why.

    Parts that are another rule's whole condition are left to that rule.
    """
    found: Condition | None = None
    if isinstance(condition, Picked):
        question, option = symptom
        told = condition.question == question and option in condition.options
        found = condition if told or condition.question in follow_ups else None
    elif isinstance(condition, AtLeast):
        covers = {part: cover for part in condition.parts if (cover := _covering(part, symptom, follow_ups, others))}
        if condition.count == len(condition.parts) and any(part == cover for part, cover in covers.items()):
            found = condition
        elif condition.count == len(condition.parts) and len(covers) == 1:
            found = AllOf(tuple(covers.get(part, part) for part in condition.parts))
        elif covers:
            found = AnyOf(tuple(covers.values())) if condition.count == 1 else condition & AnyOf(tuple(covers.values()))
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
