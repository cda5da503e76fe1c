import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExplorerFiles } from '../../src/node/explorer-files.ts';
import { openExplorerServer } from '../../src/node/explorer-server.ts';
import { serveFolder } from '../fixtures/static-server.ts';
import { launchChromium } from './launch-chromium.ts';
import { type WatchedPage, watchPage } from './watched-page.ts';

const waitFor = (page: Page, state: 'done' | 'refused') =>
  page.waitForSelector(`[data-state=${state}]`, { timeout: 40_000 });

describe('the explorer in trouble', () => {
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
  const open = (hash: string): Promise<WatchedPage> => watchPage(browser, `${host.url}${hash}`);

  it('refuses what is too large for a page', async () => {
    const { page } = await open('#scenario=quick-start&set=simulation.replicates=900000000');
    await waitFor(page, 'refused');
    expect(await page.locator('.refusal').innerText()).toContain('npx isoeffect run scenario.yaml');
    await page.close();
  });

  it.each([
    ['#yaml=%%%', 'base64'],
    ['#scenario=quick-strat', 'did you mean quick-start?'],
    ['#scenario=<img src=x onerror=alert(1)>', 'scenario'],
    ['#set=__proto__.x=1', ''],
  ])('opens where everybody begins from the broken link %s, and says why', async (hash, reason) => {
    const { page, complaints } = await open(hash);
    expect(await page.locator('.trouble').innerText()).toContain(reason);
    expect(await page.locator('#yaml').inputValue()).toContain('seed: quick-start');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('works under the strict headers of the local server', async () => {
    const server = await openExplorerServer({ files: readExplorerFiles(), port: 0 });
    const { page, complaints } = await watchPage(
      browser,
      `${server.url}#scenario=quick-start&set=simulation.replicates=600&set=simulation.worlds=20`,
    );
    await waitFor(page, 'done');
    await page.waitForSelector('#chart-monte-carlo-convergence');
    expect(complaints).toEqual([]);
    await page.close();
    await server.close();
  });

  it('runs without workers', async () => {
    const page = await browser.newPage();
    await page.addInitScript('delete globalThis.Worker');
    await page.goto(
      `${host.url}#scenario=quick-start&set=simulation.replicates=600&set=simulation.worlds=20`,
    );
    await waitFor(page, 'done');
    expect(await page.locator('#simulated').innerText()).toMatch(/in 600 simulated trials; exact 24\.2 %/);
    await page.close();
  });

  it('starts its workers anew where they are gone when the page wakes', async () => {
    const page = await browser.newPage();
    await page.addInitScript(`{
      const Real = Worker;
      globalThis.opened = [];
      globalThis.Worker = class extends Real { constructor(...all) { super(...all); opened.push(this); } };
    }`);
    await page.clock.install();
    await page.goto(`${host.url}#scenario=quick-start&set=simulation.replicates=600&set=simulation.worlds=0`);
    await waitFor(page, 'done');
    const count = await page.evaluate<number>('opened.length');
    // As a browser does with a tab that slept too long: no event tells of it
    await page.evaluate('for (const worker of opened) worker.terminate()');
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.clock.fastForward(10_000);
    await expect
      .poll(() => page.evaluate<number>('opened.length'), { timeout: 20_000 })
      .toBeGreaterThan(count);
    await page.locator('#slider-patients').fill('150');
    await expect
      .poll(() => page.locator('dl.glance').innerText(), { timeout: 20_000 })
      .toContain('150 + 150');
    await page.close();
  });
});
