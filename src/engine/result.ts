import type { Estimate } from '../numeric/monte-carlo.ts';
import type { CompetingCount } from '../outcomes/competing-rates.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { Stratum } from '../outcomes/within-stratum.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import type { PosteriorFinding } from '../trial/posterior-finding.ts';
import type { Verdict } from '../trial/rules/definition.ts';
import type { TestName } from '../trial/tests/index.ts';
import type { TimeScale } from '../trial/time-tests/definition.ts';
import type { TimeTestName } from '../trial/time-tests/index.ts';
import type { AdoptionResult } from './adoption-result.ts';
import type { WithBurden } from './burden/burden-result.ts';
import type { ComparisonsResult } from './comparisons-result.ts';
import type { TimesApproximation } from './times-approximation.ts';

/** An arm as planned. */
export interface ArmSummary {
  readonly name: string;
  /** Patients. */
  readonly n: number;
  /** As clinicians write it, several with their shares; null where none is stated. */
  readonly schedule: string | null;
  /** EQD2 in Gy at the median α/β of local control in world 0, of several schedules the weighted mean; null where there is none. */
  readonly eqd2Gy: number | null;
  /** BED in Gy at the same α/β. */
  readonly bedGy: number | null;
}

/** How often a claim, or the whole design, succeeds. */
export interface Success {
  readonly power: Estimate;
  readonly typeIError: Estimate;
}

/** One interim look. */
export interface LookSummary {
  /** Position of its rule in the design. */
  readonly rule: number;
  /** Evaluable patients with a known outcome; absent where the look waits for failures. */
  readonly patients?: number;
  /** Failures that the look waits for. */
  readonly events?: number;
  /** The trial stops here. */
  readonly stop: Estimate;
  /** The same by what it stops for; of looks of two arms. */
  readonly byVerdict?: Readonly<Record<Verdict, Estimate>>;
  /** Months from opening to the look, where it is held; of looks of two arms. */
  readonly months?: Estimate;
}

/** How trials go. */
export interface Course {
  /** Patients enrolled by the decision. */
  readonly expectedSampleSize: Estimate;
  /** Months from opening to decision; where accrual is stated. */
  readonly expectedMonths?: Estimate;
  /** What interim rules do; where there are any. */
  readonly stopping?: {
    /** The trial is stopped at some look. */
    readonly probability: Estimate;
    readonly byVerdict: Readonly<Record<Verdict, Estimate>>;
    readonly looks: readonly LookSummary[];
  };
}

/** What a design does under one truth, in world 0. */
export interface OperatingCharacteristics extends Success, Course {
  readonly byEndpoint: Readonly<Partial<Record<EndpointName, Success>>>;
  /** Of the arms compared with one control; absent where one arm is compared. */
  readonly comparisons?: ComparisonsResult;
  /** Absent where the design asks for no rate that would change practice. */
  readonly adoption?: AdoptionResult;
}

/** Trials that ended in one way. */
export interface EstimateAtEnd {
  /** Their share of all trials. */
  readonly share: Estimate;
  /** Mean of their estimates; null where none exists. */
  readonly mean: Estimate | null;
}

/** What analyses of times find under one truth. */
export interface TimesResult {
  readonly endpoint: EndpointName;
  readonly scale: TimeScale;
  /** Failures at the analysis that decided, both arms. */
  readonly failures: Estimate;
  /** Share of trials whose deciding analysis saw too few failures to say anything: their claim is not shown. */
  readonly withoutFailure: Estimate;
  /** Share of trials that ended on the last day that follow-up allows, short of the failures that it waits for; where it waits. */
  readonly cutShort?: Estimate;
  /** Probability of no failure by the time of the claim, by arm. */
  readonly controlRates: readonly number[];
  /** What the margin is on both scales at the control arm's rate here; absent without a margin. */
  readonly marginHere?: { readonly hazardRatio: number; readonly difference: number };
  /** The effect on the test's scale by the rates at the claim's time: ln of the ratio of cumulative hazards, a difference, or null where it is of neither kind. */
  readonly effect: number | null;
  /** Estimates of the analysis that decided; those that do not exist are left out, and null where none exists. */
  readonly estimate: {
    readonly mean: Estimate | null;
    /** Share of trials whose naive two-sided interval holds the effect; null where there is none. */
    readonly coverage: Estimate | null;
    /** Share of trials without an estimate. */
    readonly missing: Estimate;
    /** By where the trial ended: each interim look, there by what it stops for too, then the last one. */
    readonly byEnd: readonly (EstimateAtEnd & {
      readonly byVerdict?: Readonly<Record<Verdict, EstimateAtEnd>>;
    })[];
  };
  /** Power and failures by normal approximation; absent where the test or the truth has none. */
  readonly approximation?: TimesApproximation;
  readonly curves: TimeCurves;
}

/** The same without curves, which are of all arms. */
export type TimesOfClaim = Omit<TimesResult, 'curves'>;

