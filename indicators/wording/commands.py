"""What the command line says: help, answers, questions and refusals."""

from __future__ import annotations

import errno

PURPOSE = "Perintah untuk mengelola dasbor KPI kesehatan dari komputer server."
PROGRAM = "python -m indicators"
COMMANDS = "perintah"
EXIT_CODES = "Kode keluar: 0 berhasil, 1 ditolak atau gagal, 2 salah pemakaian."
HELP = "tampilkan bantuan ini lalu selesai"
YES_HELP = "jangan bertanya lagi, langsung jalankan"

# What argparse says itself, by its own English text; a text that is not here stays English.
ARGPARSE = {
    "usage: ": "pemakaian: ",
    "positional arguments": "isian",
    "options": "pilihan",
    "show this help message and exit": HELP,
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "isian berikut wajib ada: %s",
    "unrecognized arguments: %s": "isian tidak dikenal: %s",
    "expected one argument": "memerlukan satu nilai",
    "expected at most one argument": "memerlukan paling banyak satu nilai",
    "expected at least one argument": "memerlukan paling sedikit satu nilai",
    "expected %s argument": "memerlukan %s nilai",
    "expected %s arguments": "memerlukan %s nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal; pilih salah satu dari %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r tidak dapat dibaca",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s dapat berarti %(matches)s",
    "ignored explicit argument %r": "tidak menerima nilai %r",
    "one of the arguments %s is required": "salah satu dari %s wajib ada",
}

# query
QUERY_HELP = "jalankan satu bacaan dari queries/reads dan tampilkan jawabannya"
QUERY_DESCRIPTION = (
    "Menjalankan satu bacaan dari queries/reads. Gudang data yang masih kosong diisi lebih dahulu. "
    "Tanpa --as, hitungan kecil di bawah kabupaten ditahan: bila satu laporan berisi 1-4 kasus, laporan itu dan semua laporan yang dapat "
    "membocorkannya ditulis 'ditahan'."
)
READ_HELP = "nama bacaan; lihat --list"
LIST_HELP = "tampilkan semua bacaan dengan pertanyaan dan parameternya"
PARAM_HELP = (
    "satu parameter, boleh diulang; daftar dipisahkan koma (indicators=aki,akb), "
    "tanggal ditulis 2026-01-31 (start, end)"
)
FORMAT_HELP = "bentuk jawaban: table untuk dibaca, csv untuk Excel, json untuk program (bawaan: table)"
STAFF_HELP = "nama akun yang berhak melihat hitungan kecil, untuk jawaban tanpa penahanan; kata sandinya ditanyakan, atau dibaca dari {variable}"

READ_WANTED = "Sebutkan nama bacaan, atau gunakan --list untuk melihat semuanya."
READ_UNKNOWN = "Bacaan {name} tidak ada. Yang ada: {known}."
PARAM_FORM = "Parameter ditulis nama=nilai; {text} tidak demikian."
PARAM_TWICE = "Parameter {name} ditulis lebih dari sekali."
PARAMS_MISSING = "Bacaan {read} memerlukan parameter yang belum ada: {names}."
PARAMS_UNKNOWN = "Bacaan {read} tidak mengenal parameter: {names}. Yang dipakai: {known}."
NO_PARAMS = "tanpa parameter"
DATE_WANTED = "Parameter {name} memerlukan tanggal seperti 2026-01-31; {value} bukan tanggal."
DATES_REVERSED = "Tanggal end lebih awal daripada start."
DATES_UNPAIRED = "Tanggal starts dan ends harus sama banyak: satu pasang untuk satu periode."
VALUE_UNKNOWN = "Nilai {value} untuk {name} tidak dikenal. Yang ada: {known}."
STAFF_READ = "Bacaan {read} hanya untuk petugas dinas kesehatan. Tambahkan --as dengan nama akun Anda."
WITHHELD = "ditahan"
WITHHELD_NOTE = (
    "Sel bertulisan 'ditahan' dilindungi: ada laporan dengan hitungan 1-{most} di baliknya atau di sebelahnya. "
    "Petugas yang berhak melihatnya menambahkan --as dengan nama akunnya."
)
MISSING = "–"
YES_WORD, NO_WORD = "ya", "tidak"
LIST_COLUMNS = ("bacaan", "parameter", "pertanyaan")
MARK_COLUMN, VERSION_COLUMN = "tanda", "versi_data"
ROWS = "{rows} baris · versi data {version}"

