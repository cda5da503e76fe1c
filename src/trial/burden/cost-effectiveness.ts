/** Where a test arm lies beside its control, in the plane of bad events averted and cost. */
export const quadrants = ['dominant', 'costlierWithFewer', 'cheaperWithMore', 'dominated', 'equal'] as const;
export type Quadrant = (typeof quadrants)[number];

/** A test arm against its control: means a patient. */
export interface Increment {
  /** Cost of the test arm less that of the control. */
  readonly cost: number;
  /** Rate of the bad event in the control less that in the test arm. */
  readonly averted: number;
}

/** Differences of rates below this are rounding. */
const ROUNDING_OF_RATES = 1e-12;
/** Share of the costs below which their difference is rounding. */
const ROUNDING_OF_COSTS = 1e-12;

/** The increment of a test arm, rounding taken for no difference. */
export function increment(
  test: { readonly cost: number; readonly rate: number },
  control: { readonly cost: number; readonly rate: number },
): Increment {
  const cost = test.cost - control.cost;
  const averted = control.rate - test.rate;
  return {
    cost: Math.abs(cost) <= ROUNDING_OF_COSTS * Math.max(test.cost, control.cost) ? 0 : cost,
    averted: Math.abs(averted) <= ROUNDING_OF_RATES ? 0 : averted,
  };
}

/**
 * The quadrant of an increment: dominant is cheaper with no more bad events, or as dear with fewer; dominated is dearer with no fewer,
 * or as dear with more.
 */
export function quadrantOf({ cost, averted }: Increment): Quadrant {
  if (cost === 0 && averted === 0) return 'equal';
  if (cost <= 0 && averted >= 0) return 'dominant';
  if (cost >= 0 && averted <= 0) return 'dominated';
  return cost > 0 ? 'costlierWithFewer' : 'cheaperWithMore';
}

/**
 * The incremental cost-effectiveness ratio: cost a bad event averted, or where a test arm is cheaper with more of them, what
 * is saved with each further one; undefined where one arm dominates, since the sign of a ratio does not tell which.
 *
 * @see Briggs, Claxton & Sculpher 2006, Decision Modelling for Health Economic Evaluation, ch. 5
 */
export function effectivenessRatio(of: Increment): number | undefined {
  const quadrant = quadrantOf(of);
  return quadrant === 'costlierWithFewer' || quadrant === 'cheaperWithMore'
    ? of.cost / of.averted
    : undefined;
}

/** Incremental net benefit in money: what the bad events averted are worth, less what they cost. */
export const netBenefit = ({ cost, averted }: Increment, willingnessToPay: number): number =>
  willingnessToPay * averted - cost;
