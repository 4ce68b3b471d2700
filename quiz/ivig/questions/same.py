"""The same each time: whether all of it is known from other drips. A known pattern counts as one problem."""

from quiz.conditions import at_least, named
from quiz.ivig.periods import late, up_to_6_weeks
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.drip import drip, outside, who
from quiz.ivig.questions.flu_like import aches, tired
from quiz.ivig.questions.nerves import nerve_pain, weakness
from quiz.ivig.questions.options import NOT_SURE
from quiz.ivig.questions.time import in_window, past_window, started
from quiz.model import Option, Question

part = named(
    "tiredness, aches on both sides, nerve pain or weakness",
    at_least(
        1,
        # The ticks, so that whoever is not sure how tired or weak they are is still told why.
        symptoms.is_("tired", "weakness"),
        tired.is_("ordinary", "marked"),
        aches.is_("both-sides"),
        nerve_pain.at_least("usual"),
        weakness.at_least("same-tasks"),
    ),
)
same = Question(
    id="same",
    kind="choice",
    text="Is this the same as with your other drips?",
    theirs="Is this the same as with their other drips?",
    hint="Think of everything that was ticked.",
    about="whether it is the same as with other drips",
    ask_if=who.is_("me", "carer") & up_to_6_weeks & part,
    screen="time",
    together=True,
    options=(
        Option(
            id="after",
            text="Yes, after every drip, and it lifts within 3 days",
            named="a spell that comes after every drip and lifts within 3 days",
        ),
        Option(
            id="before-known",
            text="Yes, in the last days (2 weeks at most) before every drip. The team knows, and told what to do",
            named="a spell in the last days before every drip that the team knows",
        ),
        # The only one that counts towards a pair: the pattern, however many parts it has, is one problem.
        Option(
            id="before-untold",
            text="Yes, in the last days before every drip. The team does not know yet",
            named="a spell in the last days before every drip that the team does not know yet",
            cluster="nerve",
        ),
        Option(
            id="changed",
            text="Known, but this time stronger, longer or earlier",
            named="a known spell that is stronger, lasts longer or began earlier",
        ),
        Option(id="new", text="No. It is new, or part of it is", named="something new since other drips"),
        Option(
            id="few",
            text="There were fewer than 3 courses",
            named="fewer than 3 courses of IVIg so far",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("new",)),
    ),
)
# Where one of these holds, a pattern softens nothing: the rules that it could soften name them.
unlike = named(
    "no known pattern of the days before a drip",
    at_least(
        1,
        same.is_("changed", "new", "few", "after"),
        drip.is_("running", "last-6-hours", "last-24-hours", "1-2-days", "about-3-days", "longer", "not-yet"),
        started.is_("first-days"),
        outside,
    ),
)
strict = named(
    "no known pattern, whether of the days after a drip or before it",
    at_least(
        1,
        # Then nobody is asked about other drips.
        drip.is_("running", "not-yet"),
        outside,
        in_window & same.is_("changed", "new", "few", "before-known", "before-untold"),
        past_window & unlike,
    ),
)
pattern = named("a start more than 3 days after the drip", late & started.is_("later")) & part
