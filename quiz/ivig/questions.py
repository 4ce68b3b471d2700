"""What is asked, in reading order, and the conditions that several topics share.

Options and hints name no person, so that they fit whoever answers; a question that says "you" has a
second wording for someone who answers for another.
"""

from __future__ import annotations

from quiz.conditions import at_least
from quiz.model import NONE, Option, Question

NOT_SURE = "Not sure"


def grouped(heading: str, *options: tuple[str, str]) -> tuple[Option, ...]:
    """Return reporting options that stand under one heading, from (id, text) pairs."""
    return tuple(Option(id=name, text=text, reports=True, group=heading) for name, text in options)


# Warning signs. Each wording carries its own exclusion, because one tick ends the quiz.

red_flags = Question(
    id="red-flags",
    kind="several",
    text="Any of these, now or since your infusion?",
    hint="Not sure? Tick.",
    about="the warning signs",
    options=(
        *grouped(
            "Breathing and chest",
            ("breathless", "Breathless at rest, or suddenly"),
            ("wheeze", "New or lasting wheeze"),
            ("chest-pain", "Chest pain, tightness or heaviness"),
            ("blue-lips", "Bloody cough, froth, blue or grey lips"),
        ),
        *grouped(
            "Face, speech, arm or leg",
            ("face-droop", "Weak, drooping face"),
            ("sudden-weakness", "Limb suddenly weak or numb"),
            ("speech", "Sudden speech or balance trouble"),
        ),
        *grouped(
            "Head, mind and eyes",
            ("stiff-neck-headache", "Bad headache with stiff neck"),
            ("explosive-headache", "Headache peaking within a minute"),
            ("sight", "Sudden blindness, double vision"),
            ("confused", "Confused or hard to wake"),
        ),
        *grouped(
            "Swelling or rash",
            ("face-swelling", "Swollen face, mouth or throat"),
            ("rash-with-illness", "Rash with fever, faint, vomiting, sore mouth"),
            ("purple-spots", "Purple spots that stay"),
        ),
        *grouped(
            "Collapse, fit or bleeding",
            ("collapse", "Fainting, except on standing up"),
            ("fit", "First or unusual fit"),
            ("shaking", "Violent shaking, blotchy skin, feeling near death"),
            ("bleeding", "Black or bloody poo, non-stop bleeding"),
        ),
        *grouped(
            "Limb, bladder, urine",
            ("cold-limb", "Limb suddenly cold, pale, blue"),
            ("legs-give-way", "Legs failing within hours, trouble swallowing"),
            ("saddle-numb", "Numb between legs, bladder or bowel trouble"),
            ("no-urine", "No pee for 12 hours"),
        ),
        Option(id=NONE, text="None of these"),
    ),
)

# Who it is for, and where the person stands in the treatment. Time is never a scale: later is not worse.

who = Question(
    id="who",
    kind="choice",
    text="Who is this for?",
    about="who this is for",
    ask_if=red_flags.is_(NONE),
    options=(
        Option(id="me", text="Me. I have IVIg (into a vein) for a nerve illness"),
        Option(id="carer", text="Someone I care for, who has IVIg for a nerve illness"),
        Option(id="other", text="Someone under 18, or on immunoglobulin under the skin, or with another illness"),
    ),
)
for_another = who.is_("carer")

