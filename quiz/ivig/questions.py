"""What is asked, in reading order, and the conditions that several topics share."""

from __future__ import annotations

from quiz.model import NONE, Option, Question

NOT_SURE = "I'm not sure"


def grouped(heading: str, *options: tuple[str, str]) -> tuple[Option, ...]:
    """Return reporting options that stand under one heading, from (id, text) pairs."""
    return tuple(Option(id=name, text=text, reports=True, group=heading) for name, text in options)


# Warning signs. Each wording carries its own exclusion, because one tick ends the quiz.

red_flags = Question(
    id="red-flags",
    kind="several",
    text="Any of these, now or since your infusion?",
    hint="Gone now, or not sure? Tick it.",
    about="the warning signs",
    options=(
        *grouped(
            "Breathing and chest",
            ("breathless", "Short of breath at rest or lying flat, or suddenly"),
            ("wheeze", "New wheeze that your inhaler does not clear"),
            ("chest-pain", "Chest pain or tightness, or pain into arm, jaw or back"),
            ("blue-lips", "Coughing blood or froth, or blue or grey lips"),
        ),
        *grouped(
            "Face, speech, arm or leg",
            ("face-droop", "Face drooping, or newly weak"),
            ("sudden-weakness", "Arm or leg suddenly weak or numb"),
            ("speech", "Sudden trouble speaking or balancing"),
        ),
        *grouped(
            "Head, mind and eyes",
            ("stiff-neck-headache", "Very bad headache and a stiff neck"),
            ("explosive-headache", "Headache at its worst within a minute"),
            ("sight", "Sudden loss of sight, or double vision"),
            ("confused", "New confusion, very drowsy or hard to wake"),
        ),
        *grouped(
            "Swelling or rash",
            ("face-swelling", "Swollen face, lips, tongue or throat"),
            ("rash-with-illness", "Rash with fever, fainting or being sick"),
            ("blisters", "Blistering rash with a sore mouth or eyes"),
            ("purple-spots", "Purple spots that do not fade when pressed"),
        ),
        *grouped(
            "Collapse, fit or bleeding",
            ("collapse", "Fainting, unless you only stood up fast"),
            ("fit", "A fit, unless it was your usual short one"),
            ("shaking", "Violent shaking, blotchy skin or feeling you may die"),
            ("bleeding", "Bleeding that will not stop, or black or bloody poo"),
        ),
        *grouped(
            "Limb, bladder, urine",
            ("cold-limb", "Arm or leg suddenly cold, white or blue"),
            ("legs-give-way", "Legs giving way within hours, choking or trouble swallowing"),
            ("saddle-numb", "Numb between the legs, or bladder or bowel trouble"),
            ("no-urine", "No pee for 12 hours"),
        ),
        Option(id=NONE, text="None of these"),
    ),
)

# Where the person stands in the treatment. Time is never a scale: later is not worse.

drip = Question(
    id="drip",
    kind="choice",
    text="When did your last drip end?",
    hint="If you had drips on several days, count from the last bottle.",
    about="when your last drip ended",
    ask_if=red_flags.is_(NONE),
    options=(
        Option(id="running", text="It is still running"),
        Option(id="last-6-hours", text="In the last 6 hours"),
        Option(id="last-24-hours", text="6 to 24 hours ago"),
        Option(id="1-2-days", text="1 to 2 days ago"),
        Option(id="about-3-days", text="About 3 days ago"),
        Option(id="4-14-days", text="4 to 14 days ago"),
        Option(id="15-days-6-weeks", text="15 days to 6 weeks ago"),
        Option(id="longer", text="Longer ago than that"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("about-3-days", "4-14-days")),
    ),
)
running = drip.is_("running")
first_day = drip.is_("running", "last-6-hours", "last-24-hours")
second_day = drip.is_("1-2-days")
third_day = drip.is_("about-3-days")
first_two_weeks = drip.is_("4-14-days")
late = drip.is_("4-14-days", "15-days-6-weeks", "longer")

nurse = Question(
    id="nurse",
    kind="choice",
    text="Is a nurse with you, or close by?",
    about="whether a nurse is with you",
    ask_if=running,
    options=(
        Option(id="yes", text="Yes, a nurse is here or close by"),
        Option(id="no", text="No, I am at home without a nurse"),
    ),
)

