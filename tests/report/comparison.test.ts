import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonHeadline } from '../../src/report/comparison-headline.ts';
import type { NamedResult } from '../../src/report/named-result.ts';
import { renderComparison } from '../../src/report/render-comparison.ts';
import { scenarioDifferences } from '../../src/report/scenario-differences.ts';
import { comparisonSummarySection } from '../../src/report/sections/comparison-summary.ts';
import { HOSTILE, makeResult, SINGLE_ARM, TWO_ARMS } from './make-result.ts';

let larger: NamedResult;
let smaller: NamedResult;
let single: NamedResult;

beforeAll(async () => {
  smaller = { name: 'smaller', result: await makeResult(TWO_ARMS) };
  larger = { name: HOSTILE, result: await makeResult(TWO_ARMS, { 'design.perArm': 150 }) };
  single = { name: 'single', result: await makeResult(SINGLE_ARM) };
});

describe('several results side by side', () => {
  it('differ in what was changed and in nothing else', () => {
    expect(scenarioDifferences([smaller, larger])).toEqual([{ path: 'design.perArm', values: [75, 150] }]);
    expect(scenarioDifferences([smaller, smaller])).toEqual([]);
  });

  it('open with the least and the greatest power, the exact values of the results', () => {
    const power = ({ result }: NamedResult): string =>
      (100 * result.truths[0].operatingCharacteristics.power.exact!).toFixed(1);
    expect(comparisonHeadline([larger, smaller])).toBe(
      `Power as planned runs from ${power(smaller)} % (smaller) to ${power(larger)} % (${HOSTILE})`,
    );
    expect(comparisonHeadline([smaller, { ...smaller, name: 'again' }])).toMatch(/in both results$/);
  });

  it('hold hostile names as text, and every number whole', async () => {
    const { html, figures } = await renderComparison([smaller, larger, single]);
    expect(figures.map(({ name }) => name)).toEqual(['results-side-by-side']);
    expect(html).not.toContain('<img src=x');
    expect(html.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(html).toContain('<code>design.<wbr>per<wbr>Arm</code>');
  });

  it('up to twelve', async () => {
    const twelve = Array.from({ length: 12 }, (_, i) => ({ ...smaller, name: `number ${i + 1}` }));
    const { html } = await renderComparison(twelve);
    expect(html).toContain('12 simulated trials side by side');
    expect(html).toContain('All are of one scenario with one seed.');
  });

  it('lay to chance what other seeds change, and nothing else', async () => {
    const reseeded = { name: 'reseeded', result: await makeResult(SINGLE_ARM, { seed: 'another' }) };
    const chance = 'what differs between them is Monte Carlo error';
    expect(comparisonSummarySection([single, reseeded]).source).toContain(chance);
    expect(comparisonSummarySection([smaller, larger]).source).not.toContain(chance);
  });

  it('name the most assured only of several', () => {
    expect(comparisonSummarySection([smaller, single]).source).not.toContain('succeeds most often');
    expect(comparisonSummarySection([smaller, larger]).source).toContain('succeeds most often');
    const [again, once] = ['again', 'once more'].map((name) => ({ ...smaller, name }));
    expect(comparisonSummarySection([again, once]).source).toContain(
      'again and once more succeed equally often',
    );
    expect(comparisonSummarySection([smaller, larger, { ...larger, name: 'as large' }]).source).toContain(
      'and as large succeed most often',
    );
  });
});
