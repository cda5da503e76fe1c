import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { calculatorBorders } from '../../fixtures/calculator-borders.ts';

/** What is wrong with parameters, by key; a dash where nothing is. */
function problemsOf(kind: string, given: object): string[] {
  const found = calculators[kind].parameters.safeParse(given).error?.issues ?? [];
  return found.length === 0 ? ['–'] : found.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** What is refused, and in which words: a change of either must be meant. */
describe.each(Object.keys(calculatorBorders))('borders of %s', (kind) => {
  it('lie where they lay', async () => {
    const texts = calculatorBorders[kind].map(
      (given) =>
        `${JSON.stringify(given)}\n${problemsOf(kind, given)
          .map((line) => `  ${line}\n`)
          .join('')}`,
    );
    await expect(texts.join('')).toMatchFileSnapshot(`borders/${kind}.txt`);
  });
});
