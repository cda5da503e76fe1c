import { type AnyResult, isAimResult, isClaimsResult, isEscalationResult } from '../engine/any-result.ts';
import { glances } from '../report/glance.ts';
import { grouped, percent, withError } from '../report/numbers.ts';
import { resultAnswer } from '../report/result-answer.ts';
import { successWords } from '../report/success-words.ts';
import type { StageView } from './explore-event.ts';
import type { Stage } from './refine.ts';

/** A stage of a run in words and numbers. */
export function stageView({ result, isLast }: Stage): StageView {
  return {
    result,
    sentences: resultAnswer(result),
    glances: isClaimsResult(result) ? glances(result) : [],
    simulated: simulatedWords(result),
    isLast,
  };
}

function simulatedWords(result: AnyResult): string {
  const { truths, replicates } = result;
  const { power } = truths[0].operatingCharacteristics;
  const exact = 'exact' in power && power.exact !== undefined ? `; exact ${percent(power.exact)} %` : '';
  return `${countedWords(result)}: ${withError(power)} in ${grouped(replicates)} simulated trials${exact}`;
}

/** What is counted over the trials. */
function countedWords(result: AnyResult): string {
  if (isAimResult(result)) return 'α/β bounded';
  if (isEscalationResult(result)) return 'Highest acceptable level recommended';
  return successWords(result).isCompletion ? 'Not stopped' : 'Power';
}
