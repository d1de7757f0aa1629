/** Words of short answers: those that stand for one another in a refusal, those that only fill, and their spellings. */

/**
 * A run of one letter is one letter: "kaikkki", "hyväää", dialectal "mittään", "ossaa"; the Savonian partitive
 * "moitittavvoo" is "moitittavaa".
 */
export const folded = (word: string): string =>
  word
    .toLowerCase()
    .replace(/^[\u2019']+|[.\u2019']+$|[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu, '')
    .replace(/\u2019/gu, "'")
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/(?<=a)vo$|(?<=ä)v[oö]$/u, (end) => (end === 'vö' ? 'vä' : 'va'))

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/**
 * Classes that a pattern names with `@`. A refusal is put together freely ("Ei tule nyt mitään mieleen", "Mitään
 * moitittavaa ei ole"), so that what it says hangs on which classes meet in it. Finnish words are met by their
 * dictionary word too, however they are spelled.
 */
export const answerClasses: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ei: 'ei en ej eip eipä empä enpä emme emmä emmie eikä eivät eihän eikai ettei em ep emmää emmi enhän eipähän eiks enmä tuskin ee eio',
    mitään:
      'mikään mitään mitä mitn mtn mtään mitäkään mithään mikä missään mistään miltään millään yhtään yhtäkään yhtikäs yksikään lainkaan ollenkaan laisinkaan suuremmin suurempaa kummempaa kummempia kummemmin erityistä erityisempää erityisemmin ihmeellistä ihmeempää ihmeempiä kerrassaan suorastaan ihmeitä isompaa paljoa paljon paljo paljonkaan erikoista erikoisempaa oikeastaan juurikaan kauheasti hirveästi sen kovin niin asia asiat kohtaa yksittäistä konkreettista oleellista erityisesti liiemmin liiemmälti niinkään mitenkään yhtikään tippaakaan mittä kummoisempaa erityinen erikoinen ihmeellinen kummempi suuri merkittävä tähdellinen olennainen oleellinen sellaista sellasta semmoista semmosta minkäänlainen minkään näköinen näköistä varsinainen varsinaista konkreettinen järkevä mainitseminen mainitsemisen arvoinen maininnan arvoista montaa montaakaan montakaan mittee mittiä tällaista uutta',
    ole: 'ole oo ollut ollu ollunna on oli olis olisi löydy löytyny löytynyt ollenkaan nähnyt näe huomannut huomaa havaittu havainnut jäänyt jäi jää anna antaa annettavaa ilmennyt tullut ollunkaan mulla mulle meillä meille mennyt menny mene vaadi kaipaa kaivannut löytää löytyä nähdä huomata havaita jäädä ilmetä',
    nyt: 'nyt juuri just tällä hetkellä hetkel kertaa kerralla toistaiseksi tähän hätään heti vielä viel enää enään enempää enemmän äkkiseltään äkkiä suoraan tässä vaiheessa asti mennessä saakka siihen tänään tälle nytten ensihätään suoralta kädeltä erää erällä vieläkään nytkään suoriltaan vaihees viime tälläkään',
    kiitos: 'kiitos kiitti kiitoksia kiits kiitoksii',
    moite:
      'moitittavaa moitteita moitetta moitteen moitteensijaa moittimista moittia valittamista valittamisen valitettavaa valittaa valitusta valituksia valituksen huomautettavaa huomauttamista huomauttaa huomautusta huomautuksia kehitettävää kehittämistä kehitettävät kehittää kehittämiskohteita kehityskohteita kehittämiskohdetta kehittämistarpeita kehittämisehdotuksia kehitysehdotuksia kehitysehdotusta kehitysideoita kehitysajatuksia kehityskohdetta parannettavaa paranneltavaa parannettavia parantamista parantaa parannusta parannuksia parannuskohteita parannusehdotuksia parannusehdotusta parannusideoita parannustarvetta korjattavaa korjata korjausehdotuksia korjausta muutettavaa muutoksia muutosta muutostoiveita muutosehdotuksia muutostarpeita huonoa huono huonosti huonoja paha kielteistä negatiivista negatiivisia vika vikoja puutteita puutetta puutteellista ongelmia ongelma epäkohtia ikävää nokankoputtamista nokankoputtamisen jupistavaa miinusta miinuksia risuja virheitä virhettä marisemista marinaa nurisemista nurinaa narisemista kritisoitavaa kritiikkiä reklamoitavaa hiottavaa petrattavaa petraamista jupisemista motkottamista napistavaa napisemista valitusaihetta valituksenaihetta ruikuttamista säädettävää pieleen pielessä väärin vikaan hassumpi hassumpaa hassummin pöllömpi moittiminen moitittava moite valittaminen valitettava huomautettava huomauttaminen kehitettävä kehittäminen kehittämiskohde kehityskohde parannettava parantaminen parannuskohde parannusehdotus kehitysehdotus kehittämisehdotus korjattava muutettava muutos puute epäkohta miinus risu virhe hampaankoloon hampaankolossa kehittämisidea kehittämisideoita kehitysidea parannusidea parannustarve kehittämistarve kehitystarve muutostarve muutostoive kehitystoive',
    kehu: 'hyvä hyvin hyviä hyvät positiivista myönteistä kehuttavaa kehumista kehua kehuja kiitettävää kiittämistä kiiteltävää plussaa plussia ruusuja onnistunutta toimivaa kaksista kummoinen häävi hääviä kiva mukavaa kunnollista tyytyväinen ok okei kunnossa hääppöinen hääppönen kehuttava kiitettävä ruusuinen kummonen kaksinen',
    sano: 'kommentoimista sanottavaa sanottavana sanottavata sanomista sanomisia sanoa sanoo sanua sanaa sanoja sanonut kommentoitavaa kommentoida kommentteja kommenttia kommentti lisättävää lisäämistä lisäyksiä lisäys lisäystä lisäkommentteja lisätä lisää lisäsanottavaa lisätietoja kerrottavaa kertomista kertoa mainittavaa mainita muuta muita mullu palautetta palautteita palautteen huomioita huomioitavaa huomioo huomiota kysyttävää kysymyksiä kysymystä selitettävää ilmoitettavaa terveisiä viestiä vastattavaa vastausta vastaa vastata vastauksia sanottava kommentoitava lisättävä kerrottava mainittava lisäinfoa infoa lisätieto',
    aihe: 'aihetta syytä varaa sija tarvetta tarve kohteita ehdotuksia asioita asioissa mainittavia mainittavaa omasta puolesta puolestani nähden osalta pyydettyä puolia',
    tiedä:
      'tietää tiedä tiiä tierä tiärä tiijä tiie tiedetä tietoa tietua tieto osata osaa ossoo muistaa muistu keksiä keksi keksin keksinyt varma varmaksi varmasti arvioida kommentoida miettiä ajatella pohtia haluta jaksaa viitsiä pystyä ehtiä tahtoa ehdi aio uskaltaa kyetä kehdata vastata lähteä arvioimaan arvioi arvioitavissa eritellä nimetä vertailla vertailukohtaa tarkentaa selittää kuvailla neuvoa ehdottaa yksilöidä mielipidettä mielipide kantaa käsitystä käsitys hajua hajuakaan hajuukaan aavistusta aavistustakaan harmainta hajuu ideaa ideoita ajatusta ajatuksia asiantuntija voi voida saata ajankohtaista ajankohtainen viitsi jaksanut lähde pysty pystyny kommentoimaan vastaamaan sanomaan ottaa kokemusta kokemuksia kokemus arvostella arvostelemaan ruotia ruotimaan puuttua puuttumaan spekuloida spekuloimaan kiinnosta kiinnostaa väliä merkitystä muistikuva muistikuvaa herää herättää syntyä synny kirjoittaa kirjoitella huvita huvittaa tunne erittelemään erittelee selittämään',
    mieleen:
      'mieleen mieleeni mielehen mielee mieleheni tule tullut tulla tullu juolahda juolahtanut päähän tuu mielessä muistissa',
    käyttänyt:
      'käyttänyt käyttäny käytä käytetty käytössä käynyt käyny käy asioinut asioinu asioi osallistunut tarvinnut tarvinnu koske kuulu käyntejä',
    tarvitse: 'tarvitse tarvita tarvis tarvii tarttee tartteta tarvinne tarvittavaa tarvetta tarpeen',
    toimi:
      'toiminut toiminu toimi toimia onnistunut onnistunu onnistu onnistua sujunut sujunu suju pelannut toimiva toimii pelaa',
    kaikki:
      'kaikki kaik kaekki kaikkihan kaikkea kaikkee kaikes kaikesta kaikessa kaikessapa kaikkeen kaikkia kaikin kaikilta kaikinpuolin puolin koko homma juttu paketti systeemi touhu joka asia',
    melkein:
      'melkein lähes ihan aivan kyllä kutakuinkin suunnilleen likimain kirjaimellisesti oikeastaan miltei käytännössä periaatteessa ehdottomasti mahdollinen mahdollista muu muut',
    hyvin:
      'hyvin hyvi hyvästi hyvä ok okei oukei jees kunnossa kunnos hienosti hienoa loistavasti loistavaa erinomaisesti erinomaista mallillaan kohdallaan kohdillaan paikallaan paikoillaan reilassa mahtava mainiosti moitteettomasti moitteetonta sujuvasti sujuvaa jepa tiptop toimi toimivat sujui pelaa pelasi pelittää onnistui kivasti kiva mukavasti täydellistä täydellisesti mahtavasti mahtavaa ihanaa ihanasti super priimaa bueno bra good parasta kympillä ookoo okidoki mallikkaasti mallikas putkeen hanskassa hallussa tip top',
    oli: 'on oli olivat ollut mennyt menny hoitui toiminut sujunut jo aina todella tosi erittäin niin oikein näin meni',
    inte: 'inget ingenting inga ingen inte int ej nej nä näe nope inge',
    något:
      'något nåt na nå riktigt någonting nånting särskilt speciellt alls direkt mycket mycke just annat absolut så egentligen precis dugg ett ens enda sak saker som det den nu tillfället för i dag ännu än hittills rak arm dagsläget läget en detta denna längre någo överhuvudtaget nytt särskild noga',
    är: 'att vad det finns fanns har hade jag vi som är var blir på om av med tack ju nog väl kan kunde kunna behöva behöver skulle ska skall',
    klaga:
      'klaga klagan klagomål klagande anmärka anmärkning anmärkningar anmärkningsvärt förbättra förbättras förbättring förbättringar förbättringsförslag utveckla utvecklas ändra ändras ändringar ändringsförslag korrigera åtgärda problem brister brist fel felet dåligt dålig dåliga negativt negativa ont illa klandra invända kritik kritisera missnöje minus',
    beröm:
      'bra ok okej positivt positiva beröm berömma fungerade fungerar fungerat funkade funkar gick lyckades gott',
    tillägga:
      'tillägga tillägg kommentera kommentar kommentarer säga övrigt annat annan mer mera fråga frågor feedback respons synpunkter synpunkt berätta övriga',
    vet: 'vet veta minns minnas kan kommer komma svara svar åsikt åsikter aning uppfattning erfarenhet erfarenheter avgöra bedöma säga säker vill uttala mig använt besökt besök gäller svårt ihåg aktuellt relevant hinner orkar ids',
    behövs: 'behövs behöver behov nödvändigt',
    not: "no not nothing none don't dont doesn't didn't can't cant cannot isn't wasn't haven't nil zero nope nowt nothin never couldn't couldnt wouldn't won't hardly barely unable",
    anything:
      'anything do have thing things much really particularly particular specific specifically single one all at a else i that it to is was so very moment the now today right any absolutely honestly in such note major minor kind new from me time aware for',
    complain:
      'complain complaint complaints complaining fault faults improve improved improvement improvements improving change changed changes changing problem problems issue issues criticism criticisms concern concerns bad negative wrong',
    praise: 'good great ok okay fine positive well worked happy impressed satisfied works working',
    comment:
      'comment comments report add remarks remark say answer feedback further more questions question response other additional mention judge',
    know: 'know opinion idea clue sure think say remember answer applicable used use comment comes springs of come mind im recall what views view able',
  }).map(([name, words]) => [name, list(words)]),
)

/** Words that an answer may hold without saying more by them. */
export const fillers: readonly string[] = list(
  `no noh niin juu joo kyllä kyl kai kait varmaan varmaankin ehkä oikeastaan oikeestaan oikeestas siis nyt nytten just juuri vaan
     vain ainakaan ainakin mielestäni mielestä minusta musta must mun minun minä mä mie mää miä mnää mulla mul minulla mulle
     minulle meidän harmi kertakaikkiaan kerta kaikkiaan lähinnä oikeasti rehellisesti sanottuna toki tosin
     kylläkään kohdalla kohdallani osaltani puolestani tietääkseni valitettavasti ikävä sääli ihan aivan todellakaan todella oikein tähän tässä tästä sitten sit tota no ni että varsinaisesti
     ju nog väl tyvärr dessvärre åtminstone direkt egentligen faktiskt alltså jag i nuläget oikeen oikke vissiin siellä täällä tuolla edes luulisin olla taida taitaa liene tarkkaan tarkalleen tarkasti tasan täysin nja tja nästan literally mielest minust puolesta alkaa ryhtyä miul omalta omasta osalta kohdalta luulen
     well really honestly actually probably whatsoever sadly unfortunately sorry think guess`,
)