symptoms = Question(
    id="symptoms",
    kind="several",
    text="What bothers you now?",
    hint="Tick all that apply. We ask more about each.",
    about="what bothers you",
    ask_if=red_flags.is_(NONE),
    options=(
        *grouped(
            "Head and neck",
            ("headache", "Headache"),
            ("neck-or-light", "Sore or stiff neck, or light hurts my eyes"),
        ),
        *grouped(
            "Whole body",
            ("fever", "Fever, chills or shivers"),
            ("tired", "Tiredness"),
            ("aches", "Aching muscles or joints"),
        ),
        Option(
            id="heavy",
            text="Whole body heavy or bloated, not the chest",
            reports=True,
            group="Whole body",
            cluster="fluid",
        ),
        *grouped("Stomach", ("sick", "Feeling sick, or being sick")),
        Option(
            id="stairs",
            text="More puffed on stairs than some days ago, fine at rest",
            reports=True,
            group="Heart, breath and fluid",
            cluster="heart-and-lungs",
        ),
        *grouped(
            "Heart, breath and fluid",
            ("pressure", "A blood pressure reading that is high for me"),
            ("swelling", "Puffy ankles, tight rings, or weight going up"),
        ),
        *grouped("Kidneys", ("urine", "Less pee than usual, or darker")),
        *grouped(
            "Arms, legs and nerves",
            ("limb", "One calf, thigh or arm sore, swollen or warm"),
            ("nerve-pain", "More nerve pain, tingling or numbness"),
            ("weakness", "Weaker than usual, or more falls"),
        ),
        Option(
            id="known-spell",
            text="A faint on standing, my usual fit, or a wheeze that my inhaler cleared, even if gone",
            reports=True,
            group="Or",
        ),
        Option(id="something-else", text="Something else", reports=True, group="Or"),
        Option(id=NONE, text="Nothing bothers me now", group="Or"),
    ),
)
any_symptom = symptoms.is_(*(option.id for option in symptoms.options if option.reports))

# More about each symptom.