# pages
BRIEFING_HELP = (
    "bahan rapat siap saji: slide yang dapat diubah di PowerPoint (.pptx), PDF (.pdf), atau satu berkas HTML (.html)"
)
BRIEFING_DESCRIPTION = (
    "Membuat bahan rapat dari templat: judul, keputusan rapat lalu, ringkasan, grafik, peta, tabel, dan usulan keputusan. "
    "Setiap slide menyebut sumber, dasar, versi data, dan untuk siapa. Hitungan kecil ditahan, kecuali --as menyebut akun "
    "yang berhak melihatnya."
)
BRIEFING_AREA_HELP = "kode kabupaten; kode kecamatan berarti bahan untuk puskesmas di kecamatan itu"
BRIEFING_OUT_HELP = "berkas hasil; bentuknya menurut akhirannya, misalnya rakor.pptx"
BRIEFING_TEMPLATE_HELP = (
    "templat di data/catalogue/briefings (bawaan: rakor), atau nama templat yang disimpan di halaman Paparan"
)
BRIEFING_AUDIENCE_HELP = "untuk siapa (bawaan: lintas_sektor, atau puskesmas bila --area sebuah kecamatan)"
BRIEFING_TOPIC_HELP = (
    "hanya topik ini; dapat diulang (bawaan: semua, kecuali yang hanya ikut bila dipilih, misalnya SPM)"
)
BRIEFING_RATIO_HELP = "perbandingan sisi slide (bawaan: 16:9)"
BRIEFING_MASTER_HELP = (
    "berkas PowerPoint yang logo, warna, dan tata letaknya dipakai (bawaan: slides.pptx di folder kabupaten, bila ada)"
)
BRIEFING_NOTHING = "Tidak ada slide dari templat {given} yang dapat diisi untuk wilayah dan periode ini."
BRIEFING_TEMPLATE_UNKNOWN = "Templat {given} tidak dikenal. Yang ada: {known}."
BRIEFING_TOPIC_UNKNOWN = "Topik {given} tidak dikenal. Yang ada: {known}."
BRIEFING_OUT_UNKNOWN = "Akhiran berkas {given} tidak dikenal. Yang ada: {known}."
BRIEFING_AUDIENCE_AREA = "Bahan untuk puskesmas memerlukan kode kecamatan pada --area, dan bahan lain kode kabupaten."
BRIEFING_MASTER_BAD = (
    "Templat {file} tidak dapat dipakai: bukan berkas PowerPoint (.pptx), tidak mempunyai tata letak berjudul, "
    "atau judulnya tidak menyisakan tempat untuk grafik dan tabel."
)
BRIEFING_DONE = "{file}: {slides} slide, versi data {version}{mark}"
INNOVATIONS_HELP = "inovasi satu tahun IGA: dihitung, target, terkirim menurut registri, dan yang dikenal namanya"
IGA_YEAR_HELP = "tahun IGA, misalnya 2024"
INNOVATION_COLUMNS = {
    "id": "nomor",
    "name": "nama",
    "owner": "pemilik",
    "stage": "tahapan",
    "iga_status": "status_lapor",
    "iga_years": "tahun_iga",
}
INNOVATIONS_COUNTED = ("counted", "target", "sent", "unnamed", "preparing", "without_year")
INNOVATIONS_SAID = (
    "IGA {year}, {place}: dihitung (diterbitkan) {counted}; target {target}; bernama dan terkirim {sent}; belum bernama {unnamed}; "
    "draf {preparing}. Inovasi bernama yang tahun IGA-nya belum dicatat: {without_year}."
)
NONE_NAMED = "Belum ada inovasi bernama dengan tahun IGA itu."
DECISIONS_HELP = "keputusan rapat: yang lewat tenggat lebih dahulu, dan apakah KPI-nya berubah sejak rapat"
DECISIONS_DESCRIPTION = (
    "Menampilkan keputusan rapat seperti halaman Tindak lanjut, yang lewat tenggat lebih dahulu. Perubahan KPI dinilai dengan uji yang "
    "sama; hitungan kecil tidak ditampilkan."
)
DECISION_STATUS_HELP = (
    "`all` semua, `overdue` lewat tenggat, `open` belum selesai, `closed` selesai atau dibatalkan (bawaan: `all`)"
)
DECISION_COLUMNS = {
    "id": "nomor",
    "overdue": "lewat_tenggat",
    "deadline": "tenggat",
    "owner": "penanggung_jawab",
    "status": "status",
    "what": "keputusan",
    "held_on": "tanggal_rapat",
    "said": "kpi_sejak_rapat",
}
NO_DECISIONS = "Belum ada keputusan dengan pilihan itu yang tercatat untuk {place}."
PROFILE_HELP = "tulis profil satu kecamatan, satu halaman untuk dicetak (PDF)"
PROFILE_DESCRIPTION = "Menulis profil satu kecamatan sebagai PDF satu halaman, seperti yang boleh dilihat umum: hitungan kecil tidak ditampilkan."
PROFILE_AREA_HELP = "kode kecamatan, misalnya 35.10.17"
PROFILE_PERIOD_HELP = (
    "tahun, bulan, atau rentang: 2024, 2024-08, 2026-01..2026-10 (bawaan: tahun ini sampai bulan lengkap terbaru)"
)
PROFILE_OUT_HELP = "berkas PDF yang ditulis; berkas lama dengan nama itu diganti"
PROFILE_AREA_UNKNOWN = "Kecamatan {given} tidak dikenal. Sebutkan kode kecamatan, misalnya 35.10.17."
PROFILE_NOT_PDF = "Profil ditulis sebagai PDF; {given} tidak berakhiran .pdf."
REPORT_HELP = "tulis laporan bulanan kabupaten untuk dicetak (PDF)"
REPORT_DESCRIPTION = (
    "Menulis laporan bulanan sebagai PDF: ringkasan, yang perlu perhatian, semua nilai hitungan, nilai menurut kecamatan, grafik, "
    "dan kelengkapan laporan. Hitungan kecil ditahan, kecuali --as menyebut akun yang berhak melihatnya."
)
REPORT_NOT_PDF = "Laporan ditulis sebagai PDF; {given} tidak berakhiran .pdf."
WRITTEN = "Ditulis: {file} ({title})"
JUDGE_HELP = "nilai satu angka: selang, peluang memenuhi target, perubahan, dan kalimatnya"
JUDGE_DESCRIPTION = (
    "Menampilkan semua yang dinilai dari satu indikator di satu wilayah dan periode. Dengan --level kecamatan, semua kecamatan "
    "ditampilkan sebagai daftar. Hitungan kecil ditahan, kecuali --as menyebut akun yang berhak melihatnya. Kode keluar: "
    "0 ada nilainya, 1 ditolak atau gagal, 2 salah pemakaian, 3 belum ada nilai untuk dinilai."
)
JUDGE_INDICATOR_HELP = "indikator, misalnya aki"
JUDGE_AREA_HELP = "kode kabupaten atau kecamatan, misalnya 35.10 atau 35.10.16"
JUDGE_PERIOD_HELP = "tahun, bulan, atau rentang: 2024, 2024-08, 2026-01..2026-10"
JUDGE_LEVEL_HELP = "semua wilayah pada tingkat itu di kabupaten yang disebut --area (bawaan: wilayah itu sendiri)"
JUDGE_INDICATOR_UNKNOWN = "Indikator {given} tidak dikenal. Yang ada: {known}."
JUDGE_AREA_UNKNOWN = "Wilayah {given} tidak dikenal. Sebutkan kode kabupaten ({known}) atau kode kecamatannya."
JUDGE_PERIOD_BAD = "Periode {given} tidak dapat dibaca. Tulis seperti 2024, 2024-08, atau 2026-01..2026-10."
JUDGE_LEVEL_ABOVE = "Kecamatan {given} tidak mempunyai daftar kecamatan; sebutkan kabupatennya."
JUDGE_NOTHING = "Belum ada nilai untuk dinilai."
NEARLY_SURE, NEARLY_NONE = "> 0,999", "< 0,001"
JUDGE_LINES = {
    "indicator": "indikator",
    "area": "kode wilayah",
    "area_name": "wilayah",
    "period": "periode",
    "reference": "bulan data",
    "value": "nilai",
    "unit": "satuan",
    "absence": "tanpa nilai karena",
    "numerator": "pembilang",
    "denominator": "penyebut",
    "confidence": "tingkat kepercayaan",
    "lower": "batas bawah",
    "upper": "batas atas",
    "signal_confidence": "tingkat kepercayaan selang lebar",
    "signal_lower": "batas bawah selang lebar",
    "signal_upper": "batas atas selang lebar",
    "method": "cara menghitung selang",
    "target": "target",
    "target_sign": "tanda target",
    "target_year": "tahun target",
    "target_document": "dokumen target",
    "probability": "peluang memenuhi target",
    "status": "status",
    "qualified": "menurut pelaporan rutin",
    "provisional": "sementara",
    "change": "perubahan dari tahun lalu",
    "change_scale": "ukuran perubahan",
    "change_lower": "batas bawah perubahan",
    "change_upper": "batas atas perubahan",
    "change_p_value": "nilai p perubahan",
    "change_distinguishable": "perubahan bermakna",
    "change_words": "perubahan dalam kata",
    "detectable_fall": "penurunan terkecil yang dapat dikenali",
    "detectable_rise": "kenaikan terkecil yang dapat dikenali",
    "chart": "grafik",
    "chart_reason": "alasan grafik",
    "data_quality": "mutu data",
    "sentence": "kalimat",
    "basis": "dasar",
    "measure": "cara ukur",
    "units_matched": "puskesmas melapor",
    "units_expected": "puskesmas seharusnya",
    "reports_matched": "laporan masuk",
    "reports_expected": "laporan seharusnya",
    "source": "sumber",
    "data_version": "versi data",
    "rule_version": "aturan penilaian",
    "mark": "tanda",
}
RATIO, POINTS = "perbandingan (1 berarti tetap)", "poin persen"
JUDGE_OVERVIEW = (
    "kode",
    "wilayah",
    "nilai",
    "pembilang",
    "penyebut",
    "bawah",
    "atas",
    "status",
    "peluang",
    "perubahan",
)
JUDGE_ENDS = "{count} wilayah · {label}, {period} · versi data {version} · aturan penilaian {rule}"

