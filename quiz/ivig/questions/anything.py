"""What bothers at all: before a drip, while it runs, and afterwards."""

from quiz.conditions import named
from quiz.ivig.periods import had_a_drip, running
from quiz.ivig.questions.before import late_drip, next_drip, ready
from quiz.ivig.questions.options import folded, reported, under
from quiz.ivig.questions.red_flags import red_flags
from quiz.model import NONE, Option, Question

nurse = Question(
    id="nurse",
    kind="choice",
    text="Is a nurse with you, or close by?",
    theirs="Is a nurse with them, or close by?",
    about="whether a nurse is there",
    ask_if=running,
    options=(
        Option(id="yes", text="Yes, a nurse is here or close by", named="a nurse close by"),
        Option(id="no", text="No, this is at home without a nurse", named="a drip at home without a nurse"),
    ),
)
symptoms = Question(
    id="symptoms",
    kind="several",
    text="What bothers you now?",
    theirs="What bothers them now?",
    hint="Tick all that apply.",
    about="what the trouble is",
    ask_if=had_a_drip | ready.is_("ill"),
    options=(
        # What a drip brings most stands open, so that most people open nothing.
        *under(
            "Often felt",
            reported("headache", "Headache", named="a headache"),
            reported("dizzy", "Dizzy or light-headed", named="dizziness"),
            reported("fever", "Fever, chills or shivers", named="fever, chills or shivers"),
            reported("tired", "Tiredness", named="tiredness (fatigue)"),
            reported("aches", "Aching muscles or joints", named="aching muscles or joints (myalgia, arthralgia)"),
            reported("back", "Back ache", named="back ache"),
            reported("sick", "Feeling sick, or being sick", named="feeling sick or being sick (nausea, vomiting)"),
            reported("skin", "Rash, itching or a flushed face", named="a rash, itching or a flushed face"),
        ),
        *folded(
            "Neck, eyes, ears or throat",
            reported("neck", "Sore, stiff or swollen neck", named="a sore, stiff or swollen neck"),
            reported(
                "eyes",
                "Light hurts, or something new with sight",
                named="light that hurts or something new with sight",
            ),
            reported("ears", "Ears that ring, hurt or hear less", named="ears that ring (tinnitus), hurt or hear less"),
            reported("cold", "Sore throat, runny nose or cough", named="a sore throat, runny nose or cough"),
        ),
        *folded(
            "Heart, breath, faints or swelling",
            reported(
                "stairs",
                "More breathless on stairs over days, fine at rest",
                named="getting more breathless on stairs over some days (exertional dyspnoea)",
                cluster="heart-and-lungs",
            ),
            reported("heart", "Heart racing, pounding or fluttering", named="a racing, pounding or fluttering heart"),
            reported(
                "reading",
                "A blood pressure, pulse or sugar reading",
                named="a blood pressure, pulse or blood sugar reading",
            ),
            reported(
                "spell",
                "A known kind of spell: faint on standing, usual fit, wheeze",
                named="a faint on standing, a usual fit or a wheeze",
            ),
            reported(
                "swelling",
                "Puffy ankles, tight rings, or weight going up",
                named="puffy ankles, tight rings or weight going up",
            ),
            reported(
                "heavy",
                "Whole body heavy or bloated, not the chest",
                named="a heavy or bloated body (not the chest)",
                cluster="fluid",
            ),
        ),
        *folded(
            "Tummy, pee or blood",
            reported("tummy", "Tummy pain or diarrhoea", named="tummy pain or diarrhoea"),
            reported("urine", "Less, more or darker pee", named="less, more or darker pee"),
            reported("pale", "Very pale, or yellow", named="paleness or yellow skin"),
            reported("bleed", "Bruises, nosebleeds or bleeding", named="bruises, nosebleeds or bleeding"),
        ),
        *folded(
            "Arms, legs, nerves or needle",
            reported(
                "limb",
                "An arm, leg, fingers or toes: sore, swollen, warm or changing colour",
                named="an arm, leg, fingers or toes sore, swollen, warm or changing colour",
            ),
            reported(
                "nerve-pain", "More nerve pain, tingling or numbness", named="more nerve pain, tingling or numbness"
            ),
            reported("weakness", "Weaker, clumsier, or more falls", named="more weakness, clumsiness or falls"),
            reported("needle", "Sore, red or bruised needle site", named="a sore, red or bruised needle site"),
        ),
        *folded(
            "Everyday changes, tests or the drip",
            reported(
                "everyday",
                "Sleep, mood, sweats, hair, taste or other everyday changes",
                named="a change of sleep, mood, sweats, hair, taste or the like",
            ),
            reported(
                "next-drip",
                "The next drip: a question, a delay, or a thought of stopping",
                named="something about the next drip",
            ),
            reported("tests", "A worrying test result", named="a worrying test result"),
            reported(
                "drip-trouble",
                "Something went wrong with the drip, a needle or tablets",
                named="something that went wrong with the drip, a needle or tablets",
            ),
        ),
        *under(
            "Or",
            reported(
                "something-else",
                "Something else, or it feels badly wrong",
                named="something else or a feeling that it is badly wrong",
            ),
            reported(
                "came-and-went",
                "Something frightening came and went",
                named="something frightening that came and went",
            ),
            Option(
                id=NONE,
                text="Nothing now, and nothing frightening has come and gone",
                named="nothing that bothers now, and nothing frightening that has passed",
            ),
        ),
    ),
)
# The next drip is no symptom: it has no yesterday, and no drip brings it on. Growing weaker before it is one.
any_symptom = named(
    "any symptom",
    symptoms.is_(*(option.id for option in symptoms.options if option.reports and option.id != "next-drip"))
    | next_drip.is_("weaker")
    | late_drip.is_("weaker"),
)
# Nobody can say whether a test result or a slip is better than yesterday.
can_change = named(
    "any symptom other than a test result or a slip with the drip, a needle or tablets",
    symptoms.is_(
        *(
            option.id
            for option in symptoms.options
            if option.reports and option.id not in ("next-drip", "tests", "drip-trouble")
        )
    )
    | next_drip.is_("weaker")
    | late_drip.is_("weaker"),
)
# Whoever read past the first screen sees its lines once more.
passed = Question(
    id="passed",
    kind="several",
    text="Was it any one of these?",
    hint="Unsure? Tick it.",
    about="what came and went",
    ask_if=symptoms.is_("came-and-went"),
    screen="heart-and-others",
    options=red_flags.options,
)
badly = Question(
    id="badly",
    kind="choice",
    text="How badly wrong does it feel?",
    hint="Not sure? Choose \N{LEFT DOUBLE QUOTATION MARK}It feels dangerous\N{RIGHT DOUBLE QUOTATION MARK}.",
    about="how bad it feels",
    ask_if=symptoms.is_("something-else"),
    screen="heart-and-others",
    options=(
        reported(
            "fast",
            "It feels dangerous and is getting worse fast, or there is a feeling of being about to die",
            named="something else that feels dangerous and is getting worse fast, or a feeling of being about to die",
        ),
        reported(
            "steady",
            "It bothers or worries. It is steady, slowly worse, or not dangerous",
            named="something else that is steady, slowly worse or not dangerous",
        ),
    ),
)
