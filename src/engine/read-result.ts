import { ScenarioError } from '../scenario/scenario-error.ts';
import type { AimResult } from './aim-result.ts';
import type { AnyResult } from './any-result.ts';
import type { EscalationResult } from './escalation-result.ts';
import type { RunResult } from './result.ts';
import { VERSION } from './version.ts';

const isBlock = (value: unknown): boolean => typeof value === 'object' && value !== null;

/**
 * Reads a `result.json`.
 *
 * @param file name for messages
 * @throws ScenarioError if it is no result, or one of another version
 */
export function readResult(text: string, file: string): AnyResult {
  const fail = (message: string): never => {
    throw new ScenarioError([{ where: file, message }]);
  };
  let result: AnyResult;
  try {
    result = JSON.parse(text) as AnyResult;
  } catch {
    return fail('is no result of a run (it is not whole JSON)');
  }
  if (typeof result?.isoeffect !== 'string') return fail('is no result of a run');
  if (result.isoeffect !== VERSION) {
    return fail(`was written by isoeffect ${result.isoeffect}; this is ${VERSION}: run its scenario again`);
  }
  const isWhole =
    Array.isArray(result.truths) &&
    result.truths.length > 0 &&
    [result.arms, result.assumptions, result.warnings].every(Array.isArray) &&
    (Array.isArray((result as RunResult).claims) ||
      isBlock((result as AimResult).aim) ||
      isBlock((result as EscalationResult).escalation)) &&
    isBlock(result.scenario?.resolved);
  return isWhole ? result : fail('is no result of a run');
}
