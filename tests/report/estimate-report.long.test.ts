import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EstimateResult } from '../../src/engine/estimate-result.ts';
import { estimateCharts } from '../../src/report/estimate-charts/index.ts';
import { momentsOf } from '../../src/report/estimate-moments.ts';
import { estimateText } from '../../src/report/estimate-text.ts';
import { renderEstimate } from '../../src/report/render-estimate.ts';
import { ratioDeviance } from '../../src/trial/alpha-beta/ratio-sets.ts';
import { effectsText, estimateOf, shippedEffects, threeArms } from '../fixtures/shipped-effects.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';
import { HOSTILE } from './make-result.ts';

const plainText = (html: string): string => html.replace(/<[^>]+>/g, ' ').replaceAll('\u00a0', ' ');

/** Every kind of answer that data can give. */
const texts: Record<string, string> = {
  ...Object.fromEntries(shippedEffects.map((name) => [name, effectsText(name)])),
  'two ratios of 1': threeArms([1, 1]),
  'a negative ratio': threeArms([3, 1.4], { spread: 1.05 }),
  'a ratio far off': threeArms([0.33, 0.25], { event: 'failure', spread: 1.4 }),
  'wide intervals': threeArms([1.5, 1.2], { spread: 10 }),
  'three test arms': `${threeArms([1.5, 1.2])}  - { schedule: 15 x 3 Gy, ratio: 1.1, interval: [0.8, 1.5] }\n`,
};

describe.each(Object.entries(texts))('the report of %s', (_name, text) => {
  let result: EstimateResult;
  let html: string;
  let svgs: string[];
  beforeAll(async () => {
    result = await estimateOf(text);
    const report = await renderEstimate(result);
    html = report.html;
    svgs = report.figures.flatMap(({ svg, inline }) => [svg, inline.wide, inline.narrow]);
  });

  it('has no hole, and needs nothing but itself', () => {
    for (const page of [withoutScripts(html), ...svgs])
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
    const style = html.match(/<style>(.*?)<\/style>/s)![1];
    expect(html).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(withoutScripts(html)).not.toMatch(/<script|<link|<img|\sstyle=|(?:src|href)="(?!#)/i);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives verdict, assumptions and source in full', () => {
    const shown = plainText(html).replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    for (const sentence of [
      ...result.verdict.sentences,
      ...result.assumptions,
      result.source,
      result.effects.sha256,
    ])
      expect(shown).toContain(sentence);
  });

  it('prints within 100 columns, without a hole', () => {
    const lines = estimateText(result);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('is the same, byte for byte, when rendered again', async () => {
    expect((await renderEstimate(result)).html).toBe(html);
  });
});

it('shows text from the file as text, wherever it comes from', async () => {
  const hostile = {
    ...(await estimateOf(effectsText('fast'))),
    title: HOSTILE,
    source: HOSTILE,
    assumptions: [HOSTILE],
    warnings: [HOSTILE],
  };
  const { html } = await renderEstimate(hostile);
  expect(withoutScripts(html)).not.toMatch(/<script|<img|onerror="/i);
  expect(html.match(/&lt;img src=x onerror=&quot;/g)!.length).toBeGreaterThanOrEqual(5);
});

describe('charts show what the result says', () => {
  const contentOf = async (chart: string, name: string) =>
    estimateCharts[chart].content(await estimateOf(effectsText(name)))!;

  it('the deviance curve lies under the limit exactly within the Fieller set', async () => {
    for (const name of ['fast', 'fast-forward-late', 'chhip']) {
      const { data } = await contentOf('alpha-beta-deviance', name);
      const limit = Number(data.limit[0].deviance);
      const parts = data.sets.filter(({ set }) => set === 'Fieller set');
      for (const { alphaBetaGy, deviance } of data.curve) {
        if (Math.abs(Number(deviance) - limit) < 1e-3) continue;
        const isWithin = parts.some(
          ({ from, to }) => Number(alphaBetaGy) >= Number(from) && Number(alphaBetaGy) <= Number(to),
        );
        expect(isWithin).toBe(Number(deviance) < limit);
      }
    }
  });

  it('the ellipse is the points at one distance, and its tangents from 0 are the Fieller set', async () => {
    const result = await estimateOf(effectsText('chhip'));
    const { data } = estimateCharts['dose-coefficients'].content(result)!;
    const z2 = ratioDeviance(momentsOf(result), result.alphaBetaGy.fieller.low!);
    const { perGy, perGy2, correlation } = result.coefficients;
    const ratios = data.ellipse.map(({ perGy: x, perGy2: y }) => {
      const [u, v] = [
        (Number(x) - perGy.estimate) / perGy.standardError,
        (Number(y) - perGy2.estimate) / perGy2.standardError,
      ];
      const distance = (u * u - 2 * correlation * u * v + v * v) / (1 - correlation * correlation);
      expect(distance / z2).toBeCloseTo(1, 3);
      return Number(x) / Number(y);
    });
    expect(Math.min(...ratios)).toBeCloseTo(result.alphaBetaGy.fieller.low!, 2);
    expect(Math.max(...ratios)).toBeCloseTo(result.alphaBetaGy.fieller.high!, 2);
  });

  it('the fitted curves pass through the arms and cross the control at the isoeffective dose', async () => {
    const { data } = await contentOf('effect-by-dose', 'chhip');
    /** Linear interpolation along the curve of an arm. */
    const at = (fractions: number, doseGy: number): number => {
      const rows = data.curves.filter((row) => row.fractions === fractions);
      const i = rows.findIndex((row) => Number(row.doseGy) >= doseGy);
      const [a, b] = [rows[i - 1], rows[i]];
      const share = (doseGy - Number(a.doseGy)) / (Number(b.doseGy) - Number(a.doseGy));
      return Number(a.effect) + share * (Number(b.effect) - Number(a.effect));
    };
    const result = await estimateOf(effectsText('chhip'));
    for (const arm of result.arms) expect(at(arm.fractions, arm.totalDoseGy)).toBeCloseTo(arm.effect, 2);
    for (const { fractions, totalDoseGy } of result.isoeffective)
      expect(at(fractions, totalDoseGy.estimate)).toBeCloseTo(0, 2);
  });

  it('titles say what is wrong', async () => {
    expect((await contentOf('effect-by-dose', 'fast-forward-relapse')).title).toBe(
      'More dose goes with more failure, the wrong way round: the ratio of 3.67 Gy is no α/β',
    );
    expect((await contentOf('alpha-beta-deviance', 'fast')).title).toBe(
      'α/β has no upper bound: at the 95 % level only 3.65 to 16.20 Gy are refused',
    );
    expect((await contentOf('dose-coefficients', 'fast-forward-relapse')).title).toBe(
      'Both coefficients have the wrong sign; the 95 % ellipse holds 0, so any ratio fits',
    );
  });
});