PAGES_HELP = "tampilkan halaman dasbor dengan judul dan alamatnya"
PAGES_COLUMNS = ("bagian", "judul", "alamat")

# mode
MODE_HELP = "tampilkan atau ganti mode kabupaten: contoh atau resmi"
MODE_DESCRIPTION = (
    "Mode contoh menampilkan data contoh dan kiriman latihan; mode resmi menampilkan kiriman resmi saja. "
    "Sebelum mode diganti, yang akan tampil dan tersembunyi disebutkan. Tidak ada data yang dihapus; untuk membatalkan, ganti kembali."
)
KABUPATEN_HELP = "kode kabupaten, misalnya 35.10"
NEW_MODE_HELP = "mode yang baru; tanpa ini, mode sekarang ditampilkan"
REASON_HELP = "alasan penggantian, untuk riwayat"
KABUPATEN_UNKNOWN = "Kabupaten {code} tidak dikenal. Yang ada: {known}."
MODE_NOW = "{name} ({code}) dalam mode {mode}. Yang tampil: {submissions} kiriman, {rows} baris."
MODE_SAME = "{name} ({code}) sudah dalam mode {mode}; tidak ada yang berubah."
MODE_PREVIEW = "{name} ({code}) akan berganti dari mode {before} ke mode {after}:"
MODE_APPEARS = "  akan tampil       : {submissions} kiriman, {rows} baris"
MODE_DISAPPEARS = "  akan tersembunyi  : {submissions} kiriman, {rows} baris"
MODE_STAYS = "  tetap tampil      : {submissions} kiriman, {rows} baris"
MODE_EMPTY = "Perhatian: belum ada data hitungan untuk mode {mode}, jadi halaman akan menyebut apa yang masih kurang."
MODE_ASK = "Ganti mode?"
MODE_DONE = "Mode {name} sekarang {mode} (versi data {version}). Untuk membatalkan: {undo}"

