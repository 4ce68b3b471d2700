"""Warning signs: each wording carries its own exclusion, because one tick ends the quiz."""

from quiz.ivig.questions.options import reported, under
from quiz.model import NONE, Option, Question

red_flags = Question(
    id="red-flags",
    kind="several",
    text="Any of these, now or since your infusion?",
    hint="Not sure? Tick.",
    about="the warning signs",
    options=(
        *under(
            "Breathing and chest",
            reported(
                "breathless", "Breathless at rest, or suddenly", named="breathlessness at rest or that came suddenly"
            ),
            reported("wheeze", "New or lasting wheeze", named="a new or lasting wheeze"),
            reported("chest-pain", "Chest pain, tightness or heaviness", named="chest pain, tightness or heaviness"),
            reported(
                "blue-lips",
                "Bloody cough, froth, blue or grey lips",
                named="a bloody cough, froth, or blue or grey lips",
            ),
        ),
        *under(
            "Face, speech, arm or leg",
            reported("face-droop", "Weak, drooping face", named="a weak, drooping face"),
            reported("sudden-weakness", "Limb suddenly weak or numb", named="an arm or leg suddenly weak or numb"),
            reported("speech", "Sudden speech or balance trouble", named="sudden trouble with speech or balance"),
        ),
        *under(
            "Head, mind and eyes",
            reported("stiff-neck-headache", "Bad headache with stiff neck", named="a bad headache with a stiff neck"),
            reported(
                "explosive-headache",
                "Headache peaking within a minute",
                named="a headache that peaked within a minute (thunderclap)",
            ),
            reported("sight", "Sudden blindness, double vision", named="sudden blindness or double vision"),
            reported("confused", "Confused or hard to wake", named="confusion or being hard to wake"),
        ),
        *under(
            "Swelling or rash",
            reported(
                "face-swelling",
                "Swollen face, mouth, throat, hoarseness",
                named="a swollen face, mouth or throat, or hoarseness",
            ),
            reported(
                "rash-with-illness",
                "Rash with fever, faint, vomiting, sore mouth",
                named="a rash with fever, a faint, vomiting or a sore mouth",
            ),
            reported("purple-spots", "Purple spots that stay", named="purple spots that stay (purpura)"),
        ),
        *under(
            "Collapse, fit or bleeding",
            reported(
                "collapse", "Fainting, except on standing up", named="a faint other than on standing up (syncope)"
            ),
            reported("fit", "First or unusual fit", named="a first or unusual fit (seizure)"),
            reported(
                "shaking",
                "Violent shaking, blotchy skin, feeling near death",
                named="violent shaking (rigors), blotchy skin or a feeling of near death",
            ),
            reported(
                "bleeding",
                "Black or bloody poo, non-stop bleeding",
                named="black or bloody poo, or bleeding that does not stop",
            ),
        ),
        *under(
            "Limb, bladder, urine",
            reported("cold-limb", "Limb suddenly cold, pale, blue", named="an arm or leg suddenly cold, pale or blue"),
            reported(
                "legs-give-way",
                "Legs failing within hours, trouble swallowing",
                named="legs that fail within hours, or trouble swallowing",
            ),
            reported(
                "saddle-numb",
                "Numb between legs, bladder or bowel trouble",
                named="numbness between the legs, or bladder or bowel trouble",
            ),
            reported("no-urine", "No pee for 12 hours", named="no pee for 12 hours (anuria)"),
        ),
        Option(id=NONE, text="None of these", named="none of the warning signs"),
    ),
)
