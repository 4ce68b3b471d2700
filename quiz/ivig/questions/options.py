"""What options share: how one is written that reports a symptom, their group headings, and "not sure"."""

from quiz.model import Option

NOT_SURE = "Not sure"


def reported(name: str, text: str, *, named: str, cluster: str = "") -> Option:
    """Return an option that reports a symptom; `name` is its id, the rest is as `Option` has it."""
    return Option(id=name, text=text, reports=True, named=named, cluster=cluster)


def under(heading: str, *options: Option) -> tuple[Option, ...]:
    """Return the options with the group heading that they stand under."""
    return tuple(option._replace(group=heading) for option in options)
