import { always, type RegionMessages, same } from './regionMessages.js'

export const en: RegionMessages = {
  metric: {
    nps: 'NPS',
    csat: 'CSAT',
    ces: 'CES',
    fcr: 'FCR',
    grade: 'school grade',
    likert: 'mean of the statement',
  },
  headline: 'Whole region: {name} {value} ({level} confidence interval {interval}).',
  headlineAlone: 'Whole region: {name} {value}.',
  none: {
    no_answers: 'Whole region: no figure ({name}), because there are no answers.',
    too_few_answers:
      'Whole region: the figure ({name}) is not shown, because there are fewer than {limit} answers.',
    complementary:
      'Whole region: the figure ({name}) is not shown, because a hidden figure could be computed from it.',
    no_volumes:
      'Whole region: no figure ({name}), because the weighting chosen needs visit counts and none are given.',
    no_weight: 'Whole region: no figure ({name}), because the units that answered have weights of zero.',
    coverage_below_half:
      'Whole region: the figure ({name}) is not shown, because the units with answers cover only {coverage} of visits.',
  },
  scheme: {
    balanced: {
      service: 'Services are weighted by the square root of their visits{cap}.',
      unit: 'Units are weighted by the square root of their visits{cap}.',
    },
    pooled: same('Each answer weighs the same.'),
    volume: same('Units are weighted by visits, so the figure describes the average visit.'),
    equal: same('Each unit weighs the same, so the figure describes the average unit.'),
    equalServices: {
      service:
        'No visit counts are given, so each service weighs the same, and each unit the same inside its service.',
      unit: 'No visit counts are given, so each unit weighs the same.',
    },
    sqrt: same('Units are weighted by the square root of their visits.'),
    log: same('Units are weighted by the logarithm of their visits.'),
    power: same('Units are weighted by their visits to the power of {exponent}.'),
    capped: same('Units are weighted by visits{cap}.'),
    fixed: same('Units have weights given beforehand.'),
    hierarchical: same('Services are weighted first, then units inside their service{cap}.'),
    raked: same('Answers are weighted to match the population ({margins}).'),
  },
  cap: {
    service: ', no service having more than {cap}',
    unit: ', no unit having more than {cap}',
  },
  largest: {
    service: 'The largest service is {name}: {answers} of the answers, {weight} of the weight.',
    unit: 'The largest unit is {name}: {answers} of the answers, {weight} of the weight.',
  },
  alternatives: {
    both: 'Unweighted, {name} would be {pooled}; weighted by visits, {volume}.',
    pooled: 'Unweighted, {name} would be {pooled}.',
    volume: 'Weighted by visits, {name} would be {volume}.',
  },
  effective: 'The effective sample size is {nEff} ({n} answers).',
  answers: 'There are {n} answers.',
  coverage: 'Units with answers cover {coverage} of visits.',
  few: {
    one: 'the result of {count} unit is not shown, because it has fewer than {limit} answers.',
    many: 'the results of {count} units are not shown, because they have fewer than {limit} answers.',
  },
  complementary: {
    one: 'the result of {count} more unit is not shown, so that a hidden figure cannot be computed from the others.',
    many: 'the results of {count} more units are not shown, so that a hidden figure cannot be computed from the others.',
  },
  numbers: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  warning: {
    no_volumes: always('No visit counts are given, so services weigh the same.'),
    volume_missing: {
      one: 'One unit has no visit count ({first}); its {answers} answers are not in the figure.',
      many: '{units} units have no visit count; their {answers} answers are not in the figure.',
    },
    coverage_low: always(
      'Units with answers cover only {coverage} of visits, so the other units could change the figure.',
    ),
    coverage_withheld: always('Units with answers cover only {coverage} of visits.'),
    schemes_disagree: always(
      'The weightings differ by more than the margin of error: the result depends on whose voice weighs.',
    ),
    few_answers_much_weight: always(
      'Unit {unit} has {weight} of the weight but only {n} answers: the real uncertainty may be larger than the interval.',
    ),
    one_answer: {
      one: 'One unit ({first}) has a single answer.',
      many: '{units} units have a single answer each.',
    },
    one_unit_dominates: always('More than half of the weight ({weight}) is on one: {name}.'),
  },
}
