import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { designSchema } from '../../../src/trial/design-schema.ts';
import { answerText } from '../../fixtures/answer-text.ts';
import { calculatorQuestions } from '../../fixtures/calculator-questions.ts';

/** What is answered as it was when last looked at: a change of any figure or word must be meant. */
describe.each(Object.keys(calculators))('answers of %s', (kind) => {
  it('are as they were', async () => {
    const texts = calculatorQuestions(kind).map((question) => {
      const { parameters, solve } = calculators[kind];
      const answer = solve(parameters.parse(question));
      if (answer.design) expect(designSchema.safeParse(answer.design).error?.issues).toBeUndefined();
      return `${JSON.stringify(question)}\n${answerText(answer)}`;
    });
    await expect(texts.join('\n')).toMatchFileSnapshot(`answers/${kind}.txt`);
  });
});
