import { createHash } from 'node:crypto';
import { parse } from 'vega';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationRecord } from '../../src/engine/calibration-record.ts';
import { readVegaRuntime } from '../../src/node/vega-runtime.ts';
import { evidenceMap } from '../../src/report/calibration-charts/evidence-map.ts';
import { evidenceMapPage } from '../../src/report/evidence-map-page.ts';
import { fillChart } from '../../src/report/fill-chart.ts';
import { scriptData } from '../../src/report/script-data.ts';
import { sliderStops } from '../../src/report/slider-stops.ts';
import { calibrationRecord } from '../fixtures/calibration-record.ts';
import { HOSTILE } from './make-result.ts';

let record: CalibrationRecord;
let html: string;
beforeAll(async () => {
  record = await calibrationRecord({ model: 'logLogistic' });
  html = await evidenceMapPage(record, readVegaRuntime());
}, 60_000);

describe('the page of the evidence map', () => {
  it('admits its own scripts by their hashes, and nothing else', () => {
    const policy = html.match(/Content-Security-Policy" content="([^"]+)"/)![1].replaceAll('&#39;', "'");
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
    expect(scripts).toHaveLength(4);
    const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(policy).toContain(`script-src ${hashes.join(' ')};`);
    expect(html).not.toMatch(/<link|<img|<script [^>]*src|\sstyle=/i);
    expect(html).toContain('href="report.html"');
  });

  it('holds specifications that Vega can read, with the same points wide and narrow', () => {
    const json = html.match(/<script type="application\/json" id="specifications">(.*?)<\/script>/s)![1];
    const { wide, narrow } = JSON.parse(json);
    for (const spec of [wide, narrow]) expect(() => parse(spec)).not.toThrow();
    const points = (spec: { data: { name: string; values?: unknown[] }[] }) =>
      spec.data.flatMap(({ values }) => values ?? []).length;
    expect(points(wide)).toBe(18 + 16);
    expect(points(narrow)).toBe(points(wide));
  });

  it('lists every study of the map, with its dose at the values that the sliders start at', () => {
    const cells = [
      ...html.matchAll(/data-of="([\w-]+)" data-dose="([\d.]+)" data-squared="([\d.]+)">([\d.]+)</g),
    ];
    expect(cells).toHaveLength(18 + 16);
    for (const [, of, dose, squared, shown] of cells) {
      const ratio = of === 'wound-ratio' ? 10 : 4.9;
      const dose2 = (Number(dose) * ratio + Number(squared)) / (2 + ratio);
      // Shown to a tenth
      expect(Math.abs(Number(shown) - dose2)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });

  it('has one slider and no wounds where no study counted them', async () => {
    const text = 'id,schedule,n,controlRate,atYears\na,25 x 2,20,0.9,3\nb,5 x 5,20,0.8,3\nc,10 x 3,20,0.9,3';
    const page = await evidenceMapPage(await calibrationRecord({ text }), []);
    expect(page.match(/type="range"/g)).toHaveLength(1);
    expect(page).not.toContain('Wound complications');
  });
});

it('the specification opens by itself: sliders for both α/β, which the points follow', () => {
  const layout = { plotWidth: 600, isNarrow: false, hasTitle: true };
  const { params } = fillChart(evidenceMap, evidenceMap.content(record)!, layout) as {
    params: { name: string; value?: number; expr?: string; bind?: object }[];
  };
  const named = (name: string) => params.find((param) => param.name === name)!;
  expect(named('log10AlphaBeta')).toMatchObject({ bind: { input: 'range' } });
  expect(10 ** named('log10AlphaBeta').value!).toBeCloseTo(4.9, 4);
  expect(named('log10WoundAlphaBeta').value).toBe(1);
  expect(named('alphaBetaGy').expr).toContain('log10AlphaBeta');
});

describe('stops of the slider', () => {
  it.each([4.9, 10, 3.75, 0.2, 47])('go from 0.5 to 30 Gy in small steps, and hold %d', (start) => {
    const stops = sliderStops(start);
    expect(stops).toContain(start);
    expect(stops).toContain(0.5);
    expect(stops).toContain(30);
    const inner = stops.filter((stop) => stop >= 0.5 && stop <= 30);
    for (let i = 1; i < inner.length; i++) {
      expect(inner[i]).toBeGreaterThan(inner[i - 1]);
      expect(inner[i] / inner[i - 1]).toBeLessThan(1.11);
    }
  });
});

it('data for scripts cannot end their block', () => {
  const { source } = scriptData('x', { name: `${HOSTILE}\u2028<!--` });
  const [, json] = source.match(/^<script type="application\/json" id="x">(.*)<\/script>$/s)!;
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual({ name: `${HOSTILE}\u2028<!--` });
});
