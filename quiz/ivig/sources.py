"""What the rules rest on. A link is given only for papers with a PubMed number."""

from quiz.model import Source

SEEN = "2026-11"

ARTICLE = Source(title="Can IVIg Make Neuropathy Worse?", publisher="Online article, author unknown", seen=SEEN)
OWN_MARGIN = Source(title="A safety margin chosen by this project.", publisher="This project", seen=SEEN)

NHS_ANAPHYLAXIS = Source(title="Anaphylaxis", publisher="NHS", seen=SEEN)
NHS_BREATHLESSNESS = Source(title="Shortness of breath", publisher="NHS", seen=SEEN)
NHS_CAUDA_EQUINA = Source(title="Cauda equina warning cards", publisher="NHS", seen=SEEN)
NHS_CHEST_PAIN = Source(title="Chest pain", publisher="NHS", seen=SEEN)
NHS_DVT = Source(title="Deep vein thrombosis (DVT)", publisher="NHS", seen=SEEN)
NHS_HEADACHES = Source(title="Headaches", publisher="NHS", seen=SEEN)
NHS_KIDNEY = Source(title="Acute kidney injury leaflets", publisher="NHS", seen=SEEN)
NHS_MENINGITIS = Source(title="Meningitis", publisher="NHS", seen=SEEN)
NHS_PRE_ECLAMPSIA = Source(title="Pre-eclampsia", publisher="NHS", seen=SEEN)
NHS_RAYNAUD = Source(title="Raynaud's, list of causes", publisher="NHS, through the press", seen=SEEN)
LOW_PRESSURE = Source(title="Low blood pressure", publisher="NHS, through other pages", seen=SEEN)
NHS_STROKE = Source(title="Symptoms of stroke", publisher="NHS and Stroke Association", seen=SEEN)
SEPSIS_TRUST = Source(title="Signs of sepsis in adults", publisher="UK Sepsis Trust, through NHS practices", seen=SEEN)

GAMMAGARD = Source(title="Gammagard Liquid pages for patients", publisher="gammagard.com", seen=SEEN)
GAMUNEX = Source(title="Gamunex-C advice to give patients", publisher="MIMS Singapore copy of the label", seen=SEEN)
LABELS = Source(
    title="Immunoglobulin product labels", publisher="Octagam, Panzyga, Bivigam and others, as copied", seen=SEEN
)
PRIVIGEN = Source(title="Privigen important safety information", publisher="privigen.com", seen=SEEN)
NUFACTOR = Source(title="Nursing notes on immunoglobulin side effects", publisher="Nufactor", seen=SEEN)
WALTON = Source(title="IVIg leaflet", publisher="Walton Centre", seen=SEEN)
UKONS = Source(title="Oncology/haematology 24-hour triage rules, version 3", publisher="UKONS", seen=SEEN)

