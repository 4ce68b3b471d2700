"""The condition language: when a rule fires, a question is asked or a note is shown.

It has no negation. A condition that holds goes on holding when a person reports more, so
more reported can only raise an urgency. Conditions are data: one and the same object is evaluated
here, compiled to CSS for pages without Python, and printed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

__all__ = [
    "ALWAYS",
    "AllOf",
    "Answers",
    "AnyOf",
    "AtLeast",
    "Condition",
    "Counted",
    "Index",
    "Picked",
    "TwoClusters",
    "at_least",
    "named",
]

type Answers = Mapping[str, Collection[str]]
"""Option ids by question id."""


class Condition:
    """Something that a set of answers meets or does not meet.

    `name` is what a clinician reads in place of its parts. It does not count when conditions are compared.
    """

    __slots__ = ("name",)
    __match_args__: tuple[str, ...] = ()
    """The fields of each kind of condition, in the order of its constructor."""

    def __init__(self, name: str = "") -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        """Say whether the other is of the same kind with equal fields."""
        return type(self) is type(other) and self._fields() == other._fields()

    def __hash__(self) -> int:
        """Return the hash of the fields."""
        return hash(self._fields())

    def __repr__(self) -> str:
        """Return the condition as a call of its constructor."""
        return f"{type(self).__name__}{self._fields()!r}"

    def _fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, field) for field in self.__match_args__)

    def __and__(self, other: "Condition") -> "AllOf":
        """Return the condition that holds when both hold."""
        return AllOf((self, other))

    def __or__(self, other: "Condition") -> "AnyOf":
        """Return the condition that holds when either holds."""
        return AnyOf((self, other))

    def holds(self, answers: Answers) -> bool:
        """Say whether the answers meet the condition."""
        raise NotImplementedError

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return the (question id, option id) pairs that make the condition hold; none if it does not."""
        raise NotImplementedError

    def leaves(self) -> "Iterator[Picked]":
        """Yield each `Picked` that the condition is made of, in reading order."""
        raise NotImplementedError

    def required(self) -> frozenset[tuple[str, str]]:
        """Return (question id, option id) pairs: the condition holds only where one is picked, or if there are none."""
        raise NotImplementedError


class Picked(Condition):
    """Holds when one of the options is picked; `threshold` is the step that was given to `Question.at_least`."""

    __slots__ = __match_args__ = ("question", "options", "threshold")

    def __init__(self, question: str, options: tuple[str, ...], threshold: str | None = None, name: str = "") -> None:
        super().__init__(name)
        self.question = question
        self.options = options
        self.threshold = threshold

    def holds(self, answers: Answers) -> bool:
        """Say whether one of the options is picked."""
        picked = answers.get(self.question)
        if not picked:  # most questions have no answer
            return False
        for option in self.options:  # noqa: SIM110 - asked hundreds of times an answer: any() takes twice as long
            if option in picked:
                return True
        return False

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return the pairs of the options that are picked."""
        picked = answers.get(self.question)
        if not picked:
            return frozenset()
        return frozenset([(self.question, option) for option in self.options if option in picked])

    def leaves(self) -> "Iterator[Picked]":
        """Yield the condition itself."""
        yield self

    def required(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of all options."""
        return frozenset([(self.question, option) for option in self.options])


class AtLeast(Condition):
    """Holds when at least `count` of the parts hold; `AllOf` and `AnyOf` are its special cases."""

    __slots__ = __match_args__ = ("count", "parts")

    def __init__(self, count: int, parts: tuple[Condition, ...], name: str = "") -> None:
        super().__init__(name)
        self.count = count
        self.parts = parts

    def holds(self, answers: Answers) -> bool:
        """Say whether enough parts hold."""
        return sum(part.holds(answers) for part in self.parts) >= self.count

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return the evidence of every part that holds, if enough of them do."""
        found = [pairs for part in self.parts if (pairs := part.evidence(answers))]
        return frozenset().union(*found) if len(found) >= self.count else frozenset()

    def leaves(self) -> "Iterator[Picked]":
        """Yield the leaves of each part."""
        for part in self.parts:
            yield from part.leaves()

    def required(self) -> frozenset[tuple[str, str]]:
        """Return what the parts require, of as many as cannot all fail: those with the fewest pairs."""
        by_size = sorted((part.required() for part in self.parts), key=lambda pairs: len(pairs) or float("inf"))
        among = by_size[: len(self.parts) - self.count + 1] if self.count else []
        return frozenset().union(*among) if all(among) else frozenset()


class AllOf(AtLeast):
    """Holds when all of the parts hold: AND. Without parts it always holds."""

    __slots__ = ()
    __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Condition, ...], name: str = "") -> None:
        super().__init__(len(parts), parts, name)

    def holds(self, answers: Answers) -> bool:
        """Say whether every part holds."""
        for part in self.parts:  # noqa: SIM110 - asked hundreds of times an answer: all() takes twice as long
            if not part.holds(answers):
                return False
        return True

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return the evidence of every part, if all hold."""
        found: list[frozenset[tuple[str, str]]] = []
        for part in self.parts:
            pairs = part.evidence(answers)
            if not pairs:  # what the other parts have does not count
                return pairs
            found.append(pairs)
        return frozenset().union(*found)


