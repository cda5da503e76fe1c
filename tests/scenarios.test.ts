import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leafPaths, valueAt } from '../src/scenario/path.ts';
import { type ReadScenario, readScenario } from '../src/scenario/read-scenario.ts';
import { writeScenario } from '../src/scenario/write-scenario.ts';
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
        'start-a-three-arms',
        'fast',
        'fast-forward-three-arms',
        'chhip-three-arms',
        'mams-sarcoma',
        'start-b',
        'rtog-0415',
        'sarc032',
        'sr2',
        'rtog-0630',
        'ucla-5x6',
        'imris',
        'premiss',
        'bedi-5x7',
        'scopes',
        'whelan',
        'dbcg-hypo',
        'skagen-1',
        'hypog-01',
        'hypart',
        'profit',
        'hypo-rt-pc',
        'vortex',
        'pisters-1996',
        'yang-1998',
        'warsaw-5x5',
        'adoption-5x6',
        'burden-5x6',
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
      .filter((path) => /^(arms|truth|uncertainty|truths|burden|design)(\.|$)/.test(path))
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
});
