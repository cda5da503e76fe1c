import { strict } from '../../numeric/quantities.ts';
import { decidesByStratum } from '../decides-by-stratum.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { twoSidedLevel } from '../significance-level.ts';
import { successesOf } from '../successes.ts';
import { testName } from '../test-name.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import { defineClaim } from './definition.ts';

export const superiority = defineClaim({
  summary:
    'The experimental arm is better than the control, on the difference of proportions; tested two-sided.',
  reference: 'Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, ch. 3 and 4',
  equations: ['p = P("the better outcome")', 'H_0: p_E = p_C', 'H_1: p_E > p_C'],
  symbols: { atYears: 't', withinDays: 't', twoSidedAlpha: '2·α' },
  arms: 2,
  parameters: strict({
    ...endpointTimeShape,
    twoSidedAlpha: twoSidedLevel(),
    test: testName(2),
  }).check(checkEndpointTime as never),
  examples: [{ endpoint: 'localControl', atYears: 5, twoSidedAlpha: 0.05, test: 'farringtonManning' }],
  create: (spec) => {
    const { endpoint, time } = endpointAndTime(spec);
    const level = { alpha: spec.twoSidedAlpha, sides: 2 } as const;
    const test = tests[spec.test] as TwoArmTest;
    const rejects = test.create(0, level);
    const { eventIsGood } = endpoint;
    return {
      endpoint,
      time,
      test: spec.test,
      limit: 0,
      sentence: `${endpointPhrase(endpoint, time)} superior`,
      comparison: { test, margin: 0, oneSidedAlpha: spec.twoSidedAlpha / 2 },
      ...decidesByStratum(test, 0, level, eventIsGood),
      passes: (...counts) => counts[1] > 0 && counts[3] > 0 && rejects(successesOf(eventIsGood, ...counts)),
      slack: (controlRate, experimentalRate) =>
        eventIsGood ? experimentalRate - controlRate : controlRate - experimentalRate,
      rateAtMargin: (controlRate) => controlRate,
    };
  },
});