drip = Question(
    id="drip",
    kind="choice",
    text="When did your last drip end?",
    theirs="When did their last drip end?",
    hint="Drips on several days? Count from the last bottle.",
    about="when the last drip ended",
    ask_if=who.is_("me", "carer"),
    options=(
        Option(id="not-yet", text="No drip yet. The first one is still to come"),
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
first_hours = drip.is_("running", "last-6-hours")
first_day = drip.is_("running", "last-6-hours", "last-24-hours")
second_day = drip.is_("1-2-days")
third_day = drip.is_("about-3-days")
first_two_weeks = drip.is_("4-14-days")
late = drip.is_("4-14-days", "15-days-6-weeks", "longer")
had_a_drip = drip.is_(*(step for step in drip.steps if step != "not-yet"))
after_first_day = drip.is_("1-2-days", "about-3-days", "4-14-days", "15-days-6-weeks", "longer")

ill_now = Question(
    id="ill-now",
    kind="choice",
    text="Do you feel ill now?",
    theirs="Do they feel ill now?",
    about="feeling ill now",
    ask_if=drip.is_("not-yet"),
    options=(
        Option(id="yes", text="Yes", reports=True),
        Option(id="no", text="No"),
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
        Option(id="yes", text="Yes, a nurse is here or close by"),
        Option(id="no", text="No, this is at home without a nurse"),
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
            ("headache", "Headache"),
            ("neck-or-light", "Sore or stiff neck, light hurts, or blurred sight"),
            ("dizzy", "Dizzy or light-headed"),
        ),
        *grouped(
            "Whole body",
            ("fever", "Fever, chills or shivers"),
            ("tired", "Tiredness"),
            ("aches", "Aching muscles or joints"),
            ("back", "Back ache"),
            ("cold", "Sore throat, runny nose or cough"),
        ),
        Option(
            id="heavy",
            text="Whole body heavy or bloated, not the chest",
            reports=True,
            group="Whole body",
            cluster="fluid",
        ),
        *grouped(
            "Stomach and skin",
            ("sick", "Feeling sick, or being sick"),
            ("tummy", "Tummy pain or diarrhoea"),
            ("skin", "Rash, itching or a flushed face"),
            ("needle", "Sore, red or bruised needle site"),
        ),
        Option(
            id="stairs",
            text="Over some days more puffed on stairs, fine at rest",
            reports=True,
            group="Heart, breath and fluid",
            cluster="heart-and-lungs",
        ),
        *grouped(
            "Heart, breath and fluid",
            ("heart", "Heart racing, pounding or fluttering"),
            ("pressure", "Blood pressure reading higher than usual"),
            ("swelling", "Puffy ankles, tight rings, or weight going up"),
        ),
        *grouped(
            "Pee and blood",
            ("urine", "Less, more or darker pee"),
            ("blood", "Very pale or yellow, bruises or nosebleeds"),
        ),
        *grouped(
            "Arms, legs and nerves",
            ("limb", "One calf, thigh or arm sore, swollen or warm"),
            ("nerve-pain", "More nerve pain, tingling or numbness"),
            ("weakness", "Weaker than usual, or more falls"),
        ),
        *grouped(
            "Or",
            ("faint", "A faint on standing up"),
            ("fit", "A usual fit, now over"),
            ("wheeze", "A wheeze that the inhaler cleared"),
            ("sugar", "Surprising blood sugar reading"),
            ("stopping", "Thinking of stopping or missing a drip"),
            ("something-else", "Something else, or it feels badly wrong"),
        ),
        Option(id=NONE, text="Nothing now", group="Or"),
    ),
)
# A plan to stop is no symptom: it has no yesterday, and no drip brings it on.
any_symptom = symptoms.is_(*(option.id for option in symptoms.options if option.reports and option.id != "stopping"))

# More about each symptom.

headache = Question(
    id="headache",
    kind="scale",
    text="How bad is the headache?",
    hint="Think of the worst it has been today.",
    about="how bad the headache is",
    ask_if=symptoms.is_("headache"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        Option(
            id="mild", text="Mild. It eases with the usual painkiller, or needs none", reports=True, cluster="flu-like"
        ),
        Option(id="mild-stays", text="Mild, but the usual painkiller does not ease it", reports=True),
        Option(id="usual-migraine", text="The usual migraine, and it is getting better", reports=True),
        Option(id="easing", text="Strong, but easing. It began less than a day ago", reports=True),
        Option(
            id="strong",
            text="Strong for more than a day, or it stops normal tasks, or it will not ease",
            reports=True,
        ),
        Option(id="severe", text="Very bad: 8, 9 or 10 out of 10", reports=True),
        Option(id="worst", text="The worst ever, or it came within a minute", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("usual-migraine",)),
    ),
)
head_signs = Question(
    id="head-signs",
    kind="several",
    text="Any of these too?",
    hint="To test the neck, try to touch the chest with the chin.",
    about="the neck, eyes and sleepiness",
    ask_if=symptoms.is_("headache", "neck-or-light", "fever"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        Option(id="sore-neck", text="Sore neck, but the chin reaches the chest", reports=True),
        Option(id="stiff-neck", text="Stiff neck. The chin does not reach the chest", reports=True),
        Option(id="light", text="Light or moving the eyes hurts, and it is not the usual migraine", reports=True),
        Option(id="drowsy", text="Sleepier than usual, but easy to wake", reports=True),
        Option(id="blurred", text="New blurred sight", reports=True),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore-neck",)),
    ),
)
dizziness = Question(
    id="dizziness",
    kind="scale",
    text="What is the dizziness like?",
    about="the dizziness",
    ask_if=symptoms.is_("dizzy"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        Option(id="brief", text="Mild and brief, mostly on standing up", reports=True),
        Option(
            id="at-risk",
            text="The same, with age over 65, little to drink, or blood pressure or water tablets",
            reports=True,
        ),
        Option(id="keeps", text="It keeps coming back, led to a fall, or drinking is hard", reports=True),
        Option(id="with-signs", text="With chest pain, short breath or black poo", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("at-risk",)),
    ),
)
temperature = Question(
    id="temperature",
    kind="scale",
    text="How hot?",
    about="the temperature",
    ask_if=symptoms.is_("fever"),
    cluster="infection",
    screen="body",
    options=(
        Option(
            id="under-38",
            text="Below 38 °C (100.4 °F), with plain shivers or none",
            reports=True,
            cluster="flu-like",
        ),
        Option(
            id="settled",
            text="38 °C (100.4 °F) or more, but only on the first day. A painkiller cleared it, and all is well now",
            reports=True,
        ),
        Option(id="38", text="38 °C (100.4 °F) or more", reports=True),
        Option(id="shaking", text="Any temperature, with violent shaking or blotchy skin", reports=True),
        Option(id="no-thermometer", text="No thermometer here", stands_for=("38",)),
    ),
)
tired = Question(
    id="tired",
    kind="choice",
    text="How tired?",
    about="how bad the tiredness is",
    ask_if=symptoms.is_("tired"),
    cluster="flu-like",
    screen="body",
    options=(
        Option(id="ordinary", text="Tired, but the usual tasks get done", reports=True),
        Option(id="marked", text="Too tired for the usual tasks", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("marked",)),
    ),
)
aches = Question(
    id="aches",
    kind="choice",
    text="Where are the aches?",
    about="where the aches are",
    ask_if=symptoms.is_("aches"),
    cluster="flu-like",
    screen="body",
    options=(
        Option(id="both-sides", text="On both sides, like flu", reports=True),
        Option(id="calves", text="In both calves, the same on each side, with no swelling", reports=True),
        Option(id="severe", text="On both sides, so bad that it is hard to move", reports=True),
        Option(id="one-limb", text="In one arm or leg only, or one side is worse", reports=True, cluster="limb"),
        Option(
            id="chest",
            text="In the jaw, or from the chest into an arm or the back",
            reports=True,
            cluster="heart-and-lungs",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("one-limb",)),
    ),
)
back = Question(
    id="back",
    kind="scale",
    text="What is the back ache like?",
    about="the back ache",
    ask_if=symptoms.is_("back"),
    cluster="flu-like",
    screen="body",
    options=(
        Option(id="low", text="Low and dull, no worse on one side", reports=True),
        Option(id="flank", text="High on one side, under the ribs", reports=True, cluster="kidney"),
        Option(
            id="with-signs",
            text="Sudden and tearing, or with weak legs, numbness between the legs or bladder trouble",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("flank",)),
    ),
)
cough = Question(
    id="cough",
    kind="scale",
    text="What is the cold or cough like?",
    about="the cold or cough",
    ask_if=symptoms.is_("cold"),
    cluster="flu-like",
    screen="body",
    options=(
        Option(id="dry", text="Sore throat, runny nose or cough, with clear phlegm or none", reports=True),
        Option(id="phlegm", text="The cough brings up yellow or green phlegm", reports=True),
        Option(id="blood", text="The cough brings up blood or froth", reports=True, cluster="heart-and-lungs"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("phlegm",)),
    ),
)
sick = Question(
    id="sick",
    kind="scale",
    text="How sick?",
    about="the sickness",
    ask_if=symptoms.is_("sick"),
    cluster="flu-like",
    screen="stomach-skin-blood",
    options=(
        Option(id="queasy", text="Queasy or sick once. Drinking works, and it is 2 days or less", reports=True),
        Option(id="lingering", text="Queasy or sick once, for more than 2 days", reports=True),
        Option(
            id="repeated", text="Sick more than once, or drinks will not stay down", reports=True, cluster="stomach"
        ),
        Option(id="blood", text="Sick with blood in it, or with a faint", reports=True, cluster="stomach"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("lingering",)),
    ),
)
tummy = Question(
    id="tummy",
    kind="scale",
    text="What is the tummy like?",
    about="the tummy trouble",
    ask_if=symptoms.is_("tummy"),
    cluster="stomach",
    screen="stomach-skin-blood",
    options=(
        Option(id="mild", text="Mild pain or loose poo, for 2 days or less", reports=True),
        Option(id="lasting", text="Mild pain or loose poo, for more than 2 days", reports=True),
        Option(id="strong", text="Strong pain, or drinking cannot keep up", reports=True),
        Option(id="sudden", text="Sudden and very bad, or black or bloody poo", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("lasting",)),
    ),
)
skin = Question(
    id="skin",
    kind="scale",
    text="What is the skin like?",
    hint="Choose the lowest line that fits.",
    about="the skin",
    ask_if=symptoms.is_("skin"),
    cluster="allergy",
    screen="stomach-skin-blood",
    options=(
        Option(id="flush", text="Warm, flushed face, and it is fading", reports=True),
        Option(id="patch", text="One faint patch, not changing", reports=True),
        Option(
            id="palms",
            text="Itchy blisters on palms or soles, or dry patches like eczema",
            reports=True,
            cluster="skin",
        ),
        Option(id="rash", text="Hives, itching or a new rash", reports=True),
        Option(
            id="spreading",
            text="A rash that spreads, is raw or weeping, or any with the next drip due within days",
            reports=True,
            cluster="skin",
        ),
        Option(
            id="severe",
            text="Any with a swollen face, hoarse voice, sore mouth, fever, faint or vomiting, or with spots that stay",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("patch",)),
    ),
)
needle = Question(
    id="needle",
    kind="scale",
    text="What is the needle site like?",
    about="the needle site",
    ask_if=symptoms.is_("needle"),
    cluster="needle-site",
    screen="stomach-skin-blood",
    options=(
        Option(id="sore", text="A small sore spot or bruise, for 3 days or less", reports=True),
        Option(id="lump", text="A lump, or sore for more than 3 days", reports=True),
        Option(
            id="spreading",
            text="Redness that spreads, a hot streak, a hard cord or pus",
            reports=True,
            cluster="infection",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("lump",)),
    ),
)
heart = Question(
    id="heart",
    kind="scale",
    text="What is the heartbeat like?",
    about="the heartbeat",
    ask_if=symptoms.is_("heart"),
    cluster="heart-and-lungs",
    screen="heart-and-others",
    options=(
        Option(id="flutter", text="A brief flutter, settled now", reports=True),
        Option(id="racing", text="Racing, pounding or uneven, and it goes on or comes back", reports=True),
        Option(id="rest", text="Racing or pounding even at rest", reports=True),
        Option(id="with-signs", text="With chest pain, short breath or a faint", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("racing",)),
    ),
)
pressure = Question(
    id="pressure",
    kind="scale",
    text="What was the blood pressure reading?",
    hint="Take the higher group if the two numbers fall in different groups.",
    about="the blood pressure reading",
    ask_if=symptoms.is_("pressure"),
    cluster="fluid",
    screen="heart-and-others",
    options=(
        Option(id="slight", text="Below 140 over 90, but higher than usual", reports=True),
        Option(id="raised", text="140 to 179 over 90 to 119", reports=True),
        Option(id="high", text="180 or more, or the lower number is 120 or more", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("raised",)),
    ),
)
swelling = Question(
    id="swelling",
    kind="scale",
    text="What is the swelling or weight like?",
    about="the swelling or weight",
    ask_if=symptoms.is_("swelling"),
    cluster="fluid",
    screen="heart-and-others",
    options=(
        Option(
            id="evening", text="Ankles slightly puffy on both sides, or rings tight, in the evening only", reports=True
        ),
        Option(id="puffy", text="Both ankles puffy, or rings tight", reports=True),
        Option(id="climbing", text="It climbs up the legs, or one leg is worse", reports=True),
        Option(id="weight", text="2 kg (4 to 5 lb) heavier within 2 or 3 days", reports=True),
        Option(id="lying-flat", text="With short breath when lying flat", reports=True),
        # Higher than the next step: swelling that climbs is easily missed under clothes.
        Option(id="not-sure", text=NOT_SURE, stands_for=("climbing",)),
    ),
)
urine = Question(
    id="urine",
    kind="scale",
    text="What is the pee like?",
    about="the pee",
    ask_if=symptoms.is_("urine"),
    cluster="kidney",
    screen="stomach-skin-blood",
    options=(
        Option(id="more", text="More than usual, and clear", reports=True),
        Option(id="dry-day", text="Less or darker once, on a dry day. Drinking put it right", reports=True),
        Option(id="less", text="Clearly less than usual", reports=True),
        Option(id="dark", text="Dark like tea or cola, or brown or red", reports=True, cluster="blood"),
        Option(id="none-12-hours", text="None for 12 hours or more", reports=True),
        # Higher than the next step: less pee is easily missed, and harm to the kidneys gives no other sign.
        Option(id="not-sure", text=NOT_SURE, stands_for=("less",)),
    ),
)
blood = Question(
    id="blood",
    kind="several",
    text="Which of these?",
    about="being pale, yellow or bruised",
    ask_if=symptoms.is_("blood"),
    cluster="blood",
    screen="stomach-skin-blood",
    options=(
        Option(id="pale", text="Unusually pale", reports=True),
        Option(id="yellow", text="Yellow skin or eyes", reports=True),
        Option(id="bruises", text="New bruises away from the needle, or nosebleeds that stop", reports=True),
        Option(id="heavy", text="New heavy bleeding, or any after a blow to the head", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("pale", "yellow")),
    ),
)
limb = Question(
    id="limb",
    kind="choice",
    text="What is that arm or leg like?",
    about="the sore arm or leg",
    ask_if=symptoms.is_("limb"),
    cluster="limb",
    screen="head-and-nerves",
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
    screen="head-and-nerves",
    options=(
        Option(id="usual", text="In the usual places, only stronger", reports=True),
        Option(id="new-place", text="In a new place, or it is spreading", reports=True),
        Option(id="sudden", text="It came suddenly, on one side", reports=True),
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
    ask_if=symptoms.is_("weakness"),
    cluster="nerve",
    screen="head-and-nerves",
    options=(
        Option(id="same-tasks", text="All that was possible before this drip", reports=True, cluster="flu-like"),
        Option(
            id="creeping",
            text="Old weakness creeps back over days in the usual places, but every task still gets done",
            reports=True,
        ),
        Option(
            id="lost-task",
            text="Less than before this drip or than yesterday, or more falls, or a new place is weak",
            reports=True,
        ),
        Option(
            id="fast",
            text="It got bad within hours, climbs up, came suddenly on one side, or affects standing, breath,"
            " swallowing or the bladder",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("creeping",)),
    ),
)
sugar = Question(
    id="sugar",
    kind="choice",
    text="How do things feel with that blood sugar reading?",
    hint="Not sure? Choose the second.",
    about="the blood sugar reading",
    ask_if=symptoms.is_("sugar"),
    screen="heart-and-others",
    options=(
        Option(id="well", text="As usual", reports=True),
        Option(id="shaky", text="Shaky, sweaty, drowsy or confused", reports=True),
    ),
)
next_drip = Question(
    id="next-drip",
    kind="choice",
    text="When is the next drip due?",
    about="when the next drip is due",
    ask_if=symptoms.is_("stopping"),
    screen="heart-and-others",
    options=(
        Option(id="later", text="In more than 2 days", reports=True),
        Option(id="soon-or-missed", text="Within 2 days, or it was missed already", reports=True),
        Option(id="not-sure", text=NOT_SURE, stands_for=("soon-or-missed",)),
    ),
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
        Option(id="steady", text="It bothers, but it is steady", reports=True),
        Option(id="fast", text="It gets worse fast, or it feels like dying", reports=True),
    ),
)

# Time, in words.

yesterday = Question(
    id="yesterday",
    kind="choice",
    text="Compared with yesterday, how is it?",
    about="whether it is better or worse than yesterday",
    ask_if=after_first_day & any_symptom,
    screen="time",
    options=(
        Option(id="better", text="Better"),
        Option(id="same", text="The same"),
        Option(id="new", text="It began today"),
        Option(id="worse", text="Worse"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("same",)),
    ),
)
started = Question(
    id="started",
    kind="choice",
    text="When did it start?",
    hint="More than one problem? Think of the newest.",
    about="when it started",
    ask_if=late & any_symptom,
    screen="time",
    options=(
        Option(id="first-days", text="During the drip, or in the 3 days after it"),
        Option(id="later", text="Later than that"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("first-days", "later")),
    ),
)
in_window = first_day | second_day | (third_day & yesterday.is_("better"))
past_window = (third_day & yesterday.is_("same", "new", "worse")) | late

# Risks: asked once, last, and only where a rule about what is ticked looks at one.

flu_like = (
    symptoms.is_("tired", "aches", "back", "cold", "heavy") | sick.at_least("queasy") | weakness.at_least("same-tasks")
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
        flu_like & past_window,
    ),
    options=(
        *(
            Option(id=name, text=text, group=heading)
            for heading, names in {
                "Heart and blood": {
                    "over-65": "Over 65",
                    "clot": "A clot, stroke or heart attack before",
                    "heart": "Heart disease, or an uneven heartbeat",
                    "heart-failure": "Heart failure",
                    "protein": "Thick blood, or an abnormal blood protein (paraprotein)",
                    "thinners": "Blood thinners",
                    "still": "Cancer, hormone pills (oestrogen), or hardly moving about",
                },
                "Kidneys and sugar": {
                    "kidney": "Kidney disease, or only one kidney",
                    "diabetes": "Diabetes, without insulin",
                    "insulin": "Diabetes, with insulin",
                    "dry": "Too little to drink, ibuprofen-type painkillers, or a recent scan with dye",
                },
                "Treatment": {
                    "first": "One of the first courses of IVIg",
                    "dose": "A high dose, or a faster drip than usual",
                    "blood-group": "Blood group A, B or AB",
                    "defence": "Steroids, rituximab or similar, or no spleen",
                    "line": "A central line or port",
                },
                "Or": {
                    "migraine": "Migraines, or being a woman",
                    "pregnant": "Pregnant, or a baby in the last 6 weeks",
                },
            }.items()
            for name, text in names.items()
        ),
        Option(id=NONE, text="None of these", group="Or"),
        Option(id="not-sure", text=NOT_SURE, group="Or", stands_for=("blood-group", "dose")),
    ),
)
over_65 = risks.is_("over-65")
clot_group = risks.is_("clot", "heart", "heart-failure", "protein", "still", "dry", "first", "dose", "line")
kidney_group = risks.is_("kidney", "diabetes", "insulin", "protein", "dry")
fluid_group = risks.is_("heart-failure", "kidney")
clot_risk = over_65 | clot_group
kidney_risk = over_65 | kidney_group
fluid_risk = over_65 | fluid_group
haemolysis_risk = risks.is_("blood-group", "first", "dose")
meningitis_risk = risks.is_("dose", "migraine")
infection_risk = risks.is_("defence", "line")
pregnant = risks.is_("pregnant")
# Age is in three groups, and counts once: most people would have several otherwise.
several_risks = at_least(3, over_65, clot_group, kidney_group, fluid_group, haemolysis_risk, infection_risk, pregnant)

QUESTIONS = (
    red_flags,
    who,
    drip,
    ill_now,
    nurse,
    symptoms,
    headache,
    head_signs,
    dizziness,
    temperature,
    tired,
    aches,
    back,
    cough,
    sick,
    tummy,
    skin,
    needle,
    heart,
    pressure,
    swelling,
    urine,
    blood,
    limb,
    nerve_pain,
    weakness,
    sugar,
    next_drip,
    badly,
    yesterday,
    started,
    risks,
)
