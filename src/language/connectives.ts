/** How a clause hangs on what came before it. */
export type ClauseLink =
  | 'contrast'
  | 'concession'
  | 'exception'
  | 'condition'
  | 'cause'
  | 'time'
  | 'complement'
  | 'relative'
  | 'negation'
  | 'coordination'
  | 'quote'

/**
 * Where a connective may open a clause: anywhere, or only after a comma or at the start of a sentence; `either` opens one
 * there and links its own elsewhere (", tosin väärään"), `second` does so as the second word (", sen sijaan").
 */
export type ConnectivePlace = 'anywhere' | 'afterPause' | 'within' | 'either' | 'second'

const rows: readonly (readonly [link: ClauseLink, place: ConnectivePlace, words: string])[] = [
  // Finnish: VISK § 816-820 (coordinating and subordinating conjunctions), § 1139 (connective adverbs)
  ['contrast', 'anywhere', 'mutta mut mutku muttei mutten muttet mutteivät'],
  ['contrast', 'afterPause', 'vaan'],
  ['contrast', 'within', 'kuitenkin kuitenki kuitenkaan silti toisaalta sentään toki taas puolestaan'],
  ['contrast', 'either', 'tosin sensijaan'],
  ['contrast', 'second', 'sijaan'],
  ['concession', 'anywhere', 'vaikka vaik joskin vaikkei vaikken olkoonkin'],
  ['exception', 'anywhere', 'paitsi'],
  ['exception', 'within', 'muuten muutoin'],
  ['condition', 'anywhere', 'jos ellei ellen ellet elleivät jollei kunhan mikäli'],
  ['cause', 'anywhere', 'koska sillä'],
  ['time', 'afterPause', 'kun ku'],
  ['time', 'anywhere', 'kunnes jotta'],
  ['complement', 'afterPause', 'että et'],
  ['complement', 'anywhere', 'ettei etten ettet ettemme ettette etteivät etteikö ettenkö etteivätkö'],
  ['negation', 'anywhere', 'eikä enkä etkä emmekä ettekä eivätkä eikö eikai'],
  [
    'relative',
    'afterPause',
    'joka jonka jota jossa josta johon jolla jolta jolle jona jotka joita joiden joissa joista joihin joilla joille mikä minkä mitä missä mistä mihin millä mille',
  ],
  // Swedish: Svenska Akademiens grammatik, konjunktioner och subjunktioner
  ['contrast', 'anywhere', 'men'],
  ['contrast', 'afterPause', 'fast utan'],
  ['contrast', 'within', 'däremot ändå dock emellertid annars'],
  ['concession', 'anywhere', 'fastän trots ehuru'],
  ['exception', 'anywhere', 'förutom utom bortsett'],
  ['concession', 'afterPause', 'medan'],
  ['condition', 'afterPause', 'om ifall'],
  ['cause', 'anywhere', 'eftersom därför'],
  ['time', 'afterPause', 'när då'],
  ['complement', 'afterPause', 'att'],
  ['relative', 'afterPause', 'som vilket vilken'],
  // English: Quirk et al. 1985, chapters 13-15
  ['contrast', 'anywhere', 'but'],
  ['contrast', 'within', 'however nevertheless nonetheless still yet though otherwise'],
  ['concession', 'anywhere', 'although despite whereas'],
  ['concession', 'afterPause', 'even while'],
  ['exception', 'anywhere', 'except excluding'],
  ['exception', 'within', 'apart'],
  ['condition', 'afterPause', 'if unless'],
  ['cause', 'anywhere', 'because'],
  ['time', 'afterPause', 'when once until'],
  ['complement', 'afterPause', 'that'],
  ['relative', 'afterPause', 'which who whose where'],
]

export interface Connective {
  link: ClauseLink
  place: ConnectivePlace
}

/** Forms that link clauses, in the three languages; a form of two languages keeps its first row. */
export function connectiveTable(): Map<string, Connective> {
  const table = new Map<string, Connective>()
  for (const [link, place, words] of rows)
    for (const word of words.split(' ')) if (!table.has(word)) table.set(word, { link, place })
  return table
}

/** Words that join equals: a new clause begins after them only where a verb follows. */
export const coordinators: ReadonlySet<string> = new Set(
  'ja sekä tai och samt eller and or so plus joten siksi så'.split(' '),
)