/** Mean curves of the first trials at their last analysis, beside the population's. */
export interface TimeCurves {
  /** Number of trials. */
  readonly trials: number;
  readonly years: readonly number[];
  readonly arms: readonly {
    readonly name: string;
    /** Cumulative incidence of failure. */
    readonly failure: readonly number[];
    /** The same in the population, if followed for ever; null where it has no quadrature. */
    readonly failureExact: readonly number[] | null;
    /** 1 − Kaplan–Meier, competing events taken for censorings. */
    readonly netFailure: readonly number[];
    /** Cumulative incidence of competing events. */
    readonly competing: readonly number[];
    /** Patients at risk. */
    readonly atRisk: readonly number[];
  }[];
}

/** The success of the whole design counted at rising numbers of replicates, the last being all of them. */
export interface Convergence {
  readonly replicates: readonly number[];
  /** Of so many replicates those that succeeded. */
  readonly successes: readonly number[];
}

export interface TruthResult {
  readonly name: string;
  readonly arms: readonly {
    readonly name: string;
    readonly endpoints: Readonly<Partial<Record<EndpointName, { readonly rate: Estimate }>>>;
    /** Local failure net and with death and metastasis competing, by the time of local control; where they compete. */
    readonly competing?: Readonly<Record<CompetingCount, Estimate>>;
  }[];
  readonly operatingCharacteristics: OperatingCharacteristics;
  readonly convergence: Convergence;
  /** Of the first claim that times decide; absent where none is. */
  readonly times?: TimesResult;
  /** By experimental arm, where times decide and several are compared. */
  readonly timesByArm?: Readonly<Record<string, TimesOfClaim>>;
}

/** Probability of success over the worlds, and what bounds it. */
export interface Assurance extends Estimate {
  /** Share of worlds in which every claim is strictly true. */
  readonly ceiling: Estimate;
  readonly successAndTrue: Estimate;
  readonly successAndFalse: Estimate;
}

/** An input or a model's premise that the result rests on. */
export interface Assumption {
  /** The scenario's path, or the model's name. */
  readonly about: string;
  /** The value where it is one. */
  readonly value?: unknown;
  readonly basis: 'found' | 'fitted' | 'assumed';
  readonly note: string;
}

/** Counts in bins of equal width; bin i is centred at (from + i) × width. */
export interface Histogram {
  readonly width: number;
  readonly from: number;
  readonly counts: readonly number[];
}

/** One claim in the words and numbers that charts need. */
export interface ClaimSummary {
  readonly endpoint: EndpointName;
  /** Name of its experimental arm; absent where one arm is compared. */
  readonly arm?: string;
  readonly sentence: string;
  /** null where the sentence says how it is decided. */
  readonly test: TestName | TimeTestName | null;
  /** The margin of a comparison, on the scale of its test, or the null rate of a single arm. */
  readonly limit: number;
  /** What margin and estimates are of, where times decide; hazard ratios are estimated as their logarithms. */
  readonly scale?: TimeScale;
  readonly time: number;
  /** The patients whom the claim looks at as planned, their share of the arm and their rate; absent where these are all. */
  readonly stratum?: Stratum & { readonly share: number; readonly rate: number };
  /** Estimated difference (experimental − control), or rate of a single arm, over the replicates as planned; on the scale of a test of times. */
  readonly estimates: Histogram;
  /** Share of these replicates in which the claim passes. */
  readonly passing: number;
  /** What the trial found, where the design says so. */
  readonly finding?: PosteriorFinding;
}

/** The worlds as charts need them. */
export interface WorldsSummary {
  /** Whether the powers are exact, rather than shares of replicates. */
  readonly hasExactPower: boolean;
  /** Power of the worlds in 20 bins of [0, 1], where every claim is true and where not. */
  readonly powerWhereTrue: readonly number[];
  readonly powerWhereFalse: readonly number[];
  /** The first worlds: drawn values by path, rates by arm and endpoint, power. */
  readonly first: readonly {
    readonly world: number;
    readonly values: Readonly<Record<string, number>>;
    readonly rates: Readonly<Record<string, Readonly<Partial<Record<EndpointName, number>>>>>;
    readonly power: number;
    readonly claimsTrue: boolean;
  }[];
}

/** What a run answers: a pure function of version and resolved scenario. */
export interface RunResult extends WithBurden {
  readonly isoeffect: string;
  readonly scenario: {
    readonly title: string;
    readonly question: string | null;
    readonly sha256: string;
    readonly resolved: Scenario;
  };
  readonly seed: string;
  readonly worlds: number;
  readonly replicates: number;
  readonly arms: readonly ArmSummary[];
  readonly claims: readonly ClaimSummary[];
  readonly truths: readonly TruthResult[];
  readonly assurance: Assurance | null;
  readonly worldsSummary: WorldsSummary | null;
  readonly patients: {
    readonly alphaBetaGy: readonly number[];
    readonly controlProbability: Readonly<Record<string, readonly number[]>>;
  } | null;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
}
