import { describe, expect, it } from 'vitest';
import { createDesign } from '../../src/trial/design.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { equalByCounts, sequentialCompositions } from '../fixtures/sequential-compositions.ts';

const REPLICATES = 1000;
/** Fewer than 20 designs, each with 9 comparisons: false alarms below 1e-6 in all, two-sided; and the seed is fixed. */
const SCORE = 6;

describe('two arms with looks at patients', () => {
  it.each(sequentialCompositions.map((composition) => [composition.name, composition] as const))(
    '%s: stops and decides as enumeration says, at its level',
    async (_, composition) => {
      const { result, scenario } = await runInline(equalByCounts(composition, REPLICATES));
      const { power, typeIError, stopping, expectedSampleSize, expectedMonths } =
        result.truths[0].operatingCharacteristics;
      const looks = stopping!.looks.flatMap(({ stop, byVerdict }) => [
        stop,
        byVerdict!.efficacy,
        byVerdict!.futility,
      ]);
      for (const { estimate, exact } of [power, typeIError, stopping!.probability, ...looks]) {
        const error = Math.sqrt((exact! * (1 - exact!)) / REPLICATES);
        expect(Math.abs(estimate - exact!)).toBeLessThanOrEqual(SCORE * error + 1 / REPLICATES);
      }
      // Two replicates of whatever is so rare that the error is no guide
      for (const [{ estimate, exact, mcse }, most] of [
        [expectedSampleSize, 400],
        [expectedMonths!, 30],
      ] as const)
        expect(Math.abs(estimate - exact!)).toBeLessThanOrEqual(SCORE * mcse + (2 * most) / REPLICATES);
      // Counts are discrete: the level of the plan holds up to their steps
      const { plan } = createDesign(scenario.design, 2).sequential!;
      const nominal = plan.stops.null.upper.reduce((sum, p) => sum + p, 0);
      expect(Math.abs(typeIError.exact! - nominal)).toBeLessThan(0.003);
      expect(expectedSampleSize.exact!).toBeLessThanOrEqual(400);
    },
  );
});
