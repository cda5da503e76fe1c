import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../fixtures/static-server.ts';
import { launchChromium } from './launch-chromium.ts';
import { TEXT_OUTSIDE } from './text-outside.ts';
import { TEXT_OVERLAPPING } from './text-overlapping.ts';
import { overflow, seriousViolations, type WatchedPage, WIDTHS, watchPage } from './watched-page.ts';

/** The page as the build left it, on a plain file host. */
const FOLDER = 'dist/explorer';

const waitFor = (page: Page, state: 'done' | 'wrong') =>
  page.waitForSelector(`[data-state=${state}]`, { timeout: 40_000 });

/** Moves the focus by the keyboard alone until it is on what a selector names. @throws Error if it does not come there */
async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by ${most} presses of Tab`);
}

describe('the explorer', () => {
  const out = mkdtempSync(join(tmpdir(), 'isoeffect-explorer-'));
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    host = await serveFolder(FOLDER);
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    host?.close();
    rmSync(out, { recursive: true, force: true });
  });
  const open = (hash = ''): Promise<WatchedPage> => watchPage(browser, `${host.url}${hash}`);

  it('answers quick-start with the bytes of the command line; complains of nothing, asks no one else', async () => {
    const { page, complaints, requests } = await open();
    await waitFor(page, 'done');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save result' }).click(),
    ]);
    const command = ['dist/src/cli/main.js', 'run', 'quick-start', '--out', out, '--no-report'];
    execFileSync(process.execPath, command, { stdio: 'pipe' });
    expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(join(out, 'result.json'), 'utf8'));
    await page.waitForSelector('#chart-monte-carlo-convergence');
    expect.soft(await seriousViolations(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await overflow(page), `wider than ${width}`).toBe(0);
      expect.soft(await page.evaluate(TEXT_OUTSIDE), `cut at ${width}`).toEqual([]);
      expect.soft(await page.evaluate(TEXT_OVERLAPPING), `overlapping at ${width}`).toEqual([]);
    }
    expect(requests.filter((url) => !url.startsWith(host.url) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('follows a slider into text, form, address, charts and a comparison', async () => {
    const { page, complaints } = await open(
      '#scenario=quick-start&set=simulation.replicates=600&set=simulation.worlds=20',
    );
    await waitFor(page, 'done');
    const chart = page.locator('#chart-estimated-difference svg');
    const before = await chart.getAttribute('aria-label');
    await page.getByRole('button', { name: 'Keep to compare' }).click();
    await page.locator('#slider-patients').fill('200');
    await expect.poll(() => page.locator('#yaml').inputValue()).toContain('perArm: 200');
    await expect.poll(() => chart.getAttribute('aria-label')).not.toBe(before);
    await waitFor(page, 'done');
    await expect
      .poll(() => page.locator('.comparison table').last().innerText())
      .toMatch(/design\.perArm\s+100\s+200/);
    await page.getByText('Every value as a form').click();
    expect(await page.locator('[id="field-design.perArm"]').inputValue()).toBe('200');
    await expect.poll(() => page.url()).toContain('set=design.perArm=200');
    const shared = await open(page.url().slice(host.url.length));
    await expect
      .poll(() => shared.page.locator('.comparison table').last().innerText(), { timeout: 40_000 })
      .toMatch(/design\.perArm\s+100\s+200/);
    expect([...complaints, ...shared.complaints]).toEqual([]);
    await page.close();
    await shared.page.close();
  });

  it('says what is wrong at its line, in the form too, and leads there', async () => {
    const { page, complaints } = await open('#scenario=quick-start');
    await page.getByText('Every value as a form').click();
    await page.locator('summary', { hasText: /^truth$/ }).click();
    await page.locator('[id="field-truth.localControl.gamma50"]').fill('steep');
    await page.keyboard.press('Tab');
    await waitFor(page, 'wrong');
    const text = await page.locator('#yaml').inputValue();
    const line = text.split('\n').findIndex((each) => each.includes('gamma50: steep')) + 1;
    const problem = page.getByRole('button', { name: new RegExp(`^line ${line}, column \\d+: `) });
    await problem.click();
    await expect
      .poll(() => page.evaluate<number>('document.activeElement.selectionStart'))
      .toBe(text.indexOf('steep '));
    expect(await page.locator('[id="field-truth.localControl.gamma50"]').getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('teaches all six lessons by the keyboard alone', async () => {
    const { page, complaints } = await open(
      '#scenario=quick-start&set=simulation.replicates=32&set=simulation.worlds=0',
    );
    await page.waitForSelector('nav');
    await tabTo(page, 'nav[aria-label=Views] button:nth-child(2)');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lessons');
    expect.soft(await seriousViolations(page)).toEqual([]);
    const count = await page.locator('.lessons button').count();
    expect(count).toBe(6);
    for (let lesson = 1; lesson <= count; lesson++) {
      await tabTo(page, `.lessons li:nth-child(${lesson}) button`);
      await page.keyboard.press('Enter');
      await walk(page);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  /** Walks a lesson to its end and back to the list: foretells something in each step and waits for the answer. */
  async function walk(page: Page): Promise<void> {
    const steps = Number(/of (\d+)/.exec(await page.locator('.lesson > .note').first().innerText())![1]);
    for (let step = 1; step <= steps; step++) {
      await page.waitForSelector(`text=Step ${step} of ${steps}`);
      await tabTo(page, '.prediction input');
      const isChoice = (await page.locator('.prediction input[type=radio]').count()) > 0;
      if (isChoice) await page.keyboard.press('Space');
      else {
        const input = page.locator('.prediction input');
        await page.keyboard.type((await input.getAttribute('max'))!);
      }
      await page.keyboard.press('Enter');
      await page.waitForSelector('.verdict', { timeout: 20_000 });
      if ((await page.locator('.play input').count()) > 0) {
        await tabTo(page, '.play input');
        await page.keyboard.press('ArrowRight');
      }
      await tabTo(page, `nav[aria-label=Steps] button:${step < steps ? 'nth-last-child(2)' : 'last-child'}`);
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector('.lessons');
  }
});
