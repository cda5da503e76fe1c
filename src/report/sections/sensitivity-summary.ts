import type { SensitivityRecord } from '../../study/sensitivity/sensitivity-result.ts';
import { capitalised } from '../endpoint-words.ts';
import type { Markup } from '../markup.ts';
import { sensitivityAnswer } from '../sensitivity-words.ts';
import { opening } from './opening.ts';

/** The page for the minute reader: what was asked, what matters, warnings. */
export function sensitivitySummarySection({ result }: SensitivityRecord): Markup {
  return opening({
    kind: 'what matters for the probability of success',
    title: result.scenario.title,
    question:
      'Which of the things that we do not know decides whether this trial succeeds, and what would it be worth to know it?',
    answer: sensitivityAnswer(result),
    care: 'These are consequences of the stated laws of what is uncertain, not findings about patients: a law that is too wide makes its input look important.',
    warnings: result.warnings.map(capitalised),
  });
}
