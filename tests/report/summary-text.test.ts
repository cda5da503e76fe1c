import { describe, expect, it } from 'vitest';
import { summaryText } from '../../src/report/summary-text.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

describe('the answer on a terminal', () => {
  it.each(['scopes-ii', 'mc1973', 'null-non-inferiority'])('%s stays within 100 columns', async (name) => {
    const sets = ['simulation.replicates=50'];
    const { result } = await runInline(
      shippedText(name),
      ...(name.startsWith('null') ? sets : [...sets, 'simulation.worlds=5']),
    );
    const lines = summaryText(result);
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|Infinity|\n\n\n/);
  });
});
