"""The rules, one topic a file, in reading order."""

from quiz.ivig.rules import before, counting, red_flags
from quiz.model import Rule, Topic


def shown(sentence: str, rules: tuple[Rule, ...]) -> Topic:
    """Return the topic whose file opens with "Title: about it.", or with a sentence that is all about it."""
    title, _, about = sentence.partition(": ")
    return Topic(title=title, about=about[:1].upper() + about[1:], rules=rules)


TOPICS = tuple(
    shown(module.__doc__ or "", module.RULES) for module in (red_flags, *counting.COUNTED_TOPICS, before, counting)
)
RULES = tuple(rule for topic in TOPICS for rule in topic.rules)
