import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AimResult } from '../src/engine/aim-result.ts';
import { mergeResults } from '../src/engine/merge-results.ts';
import { planBatches } from '../src/engine/plan.ts';
import { createBatchRunner } from '../src/engine/run-batch.ts';
import { leafPaths, valueAt } from '../src/scenario/path.ts';
import { type ReadScenario, readScenario } from '../src/scenario/read-scenario.ts';
import { writeScenario } from '../src/scenario/write-scenario.ts';
import { mergeRun } from './fixtures/merge-run.ts';
import { readShipped, root, shippedText } from './fixtures/scenario-text.ts';

const names = readdirSync(join(root, 'scenarios'))
  .filter((f) => f.endsWith('.yaml'))
  .map((f) => f.slice(0, -5));

/** Scenarios whose two margins are meant to disagree, with the one warning that they give when read. */
const warned: Record<string, string> = {
  'rtog-0415':
    'the margins disagree: 7.65 points at a control rate of 85 % are a hazard ratio of 1.58, not 1.52; both hold at 83.0 %',
};

const memory = new Map<string, ReadScenario>();
/** A shipped scenario, read once. */
function shipped(name: string): ReadScenario {
  const known = memory.get(name) ?? readShipped(name);
  memory.set(name, known);
  return known;
}

/** Whether a shipped scenario estimates rather than claims. */
const hasAim = (name: string): boolean => shipped(name).scenario.design.estimate !== undefined;

describe('shipped scenarios', () => {
  it('are there', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'quick-start',
        'scopes-ii',
        'sts-5x6-vs-25x2',
        'mc1973',
        'reference-workload',
        'reference-log-rank',
        'null-non-inferiority',
        'null-single-arm',
        'null-co-primary',
        'definitive-unresectable',
        'myxoid-dose-reduction',
        'late-effects-5x8',
        'hyperthermia-boost',
        'integrated-boost',
        'competing-risks',
        'genomic-gard',
        'two-phase-surgery',
        'pace-b-mixed-control',
        'pace-b-centres',
        'sts-log-rank',
        'control-rate-wrong',
        'control-rate-wrong-points',
        'chhip-60',
        'fast-forward',
        'hyport-adjuvant',
        'pace-b',
        'strass',
        'start-a',
        'start-b',
        'rtog-0415',
        'sarc032',
        'adoption-5x6',
        'lesson-alpha-beta',
        'alpha-beta-precision',
        'alpha-beta-precision-union',
      ]),
    );
  });

  it.each(names)('%s opens with question, source and run time', (name) => {
    const head = shippedText(name).split('isoeffect: 1')[0];
    for (const word of ['# Question:', '# Source:', '# Run time:']) expect(head).toContain(word);
  });

  it.each(names)('%s tags every value as found, fitted or assumed', (name) => {
    const { scenario, warnings } = shipped(name);
    expect(warnings).toEqual(warned[name] ? [warned[name]] : []);
    const tagged = Object.keys(scenario.provenance);
    const isCovered = (path: string) => tagged.some((tag) => path === tag || path.startsWith(`${tag}.`));
    // A value that the file leaves to its default needs no tag in the file; it is listed as assumed
    const written = leafPaths(scenario)
      .filter((path) => /^(arms|truth|uncertainty|truths|design)(\.|$)/.test(path))
      .filter(
        (path) =>
          ['number', 'string'].includes(typeof valueAt(scenario, path)) &&
          !/\.(model|resolve|parameterisation|analysisSet|unevaluable|withinDays)$/.test(path),
      );
    expect(written.filter((path) => !isCovered(path))).toEqual([]);
  });

  it.each(names)('%s reads back from its resolved form to the same bytes', (name) => {
    const { scenario } = shipped(name);
    const again = readScenario(writeScenario(scenario, 'again'), name).scenario;
    expect(JSON.stringify(again)).toBe(JSON.stringify(scenario));
  });

  it.each(names.filter(hasAim))('%s runs', async (name) => {
    const { scenario } = shipped(name);
    const small = { ...scenario, simulation: { ...scenario.simulation, replicates: 20 } };
    const result = (await mergeRun(small, planBatches(small).map(createBatchRunner(small)), [])) as AimResult;
    expect(result.truths[0].name).toBe('asPlanned');
    for (const { operatingCharacteristics, estimation } of result.truths) {
      const { power } = operatingCharacteristics;
      for (const value of [power.estimate, power.expected!]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      expect(power.mcse).toBeGreaterThan(0);
      for (const { failures } of estimation.arms) expect(failures.exact).toBeGreaterThan(0);
    }
  });

  it.each(names.filter((name) => !hasAim(name)))('%s runs', async (name) => {
    const { scenario } = shipped(name);
    const { simulation } = scenario;
    const worlds = Math.min(4, simulation.worlds!);
    const small = { ...scenario, simulation: { ...simulation, replicates: 20, worlds } };
    const runBatch = createBatchRunner(small);
    const result = await mergeResults(small, planBatches(small).map(runBatch), []);
    expect(result.truths[0].name).toBe('asPlanned');
    const isInexact = result.warnings.some((warning) => warning.startsWith('power has no exact value'));
    const isTimed = result.truths[0].times !== undefined;
    expect(isInexact).toBe(isTimed || name === 'pace-b-centres');
    for (const {
      operatingCharacteristics: { power, typeIError },
    } of result.truths) {
      for (const q of [power, typeIError]) {
        expect(q.estimate).toBeGreaterThanOrEqual(0);
        expect(q.estimate).toBeLessThanOrEqual(1);
        expect(q.mcse).toBeGreaterThan(0);
        if (isInexact) continue;
        expect(q.exact).toBeGreaterThanOrEqual(0);
        expect(q.exact).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
    const basis = new Set(result.assumptions.map((a) => a.basis));
    expect([...basis].every((b) => ['found', 'fitted', 'assumed'].includes(b))).toBe(true);
  });
});
