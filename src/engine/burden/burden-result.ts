import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import type { ArmBurden } from '../../trial/burden/arm-burden.ts';
import type { Quadrant } from '../../trial/burden/cost-effectiveness.ts';

/** What an arm asks of its patients, on average over them. */
export interface ArmBurdenResult extends Omit<ArmBurden, 'travelKm'> {
  readonly name: string;
  /** Km there and back, of all visits; with the 10th and 90th percentile over patients where the distance is a law. */
  readonly travelKm: {
    readonly mean: number;
    readonly percentile10?: number;
    readonly percentile90?: number;
  };
  /** Rate of the bad event that is to be averted. */
  readonly badEventRate: number;
}

/** A value by willingness to pay for one bad event averted. */
export interface ByWillingness<Value> {
  readonly willingnessToPay: number;
  readonly value: Value;
}

/** A test arm less the control, on average over patients, under one truth. */
export interface BurdenComparison extends ArmBurden {
  /** The test arm. */
  readonly arm: string;
  /** Bad events averted in 100 patients. */
  readonly avertedPer100: number;
  readonly quadrant: Quadrant;
  /** Cost a bad event averted, or saved with each further one where cheaper with more; null where one arm dominates. */
  readonly costPerEvent: number | null;
  readonly netBenefit: readonly ByWillingness<number>[];
}

/** The burden in world 0 under one truth. */
export interface TruthBurden {
  readonly name: string;
  /** Whether rates and courses come from quadrature or enumeration. */
  readonly isExact: boolean;
  readonly arms: readonly ArmBurdenResult[];
  readonly comparisons: readonly BurdenComparison[];
}

/** A test arm against the control over the drawn worlds; MCSE by worlds. */
export interface WorldsComparison {
  readonly arm: string;
  /** Mean difference in cost. */
  readonly cost: Estimate;
  readonly avertedPer100: Estimate;
  /** Share of worlds in each quadrant. */
  readonly quadrants: Readonly<Record<Quadrant, Estimate>>;
  readonly quadrantOfMeans: Quadrant;
  /** Ratio of the means, its MCSE by the delta method; null where the means dominate. */
  readonly costPerEvent: Estimate | null;
  /** Mean net benefit, and the share of worlds in which it is above 0. */
  readonly netBenefit: readonly ByWillingness<{ readonly mean: Estimate; readonly positive: Estimate }>[];
  /** Share of worlds in which the test arm is worth it, along evenly spaced values up to the largest willingness stated. */
  readonly acceptability: readonly ByWillingness<number>[];
  /** The first worlds: difference in cost, and bad events averted in 100 patients. */
  readonly first: { readonly cost: readonly number[]; readonly avertedPer100: readonly number[] };
}

/** What the arms ask of patients, machines and payers. */
export interface BurdenResult {
  readonly currency: string;
  /** Its bad events are to be averted. */
  readonly endpoint: EndpointName;
  /** Years at which its rates hold; absent where they are those of the long run, or of the endpoint's days. */
  readonly atYears?: number;
  readonly truths: readonly TruthBurden[];
  /** Null where no world is drawn. */
  readonly worlds: { readonly isExact: boolean; readonly comparisons: readonly WorldsComparison[] } | null;
}

/** What a result holds besides where its scenario states a burden. */
export interface WithBurden {
  readonly burden?: BurdenResult;
}
