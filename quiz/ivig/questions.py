"""What is asked, in reading order, and the conditions that several topics share.

Options and hints name no person, so that they fit whoever answers; a question that says "you" has a
second wording for someone who answers for another.
"""

from quiz.conditions import at_least, called
from quiz.model import NONE, Option, Question

NOT_SURE = "Not sure"


def grouped(heading: str, *options: tuple[str, str, str]) -> tuple[Option, ...]:
    """Return reporting options that stand under one heading, each from its id, its text and what it is named."""
    return tuple(Option(id=name, text=text, reports=True, group=heading, named=named) for name, text, named in options)


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
            ("breathless", "Breathless at rest, or suddenly", "breathlessness at rest or that came suddenly"),
            ("wheeze", "New or lasting wheeze", "a new or lasting wheeze"),
            ("chest-pain", "Chest pain, tightness or heaviness", "chest pain, tightness or heaviness"),
            ("blue-lips", "Bloody cough, froth, blue or grey lips", "a bloody cough, froth, or blue or grey lips"),
        ),
        *grouped(
            "Face, speech, arm or leg",
            ("face-droop", "Weak, drooping face", "a weak, drooping face"),
            ("sudden-weakness", "Limb suddenly weak or numb", "an arm or leg suddenly weak or numb"),
            ("speech", "Sudden speech or balance trouble", "sudden trouble with speech or balance"),
        ),
        *grouped(
            "Head, mind and eyes",
            ("stiff-neck-headache", "Bad headache with stiff neck", "a bad headache with a stiff neck"),
            (
                "explosive-headache",
                "Headache peaking within a minute",
                "a headache that peaked within a minute (thunderclap)",
            ),
            ("sight", "Sudden blindness, double vision", "sudden blindness or double vision"),
            ("confused", "Confused or hard to wake", "confusion or being hard to wake"),
        ),
        *grouped(
            "Swelling or rash",
            (
                "face-swelling",
                "Swollen face, mouth, throat, hoarseness",
                "a swollen face, mouth or throat, or hoarseness",
            ),
            (
                "rash-with-illness",
                "Rash with fever, faint, vomiting, sore mouth",
                "a rash with fever, a faint, vomiting or a sore mouth",
            ),
            ("purple-spots", "Purple spots that stay", "purple spots that stay (purpura)"),
        ),
        *grouped(
            "Collapse, fit or bleeding",
            ("collapse", "Fainting, except on standing up", "a faint other than on standing up (syncope)"),
            ("fit", "First or unusual fit", "a first or unusual fit (seizure)"),
            (
                "shaking",
                "Violent shaking, blotchy skin, feeling near death",
                "violent shaking (rigors), blotchy skin or a feeling of near death",
            ),
            (
                "bleeding",
                "Black or bloody poo, non-stop bleeding",
                "black or bloody poo, or bleeding that does not stop",
            ),
        ),
        *grouped(
            "Limb, bladder, urine",
            ("cold-limb", "Limb suddenly cold, pale, blue", "an arm or leg suddenly cold, pale or blue"),
            (
                "legs-give-way",
                "Legs failing within hours, trouble swallowing",
                "legs that fail within hours, or trouble swallowing",
            ),
            (
                "saddle-numb",
                "Numb between legs, bladder or bowel trouble",
                "numbness between the legs, or bladder or bowel trouble",
            ),
            ("no-urine", "No pee for 12 hours", "no pee for 12 hours (anuria)"),
        ),
        Option(id=NONE, text="None of these", named="none of the warning signs"),
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
        Option(
            id="me",
            text="Me. I have IVIg (into a vein) for a nerve illness",
            named="a reader who has IVIg for a nerve illness",
        ),
        Option(
            id="carer",
            text="Someone I care for, who has IVIg for a nerve illness",
            named="a reader who cares for someone with IVIg",
        ),
        Option(
            id="other",
            text="Someone under 18, or on immunoglobulin under the skin, or with another illness",
            named="someone under 18, on immunoglobulin under the skin or with another illness",
        ),
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
        Option(id="not-yet", text="No drip yet. The first one is still to come", named="a first drip still to come"),
        Option(id="running", text="It is still running", named="the drip still running"),
        Option(id="last-6-hours", text="In the last 6 hours", named="a drip that ended in the last 6 hours"),
        Option(id="last-24-hours", text="6 to 24 hours ago", named="a drip that ended 6 to 24 hours ago"),
        Option(id="1-2-days", text="1 to 2 days ago", named="a drip that ended 1 to 2 days ago"),
        Option(id="about-3-days", text="About 3 days ago", named="a drip that ended about 3 days ago"),
        Option(id="4-14-days", text="4 to 14 days ago", named="a drip that ended 4 to 14 days ago"),
        Option(id="15-days-6-weeks", text="15 days to 6 weeks ago", named="a drip that ended 15 days to 6 weeks ago"),
        Option(id="longer", text="Longer ago than that", named="a drip that ended more than 6 weeks ago"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("about-3-days", "4-14-days")),
    ),
)
running = called("while the drip is running", drip.is_("running"))
first_hours = called("during the drip or within 6 hours of it", drip.is_("running", "last-6-hours"))
first_day = called("on the first day", drip.is_("running", "last-6-hours", "last-24-hours"))
second_day = called("between 1 and 2 days after the drip", drip.is_("1-2-days"))
third_day = called("about 3 days after the drip", drip.is_("about-3-days"))
first_two_weeks = called("between 4 and 14 days after the drip", drip.is_("4-14-days"))
late = called("from 4 days after the drip on", drip.is_("4-14-days", "15-days-6-weeks", "longer"))
had_a_drip = called("during or after a drip", drip.is_(*(step for step in drip.steps if step != "not-yet")))
after_first_day = called(
    "after the first day", drip.is_("1-2-days", "about-3-days", "4-14-days", "15-days-6-weeks", "longer")
)

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
            id="mild",
            text="Mild. It eases with the usual painkiller, or needs none",
            named="a mild headache",
            reports=True,
            cluster="flu-like",
        ),
        Option(
            id="mild-stays",
            text="Mild, but the usual painkiller does not ease it",
            named="a mild headache that the usual painkiller does not ease",
            reports=True,
        ),
        Option(
            id="usual-migraine",
            text="The usual migraine, and it is getting better",
            named="the usual migraine (getting better)",
            reports=True,
        ),
        Option(
            id="easing",
            text="Strong, but easing. It began less than a day ago",
            named="a strong but easing headache (begun less than a day ago)",
            reports=True,
        ),
        Option(
            id="strong",
            text="Strong for more than a day, or it stops normal tasks, or it will not ease",
            named="a strong headache that lasts over a day, stops normal tasks or will not ease",
            reports=True,
        ),
        Option(
            id="severe",
            text="Very bad: 8, 9 or 10 out of 10",
            named="a very bad headache (8, 9 or 10 out of 10)",
            reports=True,
        ),
        Option(
            id="worst",
            text="The worst ever, or it came within a minute",
            named="the worst headache ever or one that came within a minute",
            reports=True,
        ),
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
        Option(id="sore-neck", text="Sore neck, but the chin reaches the chest", named="a sore neck", reports=True),
        Option(
            id="stiff-neck", text="Stiff neck. The chin does not reach the chest", named="a stiff neck", reports=True
        ),
        Option(
            id="light",
            text="Light or moving the eyes hurts, and it is not the usual migraine",
            named="pain from light or from moving the eyes (photophobia)",
            reports=True,
        ),
        Option(
            id="drowsy", text="Sleepier than usual, but easy to wake", named="more sleepiness than usual", reports=True
        ),
        Option(id="blurred", text="New blurred sight", named="new blurred sight", reports=True),
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
        Option(
            id="brief", text="Mild and brief, mostly on standing up", named="mild and brief dizziness", reports=True
        ),
        Option(
            id="at-risk",
            text="The same, with age over 65, little to drink, or blood pressure or water tablets",
            named="brief dizziness with age over 65, little to drink, or blood pressure or water tablets",
            reports=True,
        ),
        Option(
            id="keeps",
            text="It keeps coming back, led to a fall, or drinking is hard",
            named="dizziness that keeps coming back, led to a fall or makes drinking hard",
            reports=True,
        ),
        Option(
            id="with-signs",
            text="With chest pain, short breath or black poo",
            named="dizziness with chest pain, short breath or black poo",
            reports=True,
        ),
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
            named="a feverish feeling below 38 °C (100.4 °F)",
            reports=True,
            cluster="flu-like",
        ),
        Option(
            id="settled",
            text="38 °C (100.4 °F) or more, but only on the first day. A painkiller cleared it, and all is well now",
            named="a settled first-day fever of at least 38 °C (100.4 °F)",
            reports=True,
        ),
        Option(id="38", text="38 °C (100.4 °F) or more", named="a fever of at least 38 °C (100.4 °F)", reports=True),
        Option(
            id="shaking",
            text="Any temperature, with violent shaking or blotchy skin",
            named="violent shaking (rigors) or blotchy skin at any temperature",
            reports=True,
        ),
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
        Option(
            id="ordinary",
            text="Tired, but the usual tasks get done",
            named="tiredness with the usual tasks still done",
            reports=True,
        ),
        Option(
            id="marked",
            text="Too tired for the usual tasks",
            named="tiredness that stops the usual tasks",
            reports=True,
        ),
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
        Option(id="both-sides", text="On both sides, like flu", named="aches on both sides", reports=True),
        Option(
            id="calves",
            text="In both calves, the same on each side, with no swelling",
            named="equal aches in both calves without swelling",
            reports=True,
        ),
        Option(
            id="severe",
            text="On both sides, so bad that it is hard to move",
            named="aches so bad that it is hard to move",
            reports=True,
        ),
        Option(
            id="one-limb",
            text="In one arm or leg only, or one side is worse",
            named="aches in one arm or leg, or mainly on one side",
            reports=True,
            cluster="limb",
        ),
        Option(
            id="chest",
            text="In the jaw, or from the chest into an arm or the back",
            named="pain in the jaw, or from the chest into an arm or the back",
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
        Option(id="low", text="Low and dull, no worse on one side", named="a low and dull back ache", reports=True),
        Option(
            id="flank",
            text="High on one side, under the ribs",
            named="back ache high on one side under the ribs (flank)",
            reports=True,
            cluster="kidney",
        ),
        Option(
            id="with-signs",
            text="Sudden and tearing, or with weak legs, numbness between the legs or bladder trouble",
            named="tearing back pain, or back ache with weak legs, numbness between the legs or bladder trouble",
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
        Option(
            id="dry",
            text="Sore throat, runny nose or cough, with clear phlegm or none",
            named="a cold or cough with clear phlegm or none",
            reports=True,
        ),
        Option(
            id="phlegm",
            text="The cough brings up yellow or green phlegm",
            named="a cough with yellow or green phlegm",
            reports=True,
        ),
        Option(
            id="blood",
            text="The cough brings up blood or froth, or the voice is newly hoarse",
            named="a cough with blood or froth (haemoptysis), or a newly hoarse voice",
            reports=True,
            cluster="heart-and-lungs",
        ),
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
        Option(
            id="queasy",
            text="Queasy or sick once. Drinking works, and it is 2 days or less",
            named="feeling queasy or being sick once (2 days or less)",
            reports=True,
        ),
        Option(
            id="lingering",
            text="Queasy or sick once, for more than 2 days",
            named="feeling queasy or being sick once (more than 2 days)",
            reports=True,
        ),
        Option(
            id="repeated",
            text="Sick more than once, or drinks will not stay down",
            named="being sick more than once or keeping no drinks down",
            reports=True,
            cluster="stomach",
        ),
        Option(
            id="blood",
            text="Sick with blood in it, or with a faint",
            named="being sick with blood in it (haematemesis) or with a faint",
            reports=True,
            cluster="stomach",
        ),
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
        Option(
            id="mild",
            text="Mild pain or loose poo, for 2 days or less",
            named="mild tummy pain or loose poo (2 days or less)",
            reports=True,
        ),
        Option(
            id="lasting",
            text="Mild pain or loose poo, for more than 2 days",
            named="mild tummy pain or loose poo (more than 2 days)",
            reports=True,
        ),
        Option(
            id="strong",
            text="Strong pain, or drinking cannot keep up",
            named="strong tummy pain, or more lost than drinking makes up for",
            reports=True,
        ),
        Option(
            id="sudden",
            text="Sudden and very bad, or black or bloody poo",
            named="sudden and very bad tummy pain, or black or bloody poo",
            reports=True,
        ),
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
        Option(
            id="flush", text="Warm, flushed face, and it is fading", named="a flushed face that fades", reports=True
        ),
        Option(id="patch", text="One faint patch, not changing", named="one faint patch on the skin", reports=True),
        Option(
            id="palms",
            text="Itchy blisters on palms or soles, or dry patches like eczema",
            named="itchy blisters on palms or soles, or dry patches (pompholyx, eczema)",
            reports=True,
            cluster="skin",
        ),
        Option(
            id="rash",
            text="Hives, itching or a new rash",
            named="hives (urticaria), itching or a new rash",
            reports=True,
        ),
        Option(
            id="spreading",
            text="A rash that spreads, is raw or weeping, or any with the next drip due within days",
            named="a rash that spreads, is raw or weeps, or any with the next drip due within days",
            reports=True,
            cluster="skin",
        ),
        Option(
            id="severe",
            text="Any with a swollen face, hoarse voice, sore mouth or eyes, fever, faint or vomiting; spots that stay",
            named="a skin change with a swollen face, hoarse voice, sore mouth or eyes, fever, faint or vomiting,"
            " or with spots that stay",
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
        Option(
            id="sore",
            text="A small sore spot or bruise, for 3 days or less",
            named="a small sore spot or bruise at the needle site (3 days or less)",
            reports=True,
        ),
        Option(
            id="lump",
            text="A lump, or sore for more than 3 days",
            named="a lump, or more than 3 days of soreness, at the needle site",
            reports=True,
        ),
        Option(
            id="spreading",
            text="Redness that spreads, a hot streak, a hard cord or pus",
            named="spreading redness, a hot streak, a hard cord or pus at the needle site",
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
        Option(
            id="flutter",
            text="A brief flutter, settled now",
            named="a brief flutter of the heart that settled (palpitation)",
            reports=True,
        ),
        Option(
            id="racing",
            text="Racing, pounding or uneven, and it goes on or comes back",
            named="a racing, pounding or uneven heartbeat that goes on or comes back",
            reports=True,
        ),
        Option(
            id="rest",
            text="Racing or pounding even at rest",
            named="a racing or pounding heart even at rest",
            reports=True,
        ),
        Option(
            id="with-signs",
            text="With chest pain, short breath or a faint",
            named="a heartbeat problem with chest pain, short breath or a faint",
            reports=True,
        ),
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
        Option(
            id="slight",
            text="Below 140 over 90, but higher than usual",
            named="a blood pressure below 140 over 90 but higher than usual",
            reports=True,
        ),
        Option(
            id="raised",
            text="140 to 179 over 90 to 119",
            named="a blood pressure of 140 to 179 over 90 to 119",
            reports=True,
        ),
        Option(
            id="high",
            text="180 or more, or the lower number is 120 or more",
            named="a blood pressure of 180 or more, or 120 or more for the lower number",
            reports=True,
        ),
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
            id="evening",
            text="Ankles slightly puffy on both sides, or rings tight, in the evening only",
            named="slight swelling on both sides in the evening only",
            reports=True,
        ),
        Option(
            id="puffy",
            text="Both ankles puffy, or rings tight",
            named="puffy ankles on both sides or tight rings",
            reports=True,
        ),
        Option(
            id="climbing",
            text="It climbs up the legs, or one leg is worse",
            named="swelling that climbs the legs or is mainly in one leg",
            reports=True,
        ),
        Option(
            id="weight",
            text="2 kg (4 to 5 lb) heavier within 2 or 3 days",
            named="a weight gain of 2 kg (4 to 5 lb) within 2 or 3 days",
            reports=True,
        ),
        Option(
            id="lying-flat",
            text="With short breath when lying flat",
            named="swelling with short breath when lying flat (orthopnoea)",
            reports=True,
        ),
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
        Option(id="more", text="More than usual, and clear", named="more pee than usual that is clear", reports=True),
        Option(
            id="dry-day",
            text="Less or darker once, on a dry day. Drinking put it right",
            named="less or darker pee once on a dry day",
            reports=True,
        ),
        Option(id="less", text="Clearly less than usual", named="clearly less pee than usual (oliguria)", reports=True),
        Option(
            id="dark",
            text="Dark like tea or cola, or brown or red",
            named="pee that is dark like tea or cola, brown or red",
            reports=True,
            cluster="blood",
        ),
        Option(
            id="none-12-hours",
            text="None for 12 hours or more",
            named="no pee for 12 hours or more (anuria)",
            reports=True,
        ),
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
        Option(id="pale", text="Unusually pale", named="unusual paleness (pallor)", reports=True),
        Option(id="yellow", text="Yellow skin or eyes", named="yellow skin or eyes (jaundice)", reports=True),
        Option(
            id="bruises",
            text="New bruises away from the needle, or nosebleeds that stop",
            named="new bruises away from the needle, or nosebleeds that stop",
            reports=True,
        ),
        Option(
            id="heavy",
            text="New heavy bleeding, or any after a blow to the head",
            named="new heavy bleeding, or any after a blow to the head",
            reports=True,
        ),
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
        Option(
            id="sore",
            text="Part of it is sore, swollen, warm or red",
            named="part of one arm or leg that is sore, swollen, warm or red",
            reports=True,
        ),
        Option(
            id="whole",
            text="All of it is swollen and blue, or cold and white",
            named="a whole arm or leg that is swollen and blue, or cold and white",
            reports=True,
        ),
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
        Option(
            id="usual",
            text="In the usual places, only stronger",
            named="stronger nerve pain in the usual places",
            reports=True,
        ),
        Option(
            id="new-place",
            text="In a new place, or it is spreading",
            named="nerve pain, tingling or numbness in a new place or spreading",
            reports=True,
        ),
        Option(
            id="sudden",
            text="It came suddenly, on one side",
            named="nerve pain, tingling or numbness that came suddenly on one side",
            reports=True,
        ),
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
        Option(
            id="same-tasks",
            text="All that was possible before this drip",
            named="weakness with every task still done",
            reports=True,
            cluster="flu-like",
        ),
        Option(
            id="creeping",
            text="Old weakness creeps back over days in the usual places, but every task still gets done",
            named="old weakness that creeps back over days (every task still done)",
            reports=True,
        ),
        Option(
            id="lost-task",
            text="Less than before this drip or than yesterday, or more falls, or a new place is weak",
            named="a task that is lost, more falls or weakness in a new place",
            reports=True,
        ),
        Option(
            id="fast",
            text="It got bad within hours, climbs up, came suddenly on one side, or affects standing, breath,"
            " swallowing or the bladder",
            named="weakness that grew within hours, climbs, came suddenly on one side, or affects standing, breath,"
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
        Option(
            id="well", text="As usual", named="a surprising blood sugar reading while feeling as usual", reports=True
        ),
        Option(
            id="shaky",
            text="Shaky, sweaty, drowsy or confused",
            named="a surprising blood sugar reading while shaky, sweaty, drowsy or confused",
            reports=True,
        ),
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
        Option(
            id="later",
            text="In more than 2 days",
            named="a thought of stopping with the next drip more than 2 days off",
            reports=True,
        ),
        Option(
            id="soon-or-missed",
            text="Within 2 days, or it was missed already",
            named="a thought of stopping with the next drip within 2 days or already missed",
            reports=True,
        ),
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

# Time, in words.

yesterday = Question(
    id="yesterday",
    kind="choice",
    text="Compared with yesterday, how is it?",
    about="whether it is better or worse than yesterday",
    ask_if=after_first_day & any_symptom,
    screen="time",
    options=(
        Option(id="better", text="Better", named="an improvement since yesterday"),
        Option(id="same", text="The same", named="no change since yesterday"),
        Option(id="new", text="It began today", named="a start today"),
        Option(id="worse", text="Worse", named="a change for the worse since yesterday"),
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
        Option(
            id="first-days",
            text="During the drip, or in the 3 days after it",
            named="a start during the drip or in the 3 days after it",
        ),
        Option(id="later", text="Later than that", named="a start more than 3 days after the drip"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("first-days", "later")),
    ),
)
in_window = called("in the first 3 days", first_day | second_day | (third_day & yesterday.is_("better")))
past_window = called("after the first 3 days", (third_day & yesterday.is_("same", "new", "worse")) | late)

# Risks: asked once, last, and only where a rule about what is ticked looks at one.

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
over_65 = risks.is_("over-65")
clot_group = risks.is_("clot", "heart", "heart-failure", "protein", "still", "dry", "first", "dose", "line")
kidney_group = risks.is_("kidney", "diabetes", "insulin", "protein", "dry", "kidney-drugs")
fluid_group = risks.is_("heart-failure", "kidney")
clot_risk = called("a risk of clots", over_65 | clot_group)
kidney_risk = called("a risk to the kidneys", over_65 | kidney_group)
fluid_risk = called("a risk from too much fluid", over_65 | fluid_group)
haemolysis_risk = called(
    "a risk of red blood cells breaking down (haemolysis)", risks.is_("blood-group", "first", "dose")
)
meningitis_risk = called("a risk of swelling around the brain (aseptic meningitis)", risks.is_("dose", "migraine"))
infection_risk = called("a risk of infection", risks.is_("defence", "line"))
pregnant = risks.is_("pregnant")
# Age is in three groups, and counts once: most people would have several otherwise.
several_risks = called(
    "3 risks of different kinds",
    at_least(
        3,
        over_65,
        called("a risk of clots other than age", clot_group),
        called("a risk to the kidneys other than age", kidney_group),
        called("a risk from too much fluid other than age", fluid_group),
        haemolysis_risk,
        infection_risk,
        pregnant,
    ),
)

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
