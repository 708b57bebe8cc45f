"""Units and currencies as English news prints them."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_words import plain_forms

# Units that the archive writes in one way for all languages.
ARCHIVED: Final = {
    "seconds": "second",
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "years": "year",
    "square kilometres": "km²",
    "square metres": "m²",
    "cubic metres": "m³",
    "kilometres": "km",
    "metres": "m",
    "centimetres": "cm",
    "millimetres": "mm",
    "kilograms": "kg",
    "grams": "g",
    "hectares": "ha",
    "gigawatts": "GW",
    "megawatts": "MW",
    "kilowatts": "kW",
    "litres": "litre",
    "tonnes": "tonne",
    "tons": "ton",
    "barrels": "barrel",
    "gallons": "gallon",
    "inches": "inch",
    "feet": "foot",
    "yards": "yard",
    "miles": "mile",
    "nautical miles": "nautical mile",
    "pounds": "pound",
    "acres": "acre",
    "degrees": "degree",
    "percentage points": "percentage point",
    "basis points": "basis point",
    "nights": "night",
    "decades": "decade",
    "centuries": "century",
    "fold": "times",
    "times": "times",
}
COUNTERS: Final = plain_forms("""
    unit: units | unit
    pieces: pieces | piece
    seats: seats | seat
    votes: votes | vote
    shares: shares | share
    points: points | point
    goals: goals | goal
    tickets: tickets | ticket
    rooms: rooms | room
    packages: packages | package
    boxes: boxes | box
    bottles: bottles | bottle
    doses: doses | dose
    copies: copies | copy
    coins: coins | coin
    households: households | household
""")
# What begins with a word for people and counts none.
NO_PEOPLE: Final = frozenset({"police stations", "staff hours", "child seats", "guest rooms", "crew cabins"})
UNITS: Final = plain_forms("""
    %: % | percent | per cent | pct
    percentage points: percentage points | percentage point
    basis points: basis points | basis point | bps
    square kilometres: square kilometers | square kilometres | sq km
    square miles: square miles | square mile
    square metres: square meters | square metres | sq m
    square feet: square feet | square foot | sq ft
    cubic metres: cubic meters | cubic metres
    km/h: kilometers per hour | kilometres per hour | km/h | kph
    mph: mph | miles per hour
    kilometres: kilometers | kilometres | kilometer | kilometre
    km: km
    metres: meters | metres | meter | metre | m
    centimetres: centimeters | centimetres
    cm: cm
    millimetres: millimeters | millimetres
    mm: mm
    nautical miles: nautical miles | nautical mile
    miles: miles | mile
    feet: feet | foot | ft
    inches: inches | inch
    yards: yards | yard
    kilograms: kilograms | kilogram | kilos
    kg: kg
    grams: grams | gram | g
    mg: mg
    pounds: pounds | lbs | lb
    ounces: ounces | ounce
    tons: tons | ton
    tonnes: tonnes | tonne | metric tons | metric tonnes
    hectares: hectares | hectare | ha
    acres: acres | acre
    litres: liters | litres | liter | litre
    ml: ml
    gallons: gallons | gallon
    barrels: barrels | barrel
    gigawatts: gigawatts | gigawatt | gw
    megawatts: megawatts | megawatt | mw
    kilowatts: kilowatts | kilowatt | kw
    kWh: kwh | kilowatt hours | kilowatt-hours
    MWh: mwh | megawatt hours | megawatt-hours
    GWh: gwh
    TWh: twh
    °C: degrees celsius | degree celsius | °c
    °F: degrees fahrenheit | °f
    degrees: degrees | degree
    GB: gb | gigabytes
    TB: tb | terabytes
    MB: mb | megabytes
    Hz: hz
    MHz: mhz
    GHz: ghz
    knots: knots
""")
MONEY: Final = plain_forms("""
    USD: us dollars | u.s. dollars | dollars | dollar | usd
    US cents: cents
    AUD: australian dollars
    CAD: canadian dollars
    SGD: singapore dollars
    HKD: hong kong dollars
    EUR: euros | euro
    GBP: pounds sterling
    JPY: yen
    CNY: yuan | renminbi
    IDR: rupiah | rupiahs
    MYR: ringgit
    THB: baht
    KRW: won
    PHP: pesos
    INR: rupees
    RUB: rubles | roubles
    CHF: swiss francs
    TRY: lira
    SAR: riyals
""")
DURATIONS: Final = plain_forms("""
    years: years | year
    months: months | month
    weeks: weeks | week
    days: days | day
    nights: nights | night
    hours: hours | hour
    minutes: minutes | minute
    seconds: seconds | second
    decades: decades | decade
    centuries: centuries | century
""")
