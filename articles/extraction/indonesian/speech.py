"""Words of saying of Indonesian newsrooms."""

from __future__ import annotations

from typing import Final

from articles.extraction.speech_words import SpeechWords, words

_INVERTED: Final = words("""
    kata ujar ucap tutur bunyi tembak sesumbar ledek goda koar kelit celoteh cerocos kicau nasihat tepis tekan catat
    klarifikasi elak singgung pikir renung analisis cuap bela kecam protes rayu tolak anjur usik lantang sorot jelas
    ungkap sebut tegas imbuh tambah papar terang pungkas tukas timpal urai sambung lanjut tulis tandas beber kisah
    cerita kenang tanya jawab seru keluh harap cetus celetuk pinta ajak sahut tutup ungkit pesan bilang kilah sindir
    kelakar seloroh canda bisik teriak tuding sanggah bantah klaim aku puji kritik sesal simpul rinci terka duga
    imbau himbau saran usul desak ingat nilai prediksi ulas komentar balas gurau pekik gerutu omel lapor curhat
    katakan ujarkan ketus batin gumam dalih kutip cuit doa sumpah ancam janji perintah instruksi tambahkan akui
    lugas sergah semprot sentil buka
    """)

_VERBS: Final = words("""
    menyambung menjabarkan mengulas membatin bergumam berseru menggerutu mengomel mengumbar mengurai mengamini
    mengiyakan mengelak berkelit curhat mengatakan menyebut menyebutkan mengungkapkan mengungkap menyatakan
    menjelaskan menegaskan menambahkan menuturkan memaparkan menyampaikan mengaku mengingatkan mengimbau menghimbau
    menekankan mengeklaim mengklaim membantah berpendapat menerangkan membeberkan menceritakan mengisahkan
    mengkritik membenarkan berujar berkata bertutur berucap bercerita berkisah berpesan bertanya menanyakan menjawab
    menulis menuliskan mencuitkan mengumumkan melaporkan memberitahukan menginformasikan mengutarakan mengemukakan
    melontarkan menguraikan merinci memerinci menyimpulkan menandaskan melanjutkan menimpali membalas berkilah
    berdalih berseloroh berkelakar bercanda menyindir menuding menuduh menukas menyeru menyerukan mengeluhkan
    mengeluh menyinggung menilai menduga mengonfirmasi mengkonfirmasi berargumen berkomentar mengomentari menyanggah
    menampik menepis memprotes membocorkan mengisyaratkan mengucapkan mengecam berteriak bersaksi berkicau berjanji
    menjanjikan bersumpah mencetuskan mengaitkan menyalahkan memungkiri menafikan
    """)

_WEAK: Final = words("""
    memastikan mengakui memperkirakan memprediksi berharap meminta menganggap mengusulkan mendorong mendesak
    menyarankan meyakini memerintahkan menyayangkan mengapresiasi menyoroti mengharapkan menargetkan mencatat
    menuntut mengajak memandang melihat menginstruksikan menyesalkan mempertanyakan memohon menghendaki menginginkan
    menolak mewanti-wanti wanti-wanti memuji menyambut mengancam menyepakati merekomendasikan menyadari memaklumi
    mengenang menyangkal memperingatkan mengindikasikan mengantisipasi mengajukan menyerahkan menggarisbawahi
    membandingkan mencontohkan mengibaratkan mengumpamakan menyetujui mendukung berkeyakinan bertekad mengeklaim
    berkomitmen berterima bersyukur menjamin yakin optimis optimistis pesimistis pesimis khawatir menggambarkan
    mensinyalir menyinyalir mengkhawatirkan mempersilakan memprihatinkan menganjurkan menasihati mempersilahkan
    """)

