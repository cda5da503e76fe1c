import { describe, expect, it } from 'vitest';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { cumulativeIncidence } from '../../src/report/charts/cumulative-incidence.ts';
import type { ChartContent } from '../../src/report/charts/definition.ts';
import { eqd2ByAlphaBeta } from '../../src/report/charts/eqd2-by-alpha-beta.ts';
import { powerByArm } from '../../src/report/charts/power-by-arm.ts';
import { chartsOf } from '../../src/report/charts-of.ts';
import { exampleTrial } from '../../src/report/example-charts/example-trial.ts';
import { exampleNarrative } from '../../src/report/example-narrative.ts';
import { renderFigures } from '../../src/report/render-figures.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { summaryText } from '../../src/report/summary-text.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { THREE_ARMS, THREE_ARMS_ON_TIMES } from '../fixtures/three-arms.ts';

const SMALL = 'simulation.replicates=300';
const set = (multiplicity: string, requires: string): string =>
  `design.comparisons={ multiplicity: ${multiplicity}, requires: ${requires} }`;

const contentOfPower = (result: RunResult): ChartContent => powerByArm.content(result)!;

/** Text without markup and line breaks. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#?\w+;/g, ' ')
    .replace(/\s+/g, ' ');

describe('a report of several arms against one control', () => {
  it('says on a terminal what success is, and what each arm does', async () => {
    const { result } = await runInline(THREE_ARMS, SMALL, set('dunnett', 'any'));
    const text = summaryText(result).join('\n');
    expect(text).toContain('The trial succeeds if at least one comparison with control passes:');
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /a one-sided level of 5\.\d+ %, which holds that of the claim for all of them \(Dunnett\)/,
    );
    for (const heading of ['gy30', 'gy28', 'at least one arm', 'every arm'])
      expect(text).toMatch(new RegExp(`Truth +${heading} +`));
    expect(text).toMatch(/at least one arm +exact +familywise error +exact/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('says on a page what each arm does, and how', async () => {
    const { result } = await runInline(THREE_ARMS, SMALL, set('gatekeeping', 'all'));
    const { html } = await renderReport(result);
    const text = plain(html);
    expect(text).toContain('the trial shows its claim for every arm in');
    expect(text).toContain('The trial succeeds if every comparison with control passes:');
    expect(text).toContain('gy28: fibrosis at 2 years non-inferior');
    expect(text).toContain('Several arms against one control');
    expect(text).toContain('All arms are compared with the same control');
    expect(text).toContain('Familywise error');
    expect(text).toContain('only if those before it pass');
    expect(text).toContain('asPlanned at least one arm');
  });

  it('draws a panel for each arm, and no chart that is of two arms', async () => {
    const { result } = await runInline(THREE_ARMS, SMALL);
    const [figure] = (await renderFigures(result)).filter(({ name }) => name === 'estimated-difference');
    expect(figure.title).toMatch(/of trials for gy30 and in .* of trials for gy28$/);
    for (const arm of ['gy30', 'gy28']) expect(figure.svg).toContain(`${arm}: Fibrosis at 2 years`);
    const power = contentOfPower(result);
    expect(power.data.values.map(({ value }) => value)).toHaveLength(5);
    expect(power.params.labels).toEqual([
      'gy30',
      'gy28',
      'at least one arm',
      'every arm',
      'familywise error',
    ]);
    expect(power.description).toContain('All values are exact.');
    const eqd2 = eqd2ByAlphaBeta.content(result)!;
    expect(eqd2.params.roles).toEqual(['control', 'experimental', 'arm 3']);
    expect(eqd2.params.names).toEqual(['25 × 2 Gy (control)', '5 × 6 Gy (gy30)', '5 × 5.7 Gy (gy28)']);
    expect(eqd2.title).toMatch(/^At an α\/β of 3 Gy, 5 × 6 Gy is worth 54 Gy, .*; 25 × 2 Gy is worth 50 Gy$/);
    // 50 = 30·(6 + x)/(2 + x) at x = 4
    expect(eqd2.description).toContain('Points are where an arm equals control: gy30 at 4 Gy, gy28 at');
    expect(Object.keys(chartsOf(result))).not.toContain('dose-response');
    expect(Object.keys(chartsOf({ arms: result.arms.slice(0, 2) }))).toContain('dose-response');
  });

  it('tells one trial arm by arm', async () => {
    const { scenario } = await runInline(THREE_ARMS, SMALL);
    const story = replayTrial(createTrial(scenario), { truth: 'asPlanned', world: 0, replicate: 3 });
    const { claims } = exampleNarrative(story);
    expect(claims[0]).toMatch(
      /^gy30: Fibrosis at 2 years.*: control \d+ of 80.*, gy30 \d+ of 80.*gy30 needs/,
    );
    expect(claims[1]).toMatch(
      /^gy28: Fibrosis at 2 years.*: control \d+ of 80.*, gy28 \d+ of 80.*gy28 needs/,
    );
  });

  it('says what times bring arm by arm', async () => {
    const { scenario, result } = await runInline(THREE_ARMS_ON_TIMES, 'simulation.replicates=100');
    const text = summaryText(result).join('\n');
    expect(text).toMatch(/asPlanned, gy27 +\d.*\nasPlanned, gy26 +\d/);
    const html = plain((await renderReport(result)).html);
    const curves = cumulativeIncidence.content(result)!;
    expect(curves.title).toMatch(
      /^At 5 years 20\.0 % of .* patients and 18\.0 % of .* and 24\.0 % of .* have failed$/,
    );
    const drawn = new Set(curves.data.curves.map(({ role }) => role));
    expect([...drawn]).toEqual(['control', 'experimental', 'arm 3']);
    expect(html).toContain('For gy26: On average');
    expect(html).toMatch(/82\.0 % with .* and 76\.0 % with .* against 80\.0 % with/);
    const story = replayTrial(createTrial(scenario), { truth: 'asPlanned', world: 0, replicate: 3 });
    expect(exampleNarrative(story).claims[1]).toMatch(/^gy26: .*: control \d+ of 120 .*, gy26 \d+ of 120 /);
    const panels = exampleTrial.content(story)!.data.panels.map(({ panel }) => panel);
    expect([...new Set(panels)]).toEqual([
      'Failures seen: control and gy27',
      'Failures seen: control and gy26',
    ]);
  });
});
