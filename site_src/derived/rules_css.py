"""A guide's conditions compiled to CSS: which questions are open and which urgency applies, without a script.

The block of results follows the questions as their sibling. Each answer *raises* custom properties of what comes after
its question, by `#q-headache:has([value=severe]:checked)~[data-results]`: the browser looks into that question alone.
A property is blank, and so valid, while what it stands for holds, and invalid otherwise. Then `var(--a) var(--b)` is
AND and `var(--a,var(--b))` is OR, and a part is written once however many rules name it. What an answer raises is
`var()` of whether its question is open, for an answer counts only while it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from quiz.conditions import AllOf, AnyOf, AtLeast, Condition, Picked
from quiz.model import NONE, Guide, Note, Option, Question, Urgency
from site_src.derived.warning_signs import asked_later

__all__ = ["compile_css"]

RESULTS = "[data-results]"
FINISHED = "[data-results] [data-milder]"
"""The panels that wait for the last answer. While `[data-finished]` around them is not displayed, they cost nothing."""

ANSWERED = ":has(:checked)"
UNANSWERED = ":not(:has(:checked))"
NONE_ALONE = f"{ANSWERED}:has([value={NONE}]:checked):not(:has(:checked:not([value={NONE}])))"
MANY = 8
"""So many questions that need an answer get it with all others: to name each of them is long."""


def compile_css(guide: Guide) -> str:
    """Return the style sheet that shows open questions, notes and the urgency of the answers.

    It sets `--on-path: 1` on every open `fieldset[data-question]`, shows `[data-note]` while its
    condition holds and `[data-care]` while that of one of its topics does (and hides `[data-advice]`
    where a note stands instead, `[data-action]` where its heading does, and `[data-general]` where a topic
    holds), hides `[data-unasked]` for each warning sign that is asked (and `[data-unasked-list]` where all
    are), shows one of `[data-yours]` and `[data-theirs]`, and at most one of `[data-urgency]` and
    `[data-unfinished]`.
    A browser that cannot read it goes on showing `.too-old` in place of the quiz.
    """
    return "\n".join(_Compiler(guide).lines()) + "\n"


class _Answer(NamedTuple):
    """What raises a custom property: the selectors of a question's set, of which one must match."""

    question: str
    selectors: frozenset[str]
    counts: bool
    """Only while the question is open."""