_ACTS: Final = words("""
    melanjutkan menjawab membalas mengumumkan menulis menuliskan menjanjikan menyerukan melaporkan mengonfirmasi
    mengkonfirmasi menyambut menolak menyetujui mendukung mengajukan menyerahkan mengancam menyepakati menargetkan
    mengantisipasi memuji mengenang menggambarkan melihat memandang mencatat menyangkal menimpali menanggapi
    merespons merespon menutup mengakhiri membuka mengawali berterima membandingkan mengindikasikan merekomendasikan
    mempersilakan bertekad berkomitmen menyadari menjamin menepis menampik membocorkan mengisyaratkan mencetuskan
    melontarkan menginformasikan mengucapkan percaya bilang sepakat setuju sependapat memutuskan mengabarkan
    memberitakan mencontohkan mengungkap mempertimbangkan memaklumkan memprakirakan meramalkan menaksir berasumsi
    beranggapan berpandangan beralasan meluruskan berspekulasi mempercayai
    """)

_INTRODUCES: Final = frozenset(
    {
        *(f"{verb} dari" for verb in words("datang muncul terdengar mengalir terlontar keluar meluncur")),
        *(
            f"{verb} oleh"
            for verb in words("""
                disampaikan diungkapkan dikatakan diutarakan dilontarkan dikemukakan diakui dibenarkan diamini
                disuarakan dituturkan dinyatakan ditegaskan diceritakan dikeluhkan dirasakan dialami
                """)
        ),
        *(f"{word} dengan" for word in words("berbeda senada sependapat")),
    }
)

_BODIES: Final = words("""
    akun pihak pemerintah pemprov pemkot pemkab militer tentara kepolisian kejaksaan pengadilan otoritas aparat
    kementerian badan dinas lembaga dewan komisi fraksi partai perusahaan perseroan emiten maskapai operator
    pabrikan produsen bank bursa platform kampus sekolah universitas klub federasi redaksi kedutaan konsorsium
    yayasan manajemen
    """)

