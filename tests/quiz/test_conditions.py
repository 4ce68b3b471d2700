"""The condition language: when a condition holds, its evidence, and that it has no "not"."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.conditions import ALWAYS, AllOf, AnyOf, AtLeast, Condition, Index, Picked, TwoClusters, at_least, named
from quiz.model import Option, Question

brakes = Question(
    id="brakes",
    kind="scale",
    text="How do the brakes feel?",
    about="the brakes",
    options=(
        Option(id="firm", text="Firm"),
        Option(id="soft", text="Soft"),
        Option(id="gone", text="They do nothing"),
        Option(id="not-sure", text="I'm not sure", stands_for=("soft",)),
    ),
)
lights = Question(
    id="lights",
    kind="several",
    text="Which lights work?",
    about="the lights",
    options=tuple(Option(id=name, text=name) for name in ("front", "rear", "wheel")),
)
front, rear, wheel = lights.is_("front"), lights.is_("rear"), lights.is_("wheel")


def test_is_holds_when_one_of_its_options_is_picked() -> None:
    """Any one of the options is enough; another option, or no answer, is not."""
    either = lights.is_("front", "rear")
    assert either.holds({"lights": ["rear"]})
    assert either.holds({"lights": ["wheel", "front"]})
    assert not either.holds({"lights": ["wheel"]})
    assert not either.holds({"lights": []})
    assert not either.holds({})


def test_at_least_a_step_holds_for_that_step_and_every_worse_one() -> None:
    """On a scale, the step named and all above it count; below it and "not sure" do not."""
    assert [step for step in brakes.steps if brakes.at_least("soft").holds({"brakes": [step]})] == ["soft", "gone"]
    assert not brakes.at_least("firm").holds({"brakes": ["not-sure"]})


def test_at_least_a_step_remembers_where_it_began() -> None:
    """A condition on a scale keeps the step that it begins at."""
    assert brakes.at_least("soft").threshold == "soft"
    assert lights.is_("front").threshold is None


@pytest.mark.parametrize(
    ("ticks", "both", "either"),
    [([], False, False), (["front"], False, True), (["rear"], False, True), (["front", "rear"], True, True)],
)
def test_and_or(ticks: list[str], both: bool, either: bool) -> None:  # noqa: FBT001  # a column of the table
    """`&` holds when both sides do, `|` when either does."""
    assert (front & rear).holds({"lights": ticks}) is both
    assert (front | rear).holds({"lights": ticks}) is either


def test_and_binds_tighter_than_or() -> None:
    """Conditions read as Python does: `a | b & c` is a, or both b and c."""
    condition = front | rear & wheel
    assert condition.holds({"lights": ["front"]})
    assert condition.holds({"lights": ["rear", "wheel"]})
    assert not condition.holds({"lights": ["rear"]})


@pytest.mark.parametrize("ticks", [[], ["front"], ["front", "rear"], ["front", "rear", "wheel"]])
def test_at_least_counts_the_parts_that_hold(ticks: list[str]) -> None:
    """`at_least(n, ...)` holds from n parts on, and not before."""
    for count in range(4):
        assert at_least(count, front, rear, wheel).holds({"lights": ticks}) == (len(ticks) >= count)


def test_more_than_there_are_parts_never_holds() -> None:
    """`at_least` with more than the number of parts never holds."""
    assert not at_least(2, front).holds({"lights": ["front", "rear", "wheel"]})
    assert not at_least(1).holds({"lights": ["front"]})


def test_always_holds_and_rests_on_nothing() -> None:
    """`ALWAYS` holds for any answers, looks at no question and has no evidence."""
    assert ALWAYS.holds({})
    assert ALWAYS.holds({"lights": ["front"]})
    assert list(ALWAYS.leaves()) == []
    assert ALWAYS.evidence({"lights": ["front"]}) == frozenset()


def test_evidence_of_is_names_the_options_picked() -> None:
    """The evidence has only the given answers, not other options that the condition accepts."""
    assert lights.is_("front", "rear").evidence({"lights": ["rear", "wheel"]}) == {("lights", "rear")}
    assert lights.is_("front").evidence({}) == frozenset()


def test_evidence_of_or_names_every_side_that_holds() -> None:
    """Both sides of `|` are evidence where both hold; a side that does not hold adds nothing."""
    condition = front | (rear & brakes.at_least("soft"))
    assert condition.evidence({"lights": ["front", "rear"]}) == {("lights", "front")}
    assert condition.evidence({"lights": ["front", "rear"], "brakes": ["gone"]}) == {
        ("lights", "front"),
        ("lights", "rear"),
        ("brakes", "gone"),
    }


def test_evidence_is_empty_where_the_condition_does_not_hold() -> None:
    """A condition that does not hold has no evidence, even where one side of its `&` does."""
    assert (front & rear).evidence({"lights": ["front"]}) == frozenset()
    assert at_least(2, front, rear, wheel).evidence({"lights": ["wheel"]}) == frozenset()


def test_evidence_of_at_least_names_every_part_that_holds() -> None:
    """All parts that hold are evidence, also beyond the number asked for."""
    assert at_least(1, front, rear, wheel).evidence({"lights": ["front", "wheel"]}) == {
        ("lights", "front"),
        ("lights", "wheel"),
    }


def test_leaves_come_in_reading_order() -> None:
    """A condition yields what it looks at from left to right, so it can be printed as it reads."""
    condition = (front & brakes.at_least("gone")) | at_least(2, rear, wheel, brakes.at_least("soft"))
    assert [(leaf.question, leaf.options) for leaf in condition.leaves()] == [
        ("lights", ("front",)),
        ("brakes", ("gone",)),
        ("lights", ("rear",)),
        ("lights", ("wheel",)),
        ("brakes", ("soft", "gone")),
    ]


def test_equal_conditions_are_equal() -> None:
    """Conditions are data: written twice alike, they are the same, and can stand in a set."""
    assert front & rear == lights.is_("front") & lights.is_("rear")
    assert len({front | rear, front | rear, rear | front}) == 2


def test_one_condition_is_written_in_one_way() -> None:
    """Asked of all, of one or of none, `at_least` is what `&`, `|` and `ALWAYS` are; a number between is itself."""
    assert at_least(2, front, rear) == AllOf((front, rear)) == front & rear
    assert at_least(1, front, rear) == AnyOf((front, rear)) == front | rear
    assert at_least(0) == AllOf(()) == ALWAYS
    assert at_least(2, front, rear, wheel) == AtLeast(2, (front, rear, wheel))
    assert front & rear != front | rear


soft, gone = brakes.at_least("soft"), brakes.at_least("gone")
two_problems = TwoClusters(
    ((front, "seen", "lights"), (rear, "seen", "rear"), (wheel, "wheel", "lights"), (soft, "stop", "brakes")),
    "2 problems",
)


@pytest.mark.parametrize(
    ("ticks", "holds"),
    [
        ([], False),
        (["front"], False),
        (["front", "rear"], False),  # of one cluster
        (["front", "wheel"], False),  # answers to one question
        (["rear", "wheel"], True),
        (["front", "rear", "wheel"], True),
    ],
)
def test_two_clusters_hold_where_two_share_neither_cluster_nor_question(ticks: list[str], holds: bool) -> None:  # noqa: FBT001  # a column of the table
    """Two conditions of the same cluster or the same question are no pair."""
    assert two_problems.holds({"lights": ticks}) is holds


def test_two_clusters_rest_on_everything_that_counts() -> None:
    """The evidence is everything counted once there is a pair, and empty before; leaves come from all counted."""
    answers = {"lights": ["front", "rear"], "brakes": ["gone"]}
    assert two_problems.evidence(answers) == {("lights", "front"), ("lights", "rear"), ("brakes", "gone")}
    assert two_problems.evidence({"lights": ["front", "rear"]}) == frozenset()
    assert set(two_problems.leaves()) == {front, rear, wheel, soft}


def test_two_clusters_keep_what_they_count_under_another_name() -> None:
    """Counts with different names are equal; counts of different conditions are not."""
    renamed = named("2 things", two_problems)
    assert (renamed.name, two_problems.name) == ("2 things", "2 problems")
    assert renamed == two_problems
    assert renamed.counted == two_problems.counted
    assert TwoClusters(two_problems.counted[1:], "2 problems") != two_problems


def test_there_is_no_word_for_not() -> None:
    """A condition cannot be negated."""
    with pytest.raises(TypeError):
        ~front  # type: ignore[operator]  # noqa: B018  # the point of the test


def test_a_new_kind_of_condition_must_say_how_it_holds() -> None:
    """The base class of conditions has no `holds` of its own."""
    for call in (Condition().holds, Condition().evidence):
        with pytest.raises(NotImplementedError):
            call({})
    for ask in (Condition().leaves, Condition().required):
        with pytest.raises(NotImplementedError):
            ask()
    assert Condition().name == ""


def counts(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[TwoClusters]:
    """Return a strategy for counts of these conditions, each with one of three clusters and one of three questions."""
    counted = st.tuples(parts, st.sampled_from("abc"), st.sampled_from("xyz"))
    return st.lists(counted, max_size=5).map(lambda some: TwoClusters(tuple(some), "2 problems"))


leaves = st.sampled_from([front, rear, wheel, soft, gone])
conditions = st.recursive(
    leaves,
    lambda parts: (
        st.builds(lambda count, some: at_least(count, *some), st.integers(0, 3), st.lists(parts, max_size=4))
        | counts(parts)
    ),
    max_leaves=12,
)
ticks = st.sets(st.sampled_from(["front", "rear", "wheel"]))
steps = st.sets(st.sampled_from(["firm", "soft", "gone"]))


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(conditions, ticks, ticks, steps, steps)
def test_what_holds_goes_on_holding_when_more_is_told(
    condition: Condition, some: set[str], more: set[str], here: set[str], there: set[str]
) -> None:
    """For any condition, more answers never stop it holding, and only add evidence."""
    less = {"lights": some, "brakes": here}
    all_of_it = {"lights": some | more, "brakes": here | there}
    assert condition.holds(less) <= condition.holds(all_of_it)
    assert condition.evidence(less) <= condition.evidence(all_of_it)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(conditions, ticks, steps)
def test_evidence_alone_makes_the_condition_hold(condition: Condition, some: set[str], here: set[str]) -> None:
    """A condition that holds also holds for its evidence alone."""
    answers = {"lights": some, "brakes": here}
    found: dict[str, list[str]] = {}
    for name, option in condition.evidence(answers):
        found.setdefault(name, []).append(option)
    assert condition.holds(found) == condition.holds(answers) or not found
    assert not found or condition.holds(found)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(counts(leaves), ticks, steps)
def test_counting_pairs_is_looking_at_each_pair(condition: TwoClusters, some: set[str], here: set[str]) -> None:
    """A count holds exactly where one of its pairs does, and exactly where its parts do: pages use both."""
    answers = {"lights": some, "brakes": here}
    met = [counted for counted in condition.counted if counted[0].holds(answers)]
    pairs = [1 for one, other in combinations(met, 2) if one[1] != other[1] and one[2] != other[2]]
    assert condition.holds(answers) == bool(pairs)
    assert all(part.holds(answers) for part in condition.parts) == bool(pairs)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.lists(conditions, max_size=6), ticks, steps)
def test_index_finds_what_holds(some: list[Condition], told: set[str], here: set[str]) -> None:
    """An index of conditions finds, in their order, exactly those that hold when each is asked."""
    answers = {"lights": told, "brakes": here}
    assert Index(some).holding(answers) == [place for place, each in enumerate(some) if each.holds(answers)]


def test_what_needs_each_part_is_found_by_the_rarest() -> None:
    """All of some parts require an answer of the part that has the fewest; one of some, an answer of any."""
    few, many = lights.is_("front"), brakes.at_least("soft")
    assert (many & few).required() == few.required()
    assert (many | few).required() == many.required() | few.required()


def test_leaves_of_a_leaf() -> None:
    """The only leaf of a leaf is itself."""
    assert list(front.leaves()) == [Picked("lights", ("front",))]
