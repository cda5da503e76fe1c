import type { LookSummary, RunResult, TruthResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { estimateProportion } from '../numeric/monte-carlo.ts';
import type { SequentialDesign } from '../trial/sequential-design.ts';
import { liveDesign } from './live-design.ts';

/** A look of two arms as planned. */
export interface PlannedLook {
  /** From 1; the last one is the trial’s end. */
  readonly number: number;
  readonly isLast: boolean;
  /** Fraction of the planned information. */
  readonly fraction: number;
  /** Failures, or patients, of both arms. */
  readonly count: number;
  /** Normal score at or above which the claim is shown; undefined where the look cannot. */
  readonly efficacy: number | undefined;
  /** Normal score below which it is given up; undefined where the look cannot. */
  readonly futility: number | undefined;
  /** One-sided p of the efficacy bound. */
  readonly nominalAlpha: number;
}

const finite = (bound: number | undefined): number | undefined =>
  bound !== undefined && Number.isFinite(bound) ? bound : undefined;

/** `failures` or `patients`: what the looks of a design wait for. */
export const lookUnit = ({ events }: SequentialDesign): 'failures' | 'patients' =>
  events ? 'failures' : 'patients';

/** The looks of a two-arm design, the last one included; none where it has none. */
export function plannedLooks(result: Pick<RunResult, 'scenario' | 'arms'>): PlannedLook[] {
  const { sequential } = liveDesign(result);
  if (!sequential) return [];
  const { plan } = sequential;
  const { fractions } = plan.spec;
  const counts = (sequential.events ?? sequential.patients)!;
  return fractions.map((fraction, k) => ({
    number: k + 1,
    isLast: k === fractions.length - 1,
    fraction,
    count: counts[k],
    efficacy: finite(plan.efficacy[k]),
    futility: k === fractions.length - 1 ? undefined : finite(plan.futility?.[k]),
    nominalAlpha: plan.nominalAlpha[k],
  }));
}

/** The interim looks under a truth, in the order of {@link plannedLooks}. */
export function heldLooks({ operatingCharacteristics }: TruthResult): readonly LookSummary[] {
  return operatingCharacteristics.stopping?.looks ?? [];
}

/** The trial goes on to its last analysis. */
export function goesOn({ operatingCharacteristics }: TruthResult, replicates: number): Estimate {
  const { estimate, exact } = operatingCharacteristics.stopping!.probability;
  const going = Math.round((1 - estimate) * replicates);
  return estimateProportion(going, replicates, exact === undefined ? undefined : 1 - exact);
}
