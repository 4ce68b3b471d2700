"""The guide as data: whoever teaches with it can rebuild the rules from the file alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quiz import GUIDE, assess
from quiz.conditions import Condition
from quiz.model import Urgency
from site_src.review.signatures import Review, Signature
from site_src.shipping.guide_data import SCHEMA, data, write
from tests.support.walks import AnswerSet, cases, walk

TITLE = "Is this normal after IVIg?"
HASH = "0" * 12
EVERYTHING = [*(f"rule/{rule.id}" for rule in GUIDE.rules), "page/about"]
SCHEMA_DATA: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA_DATA)


def signed(*names: str) -> Review:
    """A review in which one nurse has signed these."""
    signatures = [Signature(name, HASH, "2027-02-03", "A. Nurse", "infusion nurse") for name in names]
    return Review(GUIDE, dict.fromkeys(EVERYTHING, HASH), signatures)


@pytest.fixture(scope="module")
def draft() -> dict[str, Any]:
    """The data as they are while nobody has signed."""
    return data(GUIDE, signed(), TITLE)


def complaints(found: object) -> list[str]:
    """What the schema says against some data, by place."""
    return [error.json_path for error in VALIDATOR.iter_errors(found)]


# Ten lines are enough to use the data; they are what an educator would write.


def holds(when: dict[str, Any], counted: dict[str, set[str]]) -> bool:
    if "question" in when:
        return any(option in counted.get(when["question"], ()) for option in when["any_of"])
    return bool(sum(holds(part, counted) for part in when["of"]) >= when["at_least"])


def fired(found: dict[str, Any], told: AnswerSet) -> set[str]:
    counted: dict[str, set[str]] = {}
    for question in found["questions"]:
        if holds(question["asked_when"], counted):
            meant = {option["id"]: option.get("stands_for", [option["id"]]) for option in question["options"]}
            counted[question["id"]] = {one for name in told.get(question["id"], []) for one in meant[name]}
    return {rule["id"] for rule in found["rules"] if holds(rule["when"], counted)}


def test_data_alone_fire_the_rules_that_python_fires(draft: dict[str, Any]) -> None:
    """On every written case and on random walks, the file gives the rules, and with them the urgency, of Python."""
    random = Random(20261123)
    copy = json.loads(json.dumps(draft))
    urgency_of = {rule["id"]: Urgency(rule["urgency"]) for rule in copy["rules"]}
    sets = [*(case.answers for case in cases()), *(walk(random) for _ in range(300))]
    for told in sets:
        meant = {
            name: [
                one
                for option in GUIDE.by_id[name].options
                if option.id in ids
                for one in option.stands_for or [option.id]
            ]
            for name, ids in told.items()
        }
        found = fired(copy, told)
        assert {rule.id for rule in GUIDE.rules if rule.when.holds(meant)} == found, told
        result = assess(told)
        assert {rule.id for rule in result.reasons} <= found
        if found and not result.unknown:
            assert result.urgency == max(urgency_of[name] for name in found), told
    print(f"{len(sets)} answer sets fire the same rules")


def test_schema_is_a_schema() -> None:
    """The schema itself follows draft 2020-12."""
    Draft202012Validator.check_schema(SCHEMA_DATA)
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA_DATA["$schema"]


def parts(schema: dict[str, Any], place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each part of the schema that has properties or stands for one."""
    yield place, schema
    for key in ("properties", "$defs"):
        for name, part in schema.get(key, {}).items():
            yield from parts(part, f"{place}/{key}/{name}")


def test_schema_explains_and_closes_every_part() -> None:
    """Each part says in a sentence what it is, and no object may hold anything else."""
    assert [] == [place for place, part in parts(SCHEMA_DATA) if not part.get("description", "").endswith(".")]
    objects = [(place, part) for place, part in parts(SCHEMA_DATA) if part.get("type") == "object"]
    assert [] == [place for place, part in objects if part["additionalProperties"] is not False]
    assert [] == [place for place, part in objects if not set(part["required"]) <= set(part["properties"])]
    assert len(objects) > 9


