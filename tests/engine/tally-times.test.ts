import { expect, it } from 'vitest';
import { makeResult } from '../report/make-result.ts';
import { TIMED_LOOKS } from '../report/times-texts.ts';

it('ends of trials sum to all, and those at a look by verdict to its stops', async () => {
  const { truths } = await makeResult(TIMED_LOOKS);
  for (const { times, operatingCharacteristics } of truths) {
    const { byEnd, mean } = times!.estimate;
    const { looks } = operatingCharacteristics.stopping!;
    // Sums of shares of 200 replicates, each a whole number of them
    expect(byEnd.reduce((sum, { share }) => sum + share.estimate, 0)).toBeCloseTo(1, 12);
    expect(byEnd.at(-1)!.byVerdict).toBeUndefined();
    looks.forEach(({ byVerdict }, k) => {
      for (const verdict of ['efficacy', 'futility', 'harm'] as const)
        expect(byEnd[k].byVerdict![verdict].share.estimate).toBe(byVerdict![verdict].estimate);
    });
    const parts = byEnd.flatMap((end) => (end.mean ? [end.share.estimate * end.mean.estimate] : []));
    // Every trial here has an estimate: the mean of all is that of the ends by their shares
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(mean!.estimate, 10);
  }
});
