import { always, type RegionMessages, same } from './regionMessages.js'

export const sv: RegionMessages = {
  metric: {
    nps: 'NPS',
    csat: 'CSAT',
    ces: 'CES',
    fcr: 'FCR',
    grade: 'skolvitsord',
    likert: 'påståendets medelvärde',
  },
  headline: 'Hela området: {name} {value} ({level} konfidensintervall {interval}).',
  headlineAlone: 'Hela området: {name} {value}.',
  none: {
    no_answers: 'Hela området: inget tal ({name}), eftersom det inte finns några svar.',
    too_few_answers: 'Hela området: talet ({name}) visas inte, eftersom svaren är färre än {limit}.',
    complementary: 'Hela området: talet ({name}) visas inte, eftersom ett dolt tal kunde räknas ut ur det.',
    no_volumes:
      'Hela området: inget tal ({name}), eftersom den valda viktningen kräver antalet besök, som inte har angetts.',
    no_weight: 'Hela området: inget tal ({name}), eftersom vikterna för de enheter som fått svar är noll.',
    coverage_below_half:
      'Hela området: talet ({name}) visas inte, eftersom enheterna som fått svar står för bara {coverage} av besöken.',
  },
  scheme: {
    balanced: {
      service: 'Tjänsterna är viktade enligt kvadratroten ur antalet besök{cap}.',
      unit: 'Enheterna är viktade enligt kvadratroten ur antalet besök{cap}.',
    },
    pooled: same('Varje svar väger lika mycket.'),
    volume: same('Enheterna är viktade enligt antalet besök, så talet beskriver det genomsnittliga besöket.'),
    equal: same('Varje enhet väger lika mycket, så talet beskriver den genomsnittliga enheten.'),
    equalServices: {
      service:
        'Antalet besök har inte angetts, så varje tjänst väger lika mycket och inom tjänsten varje enhet lika mycket.',
      unit: 'Antalet besök har inte angetts, så varje enhet väger lika mycket.',
    },
    sqrt: same('Enheterna är viktade enligt kvadratroten ur antalet besök.'),
    log: same('Enheterna är viktade enligt logaritmen av antalet besök.'),
    power: same('Enheterna är viktade enligt antalet besök upphöjt till {exponent}.'),
    capped: same('Enheterna är viktade enligt antalet besök{cap}.'),
    fixed: same('Enheterna har vikter som angetts på förhand.'),
    hierarchical: same('Tjänsterna är först viktade sinsemellan och sedan enheterna inom sin tjänst{cap}.'),
    raked: same('Svaren är viktade så att de motsvarar befolkningen ({margins}).'),
  },
  cap: {
    service: ', en enskild tjänst har högst {cap}',
    unit: ', en enskild enhet har högst {cap}',
  },
  largest: {
    service: 'Den största tjänsten är {name}: {answers} av svaren, {weight} av vikten.',
    unit: 'Den största enheten är {name}: {answers} av svaren, {weight} av vikten.',
  },
  alternatives: {
    both: 'Utan viktning vore {name} {pooled}, viktat enligt antalet besök {volume}.',
    pooled: 'Utan viktning vore {name} {pooled}.',
    volume: 'Viktat enligt antalet besök vore {name} {volume}.',
  },
  effective: 'Den effektiva urvalsstorleken är {nEff} ({n} svar).',
  answers: 'Det finns {n} svar.',
  coverage: 'Enheterna som fått svar står för {coverage} av besöken.',
  few: {
    one: 'resultatet för {count} enhet visas inte, eftersom svaren är färre än {limit}.',
    many: 'resultaten för {count} enheter visas inte, eftersom svaren är färre än {limit}.',
  },
  complementary: {
    one: 'resultatet för ytterligare {count} enhet visas inte, för att ett dolt tal inte ska kunna räknas ut ur de andra.',
    many: 'resultaten för ytterligare {count} enheter visas inte, för att ett dolt tal inte ska kunna räknas ut ur de andra.',
  },
  numbers: ['en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'],
  warning: {
    no_volumes: always('Antalet besök har inte angetts, så tjänsterna väger lika mycket.'),
    volume_missing: {
      one: 'Antalet besök saknas för en enhet ({first}); dess svar ({answers}) ingår inte i talet.',
      many: 'Antalet besök saknas för {units} enheter; deras svar ({answers}) ingår inte i talet.',
    },
    coverage_low: always(
      'Enheterna som fått svar står för bara {coverage} av besöken, så de övriga enheterna kunde ändra talet.',
    ),
    coverage_withheld: always('Enheterna som fått svar står för bara {coverage} av besöken.'),
    schemes_disagree: always(
      'De olika viktningarna skiljer sig mer än felmarginalen: resultatet beror på vems röst som väger.',
    ),
    few_answers_much_weight: always(
      'Enheten {unit} har vikten {weight} men bara {n} svar: den verkliga osäkerheten kan vara större än konfidensintervallet.',
    ),
    one_answer: {
      one: 'En enhet ({first}) har bara ett svar.',
      many: '{units} enheter har bara ett svar var.',
    },
    one_unit_dominates: always('Mer än hälften av vikten ({weight}) ligger på en: {name}.'),
  },
}
