import type { Assumption } from '../../engine/result.ts';
import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { Path } from '../../scenario/path.ts';
import type { Comparisons } from '../../trial/many-to-one/comparisons-schema.ts';
import type { PatientsExposed } from '../exposure/patients-exposed.ts';
import type { Analysis, PlannedFollowUp } from './analysis.ts';
import type { HeldLevel } from './held-level.ts';

/** What a size is to reach over the worlds: success, or success with the claim true. */
export type TargetName = 'assurance' | 'successAndTrue';

export interface Target {
  readonly name: TargetName;
  /** In (0, 1). */
  readonly value: number;
}

/** A size, or another value of a path, that reaches a target. */
export type Found =
  /** By enumeration. */
  | {
      readonly kind: 'exact';
      readonly smallest: number;
      /** From here on every size reaches it, up to the horizon; absent if the horizon itself does not. */
      readonly lasting?: number;
      readonly searchedFrom: number;
      readonly horizon: number;
      /** What the smallest size has. */
      readonly reached: number;
    }
  /** By simulation, with a stated confidence. */
  | {
      readonly kind: 'simulated';
      readonly estimate: number;
      readonly interval: readonly [low: number, high: number];
      readonly confidence: number;
      /** The upper end of the interval: reaches the target with a confidence of (1 + confidence)/2. */
      readonly recommended: number;
      /** What a simulation of the recommended size gives. */
      readonly reached: Estimate;
    }
  /** None: certainly, or as far as was searched. */
  | { readonly kind: 'none'; readonly isCertain: boolean; readonly reason: string };

/** A point of a curve over sizes. */
export interface CurvePoint {
  readonly size: number;
  readonly power: Estimate;
}

/** What one truth asks for. */
export interface SizedTruth {
  readonly name: string;
  /** Median α/β of local control in Gy, where the truth has one. */
  readonly alphaBetaGy?: number;
  readonly arms: readonly {
    readonly name: string;
    readonly eqd2Gy?: number;
    /** By endpoint that a claim is about. */
    readonly rates: Readonly<Record<string, number>>;
  }[];
  /** Whether the claim is strictly true for every required endpoint. */
  readonly isTrue: boolean;
  /** The design as it stands. */
  readonly power: Estimate;
  /** By the usual formula of the one test that decides: power of the stated size, and the size for the power, unrounded, as the scenario counts it. */
  readonly formula?: { readonly label: string; readonly power: number; readonly size?: number };
  readonly found: Found;
}

/** What the analyses that could be used ask for, if the arms have these rates. */
export interface SizedAnalyses {
  readonly claim: string;
  /** In words: on which rates. */
  readonly plan: string;
  readonly controlRate: number;
  readonly experimentalRate: number;
  readonly followUp?: PlannedFollowUp & { readonly isAssumed: boolean };
  readonly analyses: readonly Analysis[];
}

/** Assurance of the design in one size. */
export interface SizedAssurance {
  readonly size: number;
  readonly assurance: Estimate;
  readonly successAndTrue: Estimate;
  readonly successAndFalse: Estimate;
}

/** Where along an uncertain value, all else as planned, the claim turns true or false. */
export interface BreakingPoint {
  readonly path: Path;
  readonly planned: number;
  readonly value: number;
  /** On which side of it the claim is false. */
  readonly falseWhere: 'above' | 'below';
  /** Probability of that side, to the next turn if there is one. */
  readonly probability: number;
}

/** A change of the experimental arm after which the arms are equal as planned, and what it is worth. */
export interface WayOut {
  readonly path: Path;
  /** As the scenario would state it. */
  readonly value: string;
  readonly doseGy: number;
  /** Power of the stated size, and what the target asks for, with the change. */
  readonly power: Estimate;
  readonly found: Found;
  /** There where something is uncertain. */
  readonly ceiling?: Estimate;
  readonly overWorlds?: SizedAssurance;
  readonly foundOverWorlds?: Found;
}

/** The answer of `isoeffect size`. */
export interface SizeResult {
  readonly isoeffect: string;
  readonly scenario: { readonly title: string; readonly question: string | null; readonly sha256: string };
  readonly seed: string;
  /** Power to reach under each truth. */
  readonly power: number;
  /** How several arms are compared with one control, and of which of them power is; absent where one arm is compared. */
  readonly comparisons?: Comparisons;
  readonly overWorlds: Target;
  readonly replicates: number;
  readonly solved: { readonly path: Path; readonly unit: string; readonly stated: number };
  readonly truths: readonly SizedTruth[];
  readonly analyses: readonly SizedAnalyses[];
  /** Of the truth as planned. */
  readonly curve: readonly CurvePoint[];
  readonly worlds: number;
  readonly ceiling?: Estimate;
  readonly assurance: readonly SizedAssurance[];
  /** The size for the target over the worlds. */
  readonly foundOverWorlds?: Found;
  /** The threshold that holds the type I error of the stated design, or why there is none. */
  readonly held?: HeldLevel | { readonly reason: string };
  /** Patients of the stated design exposed to an inferior schedule. */
  readonly exposed?: PatientsExposed;
  readonly breakingPoints: readonly BreakingPoint[];
  readonly waysOut: readonly WayOut[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
}

/** What one truth asks of a path, for the whole design and for the claim that the path is of. */
export interface SolvedTruth {
  readonly name: string;
  readonly isTrue: boolean;
  readonly stated: Estimate;
  readonly found: Found;
  /** By the usual formula, where there is one claim and its test has one. */
  readonly formula?: Found;
  /** The claim alone, of several: its own power. */
  readonly alone?: Pick<SolvedTruth, 'stated' | 'found' | 'formula'> & { readonly claim: string };
}

/** The answer of `isoeffect size --solve path`. */
export interface SolveResult {
  readonly isoeffect: string;
  readonly scenario: { readonly title: string; readonly question: string | null; readonly sha256: string };
  readonly seed: string;
  readonly replicates: number;
  readonly power: number;
  readonly solved: { readonly path: Path; readonly stated: number; readonly unit: string };
  readonly truths: readonly SolvedTruth[];
  /** Where a target over the worlds was asked for. */
  readonly overWorlds?: Target & { readonly stated: Estimate; readonly found: Found };
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
}
