"""A guide's conditions compiled to CSS: which questions are open and which urgency applies, without a script.

One form holds every question and one block every result. Whether an answer is picked is a `:has()` on the form. For the
questions a condition becomes a chain of these. For the results, where conditions are many and share their parts, each
part is a custom property of the block: blank, and so valid, while the part holds, and invalid otherwise. Then
`var(--a) var(--b)` is AND and `var(--a,var(--b))` is OR, and a part is written once however many rules name it.
`:where()` keeps all selectors at one specificity, so that a later rule wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from quiz.conditions import AllOf, AnyOf, AtLeast, Condition, Picked
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
    condition holds and `[data-care]` while that of one of its topics does (and hides `[data-advice]`
    where a note stands instead), hides `[data-unasked]` for each warning sign that is asked (and
    `[data-unasked-list]` where all are), shows one of `[data-yours]` and `[data-theirs]`, and at most
    one of `[data-urgency]` and `[data-unfinished]`.
    A browser that cannot read it goes on showing `.too-old` in place of the quiz.
    """
    return "\n".join(_Compiler(guide).lines()) + "\n"


class _Compiler:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.names: dict[int, tuple[Condition, str]] = {}
        """The custom property of each condition, by its identity; it is kept, so that no other can get its id."""
        self.parts: dict[tuple[bool, tuple[str, ...]], str] = {}
        """The custom properties by what they stand for: all (true) or one of others."""
        self.raised: dict[str, str] = {}
        """The custom properties that a selector makes valid, by that selector."""
        self.implied_cache: dict[int, tuple[Condition, Known]] = {}
        """What conditions imply, by their identity; each condition is kept, so that no other can get its id."""
        self.selector_cache: dict[tuple[str, tuple[str, ...], Known], Selectors] = {}
        """The selectors of `Picked` conditions: many rules name the same ones."""

    @cached_property
    def prerequisites(self) -> dict[str, set[frozenset[str]]]:
        """The sets of options that the `ask_if` of other questions name, by question id."""
        found: dict[str, set[frozenset[str]]] = {question.id: set() for question in self.guide.questions}
        for question in self.guide.questions:
            for leaf in question.ask_if.leaves():
                found[leaf.question].add(frozenset(leaf.options))
        return found

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
        yield "[data-note],[data-care]{display:none}"
        for note in self.guide.notes:
            noted = f"{self.when([self.selectors(note.when)])} {RESULTS}"
            yield f"{noted} [data-note={_quote(note.id)}]{{display:block}}"
            if note.instead:
                yield f"{noted} [data-advice]{{display:none}}"
        for care in self.guide.care:
            cared = f"{self.when([self.selectors(care.when)])} {RESULTS} [data-care~={_quote(care.id)}]"
            yield f"{cared}{{display:revert}}"  # a paragraph or a line of a list
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

        yield from self.results()
        yield f":where(form:not(:has(fieldset :checked))) ~ [data-results]{{{_show('')}}}"
        for name in _PANELS:
            attribute = f"[data-urgency={name}]" if name != "unfinished" else "[data-unfinished]"
            yield f"{attribute}{{display:var(--show-{name},none)}}"

    def results(self) -> Iterator[str]:
        """Yield what shows one panel: that of the most urgent rule that fires, or `today` where none does."""
        fires = {
            urgency: self.one_of([self.name(rule.when) for rule in self.guide.rules if rule.urgency is urgency])
            for urgency in Urgency
        }
        unfinished = self.one_of([self.unanswered(question) for question in self.guide.questions])
        covered = self.all_of([*self.covered()])
        emergency, today, soon, expected = (fires[urgency] for urgency in sorted(Urgency, reverse=True))
        # A panel is hidden by each that comes before it, so that what is more urgent wins.
        hidden = {emergency: "e", unfinished: "u", today: "t", soon: "s"}
        before = "".join(f"--no-{letter}:var({name}) none;" for name, letter in hidden.items())
        shown = {
            "emergency": f"var({emergency}) block",
            "unfinished": f"var(--no-e,var({unfinished}) block)",
            # Where a symptom is told that no rule covers, or none fires at all, it is `today` too.
            "today": "var(--no-e,var(--no-u,var(--no-today,block)))",
            "soon": f"var(--no-e,var(--no-u,var(--no-t,var({covered}) var({soon}) block)))",
            "expected": f"var(--no-e,var(--no-u,var(--no-t,var(--no-s,var({covered}) var({expected}) block))))",
        }
        mild = self.one_of([soon, expected])
        before += f"--yes-t:var({today}) block;--no-today:var(--yes-t,var({covered}) var({mild}) none);"
        panels = ";".join(f"--show-{panel}:{value}" for panel, value in shown.items())
        for selector, name in self.raised.items():
            yield f":where(form{selector}) ~ [data-results]{{{name}: }}"
        parts = "".join(self.declarations([*fires.values(), unfinished, covered, mild]))
        yield f"[data-results]{{{parts}{before}{panels}}}"

    def name(self, condition: Condition) -> str:
        """Return the custom property that is valid while the condition holds."""
        if id(condition) not in self.names:
            self.names[id(condition)] = condition, self.find_name(condition)
        return self.names[id(condition)][1]

    def find_name(self, condition: Condition) -> str:
        if isinstance(condition, Picked):
            question = self.guide.by_id[condition.question]
            return self.one_of(self.answers(question, condition.options))
        if not isinstance(condition, AtLeast):
            raise TypeError(
                f"condition: got {condition!r}, wanted Picked or AtLeast."
                " Teach site_src/derived/rules_css.py the new kind."
            )
        return self.at_least(condition.count, [self.name(part) for part in condition.parts])

    def at_least(self, count: int, parts: list[str]) -> str:
        """Return the custom property that is valid while so many of the parts are."""
        if count in (0, len(parts)):
            return self.all_of(parts if count else [])
        if count == 1:
            return self.one_of(parts)
        # So many from one half and the rest from the other: each part is written few times, not once a pair.
        one, other = parts[: len(parts) // 2], parts[len(parts) // 2 :]
        ways = range(max(0, count - len(other)), min(count, len(one)) + 1)
        return self.one_of([self.all_of([self.at_least(n, one), self.at_least(count - n, other)]) for n in ways])

    def all_of(self, parts: list[str]) -> str:
        """Return the custom property that is valid while all of the parts are."""
        always = self.parts.get((True, ()))
        return self.part([part for part in parts if part != always], whole=True)

    def one_of(self, parts: list[str]) -> str:
        """Return the custom property that is valid while one of the parts is; that of none never is."""
        return self.part(parts, whole=False)

    def part(self, parts: list[str], *, whole: bool) -> str:
        found = tuple(dict.fromkeys(parts))
        return found[0] if len(found) == 1 else self.parts.setdefault((whole, found), f"--c{len(self.parts)}")

    def declarations(self, shown: list[str]) -> Iterator[str]:
        """Yield what each custom property stands for that is named more than once; the others are written out there."""
        parts = {name: part for part, name in self.parts.items()}
        uses = Counter(chain(shown, shown, *(found for _, found in self.parts)))
        wanted = [name for name in dict.fromkeys(shown) if name in parts]

        def within(name: str, *, whole: bool) -> bool:
            return uses[name] == 1 and name in parts and parts[name][0] is whole

        def term(name: str) -> str:
            if uses[name] == 1 and name in parts:
                return text(name)
            if name in parts and name not in wanted:
                wanted.append(name)
            return f"var({name})"

        def alternatives(name: str) -> Iterator[str]:
            for part in parts[name][1]:
                yield from alternatives(part) if within(part, whole=False) else (part,)

        def text(name: str) -> str:
            if parts[name][0]:
                return " ".join(map(term, parts[name][1]))
            found = list(alternatives(name))
            # One that is written out can only come last: what stands before a comma is a name.
            last = next((part for part in found if within(part, whole=True)), found[-1]) if found else "--never"
            uses.update(part for part in found if part != last and within(part, whole=True))
            first = [term(part).removesuffix(")") for part in found if part != last]
            return ",".join((*first, term(last))) + ")" * len(first)

        for name in wanted:  # it grows
            yield f"{name}:{text(name) or ' '};"

    def raise_(self, selector: str) -> str:
        """Return the custom property that is valid while the form matches the selector."""
        return self.raised.setdefault(selector, f"--o{len(self.raised)}")

    def answers(self, question: Question, options: tuple[str, ...]) -> list[str]:
        """Return the custom properties of the options, and of a "not sure" that may be one of them."""
        asked = self.name(question.ask_if)  # an answer counts while its question is open
        answered = _answered(question)
        return [
            self.all_of([asked, self.raise_("".join((answered, *self.picked(question, (option.id,), alone=True))))])
            for option in question.options
            if option.id in options or set(option.stands_for) & set(options)
        ]

    def unanswered(self, question: Question) -> str:
        left = self.raise_(f":not({_answered(question)})")
        return self.all_of([self.name(question.ask_if), left])

    def covered(self) -> Iterator[str]:
        """Yield, for each symptom, what is valid while it is not told or a rule that fires covers it."""
        for question in self.guide.questions:
            asked, answered = "".join(self.selectors(question.ask_if)), _answered(question)
            for option in question.options:
                if not option.reports or self.is_urgent_alone(question, option.id):
                    continue
                symptom = question.id, option.id
                follow_ups = tuple(name for name, pairs in self.guide.openers.items() if symptom in pairs)
                covers = [
                    cover
                    for rule in self.guide.rules
                    if rule.urgency < Urgency.TODAY and symptom in self.guide.covers[rule.id]
                    if (cover := _covering(rule.when, symptom, follow_ups))
                ]
                untold = [
                    f":not({answered}{''.join(self.picked(question, (option.id,)))})",
                    *([f":not({asked})"] if asked else []),
                ]
                yield self.one_of([*map(self.name, covers), *map(self.raise_, untold)])

    def when(self, alternatives: Iterable[Selectors]) -> str:
        """Return the selector of the form while any of the alternatives holds."""
        return f":where(form{''.join(_either(list(alternatives)))})"

    def is_urgent_alone(self, question: Question, option: str) -> bool:
        """Say whether some rule gives the option alone `today` or more, so that it need not be covered."""
        return any(
            isinstance(rule.when, Picked)
            and rule.when.question == question.id
            and option in rule.when.options
            and rule.urgency >= Urgency.TODAY
            for rule in self.guide.rules
        )

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

    def picked(self, question: Question, options: tuple[str, ...], *, alone: bool = False) -> Selectors:
        """Return the selectors for one of the options, or, if not `alone`, a "not sure" that may be one of them."""
        name = f"[name={_quote(question.id)}]"
        if options == (NONE,):
            return (f":has({name}[value={NONE}]:checked)", f":not(:has({name}:not([value={NONE}]):checked))")
        values = [
            f"[value={_quote(option.id)}]"
            for option in question.options
            if option.id in options or (not alone and set(option.stands_for) & set(options))
        ]
        which = values[0] if len(values) == 1 else f":is({','.join(values)})"
        if len(values) == len(question.options):
            which = ""
        return (f":has({name}{which}:checked)",)


_PANELS = (*(urgency.value for urgency in Urgency), "unfinished")


def _answered(question: Question) -> str:
    """Return the selector for any answer to a question: tried first, it spares a browser to look for each of them."""
    return f":has([name={_quote(question.id)}]:checked)"


def _show(panel: str) -> str:
    return ";".join(f"--show-{name}:{'block' if name == panel else 'none'}" for name in _PANELS)


def _is_met(ask_if: Condition, known: Known) -> bool:
    """Say whether the known prerequisites are enough for `ask_if`, as far as its structure shows."""
    if isinstance(ask_if, AtLeast):
        return sum(_is_met(part, known) for part in ask_if.parts) >= ask_if.count
    return isinstance(ask_if, Picked) and (ask_if.question, frozenset(ask_if.options)) in known


def _covering(condition: Condition, symptom: tuple[str, str], follow_ups: tuple[str, ...]) -> Condition | None:
    """Return the condition that holds when this one does and the symptom told, or a follow-up, is part of why."""
    if isinstance(condition, Picked):
        question, option = symptom
        told = condition.question == question and option in condition.options
        return condition if told or condition.question in follow_ups else None
    parts = condition.parts if isinstance(condition, AtLeast) else ()
    covers = [(part, cover) for part in parts if (cover := _covering(part, symptom, follow_ups))]
    some = AnyOf(tuple(cover for _, cover in covers))
    if not covers or (isinstance(condition, AtLeast) and condition.count == 1):
        return some if covers else None
    # Where a part that must hold covers whenever it does, so does the whole.
    whole = isinstance(condition, AllOf) and any(part is cover for part, cover in covers)
    return condition if whole else condition & some


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