# rebuild-sample
REBUILD_HELP = "bangun ulang data contoh di data/sample dan sebutkan apakah ada yang berubah"
REBUILT_SAME = "Data contoh sudah sesuai: {files} berkas dibangun ulang, tidak ada yang berubah."
REBUILT = "Data contoh dibangun ulang: {changed} berkas berubah, {added} berkas baru, {removed} berkas dihapus."
REBUILT_NEXT = (
    "Gudang data yang sudah terisi belum memakainya. Untuk memakainya, hentikan dasbor lalu jalankan `{restore}`; "
    "kiriman staf ikut dipindahkan."
)

# restore
RESTORE_HELP = "pulihkan gudang data yang rusak atau hilang, atau dari berkas cadangan"
RESTORE_FILE_HELP = "berkas .zip buatan `backup`; tanpa ini, yang masih dapat dibaca dipindahkan ke gudang baru"
RESTORE_ASK = "Ganti seluruh gudang data dan akun dengan isi cadangan ini?"
RESTORED_BACKUP = (
    "Gudang data dipulihkan dari cadangan, versi data {version}. Jalankan ulang dasbor yang sedang berjalan."
)
RESTORED_BEFORE = "Isi sebelumnya disisihkan ke {folder}."
RESTORE_DESCRIPTION = (
    "Dengan BERKAS: memeriksa cadangan sampai baris terakhir, lalu menaruhnya sebagai gudang data; isi sebelumnya disisihkan. Tanpa BERKAS: menyisihkan tabel gudang data, mengisi yang baru dari data bawaan, lalu memindahkan setiap kiriman staf "
    "yang masih dapat dibaca. Akun tidak berubah dan tidak ada berkas yang dihapus. "
    "Sesudahnya jalankan ulang dasbor yang sedang berjalan."
)
RESTORED_NEW = "Tidak ada tabel lama. Gudang data diisi dari data bawaan."
RESTORED_ASIDE = "Tabel lama disisihkan ke {folder}."
RESTORED_CARRIED = "Kiriman staf yang dipindahkan: {carried}."
RESTORED_LOST = (
    "Kiriman staf yang hilang karena berkasnya rusak: {lost}. Mintalah pengirimnya mengunggah ulang berkas aslinya."
)
RESTORED_NONE_LOST = "Tidak ada kiriman staf yang hilang."

