import { always, type RegionMessages, same } from './regionMessages.js'

export const fi: RegionMessages = {
  metric: {
    nps: 'NPS',
    csat: 'CSAT',
    ces: 'CES',
    fcr: 'FCR',
    grade: 'kouluarvosana',
    likert: 'väittämän keskiarvo',
  },
  headline: 'Koko alue: {name} {value} ({level}:n luottamusväli {interval}).',
  headlineAlone: 'Koko alue: {name} {value}.',
  none: {
    no_answers: 'Koko alue: ei lukua ({name}), koska vastauksia ei ole.',
    too_few_answers: 'Koko alue: lukua ({name}) ei näytetä, koska vastauksia on alle {limit}.',
    complementary: 'Koko alue: lukua ({name}) ei näytetä, koska siitä voisi laskea piilotetun luvun.',
    no_volumes:
      'Koko alue: ei lukua ({name}), koska valittu painotus tarvitsee käyntimäärät eikä niitä ole annettu.',
    no_weight: 'Koko alue: ei lukua ({name}), koska vastanneiden yksiköiden painot ovat nollia.',
    coverage_below_half:
      'Koko alue: lukua ({name}) ei näytetä, koska vastanneiden yksiköiden osuus käynneistä on vain {coverage}.',
  },
  scheme: {
    balanced: {
      service: 'Palvelut on painotettu käyntimäärän neliöjuurella{cap}.',
      unit: 'Yksiköt on painotettu käyntimäärän neliöjuurella{cap}.',
    },
    pooled: same('Jokainen vastaus painaa yhtä paljon.'),
    volume: same('Yksiköt on painotettu käyntimäärällä, joten luku kuvaa keskivertokäyntiä.'),
    equal: same('Jokainen yksikkö painaa yhtä paljon, joten luku kuvaa keskivertoyksikköä.'),
    equalServices: {
      service:
        'Käyntimääriä ei ole annettu, joten jokainen palvelu painaa yhtä paljon ja palvelun sisällä jokainen yksikkö yhtä paljon.',
      unit: 'Käyntimääriä ei ole annettu, joten jokainen yksikkö painaa yhtä paljon.',
    },
    sqrt: same('Yksiköt on painotettu käyntimäärän neliöjuurella.'),
    log: same('Yksiköt on painotettu käyntimäärän logaritmilla.'),
    power: same('Yksiköt on painotettu käyntimäärän potenssilla {exponent}.'),
    capped: same('Yksiköt on painotettu käyntimäärällä{cap}.'),
    fixed: same('Yksiköillä on ennalta annetut painot.'),
    hierarchical: same('Palvelut on painotettu ensin keskenään ja yksiköt sitten palvelunsa sisällä{cap}.'),
    raked: same('Vastaukset on painotettu väestöä vastaaviksi ({margins}).'),
  },
  cap: {
    service: ', yhden palvelun osuus on enintään {cap}',
    unit: ', yhden yksikön osuus on enintään {cap}',
  },
  largest: {
    service: 'Suurin palvelu on {name}: {answers} vastauksista, {weight} painosta.',
    unit: 'Suurin yksikkö on {name}: {answers} vastauksista, {weight} painosta.',
  },
  alternatives: {
    both: 'Ilman painotusta {name} olisi {pooled}, käyntimäärällä painotettuna {volume}.',
    pooled: 'Ilman painotusta {name} olisi {pooled}.',
    volume: 'Käyntimäärällä painotettuna {name} olisi {volume}.',
  },
  effective: 'Tehokas otoskoko on {nEff} (vastauksia {n}).',
  answers: 'Vastauksia on {n}.',
  coverage: 'Vastanneiden yksiköiden osuus käynneistä on {coverage}.',
  few: {
    one: '{count} yksikön tulosta ei näytetä, koska vastauksia on alle {limit}.',
    many: '{count} yksikön tulosta ei näytetä, koska vastauksia on alle {limit}.',
  },
  complementary: {
    one: '{count} muun yksikön tulosta ei näytetä, jotta piilotettua lukua ei voi laskea muista.',
    many: '{count} muun yksikön tulosta ei näytetä, jotta piilotettua lukua ei voi laskea muista.',
  },
  numbers: [
    'yhden',
    'kahden',
    'kolmen',
    'neljän',
    'viiden',
    'kuuden',
    'seitsemän',
    'kahdeksan',
    'yhdeksän',
    'kymmenen',
  ],
  warning: {
    no_volumes: always('Käyntimääriä ei ole annettu, joten palvelut painavat yhtä paljon.'),
    volume_missing: {
      one: 'Yhden yksikön käyntimäärä puuttuu ({first}); sen vastaukset ({answers}) eivät ole mukana luvussa.',
      many: '{units} yksikön käyntimäärä puuttuu; niiden vastaukset ({answers}) eivät ole mukana luvussa.',
    },
    coverage_low: always(
      'Vastanneiden yksiköiden osuus käynneistä on vain {coverage}, joten muut yksiköt voisivat muuttaa lukua.',
    ),
    coverage_withheld: always('Vastanneiden yksiköiden osuus käynneistä on vain {coverage}.'),
    schemes_disagree: always(
      'Eri painotukset eroavat toisistaan enemmän kuin virhemarginaalin verran: tulos riippuu siitä, kenen ääni painaa.',
    ),
    few_answers_much_weight: always(
      'Yksikön {unit} paino on {weight}, mutta vastauksia on vain {n}: todellinen epävarmuus voi olla luottamusväliä suurempi.',
    ),
    one_answer: {
      one: 'Yhdestä yksiköstä ({first}) on vain yksi vastaus.',
      many: 'Vain yhden vastauksen varassa on {count} yksikköä.',
    },
    one_unit_dominates: always('Yli puolet painosta ({weight}) on yhdellä: {name}.'),
  },
}
