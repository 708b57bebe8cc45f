"""The words by which a language tells that somebody speaks; a rule pack fills them, the engine knows none itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(listed.split())


@dataclass(frozen=True, kw_only=True)
class SpeechWords:
    """Words of saying of one language, all in lower case. A field of phrases holds their words with one space between.

    A verb stands in as many fields as it has uses: English "said" both follows its speaker and comes before it.
    """

    # Words of saying.
    inverted: frozenset[str]  # stand before their speaker, after what was said: "kata" X; "said" X
    verbs: frozenset[str]  # stand after their speaker and always tell of words: X "mengatakan"; X "said"
    weak: frozenset[str]  # stand after their speaker and tell of words when it is a person, not a body: "meminta"
    # tell of words only when a clause or marks follow, else of deeds: "melanjutkan", "continued"
    acts: frozenset[str]
    passive: frozenset[str]  # "disampaikan" (oleh) X: give X the floor, and report when a clause follows
    according: frozenset[str]  # phrases before the one whose view is told: "menurut", "according to"
    based: frozenset[str] = frozenset()  # the same before an account alone: "berdasarkan" keterangan
    beholders: frozenset[str] = frozenset()  # the same before a person and a comma, opening a sentence: "bagi" X,
    asides: frozenset[str]  # phrases after a speaker that add a second saying: "seraya menambahkan"

    # Around a word of saying.
    clitic: str  # the ending that stands for a speaker: "nya"; "" when the language has none
    lead_ins: frozenset[str]  # between the marks and the word of saying: "demikian", "begitu"
    adverbs: frozenset[str]  # between speaker and verb, or verb and speaker: "juga", "pun", "kembali", "also"
    # show that what they stand in is a clause: "akan", "telah", "tidak", "adalah"; "will", "is"
    finite: frozenset[str] = frozenset()
    active: tuple[str, ...] = ()  # the beginnings of verbs that show the same
    no_verbs: frozenset[str] = frozenset()  # begin as those do, and are none: "menengah", "mendiang"
    undergone: tuple[str, ...] = ()  # the beginnings of verbs of what is done to somebody
    passives: tuple[str, ...] = ()  # and of those behind "that road": "jalan itu" dibuka
    declares: frozenset[str] = frozenset()  # acts that tell of words when a bare clause follows: "mengumumkan"
    judged: frozenset[str] = frozenset()  # with the clitic, report the sentence around them: "disebut"nya, "dinilai"nya
    thanks: frozenset[str] = frozenset()  # of `weak`, tell no more than that somebody is pleased: "mengapresiasi"
    handing: frozenset[str] = frozenset()  # take a thing as well as a clause: "menyampaikan" apresiasi
    # begin what only names a thing that was told: "kronologi", "apresiasi"; no statement unless a clause follows
    nominal: frozenset[str] = frozenset()
    that: frozenset[str]  # open the clause that tells what was said, and are no part of it: "bahwa", "that"
    aims: frozenset[str] = frozenset()  # open what is asked or hoped: "agar", "supaya"
    about: frozenset[str]  # open a topic instead of a clause: "tentang", "about"
    deniers: frozenset[str] = frozenset()  # begin a subject of whom nobody says it: "neither"
    affirmed: frozenset[str] = frozenset()  # verbs of denying, with which somebody who does not agrees
    negating: frozenset[str] = frozenset()  # right before those: "tidak" memungkiri
    hearsay: frozenset[str] = frozenset()  # the same, told by others: "diduga", "digambarkan"
    bare: frozenset[str] = frozenset()  # verbs without their beginning, behind a pronoun: "pihaknya perkirakan"
    denies: frozenset[str] = frozenset()  # acts that tell of words when a claim is denied: "menampik" tudingan
    claims: frozenset[str] = frozenset()  # what is denied: "klaim", "tudingan"
    light: frozenset[str] = frozenset()  # acts that tell of words with a noun and a clause: "memberi" sinyal bahwa
    asked: frozenset[str] = frozenset()  # of `passive`, those of somebody whom a newsroom asks: "dikonfirmasi"
    unsaid: frozenset[str]  # before a verb, make it not said: "tidak", "untuk", "akan", "if", "would"

    # Who speaks.
    pronouns: frozenset[str]  # one person: "dia", "ia", "beliau"; "he", "she"
    plural: frozenset[str]  # several, or a body: "mereka", "they"
    demonstratives: frozenset[str]  # after a role that was named before: "itu", "tersebut"; before it: "the"
    described: frozenset[str]  # begin a speaker whom nobody names: "para", "seorang", "kedua" belah pihak; "both"
    head_last: bool = False  # a noun stands behind what tells of it: "the energy minister"
    bodies: frozenset[str] = frozenset()  # those of `heads` that are no people: "pemerintah", "perusahaan"
    heads: frozenset[str]  # what an unnamed speaker is: "warga", "saksi", "netizen", "peneliti", "witness"
    offices: frozenset[str] = frozenset()  # one person has it at a time: "kapolsek", "menteri"; "mayor"
    epithets: frozenset[str]  # tell of somebody named before in another way: "pria" itu, "mantan" pelatih
    relatives: frozenset[str]  # tell of one by another: "istri" korban, "pengacara" X; "wife", "lawyer"
    kin: frozenset[str] = frozenset()  # behind an article, somebody whom nobody names: "sang ibu", "the mother"
    titles: frozenset[str]  # before a name and no part of it: "pak", "ibu", "mr"
    shortened: frozenset[str] = frozenset()  # titles printed with a full stop that ends no sentence: "dr", "prof"
    accounts: frozenset[str] = frozenset()  # those of `papers` that anybody gives: "keterangan", "pengakuan"
    paper_tails: frozenset[str] = frozenset()  # between a paper and its writer: keterangan "resmi", "pers", "dari"
    handed: frozenset[str] = frozenset()  # between "yang" and whoever wrote a paper: "dirilis", "dikeluarkan"
    papers: frozenset[str]  # things that tell without a mouth, whose owner may be named after: "data", "laporan"
    governs: frozenset[str]  # before a name, make it no subject: "kepada", "bersama", "melalui"; "to", "through"
    by: frozenset[str]  # after a passive verb, before its speaker: "oleh", "by"
    through: frozenset[str] = frozenset()  # before somebody who only passes on or stands by: "melalui", "didampingi"
    times: frozenset[str] = frozenset()  # before "this", tell when: "saat" ini, "baru-baru" ini
    manner: frozenset[str] = frozenset()  # before a word that tells how: "secara" tegas
    relative: frozenset[str]  # open a clause about the one before: "yang", "who"
    # right behind a name, open what only adds to it: "selaku", "bersama"
    adjoins: frozenset[str] = frozenset()
    of: frozenset[str]  # join a role to its body: "dari", "of", "from", "for"

    additions: frozenset[str]  # after a verb of saying, tell to whom, where or when: "kepada", "di"; "to", "on"
    relays: frozenset[str]  # after a comma, tell who passed the words on: "dikutip", "dilansir", "quoted"

    # Where things end.
    ends: frozenset[str]  # end the phrase of the speaker: "saat", "dalam", "kepada", "pada", "senin"
    days: frozenset[str]  # names of weekdays
    pointers: frozenset[str]  # phrases that open a line which points to another article: "baca juga"
    conjunctions: frozenset[str] = frozenset()  # before the last of a list: "dan", "serta"
    shares: frozenset[str] = frozenset()  # join two verbs of one subject: "dan"
    reasons: frozenset[str] = frozenset()  # open a clause that tells why: "karena"
    joints: frozenset[str] = frozenset()  # after a comma, open a clause with a subject of its own: "tetapi", "but"
    introduces: frozenset[str] = frozenset()  # phrases before whoever speaks next: "datang dari", "berbeda dengan"
    leads: frozenset[str] = frozenset()  # open a circumstance before a subject, no statement: "dalam", "meski"
    begins: frozenset[str]  # open a sentence before its subject, or join two: "namun", "sementara", "but", "and"

    @cached_property
    def telling(self) -> frozenset[str]:
        """All verbs that may announce or follow words in marks, after their subject."""
        return self.verbs | self.weak | self.acts

    @cached_property
    def according_heads(self) -> frozenset[str]:
        """The first word of each phrase of `according`."""
        return frozenset(phrase.split()[0] for phrase in self.according)
