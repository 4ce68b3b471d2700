"""The condition language: what a rule, a question or a note waits for.

It has no word for "not". A condition that holds goes on holding when a person reports more, so
more reported can only raise an urgency. Conditions are data: one and the same object is evaluated
here, compiled to CSS for pages without Python, and printed.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

__all__ = [
    "ALWAYS",
    "AllOf",
    "Answers",
    "AnyOf",
    "AtLeast",
    "Condition",
    "Counted",
    "Picked",
    "TwoClusters",
    "at_least",
    "called",
]

type Answers = Mapping[str, Collection[str]]
"""Option ids by question id."""


class Condition:
    """Something that holds, or does not hold, over a set of answers.

    `words` are what a clinician reads for it, in place of its parts. They do not make it another one.
    """

    __slots__ = ("words",)
    __match_args__: tuple[str, ...] = ()
    """What each kind is made of, in the order in which it is written."""

    def __init__(self, words: str = "") -> None:
        self.words = words

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
        return tuple(getattr(self, name) for name in self.__match_args__)

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
        """Yield each question that the condition looks at, in reading order."""
        raise NotImplementedError


class Picked(Condition):
    """Holds when one of the options is picked; `threshold` names the step that an `at_least` began from."""

    __slots__ = __match_args__ = ("question", "options", "threshold")

    def __init__(self, question: str, options: tuple[str, ...], threshold: str | None = None, words: str = "") -> None:
        super().__init__(words)
        self.question = question
        self.options = options
        self.threshold = threshold

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
    """Holds when at least `count` of the parts hold; `AllOf` and `AnyOf` are the two ends of it."""

    __slots__ = __match_args__ = ("count", "parts")

    def __init__(self, count: int, parts: tuple[Condition, ...], words: str = "") -> None:
        super().__init__(words)
        self.count = count
        self.parts = parts

    def holds(self, answers: Answers) -> bool:
        """Say whether enough parts hold."""
        return sum(part.holds(answers) for part in self.parts) >= self.count

    def evidence(self, answers: Answers) -> frozenset[tuple[str, str]]:
        """Return what makes every part that holds hold, if enough of them do."""
        found = [pairs for part in self.parts if (pairs := part.evidence(answers))]
        return frozenset().union(*found) if len(found) >= self.count else frozenset()

    def leaves(self) -> "Iterator[Picked]":
        """Yield what each part looks at."""
        for part in self.parts:
            yield from part.leaves()


class AllOf(AtLeast):
    """Holds when all of the parts hold: AND. Of no parts, it always holds."""

    __slots__ = ()
    __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Condition, ...], words: str = "") -> None:
        super().__init__(len(parts), parts, words)

    def holds(self, answers: Answers) -> bool:
        """Say whether every part holds."""
        for part in self.parts:  # noqa: SIM110 - asked hundreds of times an answer: all() takes twice as long
            if not part.holds(answers):
                return False
        return True


class AnyOf(AtLeast):
    """Holds when one of the parts holds: OR."""

    __slots__ = ()
    __match_args__ = ("parts",)

    def __init__(self, parts: tuple[Condition, ...], words: str = "") -> None:
        super().__init__(1, parts, words)

    def holds(self, answers: Answers) -> bool:
        """Say whether one of the parts holds."""
        for part in self.parts:  # noqa: SIM110 - asked hundreds of times an answer: any() takes twice as long
            if part.holds(answers):
                return True
        return False


type Counted = tuple[Condition, str, str]
"""A condition that counts towards a pair, and the cluster and the question of the answer that it is about."""


class TwoClusters(AllOf):
    """Holds when two of the counted conditions hold that share neither their cluster nor their question.

    Such a pair is there when something of two clusters holds and something of two questions does. Of a pair from two
    clusters that shares its question, at least one makes a pair with whatever holds of another question.
    """

    __slots__ = __match_args__ = ("counted",)

    def __init__(self, counted: tuple[Counted, ...], words: str) -> None:
        clusters: dict[str, list[Condition]] = {}
        questions: dict[str, list[Condition]] = {}
        for when, cluster, question in counted:
            clusters.setdefault(cluster, []).append(when)
            questions.setdefault(question, []).append(when)
        groups = (tuple(AnyOf(tuple(whens)) for whens in of.values()) for of in (clusters, questions))
        super().__init__(tuple(AtLeast(2, some) for some in groups), words)
        self.counted = counted

    def holds(self, answers: Answers) -> bool:
        """Say whether something of two clusters holds, and something of two questions."""
        clusters, questions = set(), set()
        for when, cluster, question in self.counted:
            if when.holds(answers):
                clusters.add(cluster)
                questions.add(question)
                if len(clusters) > 1 and len(questions) > 1:
                    return True
        return False


def called[Named: Condition](words: str, condition: Named) -> Named:
    """Return the condition with the words that a clinician reads for it, in place of its parts."""
    kind: Callable[..., Named] = type(condition)
    return kind(*(getattr(condition, name) for name in condition.__match_args__), words)


ALWAYS = AllOf(())
"""The condition of a question that everyone is asked."""


def at_least(count: int, *parts: Condition) -> AtLeast:
    """Return the condition that holds when at least `count` of the parts hold."""
    if count == 1:
        return AnyOf(parts)
    return AllOf(parts) if count == len(parts) else AtLeast(count, parts)
