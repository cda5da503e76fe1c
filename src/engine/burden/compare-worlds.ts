import { type Estimate, estimateProportion } from '../../numeric/monte-carlo.ts';
import {
  effectivenessRatio,
  type Increment,
  netBenefit,
  type Quadrant,
  quadrantOf,
  quadrants,
} from '../../trial/burden/cost-effectiveness.ts';
import type { ByWillingness, WorldsComparison } from './burden-result.ts';

/** Steps of the acceptability curve. */
const STEPS = 50;
/** Worlds that the result lists one by one. */
const LISTED = 300;

/** Mean of a number over worlds, with MCSE s/√n. */
function meanOver(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { estimate: mean, mcse: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}

/** The ratio of the mean cost to the mean of bad events averted. @param of the means */
function ratioOfMeans(worlds: readonly Increment[], of: Increment): Estimate | null {
  const ratio = effectivenessRatio(of);
  if (ratio === undefined) return null;
  // R = C̄/Ē; Var R ≈ Var(C − R·E)/(n·Ē²)
  const { mcse } = meanOver(worlds.map(({ cost, averted }) => cost - ratio * averted));
  return { estimate: ratio, mcse: mcse / Math.abs(of.averted) };
}

const countWorth = (worlds: readonly Increment[], willingnessToPay: number): number =>
  worlds.filter((world) => netBenefit(world, willingnessToPay) > 0).length;

/** The acceptability curve; of one point where no bad event may cost anything. */
function acceptabilityOf(worlds: readonly Increment[], most: number): ByWillingness<number>[] {
  return Array.from({ length: most > 0 ? STEPS + 1 : 1 }, (_, i) => {
    const willingnessToPay = (most * i) / STEPS;
    return { willingnessToPay, value: countWorth(worlds, willingnessToPay) / worlds.length };
  });
}

/**
 * A test arm against the control over the drawn worlds.
 *
 * @param worlds the increment in each, in their order
 * @param willingness values to pay for one bad event averted, rising
 */
export function compareWorlds(
  arm: string,
  worlds: readonly Increment[],
  willingness: readonly number[],
): WorldsComparison {
  const found = worlds.map(quadrantOf);
  const cost = meanOver(worlds.map((world) => world.cost));
  const averted = meanOver(worlds.map((world) => world.averted));
  const means = { cost: cost.estimate, averted: averted.estimate };
  return {
    arm,
    cost,
    avertedPer100: { estimate: 100 * averted.estimate, mcse: 100 * averted.mcse },
    quadrants: Object.fromEntries(
      quadrants.map((name) => [
        name,
        estimateProportion(found.filter((own) => own === name).length, worlds.length),
      ]),
    ) as Record<Quadrant, Estimate>,
    quadrantOfMeans: quadrantOf(means),
    costPerEvent: ratioOfMeans(worlds, means),
    netBenefit: willingness.map((willingnessToPay) => ({
      willingnessToPay,
      value: {
        mean: meanOver(worlds.map((world) => netBenefit(world, willingnessToPay))),
        positive: estimateProportion(countWorth(worlds, willingnessToPay), worlds.length),
      },
    })),
    acceptability: acceptabilityOf(worlds, willingness[willingness.length - 1]),
    first: {
      cost: worlds.slice(0, LISTED).map((world) => world.cost),
      avertedPer100: worlds.slice(0, LISTED).map((world) => 100 * world.averted),
    },
  };
}