def test_schema_knows_our_urgencies() -> None:
    """The four urgencies of the schema are those of the rules, from the mildest to the most urgent."""
    ours = [urgency.value for urgency in Urgency]
    assert ours == SCHEMA_DATA["properties"]["urgencies"]["const"] == SCHEMA_DATA["$defs"]["urgency"]["enum"]


def test_data_are_valid(draft: dict[str, Any]) -> None:
    """The data are valid by the schema, whether unsigned, half signed or signed."""
    assert [] == complaints(draft)
    assert [] == complaints(data(GUIDE, signed(*EVERYTHING[:3]), TITLE))
    assert [] == complaints(data(GUIDE, signed(*EVERYTHING), TITLE))


def change(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def spoil(found: Any) -> None:  # noqa: ANN401 - whatever the path leads through
        for key in path[:-1]:
            found = found[key]
        found[path[-1]] = to

    return spoil


def drop(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def spoil(found: Any) -> None:  # noqa: ANN401 - whatever the path leads through
        for key in path[:-1]:
            found = found[key]
        del found[path[-1]]

    return spoil


BROKEN = {
    "unknown urgency": change("rules", 0, "urgency", to="tomorrow"),
    "no reason": drop("rules", 0, "because"),
    "blank reason": change("rules", 0, "because", to=" "),
    "no hazard": change("rules", 0, "hazards", to=[]),
    "no source": change("rules", 0, "sources", to=[]),
    "no word on review": drop("rules", 0, "review"),
    "an empty review": change("rules", 0, "review", to=[]),
    "a signature without a role": change("rules", 0, "review", to=[{"name": "A. Nurse", "date": "2027-02-03"}]),
    "a part nobody knows": change("rules", 0, "weight", to=3),
    "a condition without options": change("rules", 0, "when", to={"question": "headache", "any_of": []}),
    "a condition that says not": change("rules", 0, "when", to={"not": {"question": "headache", "any_of": ["mild"]}}),
    "two conditions in one": change("rules", 0, "when", to={"question": "a", "any_of": ["b"], "at_least": 0, "of": []}),
    "unknown kind": change("questions", 0, "kind", to="text"),
    "an id in capitals": change("questions", 0, "id", to="Red flags"),
    "no answers": change("questions", 0, "options", to=[]),
    "urgencies the other way round": change("urgencies", to=["emergency", "today", "soon", "expected"]),
    "reviewed without signatures": change("status", to="reviewed"),
    "no limits": drop("limits"),
    "no licence": drop("licence"),
    "a day that is none": change("dated", to="23 November 2026"),
    "a link that is not safe": change("sources", 0, "url", to="http://example.org/"),
}


@pytest.mark.parametrize("spoil", BROKEN.values(), ids=BROKEN)
def test_broken_data_are_refused(draft: dict[str, Any], spoil: Callable[[dict[str, Any]], None]) -> None:
    """The schema refuses a copy in which one thing is wrong, and one rule and question are enough to show it."""
    broken = deepcopy({**draft, "questions": draft["questions"][:1], "rules": draft["rules"][:1]})
    assert [] == complaints(broken)
    spoil(broken)
    assert [] != complaints(broken)


def test_data_are_a_draft_until_everything_is_signed() -> None:
    """One page or rule without a signature keeps all of it a draft; a signed rule says who, as what and when."""
    nobody, most, all_ = (data(GUIDE, signed(*names), TITLE) for names in ([], EVERYTHING[:-1], EVERYTHING))
    assert ["draft", "draft", "reviewed"] == [found["status"] for found in (nobody, most, all_)]
    assert {None} == {rule["review"] for rule in nobody["rules"]}
    assert [] == [
        rule["id"]
        for rule in all_["rules"]
        if rule["review"] != [{"name": "A. Nurse", "role": "infusion nurse", "date": "2027-02-03"}]
    ]


def leaves(when: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((when["question"], option) for option in when.get("any_of", []))
    for part in when.get("of", []):
        yield from leaves(part)


def test_everything_named_is_there(draft: dict[str, Any]) -> None:
    """Each answer, source and hazard that is referenced is in the file exactly once."""
    known = {(question["id"], option["id"]) for question in draft["questions"] for option in question["options"]}
    named = [
        *(pair for rule in draft["rules"] for pair in leaves(rule["when"])),
        *(pair for note in draft["notes"] for pair in leaves(note["when"])),
        *(pair for question in draft["questions"] for pair in leaves(question["asked_when"])),
        *(
            (question["id"], name)
            for question in draft["questions"]
            for option in question["options"]
            for name in option.get("stands_for", [])
        ),
    ]
    assert set() == set(named) - known
    assert {name for rule in draft["rules"] for name in rule["sources"]} == {one["id"] for one in draft["sources"]}
    assert [] == [one for rule in draft["rules"] for one in rule["hazards"] if one not in draft["hazards"]]
    for part in ("questions", "rules", "notes", "hazards", "sources"):
        ids = [one["id"] for one in draft[part]]
        assert sorted(set(ids)) == sorted(ids)


def test_data_hold_all_of_the_guide_in_its_order(draft: dict[str, Any]) -> None:
    """Questions, answers and rules come as in the guide, with their words."""
    assert [(question.id, question.text, question.theirs) for question in GUIDE.questions] == [
        (question["id"], question["text"], question.get("theirs", "")) for question in draft["questions"]
    ]
    assert [
        [(option.id, option.text, option.group) for option in question.options] for question in GUIDE.questions
    ] == [
        [(option["id"], option["text"], option.get("group", "")) for option in question["options"]]
        for question in draft["questions"]
    ]
    assert [(topic.title, rule.id, rule.because, rule.ask) for topic in GUIDE.topics for rule in topic.rules] == [
        (rule["topic"], rule["id"], rule["because"], rule.get("ask", "")) for rule in draft["rules"]
    ]
    assert (GUIDE.version, GUIDE.dated) == (draft["version"], draft["dated"])


def test_two_sources_of_one_name_are_refused() -> None:
    """Sources whose titles give one id cannot be told apart, so the build says which."""
    rule = GUIDE.rules[0]
    twin = rule.sources[0]._replace(seen="2020-01")
    guide = replace(GUIDE, rules=(rule._replace(sources=(rule.sources[0], twin)), *GUIDE.rules[1:]))
    with pytest.raises(ValueError, match="got two of this id, wanted one"):
        data(guide, signed(), TITLE)


def test_a_new_kind_of_condition_is_refused() -> None:
    """A condition that the schema has no form for stops the build instead of being left out."""

    class Odd(Condition):
        __slots__ = ()

        def leaves(self) -> Iterator[Any]:
            return iter(())

    guide = replace(GUIDE, notes=(GUIDE.notes[0]._replace(when=Odd()),))
    with pytest.raises(TypeError, match="wanted Picked or AtLeast"):
        data(guide, signed(), TITLE)


def test_what_is_written_is_the_data(draft: dict[str, Any], tmp_path: Path) -> None:
    """Both files are written, the same bytes each time, and not one character is escaped."""
    for folder in ("once", "again"):
        write(GUIDE, signed(), TITLE, tmp_path / folder)
    assert {"guide.json", "guide.schema.json"} == {path.name for path in (tmp_path / "once").iterdir()}
    for path in (tmp_path / "once").iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
    text = (tmp_path / "once" / "guide.json").read_text(encoding="utf-8")
    assert draft == json.loads(text)
    assert "\\u" not in text
    print(f"guide.json: {len(text.encode())} bytes")


def test_site_carries_the_data(site: Path) -> None:
    """The built site has the data beside the schema that they name, valid and of the version on its pages."""
    found = json.loads((site / "data" / "guide.json").read_text(encoding="utf-8"))
    assert [] == complaints(found)
    assert (site / "data" / found["$schema"]).read_bytes() == SCHEMA.read_bytes()
    assert (GUIDE.version, TITLE) == (found["version"], found["title"])
