import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimateCharts } from '../../src/report/estimate-charts/index.ts';
import { renderEstimate } from '../../src/report/render-estimate.ts';
import { effectsText, estimateOf, shippedEffects } from '../fixtures/shipped-effects.ts';
import { launchChromium } from './launch-chromium.ts';
import { TEXT_OUTSIDE } from './text-outside.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoeffect-estimate-report-'));
const complaints: string[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(shippedEffects)('the report of %s in a browser', (name) => {
  it('fits narrow and wide windows, complains of nothing, draws no text outside its charts', async () => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, (await renderEstimate(await estimateOf(effectsText(name)))).html);
    await page.goto(pathToFileURL(file).href);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const [wanted, given] = await page.evaluate<number[]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      expect(wanted).toBeLessThanOrEqual(given);
      const drawn = page.locator('figure svg:visible');
      expect(await drawn.count()).toBe(Object.keys(estimateCharts).length);
      for (const svg of await drawn.all()) {
        const box = (await svg.boundingBox())!;
        expect(box.width / Number(await svg.getAttribute('width'))).toBeGreaterThan(0.85);
      }
    }
    expect(await page.evaluate<string[]>(TEXT_OUTSIDE)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
