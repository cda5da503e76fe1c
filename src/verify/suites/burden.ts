import { createBurdenFold } from '../../engine/burden/burden-fold.ts';
import type { BurdenResult } from '../../engine/burden/burden-result.ts';
import { runExact } from '../../engine/run-exact.ts';
import { runWorlds } from '../../engine/run-worlds.ts';
import { deliveredCourses } from '../../outcomes/delivered-courses.ts';
import { truthSchema } from '../../outcomes/truth-schema.ts';
import { parseSchedule } from '../../radiobiology/parse-schedule.ts';
import type { Schedule } from '../../radiobiology/schedule.ts';
import { readScenario } from '../../scenario/read-scenario.ts';
import { quadrants } from '../../trial/burden/cost-effectiveness.ts';
import type { CaseDefinition, Figures } from '../case-definition.ts';
import type { SuiteDefinition } from './definition.ts';

/** Rounding of what is exact otherwise. */
const ROUNDING = 1e-6;
const WORLDS = 10_000;
/** Between a share of the worlds and the exact value; a right program exceeds them once in 1.7 million seeds. */
const ERRORS_APART = 5;

/** 25 × 2 Gy against 5 × 6 Gy at stated rates. */
function burdenOf(rates: object, burden: object, uncertainty: object = {}): BurdenResult {
  const data = {
    isoeffect: 1,
    title: 'burden',
    seed: 'verify',
    arms: { control: { schedule: '25 x 2 Gy' }, experimental: { schedule: '5 x 6 Gy' } },
    truth: rates,
    uncertainty,
    burden: { currency: 'EUR', machineMinutesPerFraction: 12, ...burden },
    design: {
      perArm: 2,
      nonInferiority: {
        endpoint: 'localControl',
        atYears: 3,
        margin: 0.1,
        oneSidedAlpha: 0.05,
        test: 'wald',
      },
    },
  };
  const { trial } = readScenario(JSON.stringify(data), 'verify');
  const fold = createBurdenFold(trial);
  fold.add(runExact(trial, 0));
  if (Object.keys(uncertainty).length > 0) fold.add(runWorlds(trial, 1, WORLDS + 1));
  return fold.result();
}

const byHand: CaseDefinition = {
  id: 'cost-per-failure-by-hand',
  title:
    '25 × 2 Gy against 5 × 6 Gy: visits, machine minutes, cost, and what is saved with each further local failure',
  source:
    'by hand: 1800 + 25·240 + 26·40·0.3 + 0.07·25000 + 0.35·12000 = 14062 against 2500 + 5·240 + 6·40·0.3 + 0.1·25000 + 0.3·12000 = 9872; 4190/0.03',
  expected: {
    visitsControl: 26,
    visitsExperimental: 6,
    machineMinutesExperimental: 100,
    costControl: 14_062,
    costExperimental: 9872,
    quadrant: 'cheaperWithMore',
    costPerEvent: 4190 / 0.03,
    netBenefitAt100000: 1190,
  },
  tolerance: ROUNDING,
  compute: () => {
    const { truths } = burdenOf(
      {
        localControl: { model: 'statedRates', control: 0.93, experimental: 0.9 },
        woundComplication: { model: 'statedRates', control: 0.35, experimental: 0.3 },
      },
      {
        planning: { visits: 1, cost: 1800 },
        costPerFraction: 240,
        travel: { oneWayKm: 20, costPerKm: 0.3 },
        costPerEvent: { localControl: 25_000, woundComplication: 12_000 },
        byArm: { experimental: { machineMinutesPerFraction: 20, planning: { cost: 2500 } } },
        willingnessToPay: [100_000],
      },
    );
    const [{ arms, comparisons }] = truths;
    const [{ quadrant, costPerEvent, netBenefit }] = comparisons;
    return {
      visitsControl: arms[0].visits,
      visitsExperimental: arms[1].visits,
      machineMinutesExperimental: arms[1].machineMinutes,
      costControl: arms[0].cost,
      costExperimental: arms[1].cost,
      quadrant,
      costPerEvent: costPerEvent!,
      netBenefitAt100000: netBenefit[0].value,
    };
  },
};

/** What a local failure costs, and what averting one may cost. */
const FAILURE_COST = 50_000;

/** Failures averted ~ N(−0.01, 0.01²), cost ~ N(600, 500² + (50000·0.01)²), correlated by −1/√2: the failures cost too. */
const normalBurden = (): BurdenResult =>
  burdenOf(
    { localControl: { model: 'statedRates', control: 0.91, experimental: 0.9 } },
    {
      planning: { visits: 1, cost: 1800 },
      costPerFraction: 240,
      costPerEvent: { localControl: FAILURE_COST },
      byArm: { experimental: { planning: { cost: 6700 } } },
      willingnessToPay: [FAILURE_COST],
    },
    {
      'truth.localControl.experimental': { normal: { mean: 0.9, sd: 0.01 } },
      'burden.byArm.experimental.planning.cost': { normal: { mean: 6700, sd: 500 } },
    },
  );

