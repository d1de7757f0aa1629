import type { Locale } from '../../types.js'

/** What an issue of the data is called on the page; a code that is not here is shown as it is. */
const texts: Record<string, readonly [fi: string, sv: string, en: string]> = {
  answered_though_not_asked: [
    'Vastaus kysymykseen, jota ei pitänyt kysyä',
    'Svar på en fråga som inte ställdes',
    'Answer to a question that was not asked',
  ],
  bad_date: ['Aikaa ei voitu lukea', 'Tiden kunde inte läsas', 'Time that could not be read'],
  bad_date_cell: [
    'Päivämääräsolua ei voitu lukea',
    'Datumcellen kunde inte läsas',
    'Date cell that could not be read',
  ],
  bad_json: ['Rivi ei ole kelvollista JSONia', 'Raden är inte giltig JSON', 'Line that is not JSON'],
  blank_row: ['Tyhjä rivi', 'Tom rad', 'Blank row'],
  broken_cell: ['Viallinen solu', 'Skadad cell', 'Broken cell'],
  clock_repeated: [
    'Kellonaika, joka toistui kesäajan päättyessä',
    'Klockslag som upprepades när sommartiden tog slut',
    'Hour that occurred twice when summer time ended',
  ],
  clock_skipped: [
    'Kellonaika, jota ei ollut kesäajan alkaessa',
    'Klockslag som inte fanns när sommartiden började',
    'Hour that did not exist when summer time began',
  ],
  column_moved: [
    'Sarake on eri paikassa kuin tallennetussa asettelussa',
    'Kolumnen har en annan plats än i den sparade layouten',
    'Column in another place than in the saved layout',
  ],
  column_not_in_layout: [
    'Sarake, jota tallennettu asettelu ei tunne',
    'Kolumn som den sparade layouten inte känner till',
    'Column that the saved layout does not know',
  ],
  conflict: [
    'Kaksi ristiriitaista vastausta samaan kysymykseen',
    'Två motstridiga svar på samma fråga',
    'Two answers that contradict each other',
  ],
  cut_short: ['Tiedosto loppuu kesken', 'Filen tar slut mitt i', 'File that ends too early'],
  damaged_code: [
    'Taulukko-ohjelman muuttama tunnus',
    'Kod som kalkylprogrammet har ändrat',
    'Code damaged by a spreadsheet',
  ],
  date_order: [
    'Päivän ja kuukauden järjestys vaihtelee',
    'Ordningen mellan dag och månad växlar',
    'Order of day and month that varies',
  ],
  duplicate_header: [
    'Kahdella sarakkeella on sama otsikko',
    'Två kolumner har samma rubrik',
    'Two columns with one header',
  ],
  duplicate_unit: [
    'Yksikkö on luettelossa kahdesti',
    'Enheten finns två gånger i förteckningen',
    'Unit listed twice',
  ],
  error_cell: [
    'Taulukko-ohjelman virhearvo',
    'Felvärde från kalkylprogrammet',
    'Error value of a spreadsheet',
  ],
  hidden_row: ['Piilotettu rivi', 'Dold rad', 'Hidden row'],
  label_without_number: [
    'Vastausta ei voitu muuttaa luvuksi',
    'Svaret kunde inte göras till ett tal',
    'Answer that could not be made a number',
  ],
  late_field: [
    'Sarake alkaa vasta kesken aineiston',
    'Kolumnen börjar först mitt i materialet',
    'Column that begins in the middle of the data',
  ],
  leading_zeros: [
    'Tunnuksesta on voinut kadota etunollia',
    'Koden kan ha förlorat inledande nollor',
    'Code that may have lost leading zeros',
  ],
  lost_characters: [
    'Merkkejä on kadonnut ennen lukemista',
    'Tecken har gått förlorade före läsningen',
    'Characters lost before reading',
  ],
  mixed_encoding: [
    'Tiedostossa on kahta merkistöä',
    'Filen har två teckenkodningar',
    'Two character encodings in one file',
  ],
  mojibake_repaired: [
    'Rikkoutuneita merkkejä korjattiin (HyvÃ¤)',
    'Trasiga tecken reparerades (HyvÃ¤)',
    'Garbled characters repaired (HyvÃ¤)',
  ],
  needs_review: [
    'Sarakkeen merkitys on arvattu: tarkista',
    'Kolumnens betydelse är en gissning: kontrollera',
    'Meaning of a column is a guess: check it',
  ],
  no_answers: [
    'Yhteenkään kysymykseen ei ole vastattu',
    'Ingen av frågorna är besvarad',
    'None of the questions is answered',
  ],
  no_rows: ['Otsikon jälkeen ei ole rivejä', 'Inga rader efter rubriken', 'No rows after the header'],
  not_a_date: ['Aikaa ei voitu lukea', 'Tiden kunde inte läsas', 'Time that could not be read'],
  not_a_number: ['Vastaus ei ole luku', 'Svaret är inte ett tal', 'Answer that is not a number'],
  not_an_integer: [
    'Vastaus ei ole kokonaisluku',
    'Svaret är inte ett heltal',
    'Answer that is not a whole number',
  ],
  out_of_range: ['Vastaus on asteikon ulkopuolella', 'Svaret ligger utanför skalan', 'Answer off the scale'],
  outside_period: [
    'Vastaus on valitun ajanjakson ulkopuolelta',
    'Svaret ligger utanför den valda perioden',
    'Answer outside the chosen period',
  ],
  period_unknown: [
    'Vastauksen ajasta ei voi päätellä, kuuluuko se jaksoon',
    'Det går inte att avgöra om svaret hör till perioden',
    'Answer whose period cannot be told',
  ],
  preamble: ['Otsikon yläpuolella on tekstiä', 'Text ovanför rubriken', 'Text above the header'],
  questions_joined: [
    'Sama kysymys eri sanoin yhdistettiin',
    'Samma fråga med olika ordalydelse slogs ihop',
    'One question in several wordings was joined',
  ],
  repeated_header: [
    'Otsikkorivi toistuu aineistossa',
    'Rubrikraden upprepas i materialet',
    'Header row repeated in the data',
  ],
  scales_differ: [
    'Saman kysymyksen asteikot poikkeavat toisistaan',
    'Samma fråga har olika skalor',
    'One question on different scales',
  ],
  sheet_chosen: [
    'Työkirjassa on useita taulukoita; yksi valittiin',
    'Arbetsboken har flera blad; ett valdes',
    'One sheet of several was chosen',
  ],
  stray_quote: ['Irrallinen lainausmerkki', 'Löst citattecken', 'Stray quotation mark'],
  too_few_cells: ['Rivillä on liian vähän soluja', 'Raden har för få celler', 'Row with too few cells'],
  too_many_cells: ['Rivillä on liikaa soluja', 'Raden har för många celler', 'Row with too many cells'],
  totals_row: ['Summarivi, ei vastaus', 'Summarad, inte ett svar', 'Row of totals, not an answer'],
  unclosed_quote: [
    'Lainausmerkki jäi sulkematta',
    'Citattecken som inte stängdes',
    'Quotation mark left open',
  ],
  unknown_mark: [
    'Monivalinnan merkintää ei tunnistettu',
    'Markeringen i flervalet känns inte igen',
    'Mark of a choice that is not known',
  ],
  unknown_option: [
    'Vastausvaihtoehtoa ei tunnistettu',
    'Svarsalternativet känns inte igen',
    'Option that is not known',
  ],
  unknown_unit: [
    'Yksikköä ei ole yksikköluettelossa',
    'Enheten finns inte i förteckningen',
    'Unit that is not in the list of units',
  ],
  unnamed_column: ['Sarakkeella ei ole otsikkoa', 'Kolumnen saknar rubrik', 'Column without a header'],
}

/** The name of an issue in a language; the code itself where there is none. */
export function issueText(code: string, locale: Locale): string {
  const names = Object.hasOwn(texts, code) ? texts[code] : undefined
  return names === undefined ? code : names[locale === 'fi' ? 0 : locale === 'sv' ? 1 : 2]
}
