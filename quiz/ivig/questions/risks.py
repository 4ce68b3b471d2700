"""Risks: asked once, last, and only where a rule about what is ticked looks at one."""

from quiz.conditions import at_least, called
from quiz.ivig.periods import late
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.blood import blood
from quiz.ivig.questions.flu_like import aches, tired
from quiz.ivig.questions.head import head_signs
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.kidneys import urine
from quiz.ivig.questions.nerves import weakness
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import past_window, started
from quiz.ivig.questions.wording import NOT_SURE
from quiz.model import NONE, Option, Question

flu_like = called(
    "any flu-like symptom",
    symptoms.is_("headache", "tired", "aches", "back", "cold", "heavy")
    | sick.at_least("queasy")
    | weakness.at_least("same-tasks"),
)
risks = Question(
    id="risks",
    kind="several",
    text="Are any of these true for you?",
    theirs="Are any of these true for them?",
    hint="Some problems matter more with these.",
    about="blood group and dose",
    ask_if=at_least(
        1,
        symptoms.is_("headache", "fever", "cold", "tummy", "needle", "pressure", "swelling", "heavy"),
        head_signs.is_("blurred"),
        aches.is_("calves"),
        sick.at_least("repeated"),
        heart.at_least("flutter"),
        urine.at_least("dry-day"),
        blood.is_("pale"),
        symptoms.is_("tired") & late & started.is_("later"),
        tired.is_("marked") & symptoms.is_("stairs"),
        flu_like & past_window,
    ),
    options=(
        *(
            Option(id=name, text=text, group=heading, named=named)
            for heading, names in {
                "Heart and blood": {
                    "over-65": ("Over 65", "age over 65"),
                    "clot": ("A clot, stroke or heart attack before", "an earlier clot, stroke or heart attack"),
                    "heart": ("Heart disease, or an uneven heartbeat", "heart disease or an uneven heartbeat"),
                    "heart-failure": ("Heart failure", "heart failure"),
                    "protein": (
                        "Thick blood, or an abnormal blood protein (paraprotein)",
                        "thick blood or an abnormal blood protein (paraprotein)",
                    ),
                    "thinners": ("Blood thinners", "blood thinners"),
                    "still": (
                        "Cancer, hormone pills (oestrogen), or hardly moving about",
                        "cancer, hormone pills (oestrogen) or hardly moving about",
                    ),
                },
                "Kidneys and sugar": {
                    "kidney": ("Kidney disease, or only one kidney", "kidney disease or only one kidney"),
                    "diabetes": ("Diabetes, without insulin", "diabetes without insulin"),
                    "insulin": ("Diabetes, with insulin", "diabetes with insulin"),
                    "dry": ("Too little to drink", "too little to drink"),
                    "kidney-drugs": (
                        "Ibuprofen-type painkillers, or a recent scan with dye",
                        "ibuprofen-type painkillers or a recent scan with dye",
                    ),
                },
                "Treatment": {
                    "first": ("One of the first courses of IVIg", "one of the first courses of IVIg"),
                    "dose": ("A high dose, or a faster drip than usual", "a high dose or a faster drip than usual"),
                    "blood-group": ("Blood group A, B or AB", "blood group A, B or AB"),
                    "defence": (
                        "Steroids, rituximab or similar, or no spleen",
                        "steroids, rituximab or similar, or no spleen",
                    ),
                    "line": ("A central line or port", "a central line or port"),
                },
                "Or": {
                    "migraine": ("Migraines, or being a woman", "migraines or being a woman"),
                    "pregnant": ("Pregnant, or a baby in the last 6 weeks", "pregnancy or a baby in the last 6 weeks"),
                },
            }.items()
            for name, (text, named) in names.items()
        ),
        Option(id=NONE, text="None of these", group="Or"),
        Option(id="not-sure", text=NOT_SURE, group="Or", stands_for=("blood-group", "dose")),
    ),
)
