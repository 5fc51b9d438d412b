"""The scenario language described once; builder, schema and the tables of the docs read it here."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim.language.kinds import (
    Annotated,
    Changes,
    ConditionText,
    Field,
    Line,
    Many,
    Number,
    OneOf,
    Plain,
    Points,
    Prose,
    Record,
    Reference,
    Routes,
    SceneKinds,
    StateNames,
    Story,
    Table,
    Truth,
    Word,
)
from etika_sim.model import PRINCIPLES

ID = "[a-z][a-z0-9-]*"
NAME = "[a-z][a-z0-9_]*"
DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

_LEVELS = {"basic": "dasar", "intermediate": "menengah", "advanced": "lanjut"}
_PRACTICES = {
    "PR1": "melayani tepat waktu tanpa membeda-bedakan",
    "PR2": "menjawab dengan sopan dan jelas",
    "PR3": "menolak gratifikasi dan menghindari konflik kepentingan",
    "PR4": "membuka informasi publik",
    "PR5": "menjaga kerahasiaan data warga",
}
_PRESSURES = {
    "T1": "beban kerja",
    "T2": "atasan yang tidak memberi contoh",
    "T3": "kebiasaan lama di kantor",
    "T4": "kerja yang etis tidak dihargai",
}
_REMEDIES = {"S1": "pembinaan dan pengawasan", "S2": "etika dalam penilaian kinerja", "S3": "keteladanan"}
_THEMES = {
    "conflict-of-interest": "konflik kepentingan",
    "gratification": "gratifikasi",
    "illegal-fees": "pungutan liar (pungli)",
    "delay": "layanan yang tertunda",
    "discrimination": "layanan yang membeda-bedakan",
    "public-information": "informasi publik",
    "citizens-data": "data pribadi warga",
    "social-media": "media sosial",
    "abuse-of-authority": "penyalahgunaan wewenang",
    "maladministration": "maladministrasi",
    "whistleblowing": "pelaporan pelanggaran",
    "neutrality": "netralitas",
    "state-property": "barang milik negara",
    "procurement": "pengadaan",
    "workload": "beban kerja",
    "bad-example": "contoh buruk dari atasan",
    "mere-friendliness": "ramah yang belum etis (Senyum, Salam, Sapa)",
    "false-records": "catatan yang tidak sesuai kejadian",
}
_QUALITIES = {
    "exemplary": "menjadi teladan",
    "acceptable": "dapat dipertanggungjawabkan",
    "compromised": "meninggalkan masalah",
    "violation": "melewati garis merah",
}
_EXCUSES = {
    "justify": "niatnya kan baik",
    "euphemise": "ini cuma soal cara menyebutnya",
    "compare": "yang lain lebih parah",
    "displace": "bukan saya yang menentukan",
    "diffuse": "bukan cuma saya",
    "minimise": "ini cuma hal kecil",
    "dehumanise": "orang seperti itu memang begitu",
    "blame": "salah mereka sendiri",
}
PRINCIPLES_ID = {
    "integrity": "Kejujuran (KJ)",
    "fairness": "Keadilan (KD)",
    "accountability": "Tanggung jawab (TJ)",
    "transparency": "Transparansi (TR)",
    "professionalism": "Profesionalisme (PF)",
}
"""The fixed words and what they mean in Indonesian, as editors show them and as the screen says it."""

LEVELS, PRACTICES, PRESSURES = tuple(_LEVELS), tuple(_PRACTICES), tuple(_PRESSURES)
THEMES = tuple(_THEMES)
REMEDIES, QUALITIES, EXCUSES = tuple(_REMEDIES), tuple(_QUALITIES), tuple(_EXCUSES)
PLAN_MINUTES = "[1-9][0-9]{0,2}"

FEWEST_CHOICES, MOST_CHOICES = 2, 5
MOST_NAMES, MOST_STATES = 16, 2**20
LOWEST_COUNTER, HIGHEST_COUNTER = -1000, 1000


def _one_of(meanings: Mapping[str, str]) -> OneOf:
    return OneOf(tuple(meanings), tuple(meanings.values()))


ROUTE = Record(
    "route",
    (
        Field(
            "if",
            ConditionText(),
            "Rute ini hanya diambil bila syaratnya berlaku.",
            "This route is taken only while its condition holds.",
            "tekanan >= 2",
        ),
        Field(
            "scene",
            Reference("scene"),
            "Adegan yang dituju.",
            "The scene it leads to.",
            "ruang-kepala",
            True,
        ),
    ),
)

TEXT_PART = Record(
    "text part",
    (
        Field(
            "if",
            ConditionText(),
            "Paragraf ini tampil hanya bila syaratnya berlaku.",
            "This paragraph shows only while the condition holds.",
            "tercatat",
            True,
        ),
        Field(
            "text",
            Prose(),
            "Paragraf yang tampil bila syaratnya berlaku.",
            "The paragraph shown while the condition holds.",
            "Buku tamu terbuka di mejanya.",
            True,
        ),
        Field(
            "else",
            Prose(),
            "Paragraf penggantinya bila syaratnya tidak berlaku.",
            "The paragraph shown instead while it does not hold.",
            "Ia belum tahu soal amplop itu.",
        ),
    ),
)

COUNTER = Record(
    "counter",
    (
        Field(
            "from",
            Number(LOWEST_COUNTER, HIGHEST_COUNTER),
            "Nilai terendah; penambahan berhenti di sini.",
            "The lowest value; adding stops here.",
            "0",
            True,
        ),
        Field(
            "to",
            Number(LOWEST_COUNTER, HIGHEST_COUNTER),
            "Nilai tertinggi; penambahan berhenti di sini.",
            "The highest value; adding stops here.",
            "3",
            True,
        ),
        Field(
            "start",
            Number(LOWEST_COUNTER, HIGHEST_COUNTER),
            "Nilai awal.",
            "The value at the start.",
            "0",
            True,
        ),
    ),
)

CHOICE = Record(
    "choice",
    (
        Field(
            "text",
            Line(),
            "Kalimat pilihan seperti yang dibaca peserta.",
            "The choice as participants read it.",
            "Menolak dengan sopan, lalu mencatatnya di buku tamu.",
            True,
        ),
        Field(
            "if",
            ConditionText(),
            "Pilihan ini hanya ditawarkan bila syaratnya berlaku.",
            "The choice is offered only while this holds.",
            "not tercatat and tekanan < 3",
        ),
        Field(
            "scores",
            Points(),
            "Poin -2 (melanggar) sampai 2 (teladan) untuk tiap asas yang tersentuh.",
            "Points from -2 (violates) to 2 (exemplary) for each principle it touches.",
            "{integrity: 2, transparency: 1}",
            True,
        ),
        Field(
            "recommended",
            Truth(),
            "Pilihan yang disarankan; paling banyak satu per adegan, dua bila dilemanya sejati.",
            "The recommended choice; one a scene at most, two in a true dilemma.",
            "true",
        ),
        Field(
            "red_line",
            Truth(),
            "Garis merah: pelanggaran hukum yang jelas.",
            "A red line: a clear breach of law.",
            "true",
        ),
        Field(
            "mends",
            Truth(),
            "Memulihkan: sesudah garis merah, pilihan ini sungguh memperbaiki keadaan sebelum ketahuan.",
            "Makes good: after a red line, this repairs the harm before anybody finds it out.",
            "true",
        ),
        Field(
            "excuse",
            _one_of(_EXCUSES),
            "Dalih yang membuat pilihan ini menggoda.",
            "The excuse that makes this choice tempting.",
            "minimise",
        ),
        Field(
            "outcome",
            Story(),
            "Akibat: apa yang langsung terjadi dalam cerita. Selalu tampil lebih dulu.",
            "What happens next in the story. It is always shown first.",
            "Pak Darto menarik amplopnya, malu.",
            True,
        ),
        Field(
            "review",
            Story(),
            "Ulasan: apa yang terlindungi dan apa yang dikorbankan.",
            "The why: what it protected, what it cost.",
            "Penolakan yang tercatat melindungi Anda dan warga berikutnya.",
            True,
        ),
        Field(
            "law",
            Many(Reference("law")),
            "Dasar hukum, dengan kode dari daftar hukum.",
            "The law it rests on, by id of the register.",
            "[G-06, A-07i]",
        ),
        Field(
            "next_step",
            Prose(),
            "Langkah berikut yang disarankan.",
            "The next step that is advised.",
            "Sampaikan kepada atasan hari ini juga.",
        ),
        Field(
            "channels",
            Many(Reference("channel")),
            "Saluran yang tepat, dengan kode dari daftar saluran.",
            "The right channels, by id of the register.",
            "[UPG]",
        ),
        Field(
            "say",
            Prose(),
            "Kalimat contoh yang dapat diucapkan.",
            "A model line to say aloud.",
            '"Terima kasih, Pak. Layanan ini gratis."',
        ),
        Field(
            "set",
            Changes("set"),
            "Mengisi penanda atau penghitung.",
            "Sets flags or counters.",
            "{tercatat: true}",
        ),
        Field(
            "add",
            Changes("add"),
            "Menambah atau mengurangi penghitung.",
            "Adds to counters, or takes away.",
            "{tekanan: 1}",
        ),
        Field(
            "to",
            Routes(),
            "Adegan berikutnya, atau daftar rute bersyarat.",
            "The next scene, or a list of routes with conditions.",
            "ruang-kepala",
            True,
        ),
    ),
)

HEARD = Record(
    "heard",
    (
        Field(
            "text", Prose(), "Ucapan peserta.", "What participants say.", '"semua orang juga begitu"', True
        ),
        Field(
            "answer",
            Prose(),
            "Jawaban fasilitator, satu kalimat, sebagai pertanyaan.",
            "What the trainer says to it: one sentence, as a question.",
            "Siapa yang tidak ikut, dan apa yang terjadi padanya?",
        ),
    ),
)

WHAT_IF = Record(
    "what-if",
    (
        Field("text", Prose(), "Pertanyaannya.", "The question.", "Bagaimana kalau isinya Rp50 ribu?", True),
        Field(
            "then",
            Reference("choice"),
            "Pilihan di adegan ini yang menjadi terbaik bila keadaannya begitu.",
            "The choice of this decision that is best if it is so.",
            "terima",
        ),
    ),
)

FACILITATOR = Record(
    "facilitator",
    (
        Field(
            "hinge",
            Prose(),
            "Yang menentukan di sini: satu fakta dalam adegan, satu kalimat.",
            "What decides here: one fact of the scene, in one sentence.",
            "Ia pemohon, dan berkasnya belum Anda putuskan.",
        ),
        Field(
            "enact",
            Prose(),
            "Apa yang diperagakan.",
            "What is to be enacted.",
            "Peragakan sampai amplop menyentuh meja, lalu bekukan.",
        ),
        Field(
            "probe",
            Many(Prose()),
            "Pertanyaan untuk menggali.",
            "Questions that dig deeper.",
            "- Apa yang membuat menolak terasa sulit?",
        ),
        Field(
            "listen_for",
            Many(Annotated(HEARD)),
            "Ucapan yang perlu ditangkap, bila perlu dengan jawabannya.",
            "Words worth catching, with an answer to them.",
            '- {text: "semua orang juga begitu", answer: "Siapa yang tidak ikut?"}',
        ),
        Field(
            "vary",
            Many(Annotated(WHAT_IF)),
            "Pertanyaan Bagaimana kalau, untuk mencari titik baliknya, bila perlu dengan pilihan terbaiknya.",
            "What-if questions that find the tipping point, with the choice that is best then.",
            '- {text: "Bagaimana kalau isinya Rp50 ribu?", then: terima}',
        ),
        Field(
            "if_silent",
            Prose(),
            "Yang dilakukan bila tidak ada yang bicara.",
            "What to do when nobody speaks.",
            "Minta dua menit menulis, lalu tanya baris belakang.",
        ),
        Field(
            "if_dominated",
            Prose(),
            "Yang dilakukan bila seorang atasan menguasai pembicaraan.",
            "What to do when a superior dominates the talk.",
            "Minta yang paling muda bicara lebih dulu.",
        ),
    ),
)

_TITLE = Field(
    "title",
    Line(),
    "Judul adegan.",
    "The title of the scene.",
    "Amplop di atas meja",
)

DECISION = Record(
    "decision",
    (
        _TITLE,
        Field(
            "text",
            Story(),
            "Apa yang terjadi, sebelum pertanyaan.",
            "What happens, before the question.",
            "Pak Darto meletakkan amplop cokelat di atas map.",
            True,
        ),
        Field(
            "ask",
            Line(),
            "Pertanyaan kepada peserta.",
            "The question to the participant.",
            "Apa yang Anda lakukan?",
            True,
        ),
        Field(
            "weight",
            Number(1, 5),
            "Bobot keputusan ini, 1 sampai 5; 1 bila tidak ditulis.",
            "The weight of this decision, 1 to 5; 1 when left out.",
            "2",
        ),
        Field(
            "shuffle",
            Truth(),
            "false: pilihan tampil menurut urutan berkas.",
            "false: options keep the order of the file.",
            "false",
        ),
        Field(
            "facilitator",
            FACILITATOR,
            "Catatan bagi fasilitator.",
            "Notes for the facilitator.",
        ),
        Field(
            "choices",
            Table(CHOICE, ID, FEWEST_CHOICES, MOST_CHOICES),
            "Dua sampai lima pilihan.",
            "Two to five choices.",
            required=True,
        ),
    ),
)

PASSAGE = Record(
    "passage",
    (
        _TITLE,
        Field(
            "text",
            Story(),
            "Apa yang terjadi; tanpa keputusan.",
            "What happens; nothing to decide.",
            "Menjelang tutup, telepon di meja Anda berdering.",
            True,
        ),
        Field(
            "to",
            Routes(),
            "Adegan berikutnya, atau daftar rute bersyarat.",
            "The next scene, or a list of routes with conditions.",
            "ruang-kepala",
            True,
        ),
    ),
)

ENDING = Record(
    "ending",
    (
        Field(
            "ending",
            _one_of(_QUALITIES),
            "Mutu akhir cerita ini.",
            "The quality of this ending.",
            "exemplary",
            True,
        ),
        Field(
            "title",
            Line(),
            "Judul akhir cerita.",
            "The title of the ending.",
            "Buku tamu yang berbicara",
            True,
        ),
        Field(
            "text",
            Story(),
            "Apa artinya bagi warga, kantor, dan Anda.",
            "What it meant for the citizen, the office, you.",
            "Buku tamu itu menjadi contoh.",
            True,
        ),
    ),
)

SCENES = {"decision": DECISION, "passage": PASSAGE, "ending": ENDING}

ROLE = Record(
    "role",
    (
        Field("name", Line(), "Nama tokoh.", "The name of the part.", "Pak Darto", True),
        Field("part", Line(), "Perannya.", "What he or she is.", "Pemohon izin", True),
        Field(
            "face",
            Prose(),
            "Yang boleh diketahui semua orang di meja.",
            "What everybody at the table may know.",
            "Sopan, terburu-buru.",
            True,
        ),
        Field(
            "aim",
            Prose(),
            "Tujuan pribadi; hanya untuk pemegang peran.",
            "The private aim; for the player alone.",
            "Izin terbit hari ini.",
        ),
        Field(
            "knows",
            Prose(),
            "Yang hanya ia ketahui.",
            "What only he or she knows.",
            "Tetangganya selalu memberi amplop.",
        ),
        Field(
            "never_says",
            Prose(),
            "Yang takkan ia ucapkan.",
            "What he or she would never say.",
            "Bahwa ia takut ditolak.",
        ),
        Field(
            "scenes",
            Many(Reference("scene")),
            "Adegan tempat peran ini bekerja.",
            "The scenes in which this part has something to do.",
            "[loket]",
        ),
        Field(
            "task",
            Prose(),
            "Tugas sebagai pengamat bila tidak satu pun adegannya dimainkan.",
            "An observer's task when none of these scenes is played.",
            "Catat kapan petugas menyebut uang.",
        ),
    ),
)

REVIEWED = Record(
    "review",
    (
        Field("by", Plain(), "Nama peninjau.", "The reviewer's name.", '"Nama Peninjau"', True),
        Field("role", Plain(), "Jabatan peninjau.", "The reviewer's role.", "widyaiswara", True),
        Field("on", Word(DATE), "Tanggal tinjauan.", "The date of review.", "2026-11-24", True),
    ),
)

PLAN = Record(
    "class plan",
    (
        Field(
            "full",
            Many(Reference("decision")),
            "Keputusan yang dimainkan penuh: diperagakan, dua kali pemungutan suara.",
            "Decisions played in full: enacted, two votes.",
            "[loket]",
        ),
        Field(
            "quick",
            Many(Reference("decision")),
            "Keputusan yang dimainkan cepat: sekali pemungutan suara.",
            "Decisions played quickly: one vote.",
            "[ruang-kepala]",
        ),
    ),
)

OFFICE = Record(
    "office remedy",
    (
        Field(
            "remedy",
            _one_of(_REMEDIES),
            "S1 pembinaan dan pengawasan, S2 penilaian kinerja, S3 keteladanan.",
            "S1 supervision and guidance, S2 appraisal, S3 example from above.",
            "S3",
            True,
        ),
        Field(
            "ask",
            Prose(),
            "Pertanyaan tentang utang kantor itu.",
            "The question about what the office owes.",
            '"Apa yang seharusnya dicontohkan kepala seksi?"',
            True,
        ),
    ),
)

DEBRIEF = Record(
    "debrief",
    (
        Field(
            "gather",
            Many(Prose(), 1),
            "Mengumpulkan: apa yang terjadi?",
            "Gather: what happened?",
            "- Apa yang terjadi di meja loket?",
            True,
        ),
        Field(
            "analyse",
            Many(Prose(), 1),
            "Menelaah: mengapa begitu?",
            "Analyse: why was it so?",
            "- Kapan menolak menjadi sulit, dan mengapa?",
            True,
        ),
        Field(
            "summarise",
            Many(Prose(), 1),
            "Merangkum: apa yang dibawa pulang?",
            "Summarise: what do we take home?",
            "- Satu kalimat yang akan Anda ucapkan besok?",
            True,
        ),
        Field(
            "office",
            Many(OFFICE),
            "Apa yang menjadi utang kantor.",
            "What the office owes.",
            '- {remedy: S3, ask: "Apa yang seharusnya dicontohkan?"}',
        ),
        Field(
            "takeaways",
            Many(Prose()),
            "Kalimat untuk dibawa pulang.",
            "Sentences to take home.",
            "- Menolak dan mencatat adalah dua langkah, bukan satu.",
        ),
    ),
)

OBSERVE = Record(
    "observe",
    tuple(
        Field(
            principle.value,
            Prose(),
            "Satu perilaku yang dapat diamati untuk asas ini.",
            "One observable behaviour for this principle.",
            "Apakah petugas menyebut amplop itu dengan terus terang?",
        )
        for principle in PRINCIPLES
    ),
)

SCENARIO = Record(
    "scenario",
    (
        Field("format", Number(1, 1), "Versi bahasa: 1.", "Version of the language: 1.", "1", True),
        Field("title", Line(), "Judul kasus.", "The title.", "Amplop di Loket", True),
        Field(
            "module",
            Number(1, 6),
            "Modul: 1 Konsep Etika dan Integritas ASN, 2 Nilai-Nilai Dasar Pelayanan Publik, "
            "3 Pencegahan Konflik Kepentingan, 4 Komunikasi Etis dan Empatik, "
            "5 Studi Kasus Pelanggaran Etika, 6 Evaluasi dan Refleksi Etika.",
            "The module, 1 to 6.",
            "5",
            True,
        ),
        Field(
            "level",
            _one_of(_LEVELS),
            "Tingkat: basic, intermediate, atau advanced.",
            "The level: basic, intermediate or advanced.",
            "basic",
        ),
        Field(
            "minutes",
            Number(1, 240),
            "Menit membaca dan berpikir, sendirian.",
            "Minutes of reading and thinking, alone.",
            "15",
        ),
        Field(
            "summary",
            Prose(),
            "Ringkasan satu dua kalimat, tanpa membocorkan cerita.",
            "One or two sentences that spoil nothing.",
            "Seorang warga meletakkan amplop di meja Anda.",
            True,
        ),
        Field(
            "note",
            Prose(),
            "Catatan isi, dibaca sebelum cerita dimulai; hanya bila perlu.",
            "A content note, read before the story begins; only where it is needed.",
            "Kasus ini menceritakan pelecehan. Anda boleh berhenti kapan saja.",
        ),
        Field(
            "you",
            Line(),
            "Siapa Anda dalam cerita ini.",
            "Who you are in this story.",
            "Ani, petugas loket perizinan",
            True,
        ),
        Field(
            "practices",
            Many(_one_of(_PRACTICES)),
            "Praktik harian yang dilatih, PR1 sampai PR5.",
            "The daily practices it trains, PR1 to PR5.",
            "[PR3]",
        ),
        Field(
            "pressures",
            Many(_one_of(_PRESSURES)),
            "Tekanan yang mendorong ke arah salah, T1 sampai T4.",
            "The pressures that push the wrong way, T1 to T4.",
            "[T2, T3]",
        ),
        Field(
            "themes",
            Many(_one_of(_THEMES)),
            "Pokok yang dibicarakan kasus ini, supaya kasus dapat dicari menurut namanya.",
            "What the case is about, so that it can be found by name.",
            "[gratification]",
        ),
        Field("authors", Many(Plain()), "Para penulis.", "The authors.", '["Nama Penulis"]'),
        Field(
            "reviewed",
            Many(REVIEWED),
            "Siapa yang telah meninjau kasus ini.",
            "Who has reviewed the case.",
        ),
        Field(
            "twin",
            Word(ID),
            "Kasus kembar: dilema yang sama dalam baju lain.",
            "The twin: the same dilemma in other clothes.",
            "parsel-di-teras",
        ),
        Field(
            "roles",
            Table(ROLE, ID),
            "Peran untuk bermain langsung; yang pertama tokoh utama.",
            "Parts for live role-play; the first is the protagonist.",
        ),
        Field(
            "observe",
            OBSERVE,
            "Yang diamati pengamat, satu perilaku per asas.",
            "What observers look for, one behaviour per principle.",
        ),
        Field(
            "class",
            Table(PLAN, PLAN_MINUTES),
            "Rencana kelas menurut menit, misalnya 45 dan 90.",
            "The class plan by minutes, for example 45 and 90.",
        ),
        Field(
            "state",
            StateNames(),
            "Yang diingat cerita: penanda (true/false) dan penghitung.",
            "What the story remembers: flags (true/false) and counters.",
            "{tercatat: false}",
        ),
        Field(
            "start",
            Reference("opening"),
            "Adegan pertama: keputusan atau selingan.",
            "The first scene: a decision or a passage.",
            "loket",
            True,
        ),
        Field(
            "scenes",
            Table(SceneKinds(), ID, 1),
            "Semua adegan: keputusan, selingan, dan akhir.",
            "All scenes: decisions, passages and endings.",
            required=True,
        ),
        Field(
            "debrief",
            DEBRIEF,
            "Pertanyaan refleksi bersama.",
            "Questions for the shared reflection.",
            required=True,
        ),
        Field(
            "allow",
            Table(Plain(), ID),
            "Saran yang sudah Anda timbang, beserta alasannya.",
            "Warnings you have weighed, with the reason.",
            '{long-choice: "Kutipan aturan harus utuh."}',
        ),
    ),
)
