import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../../src/node/pdf/report-pdf.ts';
import { renderReport } from '../../../src/report/render-report.ts';
import { type PdfPage, readPdf, unspaced } from '../../fixtures/pdf-text.ts';
import { HOSTILE, makeResult, TWO_ARMS } from '../../report/make-result.ts';

/** A document of our markup. */
const documentOf = (body: string, title = 'A title'): string =>
  `<!doctype html><html lang="en-GB"><head><meta name="generator" content="isoeffect 1.2.3"><title>${title}</title></head><body><main>${body}</main></body></html>`;

const textOf = async (body: string): Promise<string> =>
  (await readPdf(await reportPdf(documentOf(body)))).map(({ text }) => text).join('\n');

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Text as the properties and the outline of a PDF hold what is not ASCII. */
const utf16 = (text: string): string => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');

describe('the PDF of a run', () => {
  const QUIET = 'title with α/β > 4 & <b>no bold</b>';
  let html: string;
  let bytes: Uint8Array;
  let pages: PdfPage[];
  beforeAll(async () => {
    const changes = { title: `${QUIET} ${HOSTILE}`, 'simulation.replicates': 60, 'simulation.worlds': 10 };
    html = (await renderReport(await makeResult(TWO_ARMS, changes))).html;
    bytes = await reportPdf(html);
    pages = await readPdf(bytes);
  });

  it('holds every heading, paragraph, caption, list and cell of the page, and what is folded', () => {
    const text = unspaced(
      pages
        .map((page) => page.text.replace(/isoeffect \S+ · [\s\S]*? · not for patient care\s+\d+ \/ \d+/, ''))
        .join(''),
    );
    const main = parse(html).querySelector('main')!;
    // Equations stand in a PDF as lines of text
    for (const equation of main.querySelectorAll('math'))
      equation.replaceWith(equation.getAttribute('data-text')!);
    const told = main.querySelectorAll('h1, h2, h3, p, figcaption, li, dt, dd, th, td, summary');
    expect(told.length).toBeGreaterThan(150);
    const listing = main.querySelector('pre')!.text.split('\n');
    const missing = [...told.map((element) => element.text), ...listing].filter(
      (part) => !text.includes(unspaced(part)),
    );
    expect(missing).toEqual([]);
  });

  it('draws charts as vectors with their text in it', () => {
    const labels = [...html.matchAll(/<div class="wide">[\s\S]*?<\/svg>/g)].flatMap(([svg]) =>
      [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, label]) => unspaced(parse(label).text)),
    );
    expect(labels.length).toBeGreaterThan(50);
    const text = unspaced(pages.map((page) => page.text).join(''));
    expect(labels.filter((label) => !text.includes(label))).toEqual([]);
    expect(latin1(bytes)).not.toContain('/Subtype /Image');
  });

  it('sets apart what is asked for first from its note', () => {
    expect(pages[0].text).toMatch(/Patients\s+150\s+75\s\+\s75/);
  });

  it('numbers its pages and says on each what it is', () => {
    expect(pages.length).toBeGreaterThanOrEqual(7);
    expect(pages.length).toBeLessThanOrEqual(24);
    pages.forEach(({ text }, i) => {
      expect(text).toContain(`${i + 1} / ${pages.length}`);
      expect(text).toMatch(/isoeffect \S+ · title with .*… · not for patient care/);
    });
  });

  it('leaves no heading at the foot of a page', () => {
    const headings = parse(html)
      .querySelectorAll('h2, h3')
      .map((heading) => unspaced(heading.text));
    for (const { text } of pages) {
      const lines = text.replace(/isoeffect \S+ · title with[\s\S]*$/, '').trim();
      expect(headings.filter((heading) => unspaced(lines).endsWith(heading))).toEqual([]);
    }
  });

  it('shows markup in a title as text, there and in its properties', () => {
    expect(unspaced(pages[0].text)).toContain(unspaced(`${QUIET} ${HOSTILE}`));
    const escaped = utf16(`${QUIET} </script>`).replace(/[()\\]/g, '\\$&');
    expect(latin1(bytes)).toContain(escaped);
    expect(latin1(bytes)).toContain('/Lang (en-GB)');
  });

  it('has the headings in its outline', () => {
    for (const heading of ['Charts', 'Methods', 'Provenance', 'Results in tables'])
      expect(latin1(bytes)).toContain(`/Title (${heading})`);
  });

  it('is the same to the byte, without a date, and tells results apart', async () => {
    expect(Buffer.compare(await reportPdf(html), bytes)).toBe(0);
    expect(latin1(bytes)).not.toMatch(/Date/);
    const identifier = (pdf: Uint8Array): string | undefined => /\/ID \[<(\w+)>/.exec(latin1(pdf))?.[1];
    const other = await reportPdf(documentOf('<p>one</p>'));
    expect(identifier(other)).toMatch(/^\w{32}$/);
    expect(identifier(await reportPdf(documentOf('<p>two</p>')))).not.toBe(identifier(other));
  });
});