# undo, redo, history
UNDO_HELP = "batalkan satu kiriman, juga yang lama; yang digantikannya tampil lagi"
REDO_HELP = "berlakukan lagi satu kiriman yang dibatalkan, di urutannya semula"
REVERSE_DESCRIPTION = (
    "Menambah satu peristiwa ke riwayat; tidak ada data yang dihapus. Nomor kiriman ada pada bukti kirim dan `history`."
)
SUBMISSION_HELP = "nomor kiriman"
REVERSE_REASON_HELP = "alasan, untuk riwayat"
UNDONE = "Kiriman {submission} dibatalkan (versi data {version}). Angka yang berubah: {changed}."
REDONE = "Kiriman {submission} berlaku lagi (versi data {version}). Angka yang berubah: {changed}."
HISTORY_HELP = "siapa mengirim apa dan kapan, yang terbaru di atas"
DATASET_HELP = "hanya satu set data, misalnya births"
LIMIT_HELP = "paling banyak sekian kiriman (bawaan: 20)"
HISTORY_COLUMNS = (
    "kiriman",
    "kapan",
    "siapa",
    "set data",
    "periode",
    "berkas",
    "angka",
    "keadaan",
    "diverifikasi",
    "alasan",
)
HISTORY_EMPTY = "Belum ada kiriman."
DATASET_UNKNOWN = "Set data {dataset} tidak dikenal. Yang ada: {known}."
LIMIT_WANTED = "Jumlah kiriman paling sedikit 1."

