"""A made-up Indonesian: words as frequent as in a newspaper, with affixes as Indonesian builds them, and names."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain, zip_longest
from typing import Final, TypeVar


def _words(text: str) -> list[str]:
    return text.split()


SMALL: Final = _words("""
yang dan di ke dari ini itu untuk dengan pada adalah tidak dalam akan juga telah oleh karena sebagai
para bagi kata sudah bisa ada saat lebih atau hari tersebut kami mereka ia kita dia masih harus setelah agar namun
seperti hingga antara belum serta tahun lalu ketika sementara menurut secara bahwa sangat hanya dapat lain salah satu
dua tiga""")
# The first ones stand in a quarter to half of all articles, as the words of a country's politics do.
COMMON: Final = _words("""
presiden indonesia rakyat menteri partai polisi warga negara pemerintah korban kasus anggota ekonomi
politik bank pasar saham rupiah dolar persen gubernur bupati wali kota hakim jaksa pengadilan pemilu demokrasi reformasi
krisis korupsi banjir gempa tsunami gunung hutan sawit minyak gas beras cabai tol kereta bandara pelabuhan kapal pesawat
rumah dokter pasien virus vaksin pandemi sekolah guru siswa mahasiswa kampus universitas agama masjid gereja ulama haji
ramadan lebaran natal bola timnas liga gol pelatih atlet medali olimpiade film musik penyanyi artis budaya wisata dunia
internasional nasional daerah desa provinsi kabupaten kecamatan buruh upah pabrik industri investasi ekspor impor pajak
subsidi anggaran utang inflasi properti digital internet media wartawan koran televisi petani nelayan laut sungai sampah
polusi iklim energi batu tambang emas nikel teroris senjata konflik""")
ROOTS: Final = _words("""
evakuasi ungsi perintah bangun kembang tingkat turun naik kerja buat tulis baca lihat dengar bicara
sampai ungkap jelas terang nyata tegas harap minta tolak terima beri ambil bawa kirim tangkap tahan periksa selidik
dakwa tuntut vonis bebas lepas bunuh serang tembak rusak bakar hancur selamat bantu tolong lindung aman jaga awasi
pantau kendali pimpin menang kalah tanding latih juara pilih calon dukung lawan protes rusuh damai runding setuju putus
tetap buka tutup mulai akhir lanjut henti tunda batal ubah ganti ganggu dorong tarik tekan potong tambah kurang hitung
bayar jual beli dagang pinjam untung rugi tanam panen kelola biaya lapor adu gugat banding sebut usul siap laksana
terap atur larang ajar uji teliti temu cari duga tuduh bantah tanggung jawab kunjung undang hadir datang pergi pulang
pindah tinggal lahir nikah cerai kubur doa rawat obat sembuh tular sebar cegah genang kering alir terbang angkut tabrak
jatuh tenggelam padam nyala rekam siar terbit cetak muat gelar""")
PLACES: Final = _words("""
Jakarta Surabaya Bandung Medan Semarang Makassar Yogyakarta Palembang Denpasar Balikpapan Manado
Pontianak Banjarmasin Padang Pekanbaru Jambi Bengkulu Mataram Kupang Ambon Ternate Jayapura Sorong Kendari Gorontalo
Palu Malang Bogor Bekasi Depok Tangerang Cirebon Tegal Magelang""")
FIRST_NAMES: Final = _words("""
Agus Budi Siti Joko Sri Dewi Ahmad Abdul Andi Rina Bambang Ani Eko Wahyu Indra Tri Yusuf Hasan
Husein Fajar Gita Ratna Lestari Maria Yohanes Petrus Ketut Wayan Nyoman Putu Asep Dedi Ujang Cecep Rahmat Ridwan Tito
Retno Taufik Fadli Setya Yenny Alwi Rizal Hidayat Arief Bagus Citra Diah Endang Fitri Gunawan Hendra Imam Kartika Lukman
Mulyadi Nurul Rudi Slamet Tuti Umar Vina Yanti Zainal""")
COUNTED: Final = ("warga", "korban", "pasien", "rumah", "siswa", "kapal", "petani")  # what figures count
ENDINGS: Final = ("", "", "", "n", "ng", "k", "t", "s", "r", "l", "m", "h")
BEGINNINGS: Final = ("b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny")
VOWELS: Final = "aeiou"
DRAWN: Final = 1 << 22  # places of the urn from which words are drawn

Thing = TypeVar("Thing")


def active(root: str) -> str:
    """Return a root with meN-, which swallows its first letter or fits itself to it."""
    swallowed = {"k": "meng", "p": "mem", "t": "men", "s": "meny"}
    kept = {"b": "mem", "f": "mem", "d": "men", "j": "men", "c": "men", "z": "men", "g": "meng", "h": "meng"}
    first = root[0]
    if first in swallowed:
        return swallowed[first] + root[1:]
    return ("meng" if first in VOWELS else kept.get(first, "me")) + root


AFFIXES: Final[tuple[Callable[[str], str], ...]] = (
    lambda root: root,
    active,
    lambda root: f"di{root}",
    lambda root: f"pe{active(root)[2:]}an",
    lambda root: f"ke{root}an",
    lambda root: f"ber{root}",
    lambda root: f"ter{root}",
    lambda root: f"{active(root)}kan",
    lambda root: f"di{root}kan",
    lambda root: f"{root}an",
    lambda root: f"{root}nya",
    lambda root: f"pe{active(root)[2:]}",
    lambda root: f"{active(root)}i",
)


def made_up(chance: random.Random, syllables: int) -> str:
    """Return a word that no list of roots has."""
    parts = (chance.choice(BEGINNINGS) + chance.choice(VOWELS) for _ in range(syllables))
    return "".join(parts) + chance.choice(ENDINGS)


def vocabulary(chance: random.Random, size: int) -> list[str]:
    """Return different words, the most frequent first: small and common ones, then forms of real and made-up roots."""
    forms = [affix(root) for root in ROOTS for affix in AFFIXES]
    chance.shuffle(forms)
    rare: dict[str, None] = {}
    while len(rare) < size:
        root = made_up(chance, chance.choice((2, 2, 3, 3, 4)))
        rare |= dict.fromkeys(affix(root) for affix in AFFIXES) if chance.random() < 0.25 else {root: None}
    strange = list(rare)
    chance.shuffle(strange)
    head = SMALL + COMMON[:60]
    body = chain.from_iterable(zip_longest(forms + COMMON[60:], strange[: len(forms)]))
    words = dict.fromkeys(word for word in chain(head, body, strange[len(forms) :]) if word)
    return list(words)[:size]


def names(chance: random.Random, number: int) -> list[str]:
    """Return different names of people; about seven share a surname."""
    surnames = sorted({made_up(chance, chance.choice((2, 3, 3))).capitalize() for _ in range(number // 7 + 5)})
    found: dict[str, None] = {}
    while len(found) < number:
        middle = f" {chance.choice(surnames)}" if chance.random() < 0.15 else ""
        found[f"{chance.choice(FIRST_NAMES)}{middle} {chance.choice(surnames)}"] = None
    return list(found)


def zipf(number: int, power: float, shift: float = 0.0) -> list[float]:
    """Return the weights of ranks: few often, most seldom."""
    return [1 / (rank + 1 + shift) ** power for rank in range(number)]


def urn(things: Sequence[Thing], weights: Iterable[float], places: int) -> list[Thing]:
    """Return a list in which each thing stands as often as its weight says, once at least: one draw is one look."""
    edges = list(accumulate(weights))
    return [
        thing
        for thing, edge, before in zip(things, edges, [0.0, *edges], strict=False)
        for _ in range(max(1, round(places * edge / edges[-1]) - round(places * before / edges[-1])))
    ]