describe('what is laid out', () => {
  it('is what is for paper: no buttons, scripts, phone’s charts, hidden parts; the text of an equation', async () => {
    const text = await textOf(
      `<p>shown <button>save</button><math data-text="E = mc²"><mi>junk</mi></math></p><div class="narrow"><p>phone</p></div>
      <p hidden>secret</p><script>code()</script><template><p>later</p></template><details><summary>More</summary><p>unfolded</p></details>`,
    );
    expect(unspaced(text)).toContain('shownE=mc²Moreunfolded');
    expect(text).not.toMatch(/save|junk|phone|secret|code|later/);
  });

  it('repeats the headings of a table on each of its pages', async () => {
    const rows = Array.from(
      { length: 150 },
      (_, i) => `<tr><th>row ${i}</th><td class="number">${i}</td></tr>`,
    );
    const table = `<table><thead><tr><td></td><th scope="colgroup" colspan="1">Group</th></tr><tr><th>Name</th><th class="number">Value</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    const pages = await readPdf(await reportPdf(documentOf(table)));
    expect(pages.length).toBeGreaterThan(2);
    for (const { text } of pages) expect(unspaced(text)).toContain('GroupNameValue');
  });

  it('turns the page for a table that is too wide, with what leads to it, and back', async () => {
    const cells = Array.from({ length: 12 }, (_, i) => `<td class="number">${1000 + i}.5 ± 0.123</td>`).join(
      '',
    );
    const table = `<div class="scroll"><table><tbody><tr>${cells}</tr></tbody></table></div>`;
    const body = `<p>before</p><h2>Wide</h2><p class="note">a note</p>${table}<p>after</p>`;
    const pages = await readPdf(await reportPdf(documentOf(body)));
    expect(pages.map(({ isLandscape }) => isLandscape)).toEqual([false, true, false]);
    expect(unspaced(pages[1].text)).toMatch(/^Wideanote1000\.5±0\.123/);
    for (let i = 0; i < 12; i++) expect(pages[1].text).toContain(`${1000 + i}.5 ± 0.123`);
  });

  it('keeps within its page whatever has to be told', async () => {
    const long = 'W'.repeat(300);
    const many = 'word '.repeat(4000);
    const row = `<tr>${`<td>${long}</td>`.repeat(12)}</tr><tr><td>${many}</td>${'<td></td>'.repeat(11)}</tr>`;
    const pages = await readPdf(
      await reportPdf(
        documentOf(
          `<h1>${long}</h1><h2>${long}</h2><div><table><tbody>${row}</tbody></table></div><figure><h3>${many}</h3><figcaption>${many}</figcaption></figure><ul><li><p>${many}</p></li></ul><pre>${long}\n  ${many}</pre>`,
          long,
        ),
      ),
    );
    const text = pages.map((page) => page.text).join('\n');
    expect(text.match(/\bword\b/g)?.length).toBe(5 * 4000);
    expect(unspaced(text).match(/W/g)!.length).toBeGreaterThanOrEqual(15 * 300);
  });
});