class AnyOf(AtLeast):
    """Holds when one of the parts holds: OR."""

    __slots__ = ()
    __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Condition, ...], name: str = "") -> None:
        super().__init__(1, parts, name)

    def holds(self, answers: Answers) -> bool:
        """Say whether one of the parts holds."""
        for part in self.parts:  # noqa: SIM110 - asked hundreds of times an answer: any() takes twice as long
            if part.holds(answers):
                return True
        return False


class Index:
    """Many conditions, filed by the answers that each requires, so that the few which can hold are found at once."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        self._conditions = tuple(conditions)
        self._filed: dict[tuple[str, str], list[int]] = {}
        self._always: list[int] = []
        for place, condition in enumerate(self._conditions):
            required = condition.required()
            for pair in required:
                self._filed.setdefault(pair, []).append(place)
            if not required:
                self._always.append(place)

    def holding(self, answers: Answers) -> list[int]:
        """Return the places of the conditions that hold, in order."""
        near = set(self._always)
        for question, picked in answers.items():
            for option in picked:
                near.update(self._filed.get((question, option), ()))
        return [place for place in sorted(near) if self._conditions[place].holds(answers)]


type Counted = tuple[Condition, str, str]
"""A condition that counts towards a pair, with the cluster and the question of the answer that it is about."""


class TwoClusters(AllOf):
    """Holds when two of the counted conditions hold that differ in both cluster and question.

    Such a pair exists when conditions of two clusters hold and conditions of two questions do: where two of different
    clusters share a question, one of them makes a pair with any of the other question.
    """

    __slots__ = ("_index", "counted")
    __match_args__ = ("counted",)

    def __init__(self, counted: tuple[Counted, ...], name: str) -> None:
        by_cluster: dict[str, list[Condition]] = {}
        by_question: dict[str, list[Condition]] = {}
        for condition, cluster, question in counted:
            by_cluster.setdefault(cluster, []).append(condition)
            by_question.setdefault(question, []).append(condition)
        groups = (tuple(AnyOf(tuple(group)) for group in by.values()) for by in (by_cluster, by_question))
        super().__init__(tuple(AtLeast(2, parts) for parts in groups), name)
        self.counted = counted
        self._index = Index(condition for condition, _, _ in counted)

    def holds(self, answers: Answers) -> bool:
        """Say whether conditions of two clusters hold, and conditions of two questions."""
        return bool(self._pair(answers))

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return the evidence of every counted condition that holds, if they make a pair."""
        return frozenset().union(*(condition.evidence(answers) for condition, _, _ in self._pair(answers)))

    def _pair(self, answers: Answers) -> list[Counted]:
        """Return every counted condition that holds, if they make a pair."""
        held = [self.counted[place] for place in self._index.holding(answers)]
        differ = len({cluster for _, cluster, _ in held}) > 1 and len({question for _, _, question in held}) > 1
        return held if differ else []


def named[Kind: Condition](name: str, condition: Kind) -> Kind:
    """Return the condition with the name that a clinician reads in place of its parts."""
    kind: Callable[..., Kind] = type(condition)
    return kind(*(getattr(condition, field) for field in condition.__match_args__), name)


ALWAYS = AllOf(())
"""The condition of a question that everyone is asked."""


def at_least(count: int, *parts: Condition) -> AtLeast:
    """Return the condition that holds when at least `count` of the parts hold."""
    if count == 1:
        return AnyOf(parts)
    return AllOf(parts) if count == len(parts) else AtLeast(count, parts)
