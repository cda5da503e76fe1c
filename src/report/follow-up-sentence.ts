import type { SizedAnalyses } from '../study/size/size-result.ts';
import { yearsWords } from '../trial/years-words.ts';
import { percent } from './numbers.ts';

/** How patients come and are followed where times decide, and whether the design says so. */
export function followUpSentence(followUp: NonNullable<SizedAnalyses['followUp']>): string {
  const { accrualYears, followUpYears, loss, lossByYears, isAssumed } = followUp;
  const lost =
    loss === undefined || lossByYears === undefined
      ? ''
      : `, ${Number(percent(loss))} % lost by ${yearsWords(lossByYears)}`;
  const basis = isAssumed ? 'assumed, the design states none' : 'as the design states';
  return `Accrual takes ${yearsWords(accrualYears)} and the last patient is followed for ${yearsWords(followUpYears)}${lost} (${basis}).`;
}
