import { createBatchRunner } from '../engine/run-batch.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { CaseDefinition } from './case-definition.ts';

/** Three arms at one control, all rates equal; normal scores, integrated over the control's two increments and an arm's first. */
const EXPECTED = {
  familywise: 0.09553503,
  errorOfEach: 0.03906997,
  dropped: 0.59870633,
  shownEarly: 0.02275013,
};
type Figure = keyof typeof EXPECTED;

const ARMS = 3;
const SIZE = 600;
const TRIALS = 5000;
/** Between a simulated share and what it estimates. */
const ERRORS_APART = 4;
/** Between a simulated share and the exact one of the same trials. */
const ERRORS_FROM_EXACT = 3.5;
const AGREE = `within ${ERRORS_FROM_EXACT} standard errors`;
/** Bounds and φ at them: at the look to drop and to show, and at the end. */
const BOUNDS = { drop: 0.25, show: 2 };
const DENSITY: Readonly<Record<Figure, number>> = {
  dropped: 0.386668,
  shownEarly: 0.053991,
  // Off at the look and at the end, where steps are smaller
  errorOfEach: 0.053991 + 0.058445,
  familywise: ARMS * (0.053991 + 0.058445),
};
/** Counts are whole: a share is off by at most the density of the score times half of its steps, 1/√(n/2) at the look. */
const ofCounts = (figure: Figure): number => DENSITY[figure] / Math.sqrt(SIZE / 4) / 2;

const scenario = (): string =>
  JSON.stringify({
    isoeffect: 1,
    title: 'three arms at one control, dropped at a look',
    seed: 'verify',
    arms: { control: {}, first: {}, second: {}, third: {} },
    truth: { localControl: { model: 'statedRates', control: 0.5, first: 0.5, second: 0.5, third: 0.5 } },
    design: {
      perArm: SIZE,
      comparisons: {
        multiplicity: 'none',
        requires: 'any',
        looks: [{ informationFraction: 0.5, futilityScore: BOUNDS.drop, efficacyScore: BOUNDS.show }],
      },
      superiority: { endpoint: 'localControl', atYears: 2, twoSidedAlpha: 0.05, test: 'farringtonManning' },
    },
  });

/** The figures of simulated trials, and those of each arm as enumerated. */
function figures(): {
  simulated: Record<Figure, number>;
  exact: Record<Exclude<Figure, 'familywise'>, number>;
} {
  const runBatch = createBatchRunner(readScenario(scenario(), 'verify').scenario);
  const enumerated = runBatch({ kind: 'exact', truth: 0 });
  const drawn = runBatch({ kind: 'replicates', truth: 0, from: 0, to: TRIALS });
  if (enumerated.kind !== 'exact' || drawn.kind !== 'replicates') throw new Error('no figures of arms');
  const { passesAtMargin, course } = drawn.columns;
  const { leftAt } = course!.arms!;
  const counts = { familywise: 0, errorOfEach: 0, dropped: 0, shownEarly: 0 };
  for (let row = 0; row < TRIALS; row++) {
    const passes = passesAtMargin.subarray(row * ARMS, (row + 1) * ARMS).reduce((sum, one) => sum + one, 0);
    counts.errorOfEach += passesAtMargin[row * ARMS];
    if (passes > 0) counts.familywise++;
    if (leftAt[row * ARMS] === 1) counts[drawn.columns.passes[row * ARMS] === 1 ? 'shownEarly' : 'dropped']++;
  }
  const { typeIError, dropped, shown } = enumerated.armsAtLooks![0];
  return {
    simulated: {
      familywise: counts.familywise / TRIALS,
      errorOfEach: counts.errorOfEach / TRIALS,
      dropped: counts.dropped / TRIALS,
      shownEarly: counts.shownEarly / TRIALS,
    },
    exact: { errorOfEach: typeIError, dropped: dropped[0], shownEarly: shown[0] },
  };
}

const standardError = (share: number): number => Math.sqrt((share * (1 - share)) / TRIALS);

/** How often arms that are no better are dropped and shown at a look, and how often some arm is shown in all. */
export function droppedArmsCase(): CaseDefinition {
  const simulated = (figure: Figure): number =>
    ERRORS_APART * standardError(EXPECTED[figure]) + ofCounts(figure);
  return {
    id: 'simulated-dropped-arms',
    title: `three arms of ${SIZE} at one control, a look at half of them (dropped below ${BOUNDS.drop}, shown from ${BOUNDS.show}), one-sided 2.5 % at the end: of one arm exact and of ${TRIALS} simulated trials, familywise error of these`,
    source:
      'normal scores that share a control, integrated in Python with Gauss–Hermite and Gauss–Legendre nodes; one arm by SciPy’s bivariate normal too. Royston, Parmar & Qian 2003, Stat Med 22:2239',
    expected: {
      familywise: EXPECTED.familywise,
      errorOfEach: EXPECTED.errorOfEach,
      errorOfEachExact: EXPECTED.errorOfEach,
      dropped: EXPECTED.dropped,
      droppedExact: EXPECTED.dropped,
      shownEarly: EXPECTED.shownEarly,
      shownEarlyExact: EXPECTED.shownEarly,
      simulatedBesideExact: AGREE,
    },
    tolerance: {
      familywise: simulated('familywise'),
      errorOfEach: simulated('errorOfEach'),
      errorOfEachExact: ofCounts('errorOfEach'),
      dropped: simulated('dropped'),
      droppedExact: ofCounts('dropped'),
      shownEarly: simulated('shownEarly'),
      shownEarlyExact: ofCounts('shownEarly'),
    },
    compute: () => {
      const { simulated: found, exact } = figures();
      const apart = (Object.keys(exact) as (keyof typeof exact)[]).map(
        (figure) => Math.abs(found[figure] - exact[figure]) / standardError(exact[figure]),
      );
      return {
        ...found,
        errorOfEachExact: exact.errorOfEach,
        droppedExact: exact.dropped,
        shownEarlyExact: exact.shownEarly,
        simulatedBesideExact: apart.every((errors) => errors <= ERRORS_FROM_EXACT) ? AGREE : 'apart',
      };
    },
  };
}
