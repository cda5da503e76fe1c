import { describe, expect, it } from 'vitest';
import { renderFigures } from '../../src/report/render-figures.ts';
import { HOSTILE, makeResult, TWO_ARMS } from '../report/make-result.ts';
import { galleryPage } from './gallery-page.ts';

describe('the gallery', () => {
  it('leads to every report and names every chart once, hostile titles as text', async () => {
    const own = await renderFigures(await makeResult(TWO_ARMS));
    const figures = [...own, { ...own[0], name: 'example-counts-3' }];
    const entries = ['first', 'second'].map((name) => ({
      name,
      title: HOSTILE,
      question: null,
      answer: 'Power is 32.4 %.',
      figures,
    }));
    const html = await galleryPage('1.2.3', entries);
    expect(html).not.toContain('<img src=x');
    for (const { name } of entries) expect(html).toContain(`href="${name}/report.html"`);
    for (const { name } of figures)
      expect(html.match(new RegExp(`href="first/report\\.html#${name}"`, 'g'))).toHaveLength(1);
    expect(html).toContain('<code>example-counts</code>');
  });
});
