"""Offices that only one person holds at a time: the word alone tells who is meant."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

OF_ONE: Final = words(
    """
    presiden wapres capres cawapres kapolri wakapolri panglima mensesneg menseskab seskab menteri menko menlu
    mendagri menkeu menhan menkes mensos menag mentan menaker mendag menperin menhub mendikbud mendikdasmen
    mendiktisaintek mendikbudristek menkominfo menkomdigi menkumham menkum menham menpora menpar menparekraf menbud
    menkop menhut menlh menlhk menpupr mendes menkopolhukam menkopolkam wamenlu wamenkeu wamenhan wamenkes wamendagri
    wamenag wamenaker wamentan wamendag wamensos paus
    """
)
# With one of these beside it, an office is a firm's: "Presiden Direktur".
OF_FIRMS: Final = words("direktur komisaris direksi")
# Whose field tells of them: "Menteri Keuangan", "Sekjen Kementerian Agama".
BY_FIELD: Final = words("menteri wamen menko kementerian")
# Printed beside too many offices to tell of one.
EVERYWHERE: Final = words("indonesia ri nasional republik ketua kepala wakil tni polri dprd bumn pns asn")
