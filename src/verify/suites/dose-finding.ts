import { seedKey } from '../../random/seed-key.ts';
import { type DoseFindingName, doseFinding as methods } from '../../trial/dose-finding/index.ts';
import { exactLadder } from '../../trial/ladder/exact-ladder.ts';
import type { LadderMethod } from '../../trial/ladder/ladder-method.ts';
import { simulateLadder } from '../../trial/ladder/simulate-ladder.ts';
import { escalationProbability } from '../../trial/ladder/three-plus-three-escalation.ts';
import { trialCalculators } from '../calculators/trial-calculators.ts';
import type { TrialInputs } from '../calculators/trial-inputs.ts';
import type { CaseDefinition, Figures } from '../case-definition.ts';
import { recordedCases } from '../recorded-cases.ts';
import ladderValues from '../values/ladder-values.json' with { type: 'json' };
import type { SuiteDefinition } from './definition.ts';

/** Rounding in what is exact otherwise. */
const ROUNDING = 1e-12;
const TRIALS = 4000;
/** Of the largest of all recommended levels; a right program exceeds them once in some 400 seeds, and the seed stays. */
const ERRORS_APART = 3.5;

const RATES = [0.05, 0.15, 0.25, 0.4, 0.55];
const TARGET = 0.25;
const SKELETON = [0.06, 0.14, 0.25, 0.38, 0.5];

function methodOf(name: DoseFindingName, given: object): LadderMethod {
  const { parameters, create } = methods[name];
  return create(parameters.parse(given), RATES.length);
}

/** A 3+3 design that recommends after three patients: every level up to one goes up, and the next does not. */
function productCase(): CaseDefinition {
  const goesUp = RATES.map(escalationProbability);
  const expected = Object.fromEntries(
    RATES.map((_, level) => [
      `recommended${level + 1}`,
      goesUp.slice(0, level + 1).reduce((all, p) => all * p, 1 - (goesUp[level + 1] ?? 0)),
    ]),
  );
  return {
    id: '3+3-as-a-product',
    title: '3+3 design on five levels, three patients being enough: what is recommended, by enumeration',
    source: 'closed form: product of the probabilities of going up; Lin & Shih 2001, Biostatistics 2:203',
    expected,
    tolerance: ROUNDING,
    compute: () => {
      const method = methodOf('threePlusThree', { sixAtRecommended: false });
      const { recommended } = exactLadder(method, RATES, TARGET)!;
      return Object.fromEntries(recommended.map((p, level) => [`recommended${level + 1}`, p]));
    },
  };
}

/** Simulated trials against enumeration, in Monte Carlo standard errors. */
function simulatedCase(name: DoseFindingName, given: object): CaseDefinition {
  return {
    id: `simulated-${name}`,
    title: `${methods[name].label}: the level recommended in ${TRIALS} simulated trials less the exact, in Monte Carlo standard errors, the most of five levels`,
    source: 'exact enumeration of every course of the trial',
    expected: { errorsApart: 0 },
    tolerance: ERRORS_APART,
    compute: () => {
      const method = methodOf(name, given);
      const exact = exactLadder(method, RATES, TARGET)!;
      const simulated = simulateLadder(method, RATES, TARGET, seedKey('verify'), TRIALS);
      const apart = exact.recommended.map((p, level) => {
        const { estimate } = simulated.recommended[level];
        return Math.abs(estimate - p) / Math.sqrt((p * (1 - p)) / TRIALS);
      });
      return { errorsApart: Math.max(...apart) };
    },
  };
}

/** Figures of the review of real trials, to the last digit printed. */
const printed: readonly CaseDefinition[] = [
  {
    id: 'boin-boundaries-printed',
    title: 'BOIN with a target of 20 %: up at most at .157, down at least at .238',
    source: 'Liu & Yuan 2015, J R Stat Soc C 64:507, Table 1',
    expected: { escalate: 0.157, deescalate: 0.238 },
    tolerance: 0.0005,
    compute: () => trialCalculators['interval boundaries']({ target: 0.2 } as TrialInputs),
  },
  {
    id: 'amputations-printed',
    title: '25 patients at a risk of amputation of 5 %: at least one; and a rate above that after 4 of 25',
    source: 'by hand, Jeffreys’ prior, in two digits; 4 of 25: Leite, 5 × 8 Gy',
    expected: { atLeastOne: 0.72, above: 0.98 },
    tolerance: 0.005,
    compute: (): Figures =>
      trialCalculators['few events']({ rate: 0.05, size: 25, events: 4 } as TrialInputs),
  },
];

export const doseFinding: SuiteDefinition = {
  summary:
    'Dose finding and several arms against one control: boundaries, posteriors, characteristics by enumeration and by simulation.',
  cases: () => [
    ...recordedCases(ladderValues),
    ...printed,
    productCase(),
    simulatedCase('threePlusThree', {}),
    simulatedCase('boin', { target: TARGET, maximumSize: 24 }),
    simulatedCase('crm', { target: TARGET, skeleton: SKELETON, maximumSize: 18 }),
  ],
};
