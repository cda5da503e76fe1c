import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCalibrationReport } from '../../src/node/write-calibration-report.ts';
import { eqd2 } from '../../src/radiobiology/linear-quadratic.ts';
import { calibrationCharts } from '../../src/report/calibration-charts/index.ts';
import { calibrationRecord } from '../fixtures/calibration-record.ts';
import { evidenceText } from '../fixtures/evidence.ts';
import { HOSTILE } from '../report/make-result.ts';
import { launchChromium } from './launch-chromium.ts';
import { TEXT_OUTSIDE } from './text-outside.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoeffect-evidence-map-'));
const map = pathToFileURL(join(folder, 'evidence-map.html')).href;
const report = pathToFileURL(join(folder, 'report.html')).href;
const complaints: string[] = [];
const requests: string[] = [];
let browser: Browser;
let page: Page;

/** Runs in the page: where the marks of studies stand, in pixels from the left of their panel, by panel. */
const MARKS = `[...document.querySelectorAll('#map g.mark-symbol.role-mark')].map((group) =>
  [...group.querySelectorAll('path')].map((path) =>
    Number(path.getAttribute('transform').match(/translate\\(([-\\d.]+),/)[1])))`;
const marks = (): Promise<number[][]> => page.evaluate<number[][]>(MARKS);

/** The shipped table with a hostile name for its first study. */
const hostileText = evidenceText.replace(
  '"NCIC SR2, preoperative arm (O\'Sullivan 2002)"',
  `"${HOSTILE.replaceAll('"', '""')}"`,
);

beforeAll(async () => {
  expect(hostileText).not.toBe(evidenceText);
  const record = await calibrationRecord({ text: hostileText, model: 'logLogistic' });
  await writeCalibrationReport(folder, record);
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(map);
  await page.waitForSelector('#map[data-ready=yes]');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the evidence map in a browser', () => {
  it('draws every study, and asks for nothing but itself', async () => {
    expect((await marks()).map((panel) => panel.length)).toEqual([18, 16]);
    expect(requests).toEqual([map]);
    expect(complaints).toEqual([]);
  });

  it('moves the points to their EQD2 as α/β is moved by keys, and leaves the other panel alone', async () => {
    const before = await marks();
    const slider = page.getByLabel('α/β for local control');
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe('0.5 Gy');
    await expect.poll(marks).not.toEqual(before);
    const after = await marks();
    expect(after[1]).toEqual(before[1]);
    // Row 16, 5 × 8 Gy: its mark lies as far right as its EQD2 says, on an axis that does not move
    const at = (alphaBetaGy: number) => eqd2({ doseGy: 40, doseSquaredGy2: 320 }, alphaBetaGy);
    const [was, is] = [Math.max(...before[0]), Math.max(...after[0])];
    expect(is / was).toBeCloseTo(at(0.5) / at(4.9), 2);
    // 25 × 2 Gy stays where it is
    expect(after[0][0]).toBeCloseTo(before[0][0], 1);
  });

  it('says the same in the table, and goes back', async () => {
    const cell = page.locator('[data-of="control-ratio"]').filter({ hasText: '136.0' });
    expect(await cell.count()).toBe(1);
    await page.getByRole('button', { name: 'Back to 4.9 Gy' }).click();
    expect(await cell.count()).toBe(0);
    expect(await page.locator('output[for="control-ratio"]').innerText()).toBe('4.9 Gy');
  });

  it('moves the wounds by a slider of their own', async () => {
    const before = await marks();
    await page.getByLabel('α/β for wounds').focus();
    await page.keyboard.press('Home');
    await expect.poll(async () => (await marks())[1]).not.toEqual(before[1]);
    expect((await marks())[0]).toEqual(before[0]);
  });

  it('shows the study under the pointer as text, whatever its name', async () => {
    await page.locator('#map g.mark-symbol.role-mark').first().locator('path').first().hover({ force: true });
    const hint = page.locator('#hint');
    await expect.poll(() => hint.isVisible()).toBe(true);
    expect((await hint.innerText()).replaceAll('\u00a0', ' ')).toMatch(
      /study:.*schedule:.*patients:.*outcome:/s,
    );
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img').count()).toBe(0);
    expect((await page.locator('td', { hasText: 'onerror=' }).first().innerText()).replace(/\s+/g, ' ')).toBe(
      HOSTILE,
    );
    await page.keyboard.press('Escape');
    expect(await hint.isVisible()).toBe(false);
  });

  it.each([390, 768, 1440])('fits a window %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const right = async (): Promise<number> => {
      const box = await page.locator('#map svg').boundingBox();
      return box === null ? Infinity : box.x + box.width;
    };
    await expect.poll(right).toBeLessThanOrEqual(width);
    await expect.poll(() => page.locator('#map svg').count()).toBe(1);
    await expect
      .poll(() => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'))
      .toBeLessThanOrEqual(0);
    await page.waitForSelector('#map[data-ready=yes]');
    await expect.poll(async () => (await marks()).map((panel) => panel.length)).toEqual([18, 16]);
  });

  it('complained of nothing on the way', () => {
    expect(requests).toEqual([map]);
    expect(complaints).toEqual([]);
  });
});

describe('the report of a calibration in a browser', () => {
  it('links to the map and back', async () => {
    await page.goto(report);
    await page.getByRole('link', { name: 'The evidence map' }).click();
    await page.waitForSelector('#map[data-ready=yes]');
    await page.getByRole('link', { name: 'Back to the report' }).click();
    expect(page.url()).toBe(report);
  });

  it.each([390, 768, 1440])('fits a window %i pixels wide, with every chart legible', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const size = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
    expect(size[0]).toBeLessThanOrEqual(size[1]);
    const drawn = page.locator('figure svg:visible');
    expect(await drawn.count()).toBe(Object.keys(calibrationCharts).length);
    for (const svg of await drawn.all()) {
      const box = (await svg.boundingBox())!;
      expect(box.width / Number(await svg.getAttribute('width'))).toBeGreaterThan(0.84);
    }
  });

  it('draws no text outside its charts, and complains of nothing', async () => {
    expect(await page.evaluate<string[]>(TEXT_OUTSIDE)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
