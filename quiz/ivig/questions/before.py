"""Before a drip, the first one or the next: what the team must know, and what to ask."""

from quiz.conditions import AnyOf, Picked, named
from quiz.ivig.questions.drip import drip
from quiz.ivig.questions.options import NOT_SURE, SWALLOWING, folded, reported, under
from quiz.model import NONE, Option, Question


def _options(*also_now: Option) -> tuple[Option, ...]:
    """Return what can be true before any drip; `also_now` is what only one of the two questions asks."""
    return (
        *under(
            "How things are now",
            SWALLOWING,
            reported(
                "weaker",
                "The nerve illness gets worse while waiting",
                named="a nerve illness that gets worse while waiting for a drip",
            ),
            reported(
                "infection",
                "A fever, or an infection, even if treated",
                named="a fever or an infection before a drip",
            ),
            reported(
                "dry",
                "Being sick, loose poo, or too little to drink",
                named="vomiting, diarrhoea or too little to drink before a drip",
            ),
            reported("cold", "A cold, without fever", named="a cold without fever before a drip"),
            *also_now,
        ),
        *folded(
            "Pregnancy, clots, heart, kidneys, migraines, IgA or a past reaction",
            reported(
                "pregnant",
                "Pregnant, maybe pregnant, trying for a baby, or breastfeeding",
                named="pregnancy, a wish for a baby, or breastfeeding, before a drip",
            ),
            reported(
                "iga",
                "A letter about IgA, or a past bad reaction to immunoglobulin or blood",
                named="a letter about IgA, or an earlier bad reaction to immunoglobulin or blood",
            ),
            reported(
                "clot",
                "A clot, stroke, heart attack or new heart trouble. The team may not know of it",
                named="a clot, stroke, heart attack or new heart trouble that the team may not know of",
            ),
            reported("kidney", "Kidney trouble", named="kidney trouble before a drip"),
            reported("migraine", "Migraines", named="migraines before a drip"),
        ),
        *folded(
            "Medicines, vaccines, a new brand, a late drip, or stopping",
            reported(
                "medicines",
                "A new medicine, or painkillers like ibuprofen. Or water tablets or blood pressure tablets",
                named="a new medicine, ibuprofen-type painkillers, water or blood pressure tablets before a drip",
            ),
            reported(
                "live-vaccine",
                "A vaccine due, or had in the last 4 weeks. It is live, or nobody is sure",
                named="a live vaccine, or one of unknown kind, due or had in the last 4 weeks",
            ),
            reported(
                "other-vaccine",
                "A vaccine that is surely not a live one, such as the flu jab",
                named="a vaccine that is not a live one",
            ),
            reported(
                "new-start",
                "A new brand, a faster drip, the first at home, or over 8 weeks since the last",
                named="a new brand, a faster drip, a first drip at home, or over 8 weeks since the last",
            ),
            reported(
                "delayed",
                "The drip is late, was moved or has no date",
                named="a drip that is late, was moved or has no date",
            ),
            reported("stopping", "Thinking of stopping or missing it", named="a thought of stopping or missing a drip"),
        ),
        *folded(
            "Fears, plans or everyday questions",
            reported(
                "operation",
                "An operation, the dentist or a long trip soon",
                named="an operation, the dentist or a long trip soon",
            ),
            reported(
                "needles-stop",
                "A fear of needles that may stop the drip",
                named="a fear of needles that may stop a drip",
            ),
            reported("frightened", "A fear of the treatment", named="a fear of the treatment"),
            reported("needles", "A fear of needles", named="a fear of needles"),
            reported(
                "daily-life",
                "Food, driving, work, school or alcohol",
                named="a question about food, driving, work, school or alcohol",
            ),
        ),
        *under(
            "Or",
            Option(id=NONE, text="None of these, only getting ready", named="nothing but getting ready for a drip"),
        ),
    )


ready = Question(
    id="ready",
    kind="several",
    text="Is any of this true before your first drip?",
    theirs="Is any of this true before their first drip?",
    hint="Tick all that apply. Unsure? Tick it.",
    about="what is true before the first drip",
    ask_if=drip.is_("not-yet"),
    options=_options(
        reported("ill", "Feeling ill in another way", named="feeling ill in another way before the first drip")
    ),
)
next_drip = Question(
    id="next-drip",
    kind="several",
    text="What is it about your next drip?",
    theirs="What is it about their next drip?",
    hint="Tick all that apply. Unsure? Tick it.",
    about="what is true before the next drip",
    # By its id: that question opens for an answer to the one above, so it comes after this file.
    ask_if=Picked("symptoms", ("next-drip",)),
    screen="heart-and-others",
    options=_options(),
)


def waits(*options: str) -> AnyOf:
    """Return the condition that one of the options is true before a drip, be it the first or the next."""
    return ready.is_(*options) | next_drip.is_(*options)


TIMED = ("cold", "pregnant", "iga", "clot", "kidney", "medicines", "new-start")
"""What the team must know before the drip starts, so how soon depends on its date."""

due = Question(
    id="due",
    kind="choice",
    text="When is the drip?",
    about="when the drip is",
    ask_if=waits(*TIMED, "stopping"),
    screen="head-and-nerves",
    options=(
        Option(id="within-2-days", text="Within 2 days", named="a drip within 2 days"),
        Option(id="passed", text="Its day has passed already", named="a drip whose day has passed"),
        Option(id="later", text="Later than that", named="a drip more than 2 days off"),
        Option(id="no-date", text="It has no date yet", named="a drip without a date"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("within-2-days",)),
    ),
)
late_drip = Question(
    id="late-drip",
    kind="choice",
    text="Does the wait make anything weaker?",
    about="whether the wait makes anything weaker",
    ask_if=waits("delayed"),
    screen="head-and-nerves",
    options=(
        reported("weaker", "Yes", named="something weaker or harder to do while a drip is late"),
        Option(id="as-before", text="No", named="nothing weaker while a drip is late"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("weaker",)),
    ),
)
growing_weaker = named("growing weaker while waiting for a drip", waits("weaker") | late_drip.is_("weaker"))
