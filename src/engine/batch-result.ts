import type { CompetingRates } from '../outcomes/competing-rates.ts';
import type { ExactPlan } from '../trial/escalation/exact-plan.ts';
import type { ExactSequential } from '../trial/exact-sequential.ts';
import type { ExactComparisons } from '../trial/many-to-one/exact-comparisons.ts';
import type { ArmLookColumns } from './arm-look-columns.ts';
import type { CurveSums } from './curve-sums.ts';
import type { PlanColumns } from './escalation-columns.ts';
import type { EstimationColumns } from './estimation-columns.ts';
import type { ExactAdoption } from './exact-adoption.ts';
import type { ExactArm } from './exact-arms.ts';
import type { PatientMoments } from './patient-moments.ts';

/** One row a replicate, as columns; row r of a column with several values a row begins at r × width. */
export interface ReplicateColumns {
  readonly rows: number;
  /** Evaluable patients, by arm. */
  readonly evaluable: Uint32Array;
  /** Patients, by arm; absent where every replicate has the planned ones. */
  readonly sizes?: Uint32Array;
  /** Analysed events, by arm and endpoint of the truth. */
  readonly events: Uint32Array;
  /** Patients by arm, analysed or not, and their events by arm and endpoint; absent where all of them are analysed. */
  readonly patients?: { readonly sizes: Uint32Array; readonly events: Uint32Array };
  /** Analysed events of the experimental arm with each claim's endpoint at its margin. */
  readonly marginEvents: Uint32Array;
  /** Analysed patients and events of each claim that looks at a stratum (0 of others); absent where none does. */
  readonly stratum?: { readonly sizes: Uint32Array; readonly events: Uint32Array };
  /** Whether each claim passes. */
  readonly passes: Uint8Array;
  /** Whether each claim passes with its endpoint at the margin. */
  readonly passesAtMargin: Uint8Array;
  /** Whether the observed rates of the experimental arm meet each criterion of adoption; absent where there is none. */
  readonly adoption?: Uint8Array;
  /** What analyses of times found, by claim (NaN and 0 of those that counts decide); absent where times decide none. */
  readonly times?: TimeColumns;
  /** How each trial went; absent where the design has neither looks nor accrual. */
  readonly course?: CourseColumns;
}

/** What analyses of times found, one value a replicate and claim. */
export interface TimeColumns {
  /** Normal score of the analysis that decided; NaN where it saw no failure. */
  readonly statistic: Float64Array;
  /** On the scale of the test; NaN or ±∞ where it does not exist. */
  readonly estimate: Float64Array;
  readonly standardError: Float64Array;
  /** Failures that the analysis saw, both arms. */
  readonly failures: Uint32Array;
}

/** How trials go, one row a replicate. */
export interface CourseColumns {
  /** Position of the stage that stopped the trial, counted from 1; 0 where it ran to the end. */
  readonly stage: Uint16Array;
  /** Position of the verdict among `verdicts`, counted from 1; 0 where the trial ran to the end. */
  readonly verdict: Uint8Array;
  /** Patients enrolled by the decision. */
  readonly enrolled: Uint32Array;
  /** Days from opening to decision; 0 where accrual is not stated. */
  readonly days: Float64Array;
  /** Days from opening to each look of two arms or more, the last one included; NaN where it was not held. Absent without such looks. */
  readonly lookDays?: Float64Array;
  /** How the arms left each trial; there where looks drop some of several. */
  readonly arms?: ArmLookColumns;
}

/** Population rates, power and type I error under one truth. */
export interface ExactResult {
  readonly kind: 'exact';
  /** By arm and endpoint of the truth. */
  readonly rates: readonly (readonly number[])[];
  /** Whether the rates come from quadrature, so that what rests on them is exact. */
  readonly isExact: boolean;
  /** Absent where enumeration does not reach the design. */
  readonly success?: ExactSuccess;
  /** By claim, where looks drop some of several arms; absent where enumeration does not reach. */
  readonly armsAtLooks?: readonly ExactArm[];
  /** By arm, in the order of `competingCounts`; absent where nothing competes. */
  readonly competing?: CompetingRates;
  /** Absent where no rate would change practice, or enumeration does not reach. */
  readonly adoption?: ExactAdoption;
  /** By plan, null where enumeration does not reach; absent where the design climbs no ladder. */
  readonly escalation?: readonly (ExactPlan | null)[];
}

/** Exact probabilities of success, given the rates. */
export interface ExactSuccess {
  readonly power: number;
  readonly powerByClaim: readonly number[];
  readonly typeIErrorByClaim: readonly number[];
  /** Of comparisons with one control together; absent where there are none. */
  readonly comparisons?: Pick<ExactComparisons, 'atLeastOne' | 'all'> & { readonly familywiseError: number };
  /** What interim looks do; absent where there are none. */
  readonly course?: Pick<ExactSequential, 'stops' | 'expectedEnrolled' | 'expectedDays'>;
}

/** Replicates of world 0 under one truth. */
export interface ReplicatesResult {
  readonly kind: 'replicates';
  readonly columns: ReplicateColumns;
  /** Events of all patients, evaluable or not, by arm and endpoint. */
  readonly patientEvents: readonly (readonly number[])[];
  /** Counts of all patients by arm, in the order of `competingCounts`; empty where nothing competes. */
  readonly competing: readonly (readonly number[])[];
  /** There where the counts of a replicate are not binomial. */
  readonly moments?: PatientMoments;
  /** Curves of the first trials; there where times decide. */
  readonly curves?: CurveSums;
  /** What each trial estimates; there where the design states an aim. */
  readonly estimation?: EstimationColumns;
  /** What each plan comes to; there where the design climbs a ladder. */
  readonly escalation?: readonly PlanColumns[];
}

/** Some worlds. */
export interface WorldsResult {
  readonly kind: 'worlds';
  /** Drawn values, by world and uncertain path. */
  readonly draws: Float64Array;
  /** Rates by world, arm and endpoint. */
  readonly rates: Float64Array;
  /** How far each claim's truth is inside it, by world and claim. */
  readonly slacks: Float64Array;
  /** Power by world: exact, or the share of its replicates that succeeded. */
  readonly power: Float64Array;
  /** Whether all the worlds' powers are exact. */
  readonly isExact: boolean;
  /** Whether all the worlds' rates are exact. */
  readonly hasExactRates: boolean;
  /** The replicates, world by world, where power is simulated. */
  readonly columns?: ReplicateColumns;
}

/** Integrals over the uncertainty; each absent where it has no exact value. */
export interface AssuranceResult {
  readonly kind: 'assurance';
  readonly assurance?: number;
  readonly ceiling?: number;
  readonly successAndTrue?: number;
}

/** Patients to look at. */
export interface PatientsResult {
  readonly kind: 'patients';
  /** α/β in Gy of the patients, where the cohort has it. */
  readonly alphaBetaGy?: Float64Array;
  /** Probability of control of the same patients, by arm, where the truth models it. */
  readonly controlProbability?: readonly Float64Array[];
}

export type BatchResult = ExactResult | ReplicatesResult | WorldsResult | AssuranceResult | PatientsResult;
