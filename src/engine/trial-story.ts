import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { Verdict } from '../trial/rules/definition.ts';
import type { TestName } from '../trial/tests/index.ts';
import type { TimeTestName } from '../trial/time-tests/index.ts';

/** Which simulated trial of a scenario. */
export interface ReplicateAddress {
  /** Name of the truth; worlds above 0 are draws about `asPlanned`. */
  readonly truth: string;
  readonly world: number;
  readonly replicate: number;
}

/** Counts from `from` to `to`, both included. */
export interface CountRange {
  readonly from: number;
  readonly to: number;
}

/** An arm as planned. */
export interface StoryArm {
  readonly name: string;
  /** Patients planned. */
  readonly size: number;
  /** As clinicians write it; null where none is stated. */
  readonly schedule: string | null;
}

/** An endpoint of the truth. */
export interface StoryEndpoint {
  readonly name: EndpointName;
  /** The design's time for it: years, or days; null where neither a claim nor a rule reads it. */
  readonly time: number | null;
}

/** What became of one endpoint of one patient. */
export interface StoryOutcome {
  readonly event: boolean;
  /** Whether the analysis counts an event; null where it leaves the patient out. */
  readonly analysed: boolean | null;
  /** Day, from opening, on which it is known; null without accrual, or where the design does not read it. */
  readonly knownDay: number | null;
}

/** A patient enrolled by the decision. */
export interface StoryPatient {
  /** In the order of enrolment, from 1. */
  readonly number: number;
  readonly arm: string;
  /** Day of enrolment from opening; null without accrual. */
  readonly enrolledDay: number | null;
  readonly evaluable: boolean;
  readonly outcomes: Readonly<Partial<Record<EndpointName, StoryOutcome>>>;
}

/** A look that was held. */
export interface StoryLook {
  /** Among all looks of the design, from 1. */
  readonly number: number;
  readonly endpoint: EndpointName;
  /** In words: what stops the trial. */
  readonly rule: string;
  /** Patients that the look counts. */
  readonly patients: number;
  /** Events among them, as the analysis counts them. */
  readonly events: number;
  /** The counts of events at which the trial stops here. */
  readonly stopsAt: readonly (CountRange & { readonly verdict: Verdict })[];
  /** Day, from opening, on which the last of these outcomes is known; null without accrual. */
  readonly day: number | null;
  /** Patients enrolled by then. */
  readonly enrolled: number;
  /** null where the trial goes on. */
  readonly verdict: Verdict | null;
}

/** Events of the analysed patients of an arm. */
export interface StoryCounts {
  readonly events: number;
  readonly size: number;
}

/** A claim at the decision. */
export interface StoryClaim {
  readonly endpoint: EndpointName;
  readonly sentence: string;
  /** null where the sentence says how it is decided. */
  readonly test: TestName | TimeTestName | null;
  /** null in a single arm. */
  readonly control: StoryCounts | null;
  readonly experimental: StoryCounts;
  /** Difference of rates (experimental − control), or the rate of a single arm; null without patients. */
  readonly estimate: number | null;
  /** Events of the experimental arm with which the claim passes, all else as it is; null where a look, or a test by stratum, decides. */
  readonly passingEvents: readonly CountRange[] | null;
  readonly outcome: 'passes' | 'fails' | 'notTested';
}

/** How the trial ended. */
export interface StoryDecision {
  readonly success: boolean;
  /** The number of the look that stopped the trial, and its verdict; null where it ran to its final analysis. */
  readonly stop: { readonly look: number; readonly verdict: Verdict } | null;
  /** Patients enrolled by then. */
  readonly enrolled: number;
  /** Days from opening; null without accrual. */
  readonly day: number | null;
}

/** One simulated trial from opening to decision, in plain data. */
export interface TrialStory extends ReplicateAddress {
  readonly title: string;
  readonly seed: string;
  /** What the world drew, by path; nothing in world 0. */
  readonly values: Readonly<Record<string, number>>;
  readonly arms: readonly StoryArm[];
  readonly endpoints: readonly StoryEndpoint[];
  readonly accrualPerMonth: number | null;
  readonly patients: readonly StoryPatient[];
  readonly looks: readonly StoryLook[];
  /** Sizes of planned looks that too few evaluable patients left out. */
  readonly looksNotReached: readonly number[];
  readonly claims: readonly StoryClaim[];
  readonly decision: StoryDecision;
}
