"""Given names and family names of the wide world, as newsrooms write them in Latin letters."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

# Given names from all over the world, beside those above.
_GIVEN: Final = words(
    """
    achraf aitor akira aleksandar aleksander alessio alexis alisson alphonse alphonso amadou amine anatoly ange angel
    annika antoine antti arda ariana arkadiusz arsene artem arturo aurelien ayman bahram bartosz bastien benoit
    bernardo bilal bogdan bohdan boris branislav bruna bukayo carlo carlos casper cesc cillian clement cole craig
    cristian cristhian daichi dario darwin davide declan dejan denzel desire diego diogo dion domenico dusan dušan
    edin edinson eduardo egor emre enea enzo erling esteban evgeny fabian fabio federico felipe felix fermin ferran
    filip filippo florent florian francesco franck franco frenkie fyodor gabriel gael gareth gavi gennaro georgi
    gerard gianluca gianluigi giorgio giovanni giuseppe goncalo gonzalo gotze greta guglielmo guillermo guus hakan
    hansi hajime hector heung hiroki hiroshi hugo ibrahima igor ilkay iker ivan ivana jadon jakub jamal jannik jarrod
    javier jean jeong jerome jesper jesus jim joao joaquin joel jordi jorge josko jude jules julian jurgen juergen
    kaoru karel karim kasper katy keisuke kenan kenji kenta kepa khalid khvicha kieran kim kolo kwadwo kwame kylian
    lamine lars lautaro leandro leonid leroy lionel lorenzo luca luciano luis luka lukasz maksim mamadou manuel marcelo
    marcus mariano marin mario marko marlon massimiliano mateo mats matteo matthijs mattia mauricio mauro maxime mehmet
    mesut michal mikel mikhail milos mohamed mykhailo mykola nabil naoki nathan neymar niccolo nico nicolo niklas
    nils olaf ole oleg oleksandr olga omar orlando oscar oskar osman ousmane paolo pascal patrice pau paulo pavel pedro
    pep pere phil pierre piotr przemyslaw radamel rafael raheem raphael rasmus raul remo riccardo ricardo riyad
    roberto robin rodrigo romain romelu ronaldo ruben rui ruud ryoya sadio samir samuel sandro satoru sebastian serge
    sergej sergey sergio shinzo shuto shunsuke sofyan stanislav stefano svetlana sven takefusa takumi tariq
    tatiana thiago thierry thibaut thom tomas tomasz toni trent ugo unai vadim valentin vasily vinicius vitor
    vladislav volodymyr wataru wesley wojciech xabi xavi xherdan yannick yaser yasser yaya yevgeny yoshihide yuki yuri
    yusuke zeynep zinedine zlatan
    """
)
NAMES: Final = _GIVEN | words(
    """
    aaron abbas abdel abe abigail abraham ada adam adrian ahmadinejad ahmed aidan aisha alan albert alberto
    alejandro aleksandr alessandro alexandra alexei alexey alfonso alfredo alice alicia alison allen allison amanda
    amber amir amit amy ana anastasia andre andrea andrei andres andrew andrey andy angela angelina angelo anil
    anita ann anna anne annette anthony antoine anton antonio antony anwar ariel arjun arnold arthur ashley ashraf
    athena audrey august austin barack barbara barry bashar beatrice ben benjamin benyamin bernard bernie beth betty
    bill blake bob bobby boris brad bradley brandon brenda brett brian bruce bruno bryan caitlin cameron
    camila carl carla carlo carlos carmen carol caroline catherine cecilia cesar charles charlie charlotte chen
    cheng chloe chris christian christine christopher claire clara claude claudia claudio clive colin connor craig
    cristiano cristina curtis cynthia cyril daisy dale dan daniel daniela danielle danny dave david deborah denis
    dennis derek dmitri dmitry dominic donald donna doris dorothy doug douglas duncan dylan eduardo edward edwin
    elaine eleanor elena elisabeth elizabeth ella ellen elon emily emma emmanuel enrique eric erik erin ernest
    esther ethan eugene eva evelyn evgeny fabio faisal fatima federico felipe felix fernando fiona florence frances
    francesca francesco francis francisco francois frank franklin franz fred frederic frederick gabriel gabriela
    gareth gary gavin gennady geoffrey george georges georgia gerald gerard gianluca gianni giorgia giorgio giovanni
    giuseppe gloria gordon grace graham grant greg gregory guillermo guy hamid hannah hans harold harriet harrison
    harry harvey hassan heather hector heidi helen helena helmut henri henrik henry herbert hillary hiroshi hossein
    howard hugh hugo hussein ian ibrahim ignacio igor ilya irina irene isaac isabel isabella ismail ivan ivanka ivy
    jack jackie jackson jacob jacqueline jacques jake jakob james jamie jan jane janet jared jason javier jay jean
    jeff jeffrey jennifer jeremy jerome jerry jesse jessica jesus jill jim jimmy jin jo joan joanna joaquin joe joel
    johan johann john johnny jon jonas jonathan jorge jose josef joseph josh joshua joyce juan judith judy julia
    julian julie juliet justin kamala karen karl kate katherine kathleen kathryn katie kay keir keith kelly ken
    kenneth kenji kevin khaled khalid kim kimberly kirill klaus konstantin kristen kumar kurt kyle lars laura lauren
    laurence laurent lawrence lee leila leo leon leonard leonardo leonid leslie lewis li liam liz lionel lisa lloyd
    logan lois lorenzo louis louise lucas lucia luigi luis luiz luke lynn madeleine mahmoud manfred manuel marc
    marcel marco marcos marcus margaret maria marie marine mario marion mark marta martha martin martina mary mateo
    matt matteo matthew maurice mauricio max megan mehdi melanie melissa mia michael michel michele michelle miguel
    mikhail mike mila milan ming miranda miriam mohamed mohammad mohammed moshe mustafa nadia nancy naomi narendra
    natalia natalie nathan neil nelson nicholas nick nicola nicolas nigel nikita nikolai nikolay nina noah noel nora
    norman olaf oleg olga oliver olivia omar oscar otto owen pablo pamela paolo park patricia patrick paul paula
    paulo pavel pedro peggy penny pete peter phil philip philippe pierre piotr priya rachel rafael rahul raj ralph
    ramon ramzan randy raul ray raymond rebecca recep regina reza ricardo richard rick rishi rita rob robert roberto
    robin rodrigo roger roland roman ron ronald rosa rose ross roy ruben rudolf russell ruth ryan saad sabrina saeed
    sally sam samantha samuel sandra sanjay santiago sara sarah scott sean sebastian serena serge sergei sergey
    sergio seth shane shannon sharon shaun sheila shinzo shirley silvia silvio simon simone sofia sonia sophia
    sophie stacy stan stanley stefan stephanie stephen steve steven stuart sue susan suzanne svetlana sylvia tamara
    tania tanya tatiana ted terence teresa terry theodore theresa thomas tim timothy tina todd tom tomas tony tracy
    travis trevor tyler ursula valentina valerie vanessa vera vernon veronica victor victoria viktor vincent viola
    virginia vitaly vivian vladimir vladislav volodymyr walter wanda wang warren wayne wendy wesley will william
    winston xavier xi yan yang yasser yevgeny yitzhak yoav yolanda yoon yoshihide yousef yulia yuri yury yusuf yves
    yvonne zachary zelda zhang zhao zoe adams anderson armstrong bailey baker barnes bell bennett biden blinken
    bolton brooks brown bush butler campbell carter clark clarke clinton collins cook cooper cox cruz davies davis
    diaz dupont edwards erdogan evans fernandez fischer fisher fletcher flores foster garcia gates gomez gonzalez
    gray green griffin guterres hall hamilton harris hernandez hill hughes hunt jenkins jinping johnson jones
    kaufman kennedy khamenei khan king kuznetsov lavrov lopez macron marshall martinez mason medvedev merkel messi
    miller mitchell modi moore morales morgan morris muller murphy murray musk netanyahu nguyen nixon obama ortiz
    parker patel pelosi perez peskov petrov phillips popov powell price putin ramirez ramos reagan reed reyes
    reynolds richardson rivera roberts robinson rodriguez rogers ronaldo rossi rubio sanchez sanders schmidt
    schneider scholz shah sharma silva simpson singh smith smirnov starmer stewart stoltenberg sullivan sunak taylor
    thatcher thompson torres trump trudeau tran turner ushakov vance wagner walker wallace walsh ward watson weber
    white williams wilson wood wright wu yeltsin young zakharova zelensky zelenskyy zuckerberg
    """
) - {"will", "park", "august", "milan", "georgia", "jordan", "grant", "price", "green", "white", "hill", "hall", "wood"}
ENDINGS: Final = (
    "ov", "ova", "ev", "eva", "sky", "skiy", "ski", "skaya", "enko", "vich", "evich", "shvili", "idze", "yan",
    "sson", "berg", "stein", "mann", "ñez", "guez", "ndez", "inho", "elli", "etti", "opoulos", "akis", "oglu",
    "zadeh", "nejad", "pour", "escu", "qvist", "strom",
)  # fmt: skip
