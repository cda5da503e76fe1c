import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import type { LawSpec } from '../../random/distribution-schema.ts';
import type { Path } from '../../scenario/path.ts';
import type { DecisionValue, InformationEstimate } from './decision-value.ts';
import type { Achieved, TornadoBar } from './tornado.ts';
import type { WithInterval } from './variance-shares.ts';

/** Shares of an output’s variance that an input brings: by itself, and with all its interactions. */
export interface InputShares {
  readonly firstOrder: WithInterval;
  readonly total: WithInterval;
}

/** One input, and what hangs on it. */
export interface InputResult {
  /** The path, or the name of a block of joint draws. */
  readonly name: string;
  readonly paths: readonly Path[];
  /** The block of the scenario that states it. */
  readonly statedIn: 'uncertainty' | 'sensitivity';
  readonly law?: LawSpec;
  /** Number of joint draws. */
  readonly draws?: number;
  /** Of the variance of power; null where power does not vary. */
  readonly power: InputShares | null;
  /** Of the variance of the first claim’s difference (in a single arm: rate); null where it does not vary. */
  readonly difference: InputShares | null;
  /** Expected value of knowing it before the decision. */
  readonly information: InformationEstimate;
}

/** How an output varies over the worlds. */
export interface OutputSpread {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Share of the variance that no input brings by itself. */
  readonly interactions: WithInterval;
}

/** What matters for a scenario’s probability of success: a pure function of version, scenario and options. */
export interface SensitivityResult {
  readonly isoeffect: string;
  readonly scenario: { readonly title: string; readonly sha256: string };
  readonly seed: string;
  /** Rows of each sample. */
  readonly points: number;
  /** Worlds looked at for the shares. */
  readonly worlds: number;
  /** Level of the intervals. */
  readonly level: number;
  /** Whether power is exact in every world; where it is not, trials simulated in each. */
  readonly isExact: boolean;
  readonly replicatesPerWorld: number | null;
  /** The endpoint of the first claim, and the arms: with one, the difference is its rate. */
  readonly firstClaim: { readonly endpoint: EndpointName; readonly arms: number };
  readonly planned: Achieved;
  readonly power: OutputSpread | null;
  readonly difference: OutputSpread | null;
  /** The largest total share of the variance of power first. */
  readonly inputs: readonly InputResult[];
  /** The widest first. */
  readonly tornado: readonly TornadoBar[];
  readonly decision: Omit<DecisionValue, 'partial'>;
  readonly warnings: readonly string[];
}

/** A study with what repeats it. */
export interface SensitivityRecord {
  readonly result: SensitivityResult;
  /** The resolved scenario, as YAML. */
  readonly yaml: string;
  /** The command line that repeats the study from that scenario, in the file `scenario.yaml`. */
  readonly command: string;
}
