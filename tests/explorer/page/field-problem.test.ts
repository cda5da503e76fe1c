import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/explorer/edit/fields.ts';
import type { PlacedProblem } from '../../../src/explorer/explore-event.ts';
import { fieldProblem } from '../../../src/explorer/page/field-problem.ts';

const field = (line: number, column: number) => ({ line, column }) as Field;
const problem = (line: number, column: number): PlacedProblem => ({
  line,
  column,
  message: 'no',
  text: 'no',
});

describe('fieldProblem', () => {
  const [rate, years, model] = [field(3, 20), field(3, 40), field(4, 12)];
  const fields = [rate, years, model];

  it('is the one at the value, not at another of the line', () => {
    const problems = [problem(3, 40)];
    expect(fieldProblem(rate, fields, problems)).toBeUndefined();
    expect(fieldProblem(years, fields, problems)).toBe(problems[0]);
  });

  it('is one at the key where the line has no other field', () => {
    const problems = [problem(3, 5), problem(4, 5)];
    expect(fieldProblem(rate, fields, problems)).toBeUndefined();
    expect(fieldProblem(model, fields, problems)).toBe(problems[1]);
  });
});
