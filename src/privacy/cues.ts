/*
 * Words beside which a name stands. Lemmas as the readers give them; of a compound the last part counts
 * (yli#lääkäri, sjuk#sköterska), so only the last parts are listed.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Professions and forms of address: a capital after them is a name. */
export const titles = words(`
  lääkäri hoitaja tohtori kirurgi kätilö terapeutti psykologi professori sairaanhoitaja terveydenhoitaja lähihoitaja
  osastonhoitaja ylilääkäri omalääkäri hammaslääkäri fysioterapeutti puheterapeutti toimintaterapeutti psykoterapeutti
  sosiaalityöntekijä työntekijä ohjaaja sosiaaliohjaaja palveluohjaaja kuraattori koulukuraattori rehtori opettaja
  psykiatri neurologi ortopedi gynekologi kardiologi urologi geriatri radiologi onkologi silmälääkäri anestesialääkäri
  suuhygienisti hygienisti laborantti bioanalyytikko röntgenhoitaja ensihoitaja ensihoitajat vahtimestari siistijä laitoshuoltaja
  sihteeri osastonsihteeri vastaanottovirkailija virkailija kuljettaja kuski taksikuski päällikkö johtaja esimies esihenkilö
  esimies avustaja opiskelija harjoittelija terkka terkkari lekuri hoitsu sossu virkamies kanttori pastori pappi diakoni diakonissa
  rouva herra neiti neuvos mummo mummi ukki vaari pappa täti setä eno kummi tulkki lastenhoitaja omahoitaja perushoitaja
  sh th lh sos.tt ft dr dr. doc doc. tri tri. el lkt prof prof. oh ylil. lääk. hra rva nti yhteyshenkilö edunvalvoja asiakasneuvoja neuvoja
  läkare doktor sköterska sjuksköterska hälsovårdare närvårdare vårdare tandläkare överläkare kirurg psykolog barnmorska fysioterapeut
  talterapeut ergoterapeut socialarbetare socialhandledare avdelningsskötare skötare kurator rektor lärare sekreterare chef herr fru
  fröken tant farbror tolk chaufför handledare rådgivare egenvårdare egenläkare specialist städare studerande receptionist terapeut hälsovårdare
  nurse doctor mr mrs ms miss mr. mrs. ms. professor surgeon midwife therapist physiotherapist psychologist dentist consultant
  receptionist sister interpreter caseworker physician`)

/** Kin and other persons: a capital after them is a name, also behind a comma or a bracket. */
export const kin = words(`
  isä äiti iskä äiskä poika tytär tyttö vaimo mies puoliso avopuoliso avomies avovaimo veli sisko sisar mummo mummi ukki vaari pappa
  lapsi vauva lapsenlapsi serkku täti setä eno ystävä kaveri naapuri vierustoveri huonetoveri anoppi appi miniä vävy vanhempi
  potilas asiakas asukas omainen kummipoika kummityttö pikkuveli isoveli pikkusisko isosisko vanhus kaksonen kaksoset kuopus esikoinen
  mamma pappa mor far son dotter man make maka hustru fru bror syster farmor mormor farfar morfar barn baby vän granne sambo svärmor svärfar patient klient
  kille flicka pojke husband wife daughter mother father brother sister mum mom dad grandmother grandfather partner child friend neighbour uncle aunt`)

/** What only a person does: an everyday word before them is a name ("Toivo tuli ajoissa"). */
export const humanVerbs = words(`
  sanoa kertoa auttaa kuunnella hoitaa soittaa neuvoa hymyillä luvata jaksaa osata laulaa kysyä vastata selittää katsoa
  huomata huomioida lohduttaa rohkaista kannustaa opastaa ohjata rauhoitella tervehtiä kohdella kohdata palvella leikata pistää
  tutkia määrätä kirjoittaa tuoda hakea huutaa tiuskia väittää puhua jutella nauraa halata kiittää pyytää piti itkeä odottaa
  syntyä asua sairastaa moikata istua unohtaa ymmärtää opettaa kehottaa suositella viitsiä haukkua nuhdella moittia kätellä
  esitellä esittäytyä ohjeistaa rokottaa jutustella keskustella tiedustella tsempata lohdutella naureskella tivata tokaista
  komma säga lyssna hjälpa svara ringa förklara sköta vårda le trösta fråga berätta bemöta ta
  say help listen explain call answer smile treat tell ask come take`)

