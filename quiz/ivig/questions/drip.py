"""Who it is for, and where the person stands in the treatment. Time is never a scale: later is not worse."""

from quiz.conditions import named
from quiz.ivig.questions.options import NOT_SURE, folded
from quiz.ivig.questions.red_flags import red_flags
from quiz.model import NONE, Option, Question

who = Question(
    id="who",
    kind="choice",
    text="Who is this for?",
    about="who this is for",
    ask_if=red_flags.is_(NONE),
    screen="who-and-when",
    together=True,
    options=(
        Option(
            id="me",
            text="Me, with IVIg for a nerve illness such as CIDP or MMN",
            named="a reader who has IVIg for a nerve illness",
        ),
        Option(
            id="carer",
            text="An adult I care for, with such an illness",
            named="a reader who cares for someone with IVIg",
        ),
        *folded(
            "Another illness (Guillain-Barré too), a dose under the skin, or under 18",
            Option(
                id="muscle",
                text="Someone with IVIg for a muscle or other nerve illness (myasthenia, myositis, Guillain-Barré)",
                named="someone with IVIg for a muscle illness or another nerve illness",
            ),
            Option(
                id="under-skin",
                text="Someone with immunoglobulin under the skin (SCIG)",
                named="someone with immunoglobulin under the skin (SCIG)",
            ),
            Option(
                id="other-illness",
                text="Someone with IVIg for another illness",
                named="someone with IVIg for another illness",
            ),
            Option(id="child", text="Someone under 18", named="someone under 18"),
        ),
    ),
)
for_another = who.is_("carer", "child")
outside = named("a group that this checker was not made for", who.is_("muscle", "under-skin", "other-illness", "child"))
drip = Question(
    id="drip",
    kind="choice",
    text="When did your last drip end?",
    theirs="When did their last drip end?",
    hint="Count from the last bottle or dose.",
    about="when the last drip ended",
    ask_if=who.ask_if,
    screen="who-and-when",
    together=True,
    options=(
        Option(
            id="not-yet",
            text="The first one is still to come",
            named="a first drip still to come",
            said="is still to come",
        ),
        Option(id="running", text="It is still running", named="the drip still running", said="is still running"),
        Option(
            id="last-6-hours",
            text="In the last 6 hours",
            named="a drip that ended in the last 6 hours",
            said="ended in the last 6 hours",
        ),
        Option(
            id="last-24-hours",
            text="6 to 24 hours ago",
            named="a drip that ended 6 to 24 hours ago",
            said="ended 6 to 24 hours ago",
        ),
        Option(
            id="1-2-days",
            text="1 to 2½ days ago",
            named="a drip that ended 1 to 2 and a half days ago",
            said="ended 1 or 2 days ago",
        ),
        Option(
            id="about-3-days",
            text="About 3 days ago, not yet 4",
            named="a drip that ended about 3 days ago",
            said="ended about 3 days ago",
        ),
        Option(
            id="4-14-days",
            text="4 to 14 days ago",
            named="a drip that ended 4 to 14 days ago",
            said="ended 4 to 14 days ago",
        ),
        Option(
            id="15-days-6-weeks",
            text="15 days to 6 weeks ago",
            named="a drip that ended 15 days to 6 weeks ago",
            said="ended 15 days to 6 weeks ago",
        ),
        Option(
            id="longer",
            text="More than 6 weeks ago",
            named="a drip that ended more than 6 weeks ago",
            said="ended more than 6 weeks ago",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("last-24-hours", "1-2-days", "about-3-days", "4-14-days")),
    ),
)