# backup
BACKUP_HELP = "cadangkan gudang data, berkas kiriman, wilayah, dan akun ke satu berkas .zip"
BACKUP_DESCRIPTION = (
    "Menulis satu berkas .zip yang utuh dari satu saat; dasbor tidak perlu dihentikan. Cadangan memuat kunci dan sidik kata sandi, "
    "jadi simpan di tempat yang hanya dapat dibaca pengelola."
)
BACKUP_FILE_HELP = "berkas .zip yang ditulis; cadangan lama dengan nama itu baru diganti setelah yang baru utuh"
BACKED_UP = "Cadangan {file} ditulis: versi data {version}, {files} berkas."

# snapshot
SNAPSHOT_HELP = "buat folder yang menjalankan seluruh dasbor di laptop tanpa internet"
SNAPSHOT_DESCRIPTION = (
    "Membuat folder salinan luring untuk flashdisk: dasbor, semua pustaka yang diperlukannya, dan data pada versi sekarang. Laptopnya hanya "
    "memerlukan Python yang nomornya sama. Salinan itu hanya untuk menampilkan. Akun, kunci, nama petugas, dan berkas kiriman tidak ikut, "
    "tetapi hitungan setiap puskesmas ikut, jadi perlakukan sebagai berkas dinas. Membuatnya memerlukan internet."
)
SNAPSHOT_OUT_HELP = "folder yang dibuat; harus belum ada atau masih kosong"
SNAPSHOT_PLATFORM_HELP = "jenis laptop; dapat diulang (bawaan: windows, dan jenis komputer ini)"
SNAPSHOT_FETCHING = "Mengambil pustaka untuk {platform} ..."
SNAPSHOT_NOT_EMPTY = "{folder} sudah berisi. Sebutkan folder yang belum ada atau masih kosong."
SNAPSHOT_NO_WHEELS = (
    "Pustaka tidak dapat diambil, jadi tidak ada yang dibuat. Periksa sambungan internet atau alamat registri Python, "
    "lalu coba lagi. Kata pip:\n{said}"
)
SNAPSHOT_DONE = (
    "Salinan luring ditulis: {folder} (versi data {version}, {size} MB). Salin seluruh foldernya ke flashdisk; "
    "cara menjalankannya ada di BACA-SAYA.txt."
)

# forget
FORGET_HELP = "hapus nama staf yang masa simpannya habis, dan berkas lama yang tidak dipakai"
FORGET_DESCRIPTION = (
    "Masa simpan nama ada di data/catalogue/settings.yaml. Jalankan berkala, misalnya setiap hari; "
    "isi cakram yang lama dihapus paling cepat tujuh hari sesudah tidak dipakai."
)
FORGOTTEN = "Nama dihapus dari {events} peristiwa."

