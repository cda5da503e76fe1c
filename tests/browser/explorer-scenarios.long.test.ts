import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedText } from '../fixtures/scenario-text.ts';
import { shippedNames } from '../fixtures/shipped-results.ts';
import { serveFolder } from '../fixtures/static-server.ts';
import { launchChromium } from './launch-chromium.ts';
import { TEXT_OUTSIDE } from './text-outside.ts';
import { TEXT_OVERLAPPING } from './text-overlapping.ts';
import { overflow, seriousViolations, WIDTHS, watchPage } from './watched-page.ts';

describe('shipped scenarios in the explorer', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    host = await serveFolder('dist/explorer');
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    host?.close();
  });

  it.each(shippedNames)('%s runs; nothing complains, is cut or keeps readers out', async (name) => {
    const few = /^uncertainty:/m.test(shippedText(name)) ? '&set=simulation.worlds=20' : '';
    const { page, complaints } = await watchPage(
      browser,
      `${host.url}#scenario=${name}&set=simulation.replicates=200${few}`,
    );
    await page.waitForSelector('[data-state=done]', { timeout: 120_000 });
    expect(await page.locator('.trouble').count()).toBe(0);
    expect(await page.locator('#yaml').inputValue()).toMatch(/replicates: 200\b/);
    await expect.poll(() => page.locator('figure svg').count(), { timeout: 30_000 }).toBeGreaterThan(0);
    expect.soft(await seriousViolations(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await overflow(page), `wider than ${width}`).toBe(0);
      // Charts are drawn again for the width, after a moment
      await expect
        .poll(() => page.evaluate(TEXT_OUTSIDE), { timeout: 15_000, message: `cut at ${width}` })
        .toEqual([]);
      expect.soft(await page.evaluate(TEXT_OVERLAPPING), `overlapping at ${width}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});