/** Verbs of which a person is met at the other end: "tapasin Hämäläisen". */
export const meetingVerbs = words(
  'tavata kohdata kiittää kiitellä kehua moikata muistaa träffa möta tacka meet thank',
)

/** What is said of a person, after "on" or "oli". */
export const personWords = words(`
  hoitaja lääkäri ihminen ystävällinen ihana mukava kiltti ammattitaitoinen töykeä tyly empaattinen asiantunteva
  osaava reipas iloinen ammattilainen enkeli aarre kultainen kärsivällinen huomaavainen pätevä tyyppi kohtelias hoitajani lääkärini
  vänlig snäll underbar trevlig duktig otrevlig fantastisk bra bäst kunnig kind rude friendly helpful wonderful`)

/** Nouns that a person's genitive stands before. */
export const belongings = words(`
  vastaanotto käytös asenne ammattitaito kanssa luona luokse mielestä vuoro rouva herra täti setä perhe äiti isä vaimo mies toiminta
  kohtelu ohje potilas puhelu hetu henkilötunnus tapa hymy syli hautajaiset leikkaus hoito tytär poika äänensävy käsi kädet apu
  mottagning attityd bemötande uppträdande patient mamma pappa attitude manner patience`)

/** Of these the ones that a town or a county does not have. */
export const personalBelongings = words(
  'käytös asenne mielestä rouva herra täti setä hymy syli hetu henkilötunnus äänensävy',
)

/** Units, streets and things that carry a name which is nobody's. */
export const units = words(`
  sairaala terveysasema terveyskeskus osasto palvelutalo palvelukoti hoivakoti päiväkoti koulu katu tie apteekki neuvola keskus asema
  vastaanottokeskus kylä kaupunki kunta talo koti kirkko puisto tori ranta kampus klinikka poliklinikka alue hyvinvointialue
  keskussairaala yliopistosairaala kuntoutuskeskus päivystys hammashoitola tauti oireyhtymä syndrooma testi asteikko pisteet lääke laastari päivä
  sovellus palvelu järjestelmä portaali ohjelma yksikkö tiimi rakennus pysäkki seutu suunta niemi järvi joki saari moottoritie
  sjukhus hälsostation avdelning servicehus apotek sjukdom syndrom område skola kommun stad centralsjukhus rådgivning
  hospital clinic ward street school disease syndrome health centre center test unit`)

/** Names of diseases, scales, medicines and systems that were once persons' or sound like them. */
export const eponyms = words(`
  parkinson alzheimer crohn sjögren down bechterew hodgkin asperger tourette menière meniere basedow hashimoto lyme kawasaki doppler
  holter röntgen perthes scheuermann huntington lewy raynaud bell marfan turner klinefelter mirena apgar barthel beck wechsler foley
  janssen pfizer moderna astra zeneca raynaudin bowen barrett korsakoff wernicke dupuytren baker schlatter
  maisa marevan burana panadol
  thyroxin comirnaty spikevax suomi finland norge sverige jumala herra luoja jeesus kristus jehova luther allah raamattu akseli anus god gud jesus joulu pääsiäinen juhannus internet
  einstein nightingale freud pavlov hippokrates`)

/** Institutions and companies, which a title before them does not make persons. */
export const institutions = words(`
  kanta omaolo omakanta kela maisa-palvelu apotti lifecare pegasos effica terveyskylä mehiläinen pihlajalinna attendo esperi coxa
  tays hus tyks oys kys oy oyj ab ry rf fimlab terveystalo`)

/** Openings of a name: "nimeni on", "terveisin", "mvh". */
export const openings =
  /(?:\bnim(?:i|eni|ensä)(?:ni|nsä)? (?:on|oli|olisi)(?: muistaakseni| kai| ehkä| varmaan| joku)?|\bnimeltään|\bnimi:?|\bnimim(?:\.|erkki):?|\bterveisin:?|\bterv\.?:?|\bt\.?:|\bt\.|\byst\.? ?terv\.?|\bkunnioittaen|\bheter|\bnamn:?|\bmvh|\bhälsning(?:ar|en)?|\bmy name is|\bregards|\bname:)[,:]?\s*[-–]?\s*$/i
