"""Nerves: pain and weakness."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.before import growing_weaker
from quiz.ivig.questions.options import (
    COLD_LIMB,
    LEGS_GIVE_WAY,
    NOT_SURE,
    SADDLE_NUMB,
    SWALLOWING,
    UNSTEADY,
    reported,
)
from quiz.model import Option, Question

nerve_pain = Question(
    id="nerve-pain",
    kind="scale",
    text="Where is the pain, tingling or numbness?",
    about="where the nerve pain is",
    ask_if=symptoms.is_("nerve-pain"),
    cluster="nerve",
    screen="head-and-nerves",
    options=(
        reported("usual", "In the usual places, only stronger", named="stronger nerve pain in the usual places"),
        reported(
            "new-place",
            "In a new place, or it is spreading",
            named="nerve pain, tingling or numbness in a new place or spreading",
        ),
        reported(
            "sudden",
            "It came suddenly, on one side",
            named="nerve pain, tingling or numbness that came suddenly on one side",
        ),
        SADDLE_NUMB,
        COLD_LIMB,
        LEGS_GIVE_WAY,
        Option(id="not-sure", text=NOT_SURE, stands_for=("new-place",)),
    ),
)
weakness = Question(
    id="weakness",
    kind="scale",
    text="What can you still do?",
    theirs="What can they still do?",
    hint="Try it: rise from a chair, climb a stair, grip a jug.",
    about="what can still be done",
    ask_if=symptoms.is_("weakness") | growing_weaker,
    cluster="nerve",
    screen="head-and-nerves",
    options=(
        reported(
            "same-tasks",
            "Washed out or floppy. When tried, everything can still be done",
            named="weakness with every task still done when tried",
            said="weakness, with every task still done",
            cluster="flu-like",
        ),
        reported(
            "creeping",
            "Old weakness creeps back over days in the usual places. Every task gets done",
            named="old weakness that creeps back over days (every task still done)",
        ),
        reported(
            "usual-loss",
            "The same tasks get hard as before every drip. No others, no falls",
            named="the same tasks getting hard as before every drip (no others, no falls)",
        ),
        reported(
            "lost-task",
            "Something possible before cannot be done now, more than before every drip."
            " Or there are more falls, or a new place is weak",
            named="something that can no longer be done, more falls or weakness in a new place",
        ),
        reported(
            "over-days",
            "Much weaker over days: stairs or getting up no longer work",
            named="much more weakness over days, with stairs or getting up no longer possible",
            said="much more weakness over days",
        ),
        reported(
            "fast",
            "Much weaker within a day: stairs or getting up no longer work."
            " Or suddenly weak on one side, or weaker breathing too",
            named="much more weakness within a day, with stairs or getting up no longer possible,"
            " weakness that came suddenly on one side, or weakness of the breath",
            said="much more weakness within a day",
        ),
        UNSTEADY,
        SADDLE_NUMB,
        SWALLOWING,
        LEGS_GIVE_WAY,
        Option(id="not-sure", text=NOT_SURE, stands_for=("creeping",)),
    ),
)
