import type { RunResult } from '../engine/result.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { namedTest } from '../trial/named-test.ts';
import { percentWords } from '../trial/percent-words.ts';
import { liveDesign } from './live-design.ts';

/** `log-rank test, one-sided 5 %`: the test of a claim, and where times decide its level, of superiority two-sided; empty where the sentence says it all. */
export function testWords(result: Pick<RunResult, 'scenario' | 'arms' | 'claims'>, index: number): string {
  const { test } = result.claims[index];
  if (!test) return '';
  const { label } = namedTest(test);
  const claim = liveDesign(result).claims[index];
  if (!isTimeClaim(claim)) return label;
  const { oneSidedAlpha, times } = claim;
  const level = times.margins
    ? `one-sided ${percentWords(oneSidedAlpha)}`
    : `two-sided ${percentWords(2 * oneSidedAlpha)}`;
  return `${label}, ${level}`;
}