JOLLES = Source(
    title="Aseptic meningitis after immunoglobulin (BMJ 1998;316:936)", publisher="Jolles and others", seen=SEEN
)
STIEHM = Source(
    title="Adverse effects of human immunoglobulin therapy",
    publisher="Stiehm, 2013",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/23835249/",
)
CLOT_TIMING = Source(
    title="Venous and arterial thrombosis following administration of intravenous immunoglobulins",
    publisher="PubMed record 15970713",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/15970713/",
)
RIZK = Source(
    title="Transfusion-related acute lung injury after the infusion of IVIG",
    publisher="Rizk, Transfusion, 2001",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/11239233/",
)
LIMB_CLOTS = Source(
    title="Stroke and blocked arteries after immunoglobulin, 2003",
    publisher="Caress; Okuda (Relias summary)",
    seen=SEEN,
)
EYE_CLOTS = Source(
    title="Thromboembolic complications of intravenous immunoglobulin treatment",
    publisher="European Neurology, 2004",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/15479982/",
)
NERVE_CLINIC_CLOTS = Source(
    title="Clots in two years of a neuropathy clinic (62 patients, 616 courses)",
    publisher="Clinic study",
    seen=SEEN,
)
ACUTE_NEUROPATHY = Source(title="Acute neuropathies, summary", publisher="AAPM&R", seen=SEEN)
WEARING_OFF = Source(
    title="Gammagard dosing page for multifocal motor neuropathy", publisher="gammagard.com", seen=SEEN
)
SKIN_SERIES = Source(
    title="Pompholyx and eczematous reactions associated with intravenous immunoglobulin therapy",
    publisher="PubMed record 21601310",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/21601310/",
)
GUO = Source(title="Adverse effects of immunoglobulin therapy", publisher="Guo and others, 2018", seen=SEEN)
HAEMOLYSIS_FDA = Source(
    title="Haemolysis after immunoglobulin: change of the label, June 2012", publisher="FDA", seen=SEEN
)
HAEMOLYSIS_CLINIC = Source(
    title="Falls in blood count in people with CIDP or MMN on immunoglobulin", publisher="Clinic cohort", seen=SEEN
)
NEEDLE_SITES = Source(title="Care of a cannula, leaflet", publisher="Northern Care Alliance", seen=SEEN)
MALTOSE = Source(title="False blood sugar readings after maltose products", publisher="FDA notices", seen=SEEN)
WITHDRAWAL = Source(title="Trial of stopping immunoglobulin in CIDP", publisher="Maastricht page", seen=SEEN)
BOXED = Source(
    title="Boxed warning on clots and kidneys", publisher="Octagam, Panzyga and Bivigam labels, as copied", seen=SEEN
)
BACK_LEAFLET = Source(title="Immunology leaflet on immunoglobulin", publisher="Northern Ireland", seen=SEEN)
PHLEBITIS = Source(title="Phlebitis", publisher="MedlinePlus", seen=SEEN)
GLANDS = Source(title="Swollen glands", publisher="nidirect", seen=SEEN)
STEROIDS = Source(title="Steroids, advice for patients", publisher="eviQ", seen=SEEN)
GAMEDIS = Source(
    title="Fatigue, depression, and product tolerability during long-term treatment with intravenous immunoglobulin",
    publisher="GAMEDIS study, BMC Neurology, 2023",
    seen=SEEN,
)
HAIR_LOSS = Source(
    title="Hair loss after immunoglobulin (2019;6:e620; 2007;45:200)",
    publisher="Neurol Neuroimmunol Neuroinflamm; Korean J Dermatol",
    seen=SEEN,
)
PASSIVE_ANTIBODIES = Source(
    title="False interpretation of diagnostic serology tests after immunoglobulin (Clin Med 2015;15:125)",
    publisher="Bright; with Parker, BMC Infect Dis 2014;14:99",
    seen=SEEN,
)
PASSIVE_ANTIBODIES_STUDY = Source(
    title="Study of antibodies passed on by immunoglobulin", publisher="Lindahl (PubMed 38023555)", seen=SEEN
)
WHITE_CELLS = Source(title="Low white cells after immunoglobulin", publisher="Matsuda, 2003", seen=SEEN)
LOW_SODIUM = Source(
    title="Intravenous immunoglobulin therapy results in post-infusional hyperproteinemia, increased serum viscosity,"
    " and pseudohyponatremia",
    publisher="PubMed record 12749010",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/12749010/",
)
TRUE_LOW_SODIUM = Source(
    title="True hyponatremia secondary to intravenous immunoglobulin",
    publisher="PubMed record 16791398",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/16791398/",
)
AFTER_REACTION = Source(title="Ask the Expert: after a reaction to IVIg", publisher="AAAAI", seen=SEEN)
FELDMEYER = Source(
    title="Side effects of immunoglobulin in a skin clinic",
    publisher="Feldmeyer, Acta Derm Venereol",
    seen=SEEN,
)
HOME_PUMPS = Source(title="Infusion pumps at home", publisher="FDA", seen=SEEN)
NHS_PARACETAMOL = Source(title="Paracetamol, as copied in the press", publisher="NHS", seen=SEEN)
NEEDLESTICK = Source(title="Needlestick injuries", publisher="Mersey and West Lancashire NHS", seen=SEEN)
CIDP_GUIDELINE = Source(
    title="EAN/PNS guideline on CIDP, second revision, 2021 (read through a summary)",
    publisher="Van den Bergh and others",
    seen=SEEN,
)
MMN_INTERVAL = Source(
    title="Immunoglobulin in multifocal motor neuropathy: dose and interval",
    publisher="van den Berg, Eur Neurol Rev, 2012",
    seen=SEEN,
)
EARLY_FLUCTUATION = Source(
    title="Falling back within 8 weeks after Guillain-Barré syndrome, 2010",
    publisher="Ruts, Neurology (Maastricht page)",
    seen=SEEN,
)

