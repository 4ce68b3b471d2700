"""The quiz in a terminal: `python -m quiz` asks, `python -m quiz --case FILE.yaml` answers for a file and explains."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from quiz import GUIDE, Answers, Result, UnknownAnswer, assess, next_questions
from quiz.model import NONE, Ask

WANTED = "wanted `answers:` with a list of option ids for each question, as in tests/cases"


def ask() -> dict[str, list[str]]:
    """Return the answers of whoever types them, question by question as on the page."""
    answers: dict[str, list[str]] = {}
    shown: dict[str, list[str]] = {}
    while asks := next_questions(answers, shown):
        name = asks[0].question.id
        options = [option.id for option in asks[0].options]
        answers[name] = _typed(asks[0])
        if len(options) < len(asks[0].question.options):
            shown[name] = options
    return answers


def _typed(asked: Ask) -> list[str]:
    """Return the ids of the options that somebody picks by number; asks again until they are."""
    question = asked.question
    options = [option for option in question.in_order if option in asked.options]
    print(f"\n{question.text}", *([question.hint] if question.hint else []), sep="\n")
    for place, option in enumerate(options, start=1):
        print(f"{place:4}  {option.text}")
    several = question.kind == "several"
    while True:
        typed = input("Numbers, with spaces between: " if several else "Number: ").replace(",", " ").split()
        places = [int(text) for text in typed if text.isdecimal() and 1 <= int(text) <= len(options)]
        picked = [options[place - 1].id for place in dict.fromkeys(places)]
        if len(places) < len(typed) or not picked or (len(picked) > 1 and (not several or NONE in picked)):
            print(f"Got {' '.join(typed) or 'nothing'!r}, wanted {'numbers' if several else 'one number'} of the list.")
        else:
            return picked


def read(path: Path) -> Iterator[tuple[str, Answers]]:
    """Yield the name and the answers of each case in a file; raises `ValueError`."""
    import yaml  # noqa: PLC0415 - the quiz itself needs the standard library alone

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ValueError(f"{path}: got a file that cannot be read as YAML ({error}), {WANTED}.") from error
    for number, case in enumerate(content if isinstance(content, list) else [content], start=1):
        answers = case.get("answers") if isinstance(case, dict) else None
        if not isinstance(answers, dict):
            raise ValueError(f"{path}, case {number}: got {answers!r}, {WANTED}.")  # noqa: TRY004 - the file is wrong
        yield str(case.get("case", f"Case {number}")), answers


def explain(answers: Answers) -> str:
    """Return the result for answers, with each of its rules, the answers that carry it, and its sources."""
    result: Result = assess(answers)
    lines = [f"{result.urgency.value}{f', call: {result.call}' if result.call else ''}"]
    told = {
        question.id: question.told(answers[question.id]) for question in GUIDE.questions if answers.get(question.id)
    }
    possible = {name: found for name, (_, found) in told.items()}
    for rule in result.reasons:
        lines.append(f"  {rule.id} ({rule.urgency.value}): {rule.because}")
        lines += [f"    because of {pair[0]}: {_text(*pair)}" for pair in sorted(rule.when.evidence(possible))]
        lines += [f"    source: {source.title}" for source in rule.sources]
    lines += [f"  not sure about {GUIDE.question(name).about}, so a call is the safer advice" for name in result.unsure]
    lines += [f"  no rule knows {name}: {_text(name, option)}" for name, option in result.unknown]
    lines += [f"  not answered: {GUIDE.question(name).text}" for name in result.unanswered]
    return "\n".join(lines)


def _text(name: str, option: str) -> str:
    return next(other.text for other in GUIDE.question(name).options if other.id == option)


def main(arguments: list[str]) -> int:
    """Ask or explain; return 0, or 1 after an error that was said."""
    parser = argparse.ArgumentParser(prog="python -m quiz", description=f"{__doc__} Not reviewed by a clinician.")
    parser.add_argument("--case", type=Path, metavar="FILE.yaml", help="answers to explain, as in tests/cases")
    file: Path | None = parser.parse_args(arguments).case
    try:
        if file is None:
            print(f"\n{explain(ask())}")
        else:
            print(*(f"{name}\n{explain(answers)}" for name, answers in read(file)), sep="\n\n")
    except (EOFError, KeyboardInterrupt):
        print("\nStopped. Nothing was kept.")
    except (ValueError, UnknownAnswer) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
