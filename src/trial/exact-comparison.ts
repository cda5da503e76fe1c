import { binomialProbabilities } from '../numeric/binomial-probabilities.ts';
import type { ArmCells } from './arm-cells.ts';
import { isTimeClaim } from './claims/definition.ts';
import type { Design } from './design.ts';
import { likelyCounts, rejectionProbability, rejectionRegion } from './rejection-region.ts';
import type { TwoArmCounts, TwoArmTest } from './tests/definition.ts';

/** One comparison of two arms by counts, ready for any sizes. */
interface Comparison {
  readonly test: TwoArmTest;
  readonly rejects: (counts: TwoArmCounts) => boolean;
  readonly eventIsGood: boolean;
}

/** Evaluable counts rarer than this times the commonest are left out: less than 1e-9 in all. */
const EVALUABLE_CUT = 1e-10;

/** The comparison that is all of a design; undefined where the design is anything else. */
function onlyComparison({ claims, rules, sequential, randomisation }: Design): Comparison | undefined {
  const [claim] = claims;
  if (claims.length !== 1 || rules.length > 0 || sequential || randomisation) return undefined;
  if (isTimeClaim(claim) || claim.stratum || claim.passesByStratum || !claim.comparison) return undefined;
  const { eventIsGood } = claim.endpoint;
  const rejects = ({
    controlSuccesses,
    controlSize,
    experimentalSuccesses,
    experimentalSize,
  }: TwoArmCounts) =>
    eventIsGood
      ? claim.passes(controlSuccesses, controlSize, experimentalSuccesses, experimentalSize)
      : claim.passes(
          controlSize - controlSuccesses,
          controlSize,
          experimentalSize - experimentalSuccesses,
          experimentalSize,
        );
  return { test: claim.comparison.test, rejects, eventIsGood };
}

/**
 * Exact power of a design that is one comparison of two arms by counts, walking along the border of the test's rejection
 * region: what enumeration of every pair of counts gives, sooner. Undefined where the design is anything else, or its test
 * takes long to prepare for each pair of sizes.
 *
 * @param arms control and experimental, their sizes among them
 */
export function exactComparisonPower(design: Design, arms: readonly ArmCells[]): number | undefined {
  const comparison = onlyComparison(design);
  if (!comparison || arms.length !== 2 || arms.some(({ share }) => share !== undefined)) return undefined;
  const { unevaluable, countsUnevaluableAsFailures } = design;
  const evaluable = 1 - unevaluable;
  const isMixed = unevaluable > 0 && !countsUnevaluableAsFailures;
  if (isMixed && comparison.test.secondsPerSizes !== undefined) return undefined;
  const factor = isMixed ? 1 : evaluable;
  const [control, experimental] = arms.map(
    ({ rates: [rate] }) => factor * (comparison.eventIsGood ? rate : 1 - rate),
  );
  const powerOf = (controlSize: number, experimentalSize: number): number =>
    powerAtCounts(comparison, controlSize, experimentalSize, control, experimental);
  if (!isMixed) return powerOf(arms[0].size, arms[1].size);
  const [ofControl, ofExperimental] = arms.map(({ size }) =>
    binomialProbabilities(size, evaluable, EVALUABLE_CUT),
  );
  let power = 0;
  ofControl.probabilities.forEach((p, i) => {
    ofExperimental.probabilities.forEach((q, j) => {
      power += p * q * powerOf(ofControl.first + i, ofExperimental.first + j);
    });
  });
  return power;
}

/** Power with so many patients analysed; none without a patient in each arm. */
function powerAtCounts(
  { test, rejects }: Comparison,
  controlSize: number,
  experimentalSize: number,
  controlRate: number,
  experimentalRate: number,
): number {
  if (controlSize === 0 || experimentalSize === 0) return 0;
  const window = likelyCounts(controlSize, experimentalSize, controlRate, experimentalRate);
  const region = rejectionRegion(rejects, test.isMonotone, controlSize, experimentalSize, window);
  return Math.min(1, rejectionProbability(region, controlRate, experimentalRate));
}
