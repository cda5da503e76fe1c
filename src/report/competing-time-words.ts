import type { RunResult } from '../engine/result.ts';
import { yearsWords } from '../trial/years-words.ts';
import { liveDesign } from './live-design.ts';

/** `by 3 years`: the time of local control, at which competing events are counted too. */
export function competingTimeWords(result: Pick<RunResult, 'scenario' | 'arms'>): string {
  const claim = liveDesign(result).claims.find(({ endpoint }) => endpoint.name === 'localControl');
  return claim ? `by ${yearsWords(claim.time)}` : 'by the time of local control';
}
