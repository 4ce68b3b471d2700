"""Risks: asked once, last, and only where a rule about what is ticked looks at one."""

from quiz.conditions import at_least, named
from quiz.ivig.periods import late
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.blood import bleed, paleness
from quiz.ivig.questions.drip_trouble import drip_trouble
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.questions.flu_like import aches, temperature, tired
from quiz.ivig.questions.fluid import any_pressure
from quiz.ivig.questions.head import ears, eyes, head_signs
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.kidneys import any_change
from quiz.ivig.questions.nerves import weakness
from quiz.ivig.questions.options import NOT_SURE, under
from quiz.ivig.questions.same import unlike
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import past_window, started
from quiz.model import NONE, Option, Question

flu_like = named(
    "any flu-like symptom",
    symptoms.is_("headache", "back", "cold", "heavy")
    | sick.at_least("queasy")
    | aches.is_("calves", "cramps", "severe", "one-limb", "chest")
    | (unlike & (tired.is_("ordinary", "marked") | aches.is_("both-sides") | weakness.at_least("same-tasks"))),
)
risks = Question(
    id="risks",
    kind="several",
    text="Are any of these true for you?",
    theirs="Are any of these true for them?",
    about="blood group and dose",
    ask_if=at_least(
        1,
        symptoms.is_("headache", "fever", "cold", "tummy", "skin", "needle", "swelling", "heavy", "dizzy"),
        everyday.is_("sweats", "mouth", "period-heavier"),
        temperature.at_least("under-38"),
        drip_trouble.is_("slip"),
        ears.at_least("whooshing"),
        eyes.is_("flashes", "aura"),
        head_signs.is_("blurred", "worse-lying"),
        aches.is_("calves"),
        sick.at_least("repeated"),
        heart.at_least("flutter"),
        any_pressure,
        any_change,
        paleness.is_("pale"),
        bleed.is_("bruises"),
        spell.is_("faint"),
        symptoms.is_("tired") & late & started.is_("later"),
        tired.is_("marked") & symptoms.is_("stairs"),
        flu_like & past_window,
    ),
    options=(
        *under(
            "Heart and blood",
            Option(id="over-65", text="Over 65", named="age over 65"),
            Option(
                id="clot", text="A clot, stroke or heart attack before", named="an earlier clot, stroke or heart attack"
            ),
            Option(
                id="heart", text="Heart disease, or an uneven heartbeat", named="heart disease or an uneven heartbeat"
            ),
            Option(id="heart-failure", text="Heart failure", named="heart failure"),
            Option(
                id="protein",
                text="Thick blood, or an abnormal blood protein (paraprotein)",
                named="thick blood or an abnormal blood protein (paraprotein)",
            ),
            Option(
                id="pressure-tablets",
                text="Blood pressure tablets, or water tablets",
                named="blood pressure tablets or water tablets (diuretics)",
            ),
            Option(id="thinners", text="Blood thinners", named="blood thinners"),
            Option(
                id="still",
                text="Cancer, hormone pills (oestrogen), or hardly moving about",
                named="cancer, hormone pills (oestrogen) or hardly moving about",
            ),
        ),
        *under(
            "Kidneys and sugar",
            Option(id="kidney", text="Kidney disease, or only one kidney", named="kidney disease or only one kidney"),
            Option(id="diabetes", text="Diabetes, without insulin", named="diabetes without insulin"),
            Option(id="insulin", text="Diabetes, with insulin", named="diabetes with insulin"),
            Option(id="dry", text="Too little to drink", named="too little to drink"),
            Option(
                id="kidney-drugs",
                text="Ibuprofen-type painkillers, or a recent scan with dye",
                named="ibuprofen-type painkillers or a recent scan with dye",
            ),
        ),
        *under(
            "Treatment",
            Option(id="first", text="One of the first courses of IVIg", named="one of the first courses of IVIg"),
            Option(
                id="dose",
                text="A high dose, or a faster drip than usual",
                named="a high dose or a faster drip than usual",
            ),
            Option(id="blood-group", text="Blood group A, B or AB", named="blood group A, B or AB"),
            Option(
                id="defence",
                text="Steroids, rituximab or similar, or no spleen",
                named="steroids, rituximab or similar, or no spleen",
            ),
            Option(id="line", text="A central line or port", named="a central line or port"),
            Option(id="drip-soon", text="The next drip within 7 days", named="the next drip within 7 days"),
        ),
        *under(
            "Or",
            Option(id="migraine", text="Migraines", named="migraines"),
            Option(id="woman", text="A woman", named="a woman"),
            Option(
                id="pregnant",
                text="Pregnant, or a baby in the last 6 weeks",
                named="pregnancy or a baby in the last 6 weeks",
            ),
            Option(id=NONE, text="None of these"),
            Option(id="not-sure", text=NOT_SURE, stands_for=("blood-group", "dose")),
        ),
    ),
)
