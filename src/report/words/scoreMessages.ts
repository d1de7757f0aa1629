import type { Locale } from '../../types.js'

/** Sentences of a single score. Figures come in already written; the words around them are here. */
export interface ScoreMessages {
  /** `100 answers`, with the noun in the right number. */
  answers: (n: string, one: boolean) => string
  interval: (percent: string, range: string) => string
  value: {
    nps: (value: string, beside: string) => string
    csat: (value: string, points: string, beside: string) => string
    ces: (value: string, ends: string, beside: string) => string
    fcr: (value: string, beside: string) => string
    grade: (value: string, beside: string) => string
    likert: (value: string, ends: string, beside: string) => string
    choice: (value: string, beside: string) => string
  }
  npsShares: (promoters: string, passives: string, detractors: string) => string
  mean: (value: string, ends: string, range: string) => string
  topBox: (value: string, points: string, range: string) => string
  partial: (value: string) => string
  mode: (option: string, share: string) => string
  sharesPassOne: string
  bestIsLow: (point: string) => string
  ownCuts: (detractorsTo: string, promotersFrom: string) => string
  oneAnswer: string
  fewAnswers: string
  under30: string
  invalid: (count: string, one: boolean) => string
  notApplicable: (count: string, one: boolean) => string
  missing: (count: string) => string
  none: {
    no_answers: (metric: string) => string
    all_missing: (metric: string) => string
    none_on_scale: (metric: string) => string
  }
  name: Record<'nps' | 'csat' | 'ces' | 'fcr' | 'grade' | 'likert' | 'choice', string>
}

const fi: ScoreMessages = {
  answers: (n, one) => (one ? `${n} vastaus` : `${n} vastausta`),
  interval: (percent, range) => `${percent}:n luottamusväli ${range}`,
  value: {
    nps: (value, beside) => `Suositteluindeksi (NPS) on ${value} (${beside}).`,
    csat: (value, points, beside) => `Tyytyväisiä (vastaus ${points}) on ${value} vastanneista (${beside}).`,
    ces: (value, ends, beside) =>
      `Asioinnin helppous on keskimäärin ${value} asteikolla ${ends} (${beside}).`,
    fcr: (value, beside) => `Asia hoitui ensimmäisellä yhteydenotolla: ${value} vastanneista (${beside}).`,
    grade: (value, beside) => `Kouluarvosanojen keskiarvo on ${value} (${beside}).`,
    likert: (value, ends, beside) => `Väittämän keskiarvo on ${value} asteikolla ${ends} (${beside}).`,
    choice: (value, beside) => `Vastaajat valitsivat keskimäärin ${value} vaihtoehtoa (${beside}).`,
  },
  npsShares: (promoters, passives, detractors) =>
    `Suosittelijoita on ${promoters}, neutraaleja ${passives} ja arvostelijoita ${detractors}.`,
  mean: (value, ends, range) => `Keskiarvo on ${value} asteikolla ${ends} (${range}).`,
  topBox: (value, points, range) => `Vastauksen ${points} antoi ${value} vastanneista (${range}).`,
  partial: (value) => `Osittain asia hoitui ${value}:lla vastanneista.`,
  mode: (option, share) => `Yleisin valinta on ”${option}” (${share} vastaajista).`,
  sharesPassOne: 'Vastaaja sai valita useita, joten osuuksien summa voi olla yli 100\u00a0%.',
  bestIsLow: (point) => `Tällä asteikolla ${point} on paras.`,
  ownCuts: (detractorsTo, promotersFrom) =>
    `Luokkarajat poikkeavat tavallisista (arvostelijat enintään ${detractorsTo}, suosittelijat vähintään ${promotersFrom}), joten luku ei vertaudu muihin NPS-lukuihin.`,
  oneAnswer: 'Luku perustuu yhteen vastaukseen eikä kerro muista asiakkaista.',
  fewAnswers: 'Vastauksia on alle 10, joten lukua ei pidä julkaista eikä tulkita.',
  under30: 'Vastauksia on alle 30, joten lukua ei kannata verrata muihin.',
  invalid: (count, one) =>
    one
      ? `${count} arvo ei ollut asteikolla, eikä sitä ole laskettu mukaan.`
      : `${count} arvoa ei ollut asteikolla, eikä niitä ole laskettu mukaan.`,
  notApplicable: (count, one) =>
    one
      ? `${count} vastaaja sanoi, ettei väittämä koske häntä.`
      : `${count} vastaajaa sanoi, ettei väittämä koske heitä.`,
  missing: (count) => `${count} jätti vastaamatta.`,
  none: {
    no_answers: (metric) => `${metric}: lukua ei voi laskea, koska vastauksia ei ole.`,
    all_missing: (metric) => `${metric}: lukua ei voi laskea, koska kaikki vastaukset ovat tyhjiä.`,
    none_on_scale: (metric) => `${metric}: lukua ei voi laskea, koska yksikään vastaus ei ole asteikolla.`,
  },
  name: {
    nps: 'Suositteluindeksi (NPS)',
    csat: 'Tyytyväisyys (CSAT)',
    ces: 'Asioinnin helppous (CES)',
    fcr: 'Asia hoitui ensimmäisellä yhteydenotolla (FCR)',
    grade: 'Kouluarvosana',
    likert: 'Väittämä',
    choice: 'Monivalinta',
  },
}

