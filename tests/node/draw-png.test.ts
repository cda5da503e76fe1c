import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPng } from '../../src/node/draw-png.ts';
import { charts } from '../../src/report/charts/index.ts';
import { drawFigures, type Figure } from '../../src/report/draw-figures.ts';
import { fillChart } from '../../src/report/fill-chart.ts';
import { renderChart } from '../../src/report/render-chart.ts';
import { chartTexts, textsAlone, textsMissing } from '../fixtures/chart-texts.ts';
import { readPng } from '../fixtures/read-png.ts';
import { HOSTILE, makeResult, TWO_ARMS } from '../report/make-result.ts';

const { 'eqd2-by-alpha-beta': doses, 'power-over-worlds': worlds } = charts;
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const word = (weight: string, family: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="2" y="15" font-size="12px" font-weight="${weight}" font-family="${family}">word</text></svg>`;

let figures: Figure[];
beforeAll(async () => {
  figures = await drawFigures({ doses, worlds }, await makeResult(TWO_ARMS));
});

describe('a figure as PNG', () => {
  it('has two pixels to each of the drawing, and no see-through one', async () => {
    const [{ svg }] = figures;
    const { width, height, pixels } = readPng(await drawPng(svg));
    expect([width, height].map((pixels) => pixels / 2)).toEqual(
      ['width', 'height'].map((side) => Number(svg.match(new RegExp(` ${side}="(\\d+)"`))![1])),
    );
    expect(pixels.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    expect([...pixels.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('has regular and bold letters, whatever fonts the drawing names', async () => {
    const [regular, bold, other] = await Promise.all([
      drawPng(word('normal', 'Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif')),
      drawPng(word('bold', 'Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif')),
      drawPng(word('normal', 'Arimo')),
    ]);
    const ink = (png: Uint8Array) => readPng(png).pixels.reduce((sum, value) => sum + 255 - value, 0);
    expect(ink(regular)).toBeGreaterThan(0);
    expect(ink(bold)).toBeGreaterThan(ink(regular));
    expect(Buffer.compare(other, regular)).toBe(0);
  });

  it('would be found without its text, were no font there', () => {
    const { svg } = figures[0];
    const texts = chartTexts(svg);
    const image = new Resvg(textsAlone(svg), {
      background: 'white',
      fitTo: { mode: 'zoom', value: 2 },
      font: { loadSystemFonts: false },
      logLevel: 'off',
    }).render();
    expect(textsMissing(readPng(image.asPng()), texts, 2)).toEqual(texts.map(({ said }) => said));
  });

  it.each([HOSTILE, 'a\u0000\u001b\u202eb\u{d800}c\uffff', '漢字 🎲'])(
    'is drawn where text is hostile: %j',
    async (text) => {
      const content = doses.content(await makeResult(TWO_ARMS))!;
      const filled = fillChart(
        doses,
        { ...content, title: text },
        { plotWidth: 600, isNarrow: false, hasTitle: true },
      );
      const svg = await renderChart(filled, { id: 'doses', title: text, description: text });
      expect((await drawPng(svg)).length).toBeGreaterThan(10_000);
    },
  );
});

describe('the bytes of figures are the same on every Node', () => {
  it('as SVG', () => {
    expect(figures.map(({ svg, inline }) => sha256(svg + inline.wide + inline.narrow))).toEqual([
      '431c5f1e39516adf38709fe4c73bad1b330e7b0049d701506f94def11960bf44',
      '3207817a674a7d47fd2158ce8fe3e5a587c41fde88a1b0b8937ea39af14c64dc',
    ]);
  });

  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'as PNG, which other machines may round otherwise',
    async () => {
      expect(await Promise.all(figures.map(async ({ svg }) => sha256(await drawPng(svg))))).toEqual([
        'ed75cf475a2e78671de5dc0012461f8993d7af94ba531cc7f507ea34b5af49ff',
        '36d13abc236ee6bdb27596fd0874a6752721f6ed24fe914ca309bfd9c28d543c',
      ]);
    },
  );
});
