import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../../src/report/charts/index.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { readPdf, unspaced } from '../fixtures/pdf-text.ts';
import { HOSTILE, makeResult, TWO_ARMS } from '../report/make-result.ts';
import { launchChromium } from './launch-chromium.ts';
import { TEXT_OUTSIDE } from './text-outside.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoeffect-report-'));
const url = pathToFileURL(join(folder, 'report.html')).href;

let browser: Browser;
let page: Page;
let chartsShown: number;
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  const result = await makeResult(TWO_ARMS, {
    title: HOSTILE,
    'simulation.replicates': 1000,
    'simulation.worlds': 300,
  });
  chartsShown = Object.values(charts).filter(({ content }) => content(result)).length;
  writeFileSync(join(folder, 'report.html'), (await renderReport(result)).html);
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the report in a browser', () => {
  it('asks for nothing but itself, and complains of nothing', () => {
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  it('shows a hostile title as text', async () => {
    expect(await page.title()).not.toBe('owned');
    expect((await page.locator('h1').innerText()).replace(/\s+/g, ' ')).toBe(HOSTILE);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script:not([type="application/json"])').count()).toBe(1);
  });

  it.each([390, 768, 1440])('fits a window %i pixels wide, with every chart legible', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const size = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
    expect(size[0]).toBeLessThanOrEqual(size[1]);
    const drawn = page.locator('figure svg:visible');
    // A success and a failure stand as examples beside the charts
    expect(await drawn.count()).toBe(chartsShown + 2);
    for (const svg of await drawn.all()) {
      const box = (await svg.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      const scale = box.width / Number(await svg.getAttribute('width'));
      expect(scale).toBeGreaterThan(0.85);
    }
  });

  it('draws no text outside its chart', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const cut = await page.evaluate<string[]>(TEXT_OUTSIDE);
    expect(cut).toEqual([]);
  });

  it('prints on A4 with two charts a page, each whole, and no heading at the foot of a page', async () => {
    const pages = (await readPdf(await page.pdf({ format: 'A4' }))).map(({ text }) => unspaced(text));
    const textOf = async (selector: string) =>
      (await page.locator(selector).allTextContents()).map(unspaced).filter((text) => text !== '');
    const titles = await textOf('[aria-labelledby=charts] figure h3');
    const captions = await textOf('[aria-labelledby=charts] figcaption');
    const pageOf = (text: string) => pages.findIndex((one) => one.includes(text));
    const places = titles.map(pageOf);
    expect(places).not.toContain(-1);
    expect(captions.map(pageOf)).toEqual(places);
    expect(new Set(places).size).toBeLessThanOrEqual(Math.ceil(titles.length / 2) + 1);
    const headings = await textOf('h2, h3, h4');
    expect(pages.filter((text) => headings.some((heading) => text.endsWith(heading)))).toEqual([]);
  });
});
