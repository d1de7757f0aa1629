// Families of oracle.json that aggregate/ answers for: survey means, weights, schemes, shrinkage, decomposition.
// `families[fn](input, {api, datasets})` gives the fields of `expected`; an error thrown stands for `expected.error`.

/** Reads the sentence-like options of a case ("N/n but 0 for kotihoito") against a dataset. */
function sample(input, datasets) {
  const data = datasets[input.dataset]
  // n is what the records hold: in `region_lonely` one unit has fewer than its declared answers.
  const answers = {}
  for (const record of data.records) answers[record.unit] = (answers[record.unit] ?? 0) + 1
  const unitOf = new Map(data.units.map((unit) => [unit.unit, { ...unit, n: answers[unit.unit] ?? 0 }]))
  const [column, ...rest] = String(input.y ?? 'cls').split(' ')
  const missing = / every (\d+)(?:st|nd|rd|th) record missing/.exec(` ${rest.join(' ')}`)
  const value = (record) => {
    if (column !== 'cls') return record[column] ?? null
    return record.score <= 6 ? -1 : record.score <= 8 ? 0 : 1
  }
  const y = data.records.map((record, i) =>
    missing !== null && (i + 1) % Number(missing[1]) === 0 ? null : value(record),
  )
  const zeroed = /but 0 for (.+)$/.exec(String(input.weights ?? ''))?.[1]?.split(/,\s*|\s+and\s+/) ?? []
  const equal = input.weights !== undefined && !String(input.weights).startsWith('N/n')
  const weights = data.records.map((record) => {
    const unit = unitOf.get(record.unit)
    if (zeroed.includes(record.unit)) return 0
    return equal ? 1 : unit.N / unit.n
  })
  const modulo = /mod (\d+)/.exec(String(input.ids ?? ''))?.[1]
  const design = {
    weights,
    lonely: input.lonely ?? 'fail',
    ...(input.strata === undefined ? {} : { strata: data.records.map((record) => record[input.strata]) }),
    ...(input.fpc === undefined
      ? {}
      : { population: data.records.map((record) => unitOf.get(record.unit).N) }),
    ...(modulo === undefined
      ? {}
      : { clusters: data.records.map((record, i) => `${record.unit} ${i % Number(modulo)}`) }),
  }
  return { data, records: data.records, y, design, unitOf }
}

const kish = (weights) => {
  const sum = weights.reduce((s, w) => s + w, 0)
  return sum ** 2 / weights.reduce((s, w) => s + w * w, 0)
}

const around = (mean, se, quantile) => [mean - quantile * se, mean + quantile * se]

/** A margin of the oracle, `[{age: '65+', Freq: 24900}]`, over the records. */
function margin(rows, records) {
  const name = Object.keys(rows[0]).find((key) => key !== 'Freq')
  return {
    name,
    labels: records.map((record) => record[name]),
    totals: Object.fromEntries(rows.map((row) => [row[name], row.Freq])),
  }
}

function schemeOf(text) {
  const cap = /^cap(\d+)$/.exec(text)
  if (cap !== null) return { kind: 'capped', cap: Number(`0.${cap[1]}`) }
  // power025 is .25, power05 is .5, power1 is 1.
  const power = /^power(\d)(\d*)$/.exec(text)
  if (power !== null) return { kind: 'power', exponent: Number(`${power[1]}.${power[2] || 0}`) }
  return text
}

const histogram = (d, q, p) => [d, 0, 0, 0, 0, 0, 0, q, 0, 0, p]

const tail = (input) => (1 - (input.conf ?? 0.95)) / 2

const regionUnits = (dataset) =>
  dataset.map((unit) => ({
    unit: unit.unit,
    service: unit.service,
    volume: unit.volume,
    counts: histogram(unit.detractors, unit.passives, unit.promoters),
  }))