headache = Question(
    id="headache",
    kind="scale",
    text="How bad is the headache?",
    hint="Think of the worst it has been today.",
    about="how bad the headache is",
    ask_if=symptoms.is_("headache"),
    cluster="head",
    options=(
        Option(id="mild", text="Mild. My usual painkiller eases it", reports=True, cluster="flu-like"),
        Option(id="usual-migraine", text="My usual migraine, and it is getting better", reports=True),
        Option(id="easing", text="Strong, but easing. It began less than a day ago", reports=True),
        Option(
            id="strong", text="Strong for more than a day, or it stops me doing things, or will not ease", reports=True
        ),
        Option(id="severe", text="Very bad: 8, 9 or 10 out of 10", reports=True),
        Option(id="worst", text="The worst of my life, or it came within a minute", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("usual-migraine",)),
    ),
)
head_signs = Question(
    id="head-signs",
    kind="several",
    text="Do you have any of these too?",
    hint="To test your neck, try to touch your chest with your chin.",
    about="your neck, eyes and sleepiness",
    ask_if=symptoms.is_("headache", "neck-or-light", "fever"),
    cluster="head",
    options=(
        Option(id="sore-neck", text="Sore neck, but my chin reaches my chest", reports=True),
        Option(id="stiff-neck", text="Stiff neck. My chin does not reach my chest", reports=True),
        Option(id="light", text="Light or moving my eyes hurts, and it is not my usual migraine", reports=True),
        Option(id="drowsy", text="Sleepier than usual, but easy to wake", reports=True),
        Option(id="blurred", text="New blurred sight", reports=True),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore-neck",)),
    ),
)
temperature = Question(
    id="temperature",
    kind="scale",
    text="How hot have you been?",
    about="your temperature",
    ask_if=symptoms.is_("fever"),
    cluster="infection",
    options=(
        Option(id="under-38", text="Below 38 °C (100.4 °F)", reports=True, cluster="flu-like"),
        Option(
            id="settled",
            text="38 °C (100.4 °F) or more, but only on the first day. A painkiller cleared it, and I feel well now",
            reports=True,
        ),
        Option(id="38", text="38 °C (100.4 °F) or more", reports=True),
        Option(id="no-thermometer", text="I have no thermometer", stands_for=("38",)),
    ),
)
tired = Question(
    id="tired",
    kind="choice",
    text="How tired are you?",
    about="how tired you are",
    ask_if=symptoms.is_("tired"),
    cluster="flu-like",
    options=(
        Option(id="ordinary", text="Tired, but I can do my usual tasks", reports=True),
        Option(id="marked", text="Too tired for my usual tasks", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("marked",)),
    ),
)
aches = Question(
    id="aches",
    kind="choice",
    text="Where do you ache?",
    about="where you ache",
    ask_if=symptoms.is_("aches"),
    cluster="flu-like",
    options=(
        Option(id="both-sides", text="On both sides, like flu", reports=True),
        Option(id="severe", text="On both sides, so bad that I can hardly move", reports=True),
        Option(id="one-limb", text="In one arm or leg only, or one side is worse", reports=True, cluster="limb"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("one-limb",)),
    ),
)
sick = Question(
    id="sick",
    kind="scale",
    text="How sick have you been?",
    about="how sick you have been",
    ask_if=symptoms.is_("sick"),
    cluster="flu-like",
    options=(
        Option(id="queasy", text="Queasy or sick once. I can drink, and it is 2 days or less", reports=True),
        Option(id="lingering", text="Queasy or sick once, for more than 2 days", reports=True),
        Option(
            id="repeated", text="Sick more than once, or I cannot keep drinks down", reports=True, cluster="stomach"
        ),
        Option(id="blood", text="Sick with blood in it, or I fainted", reports=True, cluster="stomach"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("lingering",)),
    ),
)
pressure = Question(
    id="pressure",
    kind="scale",
    text="What was the blood pressure reading?",
    hint="Take the higher group if your two numbers fall in different groups.",
    about="your blood pressure reading",
    ask_if=symptoms.is_("pressure"),
    cluster="fluid",
    options=(
        Option(id="slight", text="Below 140 over 90, but higher than usual for me", reports=True),
        Option(id="raised", text="140 to 179 over 90 to 119", reports=True),
        Option(id="high", text="180 or more, or the lower number is 120 or more", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("raised",)),
    ),
)
swelling = Question(
    id="swelling",
    kind="scale",
    text="What do you notice?",
    about="the swelling or weight",
    ask_if=symptoms.is_("swelling"),
    cluster="fluid",
    options=(
        Option(id="puffy", text="Both ankles puffy, or rings tight", reports=True),
        Option(id="climbing", text="It climbs up my legs, or one leg is worse", reports=True),
        Option(id="weight", text="2 kg (4 to 5 lb) heavier within 2 or 3 days", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("climbing",)),
    ),
)
urine = Question(
    id="urine",
    kind="scale",
    text="What has your pee been like?",
    about="your pee",
    ask_if=symptoms.is_("urine"),
    cluster="kidney",
    options=(
        Option(id="dry-day", text="Less or darker once, on a dry day. Drinking put it right", reports=True),
        Option(id="less", text="Clearly less than usual, or dark like tea or cola", reports=True),
        Option(id="none-12-hours", text="None for 12 hours or more", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("less",)),
    ),
)
limb = Question(
    id="limb",
    kind="choice",
    text="What is that arm or leg like?",
    about="the sore arm or leg",
    ask_if=symptoms.is_("limb"),
    cluster="limb",
    options=(
        Option(id="sore", text="Part of it is sore, swollen, warm or red", reports=True),
        Option(id="whole", text="All of it is swollen and blue, or cold and white", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore",)),
    ),
)
nerve_pain = Question(
    id="nerve-pain",
    kind="scale",
    text="Where is the pain, tingling or numbness?",
    about="where the nerve pain is",
    ask_if=symptoms.is_("nerve-pain"),
    cluster="nerve",
    options=(
        Option(id="usual", text="In my usual places, only stronger", reports=True),
        Option(id="new-place", text="In a new place, or it is spreading", reports=True),
        Option(id="sudden", text="It came suddenly, on one side", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("new-place",)),
    ),
)
weakness = Question(
    id="weakness",
    kind="scale",
    text="What can you still do?",
    hint="Try it: rise from a chair, climb a stair, grip a jug.",
    about="what you can still do",
    ask_if=symptoms.is_("weakness"),
    cluster="nerve",
    options=(
        Option(id="same-tasks", text="All that I could do before this drip", reports=True, cluster="flu-like"),
        Option(id="creeping", text="Old weakness creeps back in the usual places. I still manage", reports=True),
        Option(
            id="lost-task",
            text="Less than before this drip or than yesterday, or I fall more, or a new place is weak",
            reports=True,
        ),
        Option(
            id="fast",
            text="It got bad within hours, climbs up, came suddenly on one side, or I cannot stand",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("creeping",)),
    ),
)

# Time, in words.

yesterday = Question(
    id="yesterday",
    kind="choice",
    text="Compared with yesterday, how do you feel?",
    about="whether you feel better or worse than yesterday",
    ask_if=(second_day | third_day | late) & any_symptom,
    options=(
        Option(id="better", text="Better"),
        Option(id="same", text="The same"),
        Option(id="worse", text="Worse"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("same",)),
    ),
)
started = Question(
    id="started",
    kind="choice",
    text="When did it start?",
    hint="If you have more than one problem, think of the newest.",
    about="when it started",
    ask_if=late & any_symptom,
    options=(
        Option(id="first-days", text="During the drip, or in the 3 days after it"),
        Option(id="later", text="Later than that"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("first-days", "later")),
    ),
)
in_window = first_day | second_day | (third_day & yesterday.is_("better"))
past_window = (third_day & yesterday.is_("same", "worse")) | late

QUESTIONS = (
    red_flags,
    drip,
    nurse,
    symptoms,
    headache,
    head_signs,
    temperature,
    tired,
    aches,
    sick,
    pressure,
    swelling,
    urine,
    limb,
    nerve_pain,
    weakness,
    yesterday,
    started,
)
