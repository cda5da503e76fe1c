import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/explain.ts';
import { refuseComparisons } from '../../src/cli/refuse-comparisons.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

describe('commands that search over designs', () => {
  it('refuse several arms against one control, and say what to do', () => {
    const { scenario } = readShipped('fast');
    expect(() => refuseComparisons(scenario, 'size')).toThrow(UsageError);
    expect(() => refuseComparisons(scenario, 'size')).toThrow(
      /several arms with one control, which size does not look at yet: .* two arms$/,
    );
  });

  it('take one comparison', () => {
    expect(() => refuseComparisons(readShipped('start-a').scenario, 'size')).not.toThrow();
  });
});