export const families = {
  'survey.mean': (input, { api, datasets }) => {
    const { y, design } = sample(input, datasets)
    const { mean, se, deff, df } = api.statistics.surveyMean(y, design)
    return {
      mean,
      se,
      deff,
      df,
      ci_t: around(mean, se, api.statistics.tQuantile(tail(input), df, 'upper')),
      ci_z: around(mean, se, api.statistics.normalQuantile(tail(input), 'upper')),
      kish_neff: kish(design.weights),
    }
  },
  'survey.total': (input, { api, datasets }) => {
    const { y, design } = sample(input, datasets)
    return api.statistics.surveyTotal(y, design)
  },
  'survey.by': (input, { api, datasets }) => {
    const { y, design, records } = sample(input, datasets)
    const by = api.statistics.surveyBy(
      y,
      records.map((record) => record[input.by]),
      design,
    )
    return { group: by.groups, mean: by.means, se: by.se, cov: by.covariance?.flat() }
  },
  'survey.contrast': (input, { api, datasets }) => {
    const { y, design, records } = sample(input, datasets)
    const by = api.statistics.surveyBy(
      y,
      records.map((record) => record[input.by]),
      design,
    )
    const coefficients = by.groups.map((group) => (group === input.a ? 1 : group === input.b ? -1 : 0))
    const { value, se } = api.statistics.surveyContrast(by, coefficients)
    return { diff: value, se, cov: by.covariance?.flat() }
  },
  'survey.ciprop': (input, { api, datasets }) => {
    const { y, design } = sample(input, datasets)
    const { mean: p, se, n, df } = api.statistics.surveyMean(y, design)
    const { low, high } = api.statistics.surveyProportion({
      p,
      se,
      n,
      df,
      method: input.method,
      level: input.conf ?? 0.95,
    })
    return { p, ci: [low, high], df }
  },
  aggregate: (input, { api, datasets }) => {
    const options = { metric: 'nps', scheme: schemeOf(input.scheme), suppressBelow: 0, interval: 'score' }
    if (input.dataset === undefined) {
      const units = input.volumes.map((volume, i) => ({
        name: `u${i}`,
        service: null,
        volume,
        n: input.n[i],
      }))
      const weights = api.aggregate.schemeWeights(units, options.scheme)
      const volume = (of) => of.reduce((sum, unit) => sum + unit.volume, 0)
      const answered = units.filter((unit) => unit.n > 0)
      return {
        weights,
        nps: weights.reduce((sum, weight, i) => sum + (weight > 0 ? weight * input.nps[i] : 0), 0),
        coverage_volume_share: volume(answered) / volume(units),
        coverage_units: answered.length / units.length,
      }
    }
    // The schemes of this family weigh units flat, without services.
    const units = regionUnits(datasets[input.dataset]).map((unit) => ({ ...unit, service: null }))
    const score = api.aggregate.aggregate(units, options)
    const finite = api.aggregate.aggregate(units, { ...options, finitePopulation: true })
    const nps = score.value / 100
    return {
      weights: score.units.map((unit) => unit.weight),
      nps,
      se: score.se / 100,
      se_fpc: finite.se / 100,
      kish_neff: score.kish,
      kish_deff: score.n / score.kish,
      hhi: score.concentration.hhi,
      effective_units: score.concentration.effectiveUnits,
      max_share: score.largest.weight.weight,
      satterthwaite_df: score.df,
      influence: score.units.map((unit) => unit.influence / 100),
      leave_one_out: score.units.map((unit) => nps - unit.influence / 100),
      contribution: score.units.map((unit) => (unit.weight * unit.value) / 100),
      contribution_vs_mean: score.units.map((unit) => unit.contribution / 100),
    }
  },
  'aggregate.default': (input, { api, datasets }) => {
    const score = api.aggregate.aggregate(regionUnits(datasets[input.dataset]), {
      metric: 'nps',
      suppressBelow: 0,
      interval: 'score',
      level: input.conf ?? 0.95,
    })
    return {
      services: score.services.map((service) => service.service),
      service_volume: score.services.map((service) => service.volume),
      cap: api.aggregate.balancedCap(score.services.length),
      service_weights: score.services.map((service) => service.weight),
      unit_weights: score.units.map((unit) => unit.weight),
      nps: score.value / 100,
      se: score.se / 100,
      kish_neff: score.kish,
      design_neff: score.design,
      n_eff: score.nEff,
      ci: [score.interval.low / 100, score.interval.high / 100],
    }
  },
  'nps.weighted.score': (input, { api }) => {
    const { low, high } = api.statistics.npsScoreInterval(
      input.P * input.nEff,
      input.D * input.nEff,
      input.nEff,
      input.conf ?? 0.95,
    )
    return { ci: [low, high] }
  },
  'weights.cap': (input, { api }) => ({ weights: api.aggregate.waterFill(input.volumes, input.cap) }),
  rake: (input, { api, datasets }) => {
    if (input.dataset === undefined) {
      // The case is told in words: a class of the margin that nobody answered for.
      api.statistics.rake(
        [1, 1],
        [{ name: 'age', labels: ['18-39', '40-64'], totals: { '18-39': 1, '40-64': 1, '65+': 1 } }],
      )
      return {}
    }
    const { y, design, records } = sample({ ...input, weights: input.base }, datasets)
    const margins = Object.values(input.margins).map((rows) => margin(rows, records))
    const weights = api.statistics.rake(design.weights, margins, { tolerance: input.epsilon })
    const { mean, se } = api.statistics.surveyMean(y, {
      ...design,
      weights,
      calibration: { margins: margins.map((m) => m.labels), baseWeights: design.weights, weights },
    })
    const held = Object.fromEntries(
      margins.map((m) => [
        `margins_${m.name}`,
        Object.keys(m.totals).map((label) =>
          weights.reduce((sum, weight, i) => sum + (m.labels[i] === label ? weight : 0), 0),
        ),
      ]),
    )
    return { weights, mean, se, kish_neff: kish(weights), ...held }
  },
  postStratify: (input, { api, datasets }) => {
    const stratified = /in strata/.test(input.base)
    const { y, design, records, data } = sample(
      { ...input, weights: stratified ? 'N/n' : 'equal', ...(stratified ? { strata: 'unit' } : {}) },
      datasets,
    )
    const classes = margin(input.margin, records)
    const weights = api.statistics.postStratify(design.weights, classes)
    const { mean, se } = api.statistics.surveyMean(y, {
      ...design,
      weights,
      calibration: { margins: [classes.labels], baseWeights: design.weights, weights },
    })
    const first = (unit) => weights[records.findIndex((record) => record.unit === unit.unit)]
    return { weights_by_unit: data.units.map(first), mean, se }
  },
  trimWeights: (input, { api, datasets }) => {
    const { y, design, records, data } = sample({ ...input, strata: 'unit', weights: input.base }, datasets)
    const weights = api.statistics.trimWeights(design.weights, {
      upper: input.upper,
      lower: input.lower,
      spread: 'additive',
    })
    const { mean, se } = api.statistics.surveyMean(y, { ...design, weights })
    const first = (unit) => weights[records.findIndex((record) => record.unit === unit.unit)]
    return { weight_by_unit: data.units.map(first), mean, se, sum: weights.reduce((s, w) => s + w, 0) }
  },
  decompose: (input, { api }) => {
    const groups = input.w0.map((weightBefore, i) => ({
      weightBefore,
      weightAfter: input.w1[i],
      before: typeof input.x0[i] === 'number' ? input.x0[i] : null,
      after: typeof input.x1[i] === 'number' ? input.x1[i] : null,
    }))
    const { total, rates, mixes, rate, mix, simpson } = api.aggregate.kitagawa(groups)
    return {
      total,
      rate: rates,
      mix: groups.map((g) => ((g.before + g.after) / 2) * (g.weightAfter - g.weightBefore)),
      mix_centered: mixes,
      rate_total: rate,
      mix_total: mix,
      simpson,
    }
  },
  'shrink.normal': (input, { api }) => {
    const fit = api.statistics.shrinkNormal(input.nps, input.var, input.method)
    return {
      tau2: fit.tau2,
      mu: fit.mu,
      se_mu: fit.seMu,
      Q: fit.q,
      I2: fit.i2,
      weight_own: fit.weightOwn,
      shrunk: fit.shrunk,
      naive_posterior_sd: fit.naivePosteriorSd,
    }
  },
  'shrink.betabinomial': (input, { api }) => {
    const fit = api.statistics.shrinkBetaBinomial(input.k, input.n)
    return { alpha: fit.alpha, beta: fit.beta, loglik_kernel: fit.logLikelihood, shrunk: fit.shrunk }
  },
  'shrink.dirichlet': (input, { api }) => {
    const rows = input.d.map((d, i) =>
      api.statistics.shrinkHistogram([d, input.q[i], input.p[i]], [-1, 0, 1], input.prior, input.m),
    )
    return { shrunk: rows.map((row) => row.value), posterior_sd: rows.map((row) => row.sd) }
  },
}
