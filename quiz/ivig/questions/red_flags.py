"""Warning signs: each wording carries its own exclusion, because one tick ends the quiz."""

from quiz.ivig.questions.wording import grouped
from quiz.model import NONE, Option, Question

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
