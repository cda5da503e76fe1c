import type { Design } from '../../trial/design.ts';
import type { NuisanceTruth } from './nuisance-truths.ts';

/** Errors and power of designs that differ in thresholds alone. */
export interface DesignErrors {
  readonly isExact: boolean;
  /** Type I error of a claim under a truth. */
  typeIError(design: Design, claim: number, truth: NuisanceTruth): number;
  /** The same, or a bound that it does not exceed with confidence: what is held within the target. */
  bound(design: Design, claim: number, truth: NuisanceTruth): number;
  /** Power as planned. */
  power(design: Design): number;
}