class _Compiler:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.names: dict[int, tuple[Condition, str]] = {}
        """The custom property of each condition, by its identity; it is kept, so that no other can get its id."""
        self.raised: dict[_Answer, str] = {}
        """The custom properties of answers."""
        self.parts: dict[tuple[bool, tuple[str, ...]], str] = {}
        """The custom properties by what they stand for: all (true) or one of others."""
        self.always = self.all_of([])
        self.asked = {question.id: self.name(question.ask_if) for question in guide.questions}
        """By question, the custom property that is valid while it is open."""

    @property
    def leading(self) -> list[Note]:
        """The notes that lead a result with a heading of their own."""
        return [note for note in self.guide.notes if note.heading]

    def lines(self) -> Iterator[str]:
        # In a page that was saved by a browser the fields are dead.
        quiz, other = "quiz-flow{display:block}", "quiz-flow:not(:has(:disabled))~.too-old{display:none}"
        yield f"@supports selector(:has(*)){{{quiz}{other}}}"
        theirs = [self.name(self.guide.for_another)] if self.guide.for_another else []
        emergency, today, soon, expected = (
            self.name(AnyOf(tuple(rule.when for rule in self.guide.rules if rule.urgency is urgency)))
            for urgency in sorted(Urgency, reverse=True)
        )
        unfinished = self.one_of([self.answer_name(question.id, [UNANSWERED]) for question in self.guide.questions])
        covered, mild = self.all_of([*self.covered()]), self.one_of([soon, expected])
        within = [*self.within_panels()]
        shown = {
            **{_set(question.id): [self.asked[question.id], *theirs] for question in self.guide.questions},
            RESULTS: [emergency, unfinished, *theirs, *(name for _, name, _ in within)],
            FINISHED: [today, soon, expected, covered, mild],
        }
        yield from self.raises(shown)
        for question in self.guide.questions:
            element = _set(question.id)
            yield f"{element}{{{self.declarations(shown[element])}--open:var({self.asked[question.id]})}}"
        yield (
            "[data-question]{--path:var(--open) 1;--on-path:var(--path,0);"
            "--step-by-step:var(--open) var(--step,block);display:var(--step-by-step,none)}"
        )
        # A panel is hidden by each that comes before it, so that what is more urgent wins.
        yield (
            f"{RESULTS}{{{self.declarations(shown[RESULTS])}--no-e:var({emergency}) none;--no-u:var({unfinished}) none;"
            f"--show-emergency:var({emergency}) block;--show-unfinished:var(--no-e,var({unfinished}) block)}}"
        )
        yield "[data-finished]{display:var(--no-e,var(--no-u,contents))}"
        yield f"form{UNANSWERED} {RESULTS}{{--show-unfinished:none}}"
        # Where a symptom is told that no rule covers, or none fires at all, it is `today` too.
        yield (
            f"{FINISHED}{{{self.declarations(shown[FINISHED])}--no-t:var({today}) none;--no-s:var({soon}) none;"
            f"--yes-t:var({today}) block;--no-today:var(--yes-t,var({covered}) var({mild}) none);"
            f"--show-today:var(--no-today,block);--show-soon:var(--no-t,var({covered}) var({soon}) block);"
            f"--show-expected:var(--no-t,var(--no-s,var({covered}) var({expected}) block));"
            "display:contents}"
        )
        for urgency in Urgency:
            yield f"[data-urgency={urgency.value}]{{display:var(--show-{urgency.value},none)}}"
        yield "[data-unfinished]{display:var(--show-unfinished,none)}"
        for selector, name, display in within:
            yield f"{selector}{{{display.format(name)}}}"
        cared, led = (
            _one_of_each(kind, [one.id for one in ones])
            for kind, ones in (("care", self.guide.care), ("action", self.leading))
        )
        for element, display in (("p", "block"), ("li", "list-item")):
            yield f"{element}[data-care]{{--shown:{cared} {display};display:var(--shown,none)}}"
        for element, display in (("span", "inline"), ("div", "block")):
            yield f"{element}[data-action]{{--hidden:{led} none;display:var(--hidden,{display})}}"
        if theirs:
            yield f"[data-theirs]{{--shown:var({theirs[0]}) inline;display:var(--shown,none)}}"
            yield f"[data-yours]{{--hidden:var({theirs[0]}) none;display:var(--hidden,inline)}}"
        else:
            yield "[data-theirs]{display:none}"

    def within_panels(self) -> Iterator[tuple[str, str, str]]:
        """Yield the selector of each part of a panel, the custom property that shows or hides it, and how."""
        shows = "--shown:var({0}) block;display:var(--shown,none)"
        hides = "--hidden:var({0}) none;display:var(--hidden,block)"
        for note in self.guide.notes:
            yield f"[data-note={_quote(note.id)}]", self.name(note.when), shows
        yield "[data-advice]", self.one_of([self.name(note.when) for note in self.guide.notes if note.instead]), hides
        for kind, ones in (("care", self.guide.care), ("action", self.leading)):
            for one in ones:
                yield f"[data-{kind}~={_quote(one.id)}]", self.name(one.when), f"--{kind}-{one.id}:var({{0}})"
        yield "[data-general]", self.one_of([self.name(care.when) for care in self.guide.care]), hides
        asked = {
            sign.option.id: self.one_of([self.asked[question.id] for question in sign.questions])
            for sign in asked_later(self.guide)
        }
        for option, name in asked.items():
            yield f"[data-unasked={_quote(option)}]", name, hides.replace("block", "list-item")
        yield "[data-unasked-list]", self.all_of([*asked.values()]), hides

    # What holds

    def name(self, condition: Condition) -> str:
        """Return the custom property that is valid while the condition holds."""
        if id(condition) not in self.names:
            self.names[id(condition)] = condition, self.find_name(condition)
        return self.names[id(condition)][1]

    def find_name(self, condition: Condition) -> str:
        if isinstance(condition, AtLeast) and condition.count != 1:
            return self.at_least(condition.count, [self.name(part) for part in condition.parts])
        # Answers to one question are written as one.
        picked: dict[str, set[str]] = {}
        others = []
        for part in _alternatives(condition):
            if isinstance(part, Picked):
                picked.setdefault(part.question, set()).update(self.selectors(part))
            else:
                others.append(self.name(part))
        return self.one_of([*(self.answer_name(question, found) for question, found in picked.items()), *others])

    def fails(self, condition: Condition) -> str:
        """Return the custom property that is valid while the condition does not hold."""
        if isinstance(condition, Picked):
            unpicked = f":not({_any_of(self.selectors(condition))})"
            closed = self.fails(self.guide.by_id[condition.question].ask_if)
            return self.one_of([self.answer_name(condition.question, [unpicked], counts=False), closed])
        if not isinstance(condition, AtLeast):
            raise _unknown(condition)
        left = len(condition.parts) - condition.count + 1
        return self.at_least(left, [self.fails(part) for part in condition.parts])

    def at_least(self, count: int, parts: list[str]) -> str:
        """Return the custom property that is valid while so many of the parts are."""
        if count in (0, len(parts)):
            return self.all_of(parts if count else [])
        if count == 1:
            return self.one_of(parts)
        if count > len(parts):
            return self.one_of([])
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
        never = self.parts.get((False, ()))
        return self.part([part for part in parts if part != never], whole=False)

    def part(self, parts: list[str], *, whole: bool) -> str:
        found = tuple(dict.fromkeys(parts))
        return found[0] if len(found) == 1 else self.parts.setdefault((whole, found), f"--c{len(self.parts)}")

    def answer_name(self, question: str, selectors: Iterable[str], *, counts: bool = True) -> str:
        """Return the custom property that is valid while a question's set matches one of the selectors."""
        return self.raised.setdefault(_Answer(question, frozenset(selectors), counts), f"--o{len(self.raised)}")

    def selectors(self, picked: Picked) -> list[str]:
        """Return what the set matches where one of the options is picked, or a "not sure" that may be one of them."""
        if picked.options == (NONE,):
            return [NONE_ALONE]
        options = self.guide.by_id[picked.question].options
        wanted = set(picked.options)
        found = [option for option in options if option.id in wanted or wanted & set(option.stands_for)]
        return [f"[value={_quote(option.id)}]" for option in found] if len(found) < len(options) else [ANSWERED]

    def covered(self) -> Iterator[str]:
        """Yield, for each symptom, what is valid while it is not told or a rule that fires covers it."""
        for question in self.guide.questions:
            for option in question.options:
                if not option.reports or self.is_covered_alone(question, option):
                    continue
                symptom = question.id, option.id
                follow_ups = tuple(name for name, pairs in self.guide.openers.items() if symptom in pairs)
                covers = [
                    cover
                    for rule in self.guide.rules
                    if rule.urgency < Urgency.TODAY and symptom in self.guide.covers[rule.id]
                    if (cover := _covering(rule.when, symptom, follow_ups))
                ]
                yield self.one_of([self.name(AnyOf(tuple(covers))), self.fails(Picked(question.id, (option.id,)))])

    def is_covered_alone(self, question: Question, option: Option) -> bool:
        """Say whether some rule fires wherever the option is told, so that it need not be covered by others."""
        return any(
            isinstance(part, Picked) and part.question == question.id and option.id in part.options
            for rule in self.guide.rules
            for part in _alternatives(rule.when)
        )

    # What is written

    def made_of(self, names: Iterable[str]) -> list[str]:
        """Return these custom properties and all that they are made of."""
        parts = {name: found for (_, found), name in self.parts.items()}
        parts |= {name: (self.asked[answer.question],) for answer, name in self.raised.items() if answer.counts}
        found = [*dict.fromkeys(names)]
        for name in found:  # it grows
            found += [part for part in dict.fromkeys(parts.get(name, ())) if part not in found]
        return found

    def raises(self, shown: dict[str, list[str]]) -> Iterator[str]:
        """Yield what gives each element the custom properties of answers that those shown in it are made of."""
        needed = {element: set(self.made_of(names)) for element, names in shown.items()}
        together: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
        for (question, elements, selector), declared in self.raised_by(needed).items():
            together.setdefault((question, elements, ";".join(declared)), []).append(selector)
        for (question, elements, declarations), selectors in together.items():
            answer = f"{_set(question)}{_any_of(selectors)}"
            yield f"{','.join(f'{answer}~{element}' for element in elements)}{{{declarations}}}"

    def raised_by(self, needed: dict[str, set[str]]) -> dict[tuple[str, tuple[str, ...], str], list[str]]:
        """Return the declarations by question, by the elements that get them, and by the selector of an answer."""
        found: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
        order = [question.id for question in self.guide.questions]
        for answer, name in sorted(self.raised.items(), key=lambda item: order.index(item[0].question)):
            elements = [element for element, names in needed.items() if name in names]
            if len(elements) > MANY:
                elements = ["fieldset", RESULTS]
            elif RESULTS in elements and FINISHED in elements:
                elements.remove(FINISHED)  # it inherits
            asked = self.asked[answer.question]
            value = f"var({asked})" if answer.counts and asked != self.always else " "
            for selector in sorted(answer.selectors):
                found.setdefault((answer.question, tuple(elements), selector), []).append(f"{name}:{value}")
        return found

    def declarations(self, shown: list[str]) -> str:
        """Return what each custom property stands for that is named more than once; others are written out there."""
        parts = {name: part for part, name in self.parts.items()}
        needed = self.made_of(shown)
        raised = {name: answer for answer, name in self.raised.items()}
        asked = [self.asked[raised[name].question] for name in needed if name in raised and raised[name].counts]
        shown = [*dict.fromkeys((*shown, *asked))]
        uses = Counter(chain(shown, shown, *(parts[name][1] for name in needed if name in parts)))
        wanted = [name for name in shown if name in parts]

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

        return "".join(f"{name}:{text(name) or ' '};" for name in wanted)  # it grows


