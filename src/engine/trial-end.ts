import type { EventCounts } from '../trial/claims/definition.ts';
import type { TwoArmVerdict } from '../trial/exact-two-arm-sequential.ts';
import type { TimeData } from '../trial/time-data.ts';
import type { TimeFinding } from '../trial/time-tests/definition.ts';
import type { SeenPatient } from './observe-patients.ts';
import type { LookBounds } from './sequential-bounds.ts';

/** A look that a two-arm trial held. */
export interface HeldTwoArmLook {
  /** Position among the looks. */
  readonly look: number;
  /** Days from opening; 0 where accrual is not stated. */
  readonly day: number;
  /** Patients enrolled by then. */
  readonly enrolled: number;
  /** Patients looked at, in the order in which they come; or failures seen. */
  readonly information: number;
  /** What it found, where times decide. */
  readonly finding?: TimeFinding;
  /** What it counted, as the analysis does, where counts decide. */
  readonly counts?: EventCounts;
  /** Bounds on the normal score here; at the last one, the score at which the claim passes. */
  readonly bounds: LookBounds;
  /** Undefined where the trial goes on, or ends without showing its claim. */
  readonly verdict: TwoArmVerdict | undefined;
}

/** How a two-arm trial ended, as far as one claim goes. */
export interface TrialEnd {
  /** Position of the interim look that stopped it; undefined where it ran to its last one. */
  readonly stoppedAt?: number;
  readonly verdict?: TwoArmVerdict;
  readonly passes: boolean;
  /** Days from opening to the decision; 0 where accrual is not stated. */
  readonly day: number;
  readonly enrolled: number;
  /** Days from opening to the looks held, the one that decided last, by position; holes where one was passed over. */
  readonly lookDays: readonly number[];
  /** Patients of each arm that were looked at, where counts decide. */
  readonly sizes?: readonly number[];
  /** What the analysis that decided found, where times decide. */
  readonly finding?: TimeFinding;
}

/** What is told of the looks of a trial. */
export type OnLook = (look: HeldTwoArmLook) => void;

/** Decides one claim of the replicate simulated last. */
export interface ClaimCourse {
  /** As drawn; or, once that was asked for, with the claim's endpoint at its margin in the experimental arm. */
  end(atMargin: boolean, onLook?: OnLook): TrialEnd;
  /** What the last analysis would see, stopped before or not, of the trial whose end was asked for last; where times decide. */
  lastData?(): TimeData;
  /** The patients that an analysis on a day would look at, of the same trial; where times decide. */
  seenOn?(day: number): SeenPatient[];
}