GBS_PAGE = Source(title="Guillain-Barré syndrome", publisher="NHS Direct Wales; BMJ Best Practice 176", seen=SEEN)
CHILDREN_SERIES = Source(
    title="Series of 145 people and 1,214 infusions", publisher="Allergologia et Immunopathologia", seen=SEEN
)
PREGNANCY_COHORT = Source(
    title="Maternal and fetal safety of intravenous immunoglobulin in women with reproductive failure",
    publisher="PubMed record 34363283",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/34363283/",
)
KIOVIG = Source(title="KIOVIG leaflet, October 2024", publisher="emc", seen=SEEN)
RACHID = Source(
    title="The role of anti-IgA antibodies in causing adverse reactions to gamma globulin infusion",
    publisher="Rachid and Bonilla, J Allergy Clin Immunol, 2011",
    seen=SEEN,
)
MAYO = Source(title="Precautions for immunoglobulin", publisher="Mayo Clinic", seen=SEEN)
BRAND_CHANGE = Source(
    title="Increased risk of adverse events when changing intravenous immunoglobulin preparations",
    publisher="PubMed record 15030521",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/15030521/",
)
VACCINE_TABLES = Source(
    title="Tables of the time between immunoglobulin and vaccines",
    publisher="UpToDate and CDC, as copied; MVEC",
    seen=SEEN,
)
SEKUL = Source(
    title="Aseptic meningitis associated with high-dose intravenous immunoglobulin therapy",
    publisher="Sekul, 1994",
    seen=SEEN,
    url="https://pubmed.ncbi.nlm.nih.gov/8037406/",
)
ANZCA = Source(title="Fear of needles, 2018", publisher="ANZCA", seen=SEEN)
ASCIA = Source(title="Pages on immunoglobulin under the skin, 2018 to 2024", publisher="ASCIA", seen=SEEN)
HIZENTRA = Source(title="Hizentra warning", publisher="ConnectRx and RxList copies", seen=SEEN)
CHILD_PAGES = Source(
    title="Immunoglobulin in children", publisher="KidsHealth, through Providence; AboutKidsHealth", seen=SEEN
)
HEAD_VEIN_CLOTS = Source(
    title="Review of clots in the veins of the head", publisher="Frontiers in Aging Neuroscience, 2018", seen=SEEN
)
NECK_VEIN_CLOT = Source(
    title="Clot in a vein of the neck", publisher="American Journal of Hematology, 2008 (PubMed 17975805)", seen=SEEN
)
NECK_VEIN_REVIEW = Source(title="Review of clots in the neck veins", publisher="Diagnostics 2021;11:378", seen=SEEN)
LUMBAR = Source(title="Headache after lumbar puncture", publisher="Drug and Therapeutics Bulletin 16:99", seen=SEEN)
FLASHES = Source(title="Flashes and floaters, leaflets", publisher="Moorfields 2018; Blackpool NHS (PL252)", seen=SEEN)
HEARING_LOSS = Source(title="Sudden hearing loss", publisher="RNID, as copied", seen=SEEN)
