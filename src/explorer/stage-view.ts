import { type AimResult, isAimResult } from '../engine/aim-result.ts';
import type { RunResult } from '../engine/result.ts';
import { aimAnswer } from '../report/aim-answer.ts';
import { answer } from '../report/answer.ts';
import { glances } from '../report/glance.ts';
import { grouped, percent, withError } from '../report/numbers.ts';
import { successWords } from '../report/success-words.ts';
import type { StageView } from './explore-event.ts';
import type { Stage } from './refine.ts';

/** A stage of a run in words and numbers. */
export function stageView({ result, isLast }: Stage): StageView {
  return {
    result,
    sentences: isAimResult(result) ? aimAnswer(result) : answer(result),
    glances: isAimResult(result) ? [] : glances(result),
    simulated: simulatedWords(result),
    isLast,
  };
}

function simulatedWords(result: RunResult | AimResult): string {
  const { truths, replicates } = result;
  const { power } = truths[0].operatingCharacteristics;
  const exact = 'exact' in power && power.exact !== undefined ? `; exact ${percent(power.exact)} %` : '';
  return `${countedWords(result)}: ${withError(power)} in ${grouped(replicates)} simulated trials${exact}`;
}

/** What is counted over the trials. */
function countedWords(result: RunResult | AimResult): string {
  if (isAimResult(result)) return 'α/β bounded';
  return successWords(result).isCompletion ? 'Not stopped' : 'Power';
}
