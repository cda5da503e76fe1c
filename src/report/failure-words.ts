import type { RunResult } from '../engine/result.ts';
import { isTimeClaim, type TimeClaim } from '../trial/claims/definition.ts';
import { liveDesign } from './live-design.ts';

/** The claim of a result that times decide; undefined where none is. */
export function timeClaimOf(result: Pick<RunResult, 'scenario' | 'arms'>): TimeClaim | undefined {
  return liveDesign(result).claims.find(isTimeClaim);
}

/** `local failure, metastasis or death`: what a claim counts as failure. */
export function failuresNamed({ events: { countsAsFailure } }: TimeClaim): string {
  return ['local failure', ...countsAsFailure].join(', ').replace(/, ([^,]*)$/, ' or $1');
}

/** `metastasis or death`: what competes with it; empty where nothing does. */
export function competingNamed({ events: { competing } }: TimeClaim): string {
  return competing.join(' or ');
}
