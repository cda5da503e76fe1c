import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';

describe('a ScenarioError', () => {
  it('says a problem a line', () => {
    const { message } = new ScenarioError([
      { where: 'x.yaml:1:2', message: 'a' },
      { where: '--set b=1', message: 'b' },
    ]);
    expect(message).toBe('x.yaml:1:2  a\n--set b=1  b');
  });

  it('says neither what does not show nor what does not end', () => {
    const where = `${'folder/'.repeat(100)}x.yaml:12:34`;
    const { message } = new ScenarioError([{ where, message: `\u001b[2J\n${'x'.repeat(5000)}` }]);
    expect(message).toMatch(/^(folder\/)+.*….*x\.yaml:12:34 {2}\ufffd\[2J\ufffdx+…$/);
    expect(message.length).toBeLessThan(1400);
  });

  it('says a hundred problems, and how many more there are', () => {
    const problems = Array.from({ length: 105 }, (_, i) => ({ where: 'x', message: String(i) }));
    const lines = new ScenarioError(problems, 7).message.split('\n');
    expect(lines).toHaveLength(101);
    expect(lines[100]).toBe('and 12 more');
  });
});
