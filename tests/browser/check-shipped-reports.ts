import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/render-report.ts';
import { shippedNames, shippedResult } from '../fixtures/shipped-results.ts';
import { checkShippedResult } from '../scenarios/check-shipped-result.ts';
import { launchChromium } from './launch-chromium.ts';
import { TEXT_OUTSIDE } from './text-outside.ts';
import { TEXT_OVERLAPPING } from './text-overlapping.ts';
import { overflow, seriousViolations, watchPage } from './watched-page.ts';

/** What a report may weigh. */
const MOST_BYTES = 1.5e6;

/** Little of each scenario: what is looked at is the page. */
const LIMIT = { replicates: 100, worlds: 4 };

/** Which reports are looked at, and how closely. */
interface Look {
  /** One of so many equal shares of them, so that they run side by side. */
  readonly part: number;
  readonly parts: number;
  /** Widths in pixels at which nothing may be cut or lie over another. */
  readonly widths: readonly number[];
  /** Whether a report is looked at whose charts others before it have shown. */
  readonly looksAtEach: boolean;
  /** Whether contrast is reckoned: it takes as long as all the rest, and the reports have one style sheet. */
  readonly looksAtColours: boolean;
}

/** Which charts a report shows; two examples of a trial are one chart. */
const chartsOf = (html: string): string[] =>
  [...html.matchAll(/<figure id="([a-z-]+[a-z])/g)].map(([, id]) => id);

/** Every shipped scenario's report, in a browser where that shows something new. */
export function checkShippedReports({ part, parts, widths, looksAtEach, looksAtColours }: Look): void {
  describe(`reports of shipped scenarios, part ${part} of ${parts}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'isoeffect-reports-'));
    const seen = new Set<string>();
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(shippedNames.filter((_, i) => i % parts === part - 1))(
      '%s runs; its report, looked at where it shows a new chart: no complaint, no request, nothing that keeps readers out, nothing cut',
      async (name) => {
        const file = join(folder, `${name}.html`);
        const result = await shippedResult(name, LIMIT);
        checkShippedResult(name, result);
        const { html } = await renderReport(result);
        writeFileSync(file, html);
        expect(statSync(file).size).toBeLessThan(MOST_BYTES);
        const unseen = chartsOf(html).filter((id) => !seen.has(id));
        for (const id of unseen) seen.add(id);
        if (unseen.length === 0 && !looksAtEach) return;
        const url = pathToFileURL(file).href;
        const { page, complaints, requests } = await watchPage(browser, url);
        expect.soft(await seriousViolations(page, looksAtColours)).toEqual([]);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect.soft(await overflow(page), `wider than ${width}`).toBe(0);
          expect.soft(await page.evaluate(TEXT_OUTSIDE), `cut at ${width}`).toEqual([]);
          expect.soft(await page.evaluate(TEXT_OVERLAPPING), `overlapping at ${width}`).toEqual([]);
        }
        expect(requests).toEqual([url]);
        expect(complaints).toEqual([]);
        await page.close();
      },
    );
  });
}
