"""Units and currencies as Indonesian news prints them."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_words import plain_forms

# Units that the archive writes in one way for all languages.
ARCHIVED: Final = {
    "%": "percent",
    "detik": "second",
    "menit": "minute",
    "jam": "hour",
    "hari": "day",
    "pekan": "week",
    "minggu": "week",
    "bulan": "month",
    "tahun": "year",
    "kilometer persegi": "km²",
    "meter persegi": "m²",
    "meter kubik": "m³",
    "km/jam": "km/h",
    "kilometer": "km",
    "meter": "m",
    "sentimeter": "cm",
    "milimeter": "mm",
    "kilogram": "kg",
    "gram": "g",
    "miligram": "mg",
    "hektare": "ha",
    "gigawatt": "GW",
    "megawatt": "MW",
    "kilowatt": "kW",
    "watt": "W",
    "liter": "litre",
    "mililiter": "ml",
    "ton": "tonne",
    "barel": "barrel",
    "galon": "gallon",
    "inci": "inch",
    "kaki": "foot",
    "mil": "mile",
    "mil laut": "nautical mile",
    "paun": "pound",
    "derajat": "degree",
    "poin persentase": "percentage point",
    "basis poin": "basis point",
    "malam": "night",
    "dekade": "decade",
    "abad": "century",
    "kali": "times",
    "x": "times",
    "dolar": "USD",
    "dollar": "USD",
    "euro": "EUR",
}
# Words that count things of many sorts. They stay in their own language, as they are printed.
COUNTERS: Final = plain_forms("""
    unit: unit
    buah: buah
    ekor: ekor
    lembar: lembar
    helai: helai
    batang: batang
    butir: butir
    keping: keping
    eksemplar: eksemplar
    pucuk: pucuk
    titik: titik
    bungkus: bungkus
    botol: botol
    karung: karung
    sak: sak
    dus: dus
    kotak: kotak
    paket: paket
    porsi: porsi
    dosis: dosis
    tablet: tablet
    set: set
    pasang: pasang
    kursi: kursi
    suara: suara
    tiket: tiket
    kamar: kamar
    saham: saham
    koin: koin
    token: token
    poin: poin
    gol: gol
    kepala keluarga: kepala keluarga | kk
""")
# What begins with a word for people and counts none.
NO_PEOPLE: Final = frozenset(
    {
        *(
            "kepala keluarga",
            "anak perusahaan",
            "anak usaha",
            "anak sungai",
            "anak tangga",
            "anak panah",
            "anak gunung",
        ),
        *("ibu kota", "juru bayar", "orang utan", "anak sapi", "anak kambing", "anak kucing", "anak buaya"),
    }
)
UNITS: Final = plain_forms("""
    %: % | persen | prosen | percent | per cent
    nits: nits | nit
    standar kaki kubik: standar kaki kubik | kaki kubik
    Wh: wh
    ppm: ppm
    poin persentase: poin persentase | poin persen
    basis poin: basis poin | basis point | bps
    kilometer persegi: kilometer persegi | km persegi | km2 | km²
    meter persegi: meter persegi | m persegi | m2 | m²
    meter kubik: meter kubik | m3 | m³
    km/jam: kilometer per jam | km per jam | km/jam | km/h | kpj
    kilometer: kilometer
    km: km
    meter: meter | m
    mdpl: mdpl
    sentimeter: sentimeter | centimeter
    cm: cm
    milimeter: milimeter
    mm: mm
    mikrometer: mikrometer
    mikron: mikron
    nanometer: nanometer
    mil laut: mil laut | nautical mil
    mil: mil
    inci: inci | inchi | inch
    kaki: kaki
    kilogram: kilogram | kilo
    kg: kg
    gram: gram | gr | g
    miligram: miligram
    mg: mg
    kuintal: kuintal | kwintal
    ton: ton
    ons: ons
    troy ounce: troy ounce | troy ons | ounce
    hektare: hektare | hektar | ha
    liter: liter
    mililiter: mililiter
    ml: ml
    cc: cc
    barel: barel | barrel
    galon: galon
    gigawatt: gigawatt | gw
    megawatt: megawatt | mw
    kilowatt: kilowatt | kw
    watt: watt
    kWh: kwh | kilowatt hour | kilowatt jam
    MWh: mwh
    GWh: gwh
    TWh: twh
    MWp: mwp
    kVA: kva
    volt: volt
    ampere: ampere
    mAh: mah
    hp: hp
    dk: dk | tenaga kuda
    Nm: nm
    rpm: rpm
    VA: va
    PS: ps
    paun: paun | pon
    °C: derajat celsius | derajat celcius | celsius | celcius | °c
    derajat: derajat | °
    magnitudo: magnitudo
    SR: skala richter | sr
    desibel: desibel
    Hz: hz | hertz
    MHz: mhz
    GHz: ghz
    Mbps: mbps
    GB: gb | gigabyte | gigabita
    TB: tb | terabyte
    MB: mb | megabyte
    MP: mp | megapiksel | megapixel
    karat: karat
    kalori: kalori
    kkal: kkal
    knot: knot | knots
    oktan: oktan
    MMSCFD: mmscfd
    BOPD: bopd
    TEU: teu | teus
    lot: lot
""")
MONEY: Final = plain_forms("""
    IDR: rupiah | idr
    USD: dolar amerika serikat | dollar amerika serikat | dolar amerika | dolar as | dollar as | dolar | dollar | usd
    SGD: dolar singapura | dollar singapura | sgd
    AUD: dolar australia | dollar australia
    HKD: dolar hong kong
    CAD: dolar kanada
    EUR: euro
    GBP: poundsterling | pound sterling | poundsterling inggris | pound
    JPY: yen
    CNY: yuan | renminbi
    MYR: ringgit malaysia | ringgit
    THB: baht
    KRW: won
    PHP: peso
    INR: rupee
    SAR: riyal | real
    AED: dirham
    CHF: franc swiss
    RUB: rubel
    TRY: lira
    BTC: btc | bitcoin
    ETH: eth
""")
DURATIONS: Final = plain_forms("""
    tahun: tahun | th | thn
    bulan: bulan | bln
    pekan: pekan
    minggu: minggu
    hari: hari
    malam: malam
    jam: jam
    menit: menit
    detik: detik
    dekade: dekade
    abad: abad
    semester: semester
    kuartal: kuartal
    triwulan: triwulan
""")
