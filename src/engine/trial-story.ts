import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { TwoArmVerdict } from '../trial/exact-two-arm-sequential.ts';
import type { Verdict } from '../trial/rules/definition.ts';
import type { TestName } from '../trial/tests/index.ts';
import type { TimeScale } from '../trial/time-tests/definition.ts';
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

/** How patients come. */
export interface StoryAccrual {
  /** At full pace. */
  readonly perMonth: number;
  readonly pattern: 'poisson' | 'even' | 'uniform';
  /** Months over which the pace rises; null where it does not so. */
  readonly rampMonths: number | null;
  /** Centres that open a month, and centres in the end; null where they make no difference to the pace. */
  readonly centresOpenPerMonth: number | null;
  readonly centres: number | null;
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
  /** Whether the analysis counts an event; null where it leaves the patient out, or times decide. */
  readonly analysed: boolean | null;
  /** Day, from opening, on which it is known; null without accrual, where the design does not read it, or where times decide. */
  readonly knownDay: number | null;
}

/** What ended the observation of a patient of whom times are analysed. */
export type ObservationEnd = 'failure' | 'metastasis' | 'death' | 'lost' | 'followUp' | 'analysis';

/** A patient as the analysis of times that decided looks at one. */
export interface StoryObservation {
  /** From surgery. */
  readonly years: number;
  /** From opening. */
  readonly day: number;
  /** The endpoint’s failure, another event, loss, all the follow-up that a patient has, or the analysis. */
  readonly end: ObservationEnd;
  /** What it is to the claim; a competing event too is a censoring to tests that do not tell it from one. */
  readonly counts: 'failure' | 'competing' | 'censored';
}

/** A patient enrolled by the decision. */
export interface StoryPatient {
  /** In the order of enrolment, from 1. */
  readonly number: number;
  readonly arm: string;
  /** Day of enrolment from opening; null without accrual. */
  readonly enrolledDay: number | null;
  readonly evaluable: boolean;
  /** null where no claim is on times, or its analysis does not look at the patient. */
  readonly observation: StoryObservation | null;
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

/** Events of the analysed patients of an arm; of claims on times, failures seen of patients under observation. */
export interface StoryCounts {
  readonly events: number;
  readonly size: number;
}

/** Who is observed in an arm of a claim on times. */
export interface StoryObserved extends StoryCounts {
  /** Patients whose time ends with an event that is no failure to the claim. */
  readonly competing: number;
  /** Patients lost to follow-up before anything else. */
  readonly lost: number;
}

/** An analysis of a claim of two arms: a look, or the last one. */
export interface StoryAnalysis {
  /** Position among the planned ones, from 1. */
  readonly number: number;
  readonly isLast: boolean;
  /** Days from opening; null without accrual. */
  readonly day: number | null;
  /** Patients enrolled by then. */
  readonly enrolled: number;
  readonly control: StoryCounts | StoryObserved;
  readonly experimental: StoryCounts | StoryObserved;
  /** Normal score against the margin; null where the data say nothing, or the test has none. */
  readonly statistic: number | null;
  /** Scores at or above which the claim is shown, and below which it is given up; null where neither can be. */
  readonly efficacyBound: number | null;
  readonly futilityBound: number | null;
  /** Experimental against control: a ratio of hazards, a difference of rates, years. null where it does not exist. */
  readonly estimate: number | null;
  /** Of twice the claim’s one-sided level outside, looks left out of account; null where it does not exist. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Median-unbiased, with the earlier looks taken into account; there where times decide after one, at the end of the trial. */
  readonly adjusted?: { readonly estimate: number; readonly low: number; readonly high: number };
  /** null where the trial goes on, or ends without showing the claim. */
  readonly verdict: TwoArmVerdict | null;
}

/** What an estimate is: of counts a difference of rates, or a single rate; of times that of their test. */
export type StoryScale = TimeScale | 'rates';

/** A claim at the decision. */
export interface StoryClaim {
  readonly endpoint: EndpointName;
  /** Name of its experimental arm; absent where one arm is compared. */
  readonly arm?: string;
  readonly sentence: string;
  /** null where the sentence says how it is decided. */
  readonly test: TestName | TimeTestName | null;
  /** null in a single arm. */
  readonly control: StoryCounts | null;
  readonly experimental: StoryCounts;
  readonly scale: StoryScale;
  /** Of a claim on times, on that scale. */
  readonly margin: number | null;
  /**
   * Difference of rates (experimental − control), or the rate of a single arm; null without patients. Of times, that of the
   * analysis that decided.
   */
  readonly estimate: number | null;
  /** Share of trials that intervals of the analyses cover. */
  readonly coverage: number | null;
  /** Looks held and the last analysis; none where the counts of all patients decide. */
  readonly analyses: readonly StoryAnalysis[];
  /** Events of the experimental arm with which the claim passes, all else as it is; null where a look, a test by stratum, or times decide. */
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
  /** null where it is not stated. */
  readonly accrual: StoryAccrual | null;
  readonly patients: readonly StoryPatient[];
  readonly looks: readonly StoryLook[];
  /** Patients, or failures, of planned looks that were passed over: too few could be evaluated, or the last analysis came before. */
  readonly looksNotReached: readonly number[];
  readonly claims: readonly StoryClaim[];
  readonly decision: StoryDecision;
}