const sv: ScoreMessages = {
  answers: (n) => `${n} svar`,
  interval: (percent, range) => `${percent} konfidensintervall ${range}`,
  value: {
    nps: (value, beside) => `Rekommendationsindex (NPS) är ${value} (${beside}).`,
    csat: (value, points, beside) => `Nöjda (svar ${points}) är ${value} av dem som svarat (${beside}).`,
    ces: (value, ends, beside) =>
      `Hur lätt det var att sköta ärendet får i medeltal ${value} på skalan ${ends} (${beside}).`,
    fcr: (value, beside) => `Ärendet löstes vid första kontakten för ${value} av dem som svarat (${beside}).`,
    grade: (value, beside) => `Medeltalet av skolvitsorden är ${value} (${beside}).`,
    likert: (value, ends, beside) => `Påståendet får i medeltal ${value} på skalan ${ends} (${beside}).`,
    choice: (value, beside) => `De som svarade valde i medeltal ${value} alternativ (${beside}).`,
  },
  npsShares: (promoters, passives, detractors) =>
    `${promoters} är ambassadörer, ${passives} passiva och ${detractors} kritiker.`,
  mean: (value, ends, range) => `Medeltalet är ${value} på skalan ${ends} (${range}).`,
  topBox: (value, points, range) => `${value} gav svaret ${points} (${range}).`,
  partial: (value) => `Ärendet löstes delvis för ${value}.`,
  mode: (option, share) => `Vanligast är ”${option}” (${share} av dem som svarat).`,
  sharesPassOne: 'Flera alternativ fick väljas, så andelarna kan tillsammans bli mer än 100\u00a0%.',
  bestIsLow: (point) => `På den här skalan är ${point} bäst.`,
  ownCuts: (ends) =>
    `Frågan har ställts på skalan ${ends}, så talet kan inte jämföras med ett vanligt NPS-tal.`,
  oneAnswer: 'Talet bygger på ett enda svar och säger inget om andra kunder.',
  fewAnswers: 'Svaren är färre än 10, så talet ska varken publiceras eller tolkas.',
  under30: 'Svaren är färre än 30, så talet bör inte jämföras med andra.',
  invalid: (count, one) =>
    one
      ? `${count} värde låg utanför skalan och har inte räknats med.`
      : `${count} värden låg utanför skalan och har inte räknats med.`,
  notApplicable: (count) => `${count} svarade att påståendet inte gäller dem.`,
  missing: (count) => `${count} lät bli att svara.`,
  none: {
    no_answers: (metric) => `${metric}: talet kan inte räknas ut, eftersom det inte finns några svar.`,
    all_missing: (metric) => `${metric}: talet kan inte räknas ut, eftersom alla svar är tomma.`,
    none_on_scale: (metric) => `${metric}: talet kan inte räknas ut, eftersom inget svar ligger på skalan.`,
  },
  name: {
    nps: 'Rekommendationsindex (NPS)',
    csat: 'Nöjdhet (CSAT)',
    ces: 'Hur lätt det var (CES)',
    fcr: 'Löst vid första kontakten (FCR)',
    grade: 'Skolvitsord',
    likert: 'Påstående',
    choice: 'Flervalsfråga',
  },
}

const en: ScoreMessages = {
  answers: (n, one) => (one ? `${n} answer` : `${n} answers`),
  interval: (percent, range) => `${percent} confidence interval ${range}`,
  value: {
    nps: (value, beside) => `The net promoter score (NPS) is ${value} (${beside}).`,
    csat: (value, points, beside) => `${value} of respondents are satisfied (answer ${points}; ${beside}).`,
    ces: (value, ends, beside) =>
      `Ease of dealing with us is ${value} on average on the scale ${ends} (${beside}).`,
    fcr: (value, beside) => `The matter was solved at first contact for ${value} of respondents (${beside}).`,
    grade: (value, beside) => `The mean school grade is ${value} (${beside}).`,
    likert: (value, ends, beside) =>
      `The mean of the statement is ${value} on the scale ${ends} (${beside}).`,
    choice: (value, beside) => `Respondents chose ${value} options on average (${beside}).`,
  },
  npsShares: (promoters, passives, detractors) =>
    `${promoters} are promoters, ${passives} passives and ${detractors} detractors.`,
  mean: (value, ends, range) => `The mean is ${value} on the scale ${ends} (${range}).`,
  topBox: (value, points, range) => `${value} of respondents answered ${points} (${range}).`,
  partial: (value) => `For ${value} it was solved in part.`,
  mode: (option, share) => `The most common choice is “${option}” (${share} of respondents).`,
  sharesPassOne: 'Several options could be chosen, so the shares may sum to more than 100%.',
  bestIsLow: (point) => `On this scale ${point} is the best.`,
  ownCuts: (ends) =>
    `The question was asked on the scale ${ends}, so the figure does not compare with a usual NPS.`,
  oneAnswer: 'The figure rests on one answer and says nothing of other customers.',
  fewAnswers: 'There are fewer than 10 answers: the figure should be neither published nor interpreted.',
  under30: 'There are fewer than 30 answers: the figure should not be compared with others.',
  invalid: (count, one) =>
    one
      ? `${count} value was off the scale and is not counted.`
      : `${count} values were off the scale and are not counted.`,
  notApplicable: (count, one) =>
    one
      ? `${count} respondent said that the statement does not apply.`
      : `${count} respondents said that the statement does not apply.`,
  missing: (count) => `${count} did not answer.`,
  none: {
    no_answers: (metric) => `${metric}: there is no figure, because there are no answers.`,
    all_missing: (metric) => `${metric}: there is no figure, because all answers are empty.`,
    none_on_scale: (metric) => `${metric}: there is no figure, because no answer is on the scale.`,
  },
  name: {
    nps: 'Net promoter score (NPS)',
    csat: 'Satisfaction (CSAT)',
    ces: 'Ease of dealing with us (CES)',
    fcr: 'Solved at first contact (FCR)',
    grade: 'School grade',
    likert: 'Statement',
    choice: 'Multiple choice',
  },
}

export const scoreMessages: Record<Locale, ScoreMessages> = { fi, sv, en }
