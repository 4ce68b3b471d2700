"""The condition language: what a rule, a question or a note waits for.

It has no word for "not". A condition that holds goes on holding when a person reports more, so
more reported can only raise an urgency. Conditions are data: one and the same object is evaluated
here, compiled to CSS for pages without Python, and printed.
"""

from collections.abc import Collection, Iterator, Mapping

__all__ = ["ALWAYS", "Answers", "AtLeast", "Condition", "Picked", "at_least", "called"]

type Answers = Mapping[str, Collection[str]]
"""Option ids by question id."""


class Condition:
    """Something that holds, or does not hold, over a set of answers."""

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Say whether the other is the same condition."""
        return type(self) is type(other) and self._parts() == other._parts()

    def __hash__(self) -> int:
        """Return the same number for the same condition."""
        return hash(self._parts())

    def __repr__(self) -> str:
        """Return the condition as it would be written."""
        return f"{type(self).__name__}{self._parts()!r}"

    def _parts(self) -> tuple[object, ...]:
        # Words say what a condition is; they do not make it another one.
        return tuple(getattr(self, name) for name in self.__slots__ if name != "words")

    def __and__(self, other: "Condition") -> "AtLeast":
        """Return the condition that holds when both hold."""
        return AtLeast(2, (self, other))

    def __or__(self, other: "Condition") -> "AtLeast":
        """Return the condition that holds when either holds."""
        return AtLeast(1, (self, other))

    def holds(self, answers: Answers) -> bool:
        """Say whether the answers meet the condition."""
        raise NotImplementedError

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return the (question id, option id) pairs that make the condition hold; none if it does not."""
        raise NotImplementedError

    def leaves(self) -> "Iterator[Picked]":
        """Yield each question that the condition looks at, in reading order."""
        raise NotImplementedError


class Picked(Condition):
    """Holds when one of the options is picked; `threshold` names the step that an `at_least` began from."""

    __slots__ = ("question", "options", "threshold", "words")  # noqa: RUF023 - the order of __init__

    def __init__(self, question: str, options: tuple[str, ...], threshold: str | None = None, words: str = "") -> None:
        self.question = question
        self.options = options
        self.threshold = threshold
        self.words = words

    def holds(self, answers: Answers) -> bool:
        """Say whether one of the options is picked."""
        picked = answers.get(self.question, ())
        for option in self.options:  # noqa: SIM110 - asked hundreds of times an answer: any() takes twice as long
            if option in picked:
                return True
        return False

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return those of the options that are picked."""
        picked = answers.get(self.question, ())
        return frozenset([(self.question, option) for option in self.options if option in picked])

    def leaves(self) -> "Iterator[Picked]":
        """Yield this one."""
        yield self


class AtLeast(Condition):
    """Holds when at least `count` of the parts hold: all of them, any of them, or a number between."""

    __slots__ = ("count", "parts", "words")

    def __init__(self, count: int, parts: tuple[Condition, ...], words: str = "") -> None:
        self.count = count
        self.parts = parts
        self.words = words

    def holds(self, answers: Answers) -> bool:
        """Say whether enough parts hold."""
        wanted, spare = self.count, len(self.parts) - self.count
        for part in self.parts:
            if wanted <= 0 or spare < 0:
                break
            if part.holds(answers):
                wanted -= 1
            else:
                spare -= 1
        return wanted <= 0

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return what makes every part that holds hold, if enough of them do."""
        found = [pairs for part in self.parts if (pairs := part.evidence(answers))]
        return frozenset().union(*found) if len(found) >= self.count else frozenset()

    def leaves(self) -> "Iterator[Picked]":
        """Yield what each part looks at."""
        for part in self.parts:
            yield from part.leaves()


def called[Named: (Picked, AtLeast)](words: str, condition: Named) -> Named:
    """Return the condition with the words that a clinician reads for it, in place of its parts."""
    if isinstance(condition, Picked):
        return Picked(condition.question, condition.options, condition.threshold, words)
    return AtLeast(condition.count, condition.parts, words)


ALWAYS = AtLeast(0, ())
"""The condition of a question that everyone is asked."""


def at_least(count: int, *parts: Condition) -> AtLeast:
    """Return the condition that holds when at least `count` of the parts hold."""
    return AtLeast(count, parts)
