"""What bothers at all: before a drip, while it runs, and afterwards."""

from quiz.conditions import called
from quiz.ivig.periods import had_a_drip, running
from quiz.ivig.questions.drip import drip
from quiz.ivig.questions.wording import NOT_SURE, grouped
from quiz.model import NONE, Option, Question

ill_now = Question(
    id="ill-now",
    kind="choice",
    text="Do you feel ill now?",
    theirs="Do they feel ill now?",
    about="feeling ill now",
    ask_if=drip.is_("not-yet"),
    options=(
        Option(id="yes", text="Yes", named="feeling ill before the first drip", reports=True),
        Option(id="no", text="No", named="feeling well before the first drip"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("yes",)),
    ),
)
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
    hint="Tick all that apply. More about each comes next.",
    about="what the trouble is",
    ask_if=had_a_drip,
    options=(
        *grouped(
            "Head and neck",
            ("headache", "Headache", "a headache"),
            (
                "neck-or-light",
                "Sore or stiff neck, light hurts, or blurred sight",
                "a sore or stiff neck, light that hurts or blurred sight",
            ),
            ("dizzy", "Dizzy or light-headed", "dizziness"),
        ),
        *grouped(
            "Whole body",
            ("fever", "Fever, chills or shivers", "fever, chills or shivers"),
            ("tired", "Tiredness", "tiredness (fatigue)"),
            ("aches", "Aching muscles or joints", "aching muscles or joints (myalgia, arthralgia)"),
            ("back", "Back ache", "back ache"),
            ("cold", "Sore throat, runny nose or cough", "a sore throat, runny nose or cough"),
        ),
        Option(
            id="heavy",
            text="Whole body heavy or bloated, not the chest",
            named="a heavy or bloated body (not the chest)",
            reports=True,
            group="Whole body",
            cluster="fluid",
        ),
        *grouped(
            "Stomach and skin",
            ("sick", "Feeling sick, or being sick", "feeling sick or being sick (nausea, vomiting)"),
            ("tummy", "Tummy pain or diarrhoea", "tummy pain or diarrhoea"),
            ("skin", "Rash, itching or a flushed face", "a rash, itching or a flushed face"),
            ("needle", "Sore, red or bruised needle site", "a sore, red or bruised needle site"),
        ),
        Option(
            id="stairs",
            text="Over some days more puffed on stairs, fine at rest",
            named="getting more puffed on stairs over some days (exertional dyspnoea)",
            reports=True,
            group="Heart, breath and fluid",
            cluster="heart-and-lungs",
        ),
        *grouped(
            "Heart, breath and fluid",
            ("heart", "Heart racing, pounding or fluttering", "a racing, pounding or fluttering heart"),
            ("pressure", "Blood pressure reading higher than usual", "a blood pressure reading higher than usual"),
            (
                "swelling",
                "Puffy ankles, tight rings, or weight going up",
                "puffy ankles, tight rings or weight going up",
            ),
        ),
        *grouped(
            "Pee and blood",
            ("urine", "Less, more or darker pee", "less, more or darker pee"),
            ("blood", "Very pale or yellow, bruises or nosebleeds", "paleness, yellow skin, bruises or nosebleeds"),
        ),
        *grouped(
            "Arms, legs and nerves",
            (
                "limb",
                "One calf, thigh or arm sore, swollen or warm",
                "one calf, thigh or arm that is sore, swollen or warm",
            ),
            ("nerve-pain", "More nerve pain, tingling or numbness", "more nerve pain, tingling or numbness"),
            ("weakness", "Weaker than usual, or more falls", "more weakness or more falls"),
        ),
        *grouped(
            "Or",
            ("faint", "A faint on standing up", "a faint on standing up"),
            ("fit", "A usual fit, now over", "a usual fit that is over"),
            ("wheeze", "A wheeze that the inhaler cleared", "a wheeze that the inhaler cleared"),
            ("sugar", "Surprising blood sugar reading", "a surprising blood sugar reading"),
            ("stopping", "Thinking of stopping or missing a drip", "a thought of stopping or missing a drip"),
            (
                "something-else",
                "Something else, or it feels badly wrong",
                "something else or a feeling that it is badly wrong",
            ),
        ),
        Option(id=NONE, text="Nothing now", named="nothing that bothers now", group="Or"),
    ),
)
# A plan to stop is no symptom: it has no yesterday, and no drip brings it on.
any_symptom = called(
    "any symptom",
    symptoms.is_(*(option.id for option in symptoms.options if option.reports and option.id != "stopping")),
)
badly = Question(
    id="badly",
    kind="choice",
    text="How badly wrong does it feel?",
    hint="Not sure? Choose the second.",
    about="how bad it feels",
    ask_if=symptoms.is_("something-else"),
    screen="heart-and-others",
    options=(
        Option(
            id="steady",
            text="It bothers, but it is steady",
            named="something else that bothers but is steady",
            reports=True,
        ),
        Option(
            id="fast",
            text="It gets worse fast, or it feels like dying",
            named="something else that gets worse fast or feels like dying",
            reports=True,
        ),
    ),
)