# users
USERS_HELP = "kelola akun yang dapat masuk ke dasbor"
USERS_DESCRIPTION = "Mengelola akun. Admin menyebut dirinya dengan --as. Selama belum ada admin untuk semua kabupaten, akun pertama dibuat tanpa --as."
USERS_ACTIONS = "tindakan"
USERS_LIST_HELP = "tampilkan akun yang Anda kelola"
USERS_ADD_HELP = "tambah akun dan tampilkan kata sandi sekali pakainya"
USERS_ROLE_HELP = "ganti peran, kabupaten, dan faskes sebuah akun; sesinya berakhir"
USERS_RESET_HELP = "ganti kata sandi sebuah akun dengan kata sandi sekali pakai; sesinya berakhir"
USERS_DEACTIVATE_HELP = "nonaktifkan akun; sesinya berakhir, namanya tetap"
USERS_ACTIVATE_HELP = "aktifkan kembali akun"
USERS_UNLOCK_HELP = "buka kunci akun setelah terlalu banyak percobaan masuk"
USERS_REMOVE_HELP = "hapus akun; sesinya berakhir"
USERS_FORMAT_HELP = "bentuk jawaban: table untuk dibaca, json untuk program (bawaan: table)"
USER_NAME_HELP = "nama pengguna"
FULL_NAME_HELP = "nama lengkap"
ROLE_HELP = "peran akun"
USER_KABUPATEN_HELP = "kode kabupaten, atau 'semua' (bawaan: semua)"
FACILITY_HELP = (
    "kode faskes yang datanya boleh dikirim petugas data ini, boleh diulang; tanpa ini, semua faskes kabupatennya"
)
IDENTITY_HELP = "surel atau nama pada penyedia OpenID Connect, bila dipakai"
USERS_COLUMNS = ("nama pengguna", "nama lengkap", "peran", "kabupaten", "faskes", "keadaan")
USERS_NONE = "Belum ada akun."
USERS_ADDED = "Akun {name} dibuat: {role}, kabupaten {kabupaten}."
USERS_ONE_TIME = "Kata sandi sekali pakai untuk {name}: {code}"
USERS_ONE_TIME_NOTE = "Serahkan langsung kepada orangnya. Kata sandi ini tidak ditampilkan lagi, berlaku {days} hari, dan harus diganti saat pertama kali masuk."
USERS_ASSIGNED = "Hak akun {name} diganti: {role}, kabupaten {kabupaten}. Semua sesinya berakhir."
USERS_DEACTIVATED = "Akun {name} dinonaktifkan. Semua sesinya berakhir."
USERS_ACTIVATED = "Akun {name} diaktifkan kembali."
USERS_UNLOCKED = "Kunci akun {name} dibuka."
USERS_REMOVED = "Akun {name} dihapus. Semua sesinya berakhir."
USERS_REMOVE_ASK = "Hapus akun {name}?"

# Who gives a command
AS_HELP = "nama akun yang menjalankan perintah ini; kata sandinya ditanyakan, atau dibaca dari {variable}"
AS_WANTED = "Sebutkan akun Anda dengan --as NAMA."
NOT_ALLOWED = "Akun {name} ({role}) tidak memiliki hak untuk tindakan ini di kabupaten {kabupaten}."
NOT_ALLOWED_UNITS = "Akun {name} hanya boleh mengirim data faskesnya sendiri di kabupaten {kabupaten}."
PASSWORD_ASK = "Kata sandi: "
PASSWORD_NOT_GIVEN = "Kata sandi belum diberikan. Ketik saat diminta, atau isi variabel lingkungan {variable}."

# Common
ASK = "{question} [y/T] "
AGREED = ("y", "ya")
NOT_AGREED = "Dibatalkan; tidak ada yang berubah."
FILE_FAILED = "Berkas tidak dapat dibaca atau ditulis: {fault}."
FILE_FAULTS = {
    errno.ENOENT: "{name} tidak ditemukan",
    errno.EISDIR: "{name} adalah folder, bukan berkas",
    errno.ENOTDIR: "{name} berada di dalam sesuatu yang bukan folder",
    errno.EACCES: "izin untuk {name} tidak cukup",
    errno.EPERM: "izin untuk {name} tidak cukup",
    errno.EROFS: "{name} berada di tempat yang hanya dapat dibaca",
    errno.ENOSPC: "ruang di cakram penuh",
}
INTERRUPTED = "Dihentikan."

