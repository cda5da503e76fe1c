import { describe, expect, it } from 'vitest';
import { createDesign } from '../../src/trial/design.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { equalByCounts, equalByTimes, sequentialCompositions } from '../fixtures/sequential-compositions.ts';

describe.each([
  ['counts', equalByCounts, 6000],
  ['times', equalByTimes, 2500],
] as const)(
  'type I error of two arms with looks, by %s, patient by patient',
  (_kind, scenarioOf, replicates) => {
    it.each(sequentialCompositions.map((composition) => [composition.name, composition] as const))(
      '%s: within 3.5 Monte Carlo standard errors of its nominal',
      async (_, composition) => {
        const { result, scenario } = await runInline(scenarioOf(composition, replicates));
        const { power, typeIError } = result.truths[0].operatingCharacteristics;
        const { plan } = createDesign(scenario.design, 2).sequential!;
        // With futility bounds that are followed but do not bind, the nominal is what the recursion leaves
        const nominal = plan.stops.null.upper.reduce((sum, p) => sum + p, 0);
        const error = Math.sqrt((nominal * (1 - nominal)) / replicates);
        for (const { estimate } of [power, typeIError])
          expect(Math.abs(estimate - nominal) / error, `${estimate} beside ${nominal}`).toBeLessThan(3.5);
      },
      120_000,
    );
  },
);
