"""Flu-like: temperature, tiredness, aches, back, cough."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.before import waits
from quiz.ivig.questions.options import (
    COUGHING_BLOOD,
    NOT_SURE,
    PURPLE_SPOTS,
    RASH_WITH_ILLNESS,
    SADDLE_NUMB,
    SHAKING,
    SWALLOWING,
    reported,
)
from quiz.model import Option, Question

temperature = Question(
    id="temperature",
    kind="scale",
    text="What is the fever like?",
    hint="Spots not yet pressed count as spots that stay.",
    about="the temperature",
    ask_if=symptoms.is_("fever") | waits("infection"),
    cluster="infection",
    screen="body",
    options=(
        reported(
            "under-38",
            "Below 38 °C, with plain shivers or none",
            named="a temperature below 38 °C (100.4 °F), with plain shivers or none",
            said="chills or a temperature below 38 °C (100.4 °F)",
            cluster="flu-like",
        ),
        reported(
            "settled",
            "38 °C or more, only on the first day. A painkiller cleared it, and all is well now",
            named="a settled first-day fever of at least 38 °C (100.4 °F)",
            said="a fever on the first day that has settled",
        ),
        reported(
            "38",
            "38 °C (100.4 °F) or more. Still there, after the first day, or not all well",
            named="a fever of at least 38 °C (100.4 °F)",
        ),
        SHAKING,
        PURPLE_SPOTS,
        RASH_WITH_ILLNESS,
        Option(id="no-thermometer", text="No thermometer here", stands_for=("38",)),
    ),
)
tired = Question(
    id="tired",
    kind="choice",
    text="How bad is the tiredness?",
    about="how bad the tiredness is",
    ask_if=symptoms.is_("tired"),
    cluster="flu-like",
    screen="body",
    options=(
        reported("marked", "Too tired for the usual tasks", named="tiredness that stops the usual tasks"),
        reported(
            "ordinary",
            "Tired, but the usual tasks get done",
            named="tiredness with the usual tasks still done",
            said="tiredness",
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
        reported(
            "chest",
            "In the jaw, or from the chest into an arm or the back",
            named="pain in the jaw, or from the chest into an arm or the back",
            cluster="heart-and-lungs",
        ),
        reported(
            "one-limb",
            "In one arm or leg only, or worse on one side",
            named="aches in one arm or leg, or mainly on one side",
            cluster="limb",
        ),
        reported("severe", "On both sides, so bad that moving is hard", named="aches so bad that it is hard to move"),
        reported(
            "cramps",
            "Cramps or twitching that come and go",
            named="cramps or twitching (fasciculations) that come and go",
        ),
        reported(
            "calves",
            "In both calves alike, with no swelling",
            named="equal aches in both calves without swelling",
        ),
        reported("both-sides", "On both sides, like flu", named="aches on both sides"),
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
        reported("low", "Low and dull, no worse on one side", named="a low and dull back ache"),
        reported(
            "flank",
            "High on one side, under the ribs",
            named="back ache high on one side under the ribs (flank)",
            cluster="kidney",
        ),
        reported(
            "with-signs",
            "Sudden and tearing, or with legs newly weaker",
            named="sudden and tearing back pain, or back ache with legs newly weaker",
        ),
        SADDLE_NUMB,
        Option(id="not-sure", text=NOT_SURE, stands_for=("flank",)),
    ),
)
cough = Question(
    id="cough",
    kind="scale",
    text="What is the cold or cough like?",
    hint="A throat that hurts but lets drinks down is no trouble swallowing.",
    about="the cold or cough",
    ask_if=symptoms.is_("cold"),
    cluster="flu-like",
    screen="body",
    options=(
        reported(
            "dry",
            "Sore throat, runny nose or cough, with clear phlegm or none, or small sore glands on both sides",
            named="a cold or cough with clear phlegm or none, or small sore glands on both sides",
            said="a cold or cough",
        ),
        reported("phlegm", "Coughing up yellow or green phlegm", named="a cough with yellow or green phlegm"),
        reported(
            "gland",
            "A gland that is hard, on one side only, or still growing after a week",
            named="a gland that is hard, on one side only or still growing after a week (lymph node)",
        ),
        SWALLOWING,
        COUGHING_BLOOD,
        Option(id="not-sure", text=NOT_SURE, stands_for=("phlegm",)),
    ),
)