CHECK_HELP = "periksa satu berkas tanpa menyimpan apa pun"
CHECK_DESCRIPTION = (
    "Membaca dan memeriksa berkas seperti halaman Unggah. Dengan --as, isinya juga dibandingkan dengan data yang "
    "tersimpan. Kode keluar: 0 tanpa masalah, 1 ada yang harus diperbaiki atau dijawab, 2 salah pemakaian, "
    "3 hanya ada peringatan."
)
PUBLISH_HELP = "periksa lalu terbitkan satu berkas"
PUBLISH_DESCRIPTION = (
    "Memeriksa berkas, menyebutkan yang akan berubah, lalu menerbitkannya. Peringatan hanya dilewati dengan alasan; "
    "pertanyaan dijawab dengan --answer."
)
FILE_HELP = "berkas CSV, TSV, XLSX, XLS, atau ODS"
DATASET_HELP = "set data berkas ini, misalnya births"
OF_KABUPATEN_HELP = "kode kabupaten pemilik berkas, misalnya 35.10"
ANSWER_HELP = "jawaban atas satu pertanyaan, boleh diulang; kode pertanyaan dan pilihannya disebutkan oleh check"
ANSWER_BAD = "Jawaban {given} tidak berbentuk PERTANYAAN=JAWABAN."
ANNOTATED_HELP = "tulis salinan berkas dengan masalah yang ditandai ke BERKAS (XLSX)"
ANNOTATED_NONE = "Salinan bertanda tidak dibuat: berkas ini tidak boleh disalin."
ANNOTATED_DONE = "Salinan bertanda ditulis ke {path}."
PUBLISH_REASON_HELP = "catatan untuk riwayat"
PASS_HELP = (
    "alasan melewati peringatan, boleh diulang: ATURAN=ALASAN untuk satu aturan, atau ALASAN saja untuk semuanya"
)
OUTPUT_FORMAT_HELP = "bentuk keluaran"
NOT_COMPARED_STORED = "Tanpa --as, berkas tidak dibandingkan dengan data yang tersimpan."
PROBLEM_COLUMNS = ("tingkat", "aturan", "lembar", "baris", "kolom", "masalah", "cara memperbaiki")
QUESTION_COLUMNS = ("pertanyaan", "kode", "pilihan", "arti")
CHECK_WARNED = "Berkas dapat diterbitkan bila setiap peringatan diberi alasan (--pass)."
CHECK_CLEAN = "Tidak ada masalah yang ditemukan."
CHECK_UNDERSTOOD = "{file}: {rows} baris, {units} unit, {periods}."
PUBLISH_CHANGES = "Akan berubah: {added} angka ditambah, {changed} diubah, {removed} dihapus, {unchanged} tetap."
PUBLISH_NOTHING = "Isi berkas sama persis dengan data yang berlaku; tidak ada yang diterbitkan."
PUBLISH_BLOCKED = "Berkas belum dapat diterbitkan; tidak ada yang disimpan."
PUBLISH_UNANSWERED = "Peringatan tanpa alasan: {rules}. Tambahkan --pass."
PUBLISH_ASK = "Terbitkan?"
PUBLISH_DONE = "Diterbitkan sebagai kiriman {submission}, versi data {version}. Untuk membatalkan: {undo}"
PUBLISH_WAITS = "Kiriman {submission} disimpan dan menunggu verifikasi orang kedua."


def file_fault(error: OSError) -> str:
    """What the operating system objected to, in Bahasa Indonesia; its own words where the fault is not a usual one."""
    words = FILE_FAULTS.get(error.errno or 0)
    return words.format(name=error.filename) if words else str(error)
