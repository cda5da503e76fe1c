import { strict } from '../../numeric/quantities.ts';
import { decidesByStratum } from '../decides-by-stratum.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { margin } from '../margin.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { successesOf } from '../successes.ts';
import { marginTestName } from '../test-name.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import { defineClaim } from './definition.ts';

export const nonInferiority = defineClaim({
  summary:
    'The experimental arm is less than a margin worse than the control, on the difference of proportions.',
  reference: 'Piaggio 2012, JAMA 308:2594 (CONSORT for non-inferiority)',
  equations: ['p = P("the better outcome")', 'H_0: p_E ≤ p_C − δ', 'H_1: p_E > p_C − δ'],
  symbols: { atYears: 't', withinDays: 't', margin: 'δ', oneSidedAlpha: 'α' },
  arms: 2,
  parameters: strict({
    ...endpointTimeShape,
    margin: margin(),
    oneSidedAlpha: oneSidedLevel(),
    test: marginTestName(),
  }).check(checkEndpointTime as never),
  examples: [
    { endpoint: 'localControl', atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: 'farringtonManning' },
  ],
  create: (spec) => {
    const { endpoint, time } = endpointAndTime(spec);
    const level = { alpha: spec.oneSidedAlpha, sides: 1 } as const;
    const test = tests[spec.test] as TwoArmTest;
    const rejects = test.create(spec.margin, level);
    const { eventIsGood } = endpoint;
    const points = Number((100 * spec.margin).toPrecision(6));
    return {
      endpoint,
      time,
      test: spec.test,
      limit: spec.margin,
      sentence: `${endpointPhrase(endpoint, time)} non-inferior within ${points} percentage points`,
      comparison: { test, margin: spec.margin, oneSidedAlpha: spec.oneSidedAlpha },
      ...decidesByStratum(test, spec.margin, level, eventIsGood),
      passes: (...counts) => counts[1] > 0 && counts[3] > 0 && rejects(successesOf(eventIsGood, ...counts)),
      slack: (controlRate, experimentalRate) =>
        (eventIsGood ? experimentalRate - controlRate : controlRate - experimentalRate) + spec.margin,
      rateAtMargin: (controlRate) => (eventIsGood ? controlRate - spec.margin : controlRate + spec.margin),
    };
  },
});