const INTEGRATED = 'integrated bivariate normal law with correlation −1/√2 (scipy 1.17.1)';

/** Shares of the plane, and of worlds with a net benefit above 0. */
const PLANE = {
  dominant: 0.09714759663425211,
  costlierWithFewer: 0.06150765729720496,
  cheaperWithMore: 0.10092435794178493,
  dominated: 0.740420388126758,
  equal: 0,
};
const WORTH_IT = 0.162589740049164;

const errorOf = (share: number): number => ERRORS_APART * Math.sqrt((share * (1 - share)) / WORLDS);

const quadrantShares: CaseDefinition = {
  id: 'quadrants-of-a-normal-law',
  title: `shares of the cost-effectiveness plane over ${WORLDS} worlds, and the probability of being worth it, where failures and cost are normal`,
  source: `${INTEGRATED}; within 5 Monte Carlo standard errors`,
  expected: { ...PLANE, worthIt: WORTH_IT, meanCost: 600, meanAvertedPer100: -1 },
  tolerance: {
    ...Object.fromEntries(Object.entries(PLANE).map(([name, share]) => [name, errorOf(share)])),
    worthIt: errorOf(WORTH_IT),
    meanCost: (ERRORS_APART * 500 * Math.SQRT2) / Math.sqrt(WORLDS),
    meanAvertedPer100: ERRORS_APART / Math.sqrt(WORLDS),
  },
  compute: () => {
    const [{ cost, avertedPer100, quadrants: found, netBenefit }] = normalBurden().worlds!.comparisons;
    return {
      ...(Object.fromEntries(quadrants.map((name) => [name, found[name].estimate])) as Figures),
      worthIt: netBenefit[0].value.positive.estimate,
      meanCost: cost.estimate,
      meanAvertedPer100: avertedPer100.estimate,
    };
  },
};

/** What the mean patient of a schedule goes through. */
function coursesCase(
  id: string,
  title: string,
  source: string,
  schedule: Schedule,
  missedFractionProbability: number,
  expected: { fractions: number; treatmentDays: number },
): CaseDefinition {
  return {
    id,
    title,
    source,
    expected,
    tolerance: ROUNDING,
    compute: () => {
      const arm = { name: 'arm', schedules: [{ schedule, share: 1 }], agents: [] };
      const { courses } = deliveredCourses(
        truthSchema.parse({ delivery: { missedFractionProbability } }),
        arm,
      );
      const mean = (of: 'fractions' | 'treatmentDays'): number =>
        courses.reduce((sum, course) => sum + course.share * course[of], 0);
      return { fractions: mean('fractions'), treatmentDays: mean('treatmentDays') };
    },
  };
}

const courses: readonly CaseDefinition[] = [
  coursesCase(
    'visits-of-two-a-day',
    '20 fractions of 1.7 Gy, two a day: fractions, and days on which any is given',
    'by hand: 20/2',
    parseSchedule('34 Gy/20 BID'),
    0,
    { fractions: 20, treatmentDays: 10 },
  ),
  coursesCase(
    'visits-that-are-missed',
    '25 fractions, each missed with probability 0.1 and not made up for: mean fractions and days',
    'by hand: 25·0.9',
    { ...parseSchedule('25 x 2 Gy'), compensation: 'none' },
    0.1,
    { fractions: 22.5, treatmentDays: 22.5 },
  ),
];

const travel: CaseDefinition = {
  id: 'travel-log-normal',
  title:
    'km to the clinic and back on 6 visits, one way log-normal with median 30 km and σ 0.9: mean, 10th and 90th percentile',
  source: 'closed form: 12·30·exp(0.9²/2) and 12·30·exp(∓0.9·1.2815515655446004)',
  expected: {
    mean: 360 * Math.exp(0.405),
    percentile10: 360 * Math.exp(-0.9 * 1.2815515655446004),
    percentile90: 360 * Math.exp(0.9 * 1.2815515655446004),
  },
  tolerance: ROUNDING,
  compute: () => {
    const { truths } = burdenOf(
      { localControl: { model: 'statedRates', control: 0.93, experimental: 0.9 } },
      {
        planning: { visits: 1, cost: 0 },
        costPerFraction: 0,
        travel: { oneWayKm: { logNormal: { median: 30, sigma: 0.9 } } },
      },
    );
    const { mean, percentile10, percentile90 } = truths[0].arms[1].travelKm;
    return { mean, percentile10: percentile10!, percentile90: percentile90! };
  },
};

export const burden: SuiteDefinition = {
  summary:
    'Visits, cost and cost per failure averted by hand, and their uncertainty against a bivariate normal law.',
  cases: () => [byHand, ...courses, travel, quadrantShares],
};