INDONESIAN: Final = SpeechWords(
    inverted=_INVERTED,
    verbs=_VERBS - _ACTS,
    weak=_WEAK - _VERBS - _ACTS,
    acts=_ACTS,
    passive=words("""
        dikatakan disampaikan diungkapkan dijelaskan ditegaskan dinyatakan dituturkan disebutkan diungkap diutarakan
        dikemukakan dilontarkan dipaparkan diakui diterangkan diceritakan dibeberkan ditambahkan diumumkan diucapkan
        disebut dibenarkan dilaporkan diamini dikeluhkan dikonfirmasi dituliskan ditulis diuraikan dijabarkan
        dirinci diperinci dirincikan dikisahkan diinformasikan diimbuhkan digarisbawahi ditekankan diingatkan
        diberitahukan
        """),
    finite=words("""
        akan takkan bakal telah sudah belum tidak tak bukan masih sedang tengah harus wajib perlu bisa dapat adalah
        ialah merupakan ada terdapat menjadi jadi perlunya pentingnya siap mampu layak boleh kini tetap semakin
        terjadi berada berasal bertambah naik turun berlangsung berjalan berubah tergolong tergambar tercatat
        terlihat termasuk terlalu
        """),
    active=("meng", "mem", "men", "mel", "mer"),
    no_verbs=words("menengah mendiang mendatang mental mentah merdeka merah meteorologi memang"),
    undergone=("dipe", "dibe", "dile", "diba", "dila", "dike", "dite"),
    passives=("di", "me"),
    declares=words("""
        mengumumkan melaporkan mencatat menargetkan memandang menjamin bilang sepakat setuju sependapat percaya
        menulis menuliskan menjanjikan mengancam mengabarkan memberitakan menginformasikan mengonfirmasi
        mengkonfirmasi mengisyaratkan mengindikasikan membocorkan menyadari beranggapan berpandangan berasumsi
        memprakirakan meramalkan bertekad berkomitmen menyepakati menyangkal melanjutkan mengungkap memprediksi
        memperkirakan memperingatkan menyesalkan menyayangkan menganggap meyakini berharap mengharapkan yakin
        optimistis optimis berkeyakinan
        """),
    judged=words("""
        disebut dinilai dianggap diakui diyakini diklaim diprediksi diperkirakan dipastikan diharapkan dirasa
        dipandang ditaksir dipercaya diduga
        """),
    according=frozenset({"menurut", "mengutip pernyataan", "merujuk pernyataan"}),
    based=words("berdasarkan berdasar"),
    beholders=words("bagi"),
    asides=frozenset(
        f"{joint} {verb}"
        for joint in ("seraya", "sambil", "sembari", "dan", "serta")
        for verb in ("menambahkan", "mengatakan", "menegaskan", "menyebut", "mengingatkan", "menjelaskan", "berharap")
    ),
    thanks=words("mengapresiasi"),
    handing=words("""
        menyampaikan mengungkapkan mengungkap menjelaskan menceritakan membeberkan memaparkan mengucapkan
        menyebutkan menyebut meminta melontarkan menyatakan mengutarakan mengemukakan menguraikan merinci
        mengisahkan menerangkan menuturkan menyinggung mengulas menuliskan menulis menanyakan mempertanyakan
        menuntut membocorkan mengumumkan menjabarkan mengurai mengumbar melaporkan membagikan
        """),
    nominal=words("""
        apresiasi ucapan terima terimakasih selamat penghargaan duka dukacita belasungkawa simpati salam sambutan
        pidato orasi detail kronologi kronologis alasan cerita kisah pengalaman nama identitas jawaban penjelasan
        keterangan klarifikasi pernyataan tanggapan komentar pendapat pandangan rincian isi curahan curhatan
        unek-unek informasi pertanyaan hal-hal makna arti motif penyebab cara tips rahasia ceramah tausiah materi
        aspirasi uneg-uneg kata-kata doa perasaan proses latar sosok momen soal tentang penghormatan kehadiran
        """),
    clitic="nya",
    lead_ins=words("demikian begitu seperti itulah begitulah demikianlah sebagaimana"),
    adverbs=words("""
        juga pun kembali kemudian lantas lalu turut sempat telah sudah masih sendiri pernah terus lagi justru bahkan
        hanya langsung kerap sering selalu secara tegas pula ikut menambahkan sekaligus sebelumnya sementara
        berulang akhirnya malah mengaku cuma sambil singkat terang-terangan tengah lebih lanjut jauh tetap resmi
        awalnya semula baru saja kini memang sontak spontan gamblang lantang buru-buru blak-blakan lugas singkatnya
        ternyata tampak terlihat tampaknya rupanya
        """),
    that=words("bahwa bahwasanya jika kalau"),
    aims=words("agar supaya"),
    hearsay=words("""
        digambarkan ditemukan diduga dituding dituduh disebut disebut-sebut dikabarkan dilaporkan diisukan didakwa
        dianggap dinilai diyakini diklaim dikenal kedapatan ketahuan tertangkap dirumorkan diberitakan dipergoki
        disinyalir ditengarai diharapkan diimbau diwajibkan disarankan didorong diperintahkan dituntut terekam
        dicurigai disangka dituduhkan diminta dikritik didesak
        """),
    bare=words("""
        perkirakan harapkan pastikan harap minta imbau nilai duga yakini akui sebut klaim targetkan prediksi
        sarankan usulkan tegaskan jelaskan katakan sampaikan ungkapkan tekankan sayangkan sesalkan pahami anggap
        """),
    denies=words("menampik menepis membantah menyangkal menyanggah menolak mengelak memprotes"),
    claims=words("""
        klaim tudingan tuduhan kabar isu rumor anggapan dugaan spekulasi gosip dalih dakwaan narasi persepsi stigma
        kekhawatiran
        """),
    affirmed=words("memungkiri menafikan menampik menepis membantah menyangkal menyanggah mengelak"),
    negating=words("tidak tak"),
    light=words("memberikan memberi mengeluarkan melayangkan"),
    asked=words("dikonfirmasi"),
    about=words("tentang soal mengenai terkait perihal ihwal"),
    unsaid=words("""
        tidak tak belum bukan jangan tanpa untuk guna agar supaya jika bila apabila kalau enggan menolak akan bakal
        bisa dapat harus perlu ingin mau hendak mesti boleh dengan cara usai setelah sebelum saat ketika dalam
        sehingga yang para berhasil diketahui termasuk terbukti gagal mulai seharusnya dilarang mampu berani gemar
        dipaksa diminta membuatnya membuat menjadikannya menjadikan ketimbang
        """),
    pronouns=words("dia ia beliau dirinya pihaknya"),
    plural=words("mereka keduanya ketiganya"),
    demonstratives=words("itu ini tersebut tadi sang"),
    described=words("para seorang banyak sejumlah salah kedua beberapa sebagian dua tiga empat seseorang sumber"),
    heads=words("""
        warga netizen warganet saksi peneliti peserta penonton pengunjung pengguna korban pelaku tersangka terdakwa
        perekam pemilik penumpang petani nelayan pedagang mahasiswa siswa guru dokter perawat polisi petugas hakim
        jaksa ahli pakar pengamat analis ekonom aktivis pengacara jurnalis wartawan narasumber sumber pejabat
        saudara tetangga pembeli penjual sopir pengemudi pekerja buruh karyawan massa demonstran orator pendukung
        penggemar suporter pengelola panitia pemain pelatih gelandang striker bek kiper penyanyi musisi aktor aktris
        artis penulis sutradara politikus politisi tokoh ulama pendeta pastor ustaz santri orang pemuda pengusaha
        investor majelis tim penyidik penuntut pihak kubu keluarga manajemen kelompok organisasi komunitas
        masyarakat asosiasi koalisi akun pengembang ilmuwan astronom psikolog sejarawan juru pembaca pengirim staf
        member mempelai promotor relawan pramugari pilot nakhoda pengasuh terapis pengurus pimpinan penyelenggara
        """)
    | _BODIES,
    bodies=_BODIES,
    offices=words("""
        kepala menteri gubernur bupati wali walikota presiden perdana kapolres kapolsek kapolda kasat direktur
        rektor camat lurah kades komisaris ketua kapolri kapolresta kapolrestabes kasatreskrim kasatlantas kasi
        kabid kabag kanit wakapolres wakapolda dirreskrimum dirlantas kapuspenkum kajari kajati sekda sekjen
        sekretaris dirut dirjen dirops menko mendagri menkeu mentan mendag menkes menhub mensos menag menhan menlu
        menkopolhukam menpora mensesneg mendikdasmen menaker menperin menpan menpar menkomdigi menkum menbud
        mentrans wapres wamen wamenkeu wamendagri wagub wabup wawali danrem dandim pangdam panglima kasad kasal
        kasau jaksa hakim jubir kabareskrim kadispenad kadis kadinkes kadisdik kalaksa manajer ceo bos presdir ketum
        waketum plt pjs pj dekan kepsek komandan inspektur asisten deputi staf uskup paus raja sultan ratu pangeran
        """),
    epithets=words("""
        pendiri penggagas pencipta pemimpin ketua pembawa pria wanita perempuan lelaki laki-laki bocah remaja pemuda
        eks mantan legenda alumnus lulusan pemain pelatih gelandang striker bek kiper penyerang bomber pembalap
        petinju penyanyi musisi aktor aktris artis pesinetron presenter komedian pelawak penulis sutradara politikus
        politisi pelantun cowok cewek gadis pentolan vokalis gitaris drummer penggawa kapten arsitek juru bintang
        jebolan pemilik ketum purnawirawan perwira jenderal ayah ibu janda duda putri putra pengusaha anggota caleg
        capres cawapres ulama kiai selebritas selebgram dokter desainer model legislator senator anak
        """),
    relatives=words("""
        istri suami anak ayah ibu kakak adik paman bibi kakek nenek kerabat keluarga pengacara kuasa tetangga teman
        rekan sahabat putra putri orangtua mertua menantu keponakan sepupu kekasih pacar kubu tim penggemar
        pendukung fans loyalis ajudan asisten pihak manajemen
        """),
    kin=words("""
        istri suami anak ayah ibu bapak kakak adik paman bibi kakek nenek putra putri orangtua mertua menantu bayi
        keponakan sepupu kekasih pacar bunda mama papa bocah
        """),
    titles=words("pak bu bapak ibu sang bang mas mbak kang cak gus dr prof ir h hj kh ustaz ustadz tuan nyonya"),
    shortened=words("dr drs dra drg prof ir hj kh tgk mr mrs ms st rd rr ny sdr"),
    papers=words("""
        siaran pemaparan penjelasan pengakuan penuturan kesaksian kepercayaan keyakinan pandangan pendapat ajaran data
        laporan keterangan pernyataan survei studi penelitian riset surat dokumen catatan hasil informasi sumber
        analisis kajian perhitungan pantauan undang-undang uu aturan kabar rilis situs laman jadwal prakiraan
        unggahan film novel buku serial drama sinetron episode lagu ayat surah hadis aksi langkah kebijakan tertulis
        bunyi isi website akun video rekaman pesan tulisan kutipan teks artikel berita media
        """),
    governs=words("""
        kepada dengan oleh soal bersama didampingi untuk dari di ke melalui lewat via tentang terkait menanggapi
        mengutip terhadap bagi pada dalam atas dampingi mendampingi menemani bertemu menemui antara mengenai selain
        seperti termasuk kecuali bernama menyinggung menyebut merespons menjenguk membela memeriksa menangkap
        mewakili menggantikan membuat menjadikan sebagai eks mantan versus dibanding daripada milik seputar perihal
        """),
    by=words("oleh"),
    through=words("melalui lewat via didampingi"),
    manner=words("secara dengan"),
    times=words("baru-baru saat kali kala"),
    relative=words("yang"),
    adjoins=words("selaku sebagai bersama beserta didampingi ditemani"),
    accounts=words("""
        keterangan pernyataan penjelasan penuturan pengakuan kesaksian pemaparan cerita rilis siaran
        """),
    paper_tails=words("resmi tertulis pers terbaru terkini terakhir awal lengkap sementara tahunan dari oleh milik"),
    handed=words("dirilis disampaikan dikeluarkan diterbitkan dipublikasikan diberikan disusun diunggah"),
    of=words("dari asal di untuk"),
    additions=words("kepada di dalam pada saat ketika usai melalui lewat seusai via kemarin"),
    relays=words("dikutip dilansir melansir mengutip sebagaimana seperti demikian"),
    ends=words("""
        saat ketika usai dalam pada kepada di dikutip seperti dilansir sebagaimana yang sambil seraya sembari
        melalui lewat menjelaskan menjawab kemarin lagi menambahkan dengan digelar setelah terkait soal tentang
        mengenai selepas seusai merujuk menanggapi tersebut itu ini waktu ditemui mengutip untuk oleh beberapa hari
        tadi sebelum menyusul merespons merespon menutup mengakhiri membuka mengenang mencontohkan menirukan
        menceritakan mengingatkan penuh lirih singkat dihubungi dijumpai lalu pagi siang sore malam bercanda tertawa
        tegas sekaligus kala sesaat sejak selama ihwal perihal karena via memberi membacakan bersama didampingi
        sesuai berdasarkan hingga tetapi namun serta menggunakan memakai menuju menjelang
        """),
    days=words("senin selasa rabu kamis jumat jum'at sabtu minggu ahad"),
    pointers=frozenset({"baca juga", "simak juga", "lihat juga", "baca selengkapnya", "simak video", "tonton juga"}),
    leads=words("""
        dalam pada di saat ketika usai setelah seusai selepas sebelum meski meskipun walau walaupun selain melalui
        lewat sebagai dengan untuk menurut terkait menanggapi merespons menyikapi kepada bersama mengutip melansir
        dilansir dikutip sementara sebelumnya ditemui dihubungi sejak hingga atas bagi berdasarkan tak tidak demi
        guna sembari sambil seraya selaku soal mengenai perihal ihwal tentang
        """),
    conjunctions=words("dan serta atau hingga maupun"),
    shares=words("dan serta"),
    reasons=words("karena sebab lantaran akibat"),
    joints=words("tetapi tapi namun sedangkan sementara melainkan"),
    introduces=_INTRODUCES,
    begins=words("""
        namun alias sementara sedangkan tetapi tapi adapun sebelumnya selanjutnya kemudian lalu lantas selain itu
        meski kendati demikian karena oleh sebab bahkan dan atau serta dalam pada di saat ketika usai setelah
        menanggapi padahal apalagi sebaliknya merespons terkait akan untuk hal ini lebih lanjut jauh senada terpisah
        kesempatan yang sama menyinggung
        """),
)
