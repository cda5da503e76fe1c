import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/report/draw-figures.ts';
import { page as reportPage } from '../../src/report/page.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { table } from '../../src/report/table.ts';
import { makeResult, TWO_ARMS } from '../report/make-result.ts';
import { launchChromium } from './launch-chromium.ts';
import { type WatchedPage, watchPage } from './watched-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoeffect-script-'));
const urlOf = (name: string): string => pathToFileURL(join(folder, name)).href;

let browser: Browser;
let watched: WatchedPage;
let page: Page;
let figure: Figure;

beforeAll(async () => {
  const { html, figures } = await renderReport(await makeResult(TWO_ARMS));
  figure = figures.find(({ name }) => name === 'power-over-worlds')!;
  writeFileSync(join(folder, 'report.html'), html);
  browser = await launchChromium();
  watched = await watchPage(browser, urlOf('report.html'));
  page = watched.page;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a button of the chart saves. */
async function taken(ending: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#power-over-worlds [data-take="${ending}"]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

/** What the button over a table copies. */
async function copied(on: Page, at = 0): Promise<string> {
  await on.evaluate(
    `navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }`,
  );
  await on.locator('[data-copy]').nth(at).click();
  return on.evaluate<string>('window.copied');
}

describe('a chart', () => {
  it('is saved as its specification, data and all', async () => {
    const { name, bytes } = await taken('vl.json');
    expect(name).toBe('power-over-worlds.vl.json');
    expect(JSON.parse(bytes.toString())).toEqual(JSON.parse(JSON.stringify(figure.spec)));
  });

  it('is saved as its data, one line a row', async () => {
    const { name, bytes } = await taken('csv');
    const { datasets } = figure.spec as { datasets: Record<string, object[]> };
    const rows = Object.values(datasets).reduce((sum, set) => sum + set.length, 0);
    expect(name).toBe('power-over-worlds.csv');
    expect(bytes.toString().trim().split('\n')).toHaveLength(rows + 1);
    expect(bytes.toString()).toMatch(/^data,from,to,share,claim,order,name,value\nbins,0,/);
  });

  it('is saved as a picture with its title in it', async () => {
    const { name, bytes } = await taken('svg');
    const { title } = figure.spec as { title: string[] };
    expect(name).toBe('power-over-worlds.svg');
    for (const line of title) expect(bytes.toString()).toContain(`>${line}<`);
    expect(bytes.toString().match(/<text/g)!.length).toBeGreaterThan(title.length + 10);
  });

  it('is saved as pixels, three a unit, not all white', async () => {
    const { name, bytes } = await taken('png');
    expect(name).toBe('power-over-worlds.png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(3 * 600);
    // A white picture of that size packs to a few thousand bytes
    expect(bytes.length).toBeGreaterThan(30_000);
  });
});

describe('a table', () => {
  it('is copied as CSV: its headings, then its rows, with signs and spaces that programs read', async () => {
    const text = await copied(page);
    const lines = text.trim().split('\n');
    expect(lines[0]).toBe('Arm,Schedule,Patients,EQD2 (Gy),BED (Gy)');
    expect(lines[1]).toMatch(/^control,14 × 3 Gy,75,\d+\.\d,\d+\.\d$/);
    expect(lines).toHaveLength(3);
    expect(await page.locator('.status').innerText()).toBe('Copied as CSV');
  });

  it('quotes what needs it, and disarms what a spreadsheet would compute', async () => {
    const rows = [
      ['=1+1', 'a,"b"'],
      ['+cmd', '−2.5'],
      ['@x', '-3'],
    ];
    const html = await reportPage({
      title: 'Hostile cells',
      version: '0',
      sections: [table('Hostile', [{ heading: 'A' }, { heading: 'B' }], rows)],
    });
    writeFileSync(join(folder, 'hostile.html'), html);
    const other = await watchPage(browser, urlOf('hostile.html'));
    expect(await copied(other.page)).toBe(`A,B\n'=1+1,"a,""b"""\n'+cmd,-2.5\n'@x,-3\n`);
    expect(other.complaints).toEqual([]);
  });
});

it('nothing complains, and nothing is asked for but what is saved', () => {
  expect(watched.complaints).toEqual([]);
  expect(watched.requests.filter((url) => !url.startsWith('blob:'))).toEqual([urlOf('report.html')]);
});

it('on paper no button is left', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible').count()).toBe(0);
});
