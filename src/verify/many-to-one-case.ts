import { createBatchRunner } from '../engine/run-batch.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { CaseDefinition } from './case-definition.ts';

/** P(one of two scores ≥ z_0.95). */
const UNADJUSTED = 0.087811;
const TRIALS = 4000;
/** Between a simulated share and what it estimates. */
const ERRORS_APART = 4;
/** Between a simulated share and the exact one of the same trials. */
const ERRORS_FROM_EXACT = 3.5;
const AGREE = `within ${ERRORS_FROM_EXACT} standard errors`;
const SIZE = 2000;
/** Counts are whole: the level of each of two comparisons is off by at most one step of a difference, 2·φ(z_0.95)/√(n/2). */
const OF_COUNTS = (2 * 0.103136) / Math.sqrt(SIZE / 2);

/** So many an arm, two arms against one control, every rate 50 %; one-sided 5 %. */
const scenarioWith = (multiplicity: string): string =>
  JSON.stringify({
    isoeffect: 1,
    title: `two arms against one control: ${multiplicity}`,
    seed: 'verify',
    arms: { control: {}, first: {}, second: {} },
    truth: { localControl: { model: 'statedRates', control: 0.5, first: 0.5, second: 0.5 } },
    design: {
      perArm: SIZE,
      comparisons: { multiplicity, requires: 'any' },
      superiority: { endpoint: 'localControl', atYears: 2, twoSidedAlpha: 0.1, test: 'farringtonManning' },
    },
  });

/** The familywise error of trials: enumerated, and the share of simulated ones. */
function familywiseErrors(multiplicity: string): { exact: number; simulated: number } {
  const runBatch = createBatchRunner(readScenario(scenarioWith(multiplicity), 'verify').scenario);
  const enumerated = runBatch({ kind: 'exact', truth: 0 });
  const drawn = runBatch({ kind: 'replicates', truth: 0, from: 0, to: TRIALS });
  if (enumerated.kind !== 'exact' || drawn.kind !== 'replicates')
    throw new Error(`${multiplicity} gave no errors`);
  const { passesAtMargin } = drawn.columns;
  let errors = 0;
  for (let row = 0; row < TRIALS; row++)
    if (passesAtMargin[2 * row] + passesAtMargin[2 * row + 1] > 0) errors++;
  return { exact: enumerated.success!.comparisons!.familywiseError, simulated: errors / TRIALS };
}

const standardError = (share: number): number => Math.sqrt((share * (1 - share)) / TRIALS);

/** How often some arm is shown that is no better, where two share a control: unadjusted, and at Dunnett's level. */
export function manyToOneCase(): CaseDefinition {
  const expected = { unadjusted: UNADJUSTED, dunnett: 0.05 };
  return {
    id: 'simulated-shared-control',
    title: `two arms of ${SIZE} against one control, one-sided 5 %: familywise error, exact and of ${TRIALS} simulated trials, without adjustment and by Dunnett`,
    source:
      'bivariate normal scores with a correlation of 1/2, integrated in Python; Dunnett 1955, J Am Stat Assoc 50:1096',
    expected: {
      unadjusted: expected.unadjusted,
      unadjustedExact: expected.unadjusted,
      dunnett: expected.dunnett,
      dunnettExact: expected.dunnett,
      simulatedBesideExact: AGREE,
    },
    tolerance: {
      unadjusted: ERRORS_APART * standardError(expected.unadjusted) + OF_COUNTS,
      unadjustedExact: OF_COUNTS,
      dunnett: ERRORS_APART * standardError(expected.dunnett) + OF_COUNTS,
      dunnettExact: OF_COUNTS,
    },
    compute: () => {
      const [unadjusted, dunnett] = ['none', 'dunnett'].map(familywiseErrors);
      const apart = [unadjusted, dunnett].map(
        ({ exact, simulated }) => Math.abs(simulated - exact) / standardError(exact),
      );
      return {
        unadjusted: unadjusted.simulated,
        unadjustedExact: unadjusted.exact,
        dunnett: dunnett.simulated,
        dunnettExact: dunnett.exact,
        simulatedBesideExact: apart.every((errors) => errors <= ERRORS_FROM_EXACT) ? AGREE : 'apart',
      };
    },
  };
}