def _unknown(condition: Condition) -> TypeError:
    return TypeError(
        f"condition: got {condition!r}, wanted Picked or AtLeast. Teach site_src/derived/rules_css.py the new kind."
    )


def _alternatives(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions of which one must hold."""
    if isinstance(condition, AtLeast) and condition.count == 1:
        for part in condition.parts:
            yield from _alternatives(part)
    elif isinstance(condition, Picked | AtLeast):
        yield condition
    else:
        raise _unknown(condition)


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


def _any_of(selectors: list[str]) -> str:
    """Return the selector of a set that matches one of these; those of options are written together."""
    options = [selector for selector in selectors if selector.startswith("[")]
    which = options[0] if len(options) == 1 else f":is({','.join(options)})"
    found = [
        *([f"{ANSWERED}:has({which}:checked)"] if options else []),
        *(one for one in selectors if one not in options),
    ]
    return found[0] if len(found) == 1 else f":is({','.join(found)})"


def _one_of_each(kind: str, ids: list[str]) -> str:
    """Return the value that is valid while one of the properties is that a part of this kind has by these ids."""
    names = [f"--{kind}-{name}" for name in ids] or ["--never"]
    return ",".join(f"var({name}" for name in names) + ")" * len(names)


def _set(question: str) -> str:
    return f"#q-{question}"


def _quote(name: str) -> str:
    return name if name[0].isalpha() else f'"{name}"'
