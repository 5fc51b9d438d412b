"""The blank sheet: heads, two choices and two endings as an example, and how it is filled in."""

from __future__ import annotations

import csv
import io

from etika_sim.authoring import columns

_HELP = (
    "Satu baris satu pilihan. Sel adegan yang kosong berarti adegan yang sama dengan baris di atasnya.",
    "teks dan pertanyaan cukup ditulis pada baris pertama sebuah adegan.",
    "KJ kejujuran, KD keadilan, TJ tanggung jawab, TR transparansi, PF profesionalisme.",
    "Isi kelima kolom itu dengan −2 (melanggar) sampai 2 (teladan); kosong bila tidak tersentuh.",
    "ke: nama adegan berikutnya, persis seperti di kolom adegan.",
    "Akhir cerita: pilihan kosong, dan di kolom ke tertulis akhir: menjadi teladan",
    "atau akhir: dapat dipertanggungjawabkan, akhir: meninggalkan masalah, akhir: melewati garis merah.",
    "Selingan: pilihan kosong, dan di kolom ke nama adegan berikutnya.",
    "Boleh ditambah kolom disarankan (ya), garis merah (ya), dan hukum (kode, misalnya P-06f).",
    "Baris yang dimulai tanda # saja boleh dihapus. Gantilah contoh di bawah dengan cerita Anda.",
)
_CASE = (
    (columns.TITLE, "Kursi di Ruang Tunggu"),
    (columns.MODULE, "1"),
    (columns.SUMMARY, "Kursi prioritas diduduki tamu kantor ketika seorang warga lanjut usia datang."),
    (columns.YOU, "Dewi, petugas ruang tunggu"),
)
_ROWS = (
    (
        "Kursi depan",
        "Seorang kakek berdiri di dekat pintu. Kursi prioritas diduduki tamu kepala kantor.",
        "Apa yang Anda lakukan?",
        "Meminta tamu itu pindah ke kursi lain di sebelahnya.",
        "1",
        "2",
        "",
        "1",
        "1",
        "Tamu itu berdiri, sedikit tersinggung. Kakek itu duduk.",
        "Kursi itu kembali kepada yang membutuhkan. Harganya sedikit rasa tidak enak.",
        "Kursi kembali",
    ),
    (
        "",
        "",
        "",
        "Membawakan kakek itu kursi lipat dari ruang rapat.",
        "",
        "−1",
        "",
        "",
        "1",
        "Kakek itu duduk di lorong. Antrean berjalan terus.",
        "Ia dapat duduk, dan tidak ada yang ditegur. Kursi prioritas tetap bukan untuk warga.",
        "Kursi lipat",
    ),
    (
        "Kursi kembali",
        "Sejak hari itu rekan Anda ikut menjaga kursi itu.",
        *[""] * 9,
        "akhir: menjadi teladan",
    ),
    ("Kursi lipat", "Kursi lipat itu kini tetap berada di lorong.", *[""] * 9, "akhir: meninggalkan masalah"),
)
_REFLECTION = (
    (columns.GATHER, "Apa yang terjadi di ruang tunggu?"),
    (columns.ANALYSE, "Apa yang membuat menegur tamu itu sulit?"),
    (columns.SUMMARISE, "Kalimat apa yang akan Anda ucapkan besok?"),
)


def blank_sheet() -> bytes:
    """The sheet as a file that an Indonesian spreadsheet opens by itself: semicolons, UTF-8 with its mark."""
    rows = [
        columns.COLUMNS,
        *((columns.MARK, text) for text in _HELP),
        *((columns.MARK + word, text) for word, text in (*_CASE, *_REFLECTION)),
        *_ROWS,
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    width = len(columns.COLUMNS)
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return text.getvalue().encode("utf-8-sig")
