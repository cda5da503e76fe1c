import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Widths of a phone, a tablet and a desk, in pixels. */
export const WIDTHS = [390, 768, 1440] as const;

/** A page that remembers what it complained of and asked for. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

/** Opens an address and watches it. */
export async function watchPage(browser: Browser, url: string): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests };
}

/**
 * What axe-core finds against WCAG 2.2 AA of serious or critical impact, one line each; a chart is a picture to it, as to
 * who hears it.
 *
 * @param looksAtColours whether contrast is reckoned, which takes as long as all the rest
 */
export async function seriousViolations(page: Page, looksAtColours = true): Promise<string[]> {
  await page.evaluate(AXE);
  const rules = JSON.stringify({ 'color-contrast': { enabled: looksAtColours } });
  return page.evaluate<
    string[]
  >(`axe.run({ exclude: ['svg > *'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: ${rules}, resultTypes: ['violations'], preload: false, iframes: false }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')))`);
}

/** How far the page is wider than its window, in pixels; 0 where it fits. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
}
