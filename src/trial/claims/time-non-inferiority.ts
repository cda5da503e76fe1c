import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { createTimeClaim, failureWords } from '../time-claim.ts';
import { checkStatedEvents, timeClaimShape, timeTestName } from '../time-claim-shape.ts';
import { disagreementWords, marginAtRate, marginScales, timeMargin } from '../time-margin.ts';
import { yearsWords } from '../years-words.ts';
import { defineClaim } from './definition.ts';

export const timeNonInferiority = defineClaim({
  summary:
    'Failures of the experimental arm come less than a margin more often than the control’s, on times.',
  reference: 'Schoenfeld 1981, Biometrika 68:316; Piaggio 2012, JAMA 308:2594 (CONSORT for non-inferiority)',
  equations: [
    'H_0: S_E(t) ≤ S_C(t)^θ, "where the hazard ratio leads"',
    'H_0: S_E(t) ≤ S_C(t) − δ, "where the difference leads"',
    'θ = ln(S_C − δ)/ln S_C, "at the planned rate" S_C',
  ],
  symbols: {
    atYears: 't',
    'margin.hazardRatio': 'θ',
    'margin.difference': 'δ',
    plannedControlRate: 'S_C',
    oneSidedAlpha: 'α',
  },
  assumptions: [
    'the margin leads on the scale that is named; the other scale is converted at the planned control rate, hazards being proportional',
  ],
  arms: 2,
  decidedByTimes: true,
  parameters: strict({
    ...timeClaimShape,
    margin: timeMargin.describe('how much worse the experimental arm may be'),
    plannedControlRate: interiorProbability(
      'control rate at the time that the margin was planned with; it converts the margin between scales',
    ),
    oneSidedAlpha: oneSidedLevel(),
    test: timeTestName(true),
  })
    .check(checkStatedEvents as never)
    .check(({ value, issues }) => {
      const { difference } = value.margin;
      if (difference !== undefined && difference >= value.plannedControlRate)
        issues.push({
          code: 'custom',
          input: value,
          message: `${difference} leaves no rate below the planned control rate, ${value.plannedControlRate}`,
          path: ['margin', 'difference'],
        });
    }),
  examples: [
    {
      endpoint: 'localControl',
      atYears: 3,
      margin: { hazardRatio: 2.078 },
      plannedControlRate: 0.93,
      oneSidedAlpha: 0.05,
      test: 'logRank',
    },
  ],
  create: (spec) => {
    const stated = marginScales(spec.margin, spec.plannedControlRate);
    // What does not lead is what the margin that leads means at the planned rate
    const margins = { ...stated, ...marginAtRate(stated, spec.plannedControlRate) };
    const ratio = `a hazard ratio of ${Number(margins.hazardRatio.toPrecision(4))}`;
    const points = `${Number((100 * margins.difference).toPrecision(3))} percentage points at ${yearsWords(spec.atYears)}`;
    const planned = `at a control rate of ${Number((100 * spec.plannedControlRate).toPrecision(4))} %`;
    const within =
      margins.leads === 'hazardRatio' ? `${ratio} (${points} ${planned})` : `${points} (${ratio} ${planned})`;
    return createTimeClaim(
      { ...spec, margins, disagreement: disagreementWords(stated) },
      `${failureWords(spec)} non-inferior within ${within}`,
    );
  },
});
