"""Time, in words: compared with yesterday, and when it started."""

from quiz.conditions import named
from quiz.ivig.periods import after_first_day, first_day, late, second_day, third_day
from quiz.ivig.questions.anything import can_change
from quiz.ivig.questions.options import NOT_SURE
from quiz.model import Option, Question

yesterday = Question(
    id="yesterday",
    kind="choice",
    text="Compared with yesterday, how is it?",
    about="whether it is better or worse than yesterday",
    ask_if=after_first_day & can_change,
    screen="time",
    together=True,
    options=(
        Option(id="better", text="Better", named="an improvement since yesterday"),
        Option(id="same", text="The same", named="no change since yesterday"),
        Option(id="new", text="It began today", named="a start today"),
        Option(id="comes-and-goes", text="It comes and goes", named="something that comes and goes"),
        Option(id="slowly", text="Slowly worse, week by week", named="a slow change for the worse over weeks"),
        Option(id="worse", text="Worse", named="a change for the worse since yesterday"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("same",)),
    ),
)
started = Question(
    id="started",
    kind="choice",
    text="When did it start?",
    hint="More than one problem? Think of the newest.",
    about="when it started",
    ask_if=late & can_change,
    screen="time",
    together=True,
    options=(
        Option(
            id="first-days",
            text="During the drip, or in the 3 days after it",
            named="a start during the drip or in the 3 days after it",
        ),
        Option(id="later", text="Later than that", named="a start more than 3 days after the drip"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("first-days", "later")),
    ),
)
# What comes and goes is not better, and what grows slowly is worse.
no_better = yesterday.is_("same", "new", "comes-and-goes")
worse = yesterday.is_("slowly", "worse")
in_window = named("in the first 3 days", first_day | second_day | (third_day & yesterday.is_("better")))
past_window = named("after the first 3 days", (third_day & yesterday.is_(*no_better.options, *worse.options)) | late)
