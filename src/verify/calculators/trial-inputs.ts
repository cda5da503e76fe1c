import type { TestName } from '../../trial/tests/index.ts';
import type { Figures } from '../case-definition.ts';
import type { EventInputs } from './event-inputs.ts';
import type { LadderInputs } from './ladder-inputs.ts';

type Pair = readonly [number, number];

/** Inputs of a recorded value of trial design, under the names of its file; each method has some of them. */
export interface TrialInputs extends EventInputs, LadderInputs {
  readonly nullRate: number;
  readonly alternativeRate: number;
  readonly oneSidedAlpha: number;
  readonly twoSidedAlpha: number;
  readonly power: number;
  readonly size: number;
  readonly perArm: number;
  readonly events: number;
  readonly eventsAtMost: number;
  readonly successes: number;
  readonly successesAtLeast: number;
  readonly maximumSize: number;
  readonly rate: number;
  readonly level: number;
  /** Events and others that a beta prior counts as seen. */
  readonly prior: Pair;
  readonly target: number;
  readonly limitRate: number;
  readonly certainty: number;
  readonly looks: readonly number[];
  readonly rates: readonly number[];
  readonly margins: readonly number[];
  readonly counts: Pair;
  readonly sizes: Pair;
  /** Rates of a bad event. */
  readonly experimentalRate: number;
  readonly controlRate: number;
  readonly margin: number;
  readonly experimentalEvents: number;
  readonly experimentalSize: number;
  readonly controlEvents: number;
  readonly controlSize: number;
  readonly test: TestName;
  readonly correlation: number;
  readonly marginalPower: number;
  readonly replicates: number;
  readonly fractions: number;
  readonly fractionGy: number;
  readonly alphaBetaGy: number;
  readonly gamma50: number;
  /** A group-sequential plan, as its calculator takes it. */
  readonly plan: object;
  /** Information of looks; of those held, in fractions of the planned. */
  readonly information: readonly number[];
  readonly observed: readonly number[];
  /** Bounds on the normal score; null where there is none. */
  readonly upper: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly drift: number;
  readonly designDrift: number;
  readonly look: number;
  readonly z: number;
  readonly fraction: number;
  readonly finalZ: number;
  /** Control rates over which a type I error is to hold, as rates of success, and the sides of its test. */
  readonly range: Pair;
  readonly sides: 1 | 2;
  readonly typeIError: number;
  /** 32-bit words in hexadecimal, with spaces between. */
  readonly counter: string;
  readonly key: string;
  /** Years of each patient with spaces between, + after those censored, * after those ended by a competing event. */
  readonly control: string;
  readonly experimental: string;
  readonly atYears: number;
}

/** Computes the figures of a recorded value with the project's own functions; one a method. */
export type TrialCalculators = Readonly<Record<string, (inputs: TrialInputs) => Figures>>;
