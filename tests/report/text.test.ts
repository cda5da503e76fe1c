import { describe, expect, it } from 'vitest';
import { escapeMarkup, Markup, markup } from '../../src/report/markup.ts';
import { gray, grouped, points, signed } from '../../src/report/numbers.ts';
import { rankCorrelation } from '../../src/report/rank-correlation.ts';
import { showValue } from '../../src/report/show-value.ts';
import { textWidth } from '../../src/report/text-width.ts';
import { wrapText } from '../../src/report/wrap-text.ts';

describe('markup', () => {
  it('escapes text and numbers, keeps markup, joins lists, leaves out nothing', () => {
    const { source } = markup`<p title="${`"'<&>`}">${[1, '<b>', new Markup('<i>')]}${undefined}</p>`;
    expect(source).toBe('<p title="&quot;&#39;&lt;&amp;&gt;">1&lt;b&gt;<i></p>');
  });

  it('replaces control characters and marks that turn the text around', () => {
    expect(escapeMarkup('a\u0000b\u202ec\td\ne\u0085')).toBe('a\ufffdb\ufffdc\td\ne\ufffd');
  });
});

describe('wrapped text', () => {
  it('fits the width, keeps every word, and never parts a number from its unit', () => {
    const text = 'Both arms are equal at α/β 4.5 Gy; below it 5 × 6 Gy is the stronger by 12.5 % or more';
    const lines = wrapText(text, 180, 15, true);
    expect(lines.join(' ').replaceAll('\u00a0', ' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, 15, true)).toBeLessThanOrEqual(180);
    for (const whole of ['4.5 Gy;', '5 × 6 Gy', '12.5 %']) {
      expect(lines.some((line) => line.replaceAll('\u00a0', ' ').includes(whole))).toBe(true);
    }
  });

  it('gives a word that is too long a line to itself', () => {
    expect(wrapText(`a ${'b'.repeat(50)} c`, 100, 12)).toEqual(['a', 'b'.repeat(50), 'c']);
  });
});

it('numbers in words', () => {
  expect([points(-0.0267), points(0.01), points(0)]).toEqual([
    '2.7 percentage points',
    '1.0 percentage point',
    '0.0 percentage points',
  ]);
  expect([signed(-2.34), signed(1), signed(-0.01)]).toEqual(['−2.3', '+1.0', '0.0']);
  expect([gray(4.5), gray(50), gray(47.392)]).toEqual(['4.5 Gy', '50 Gy', '47.4 Gy']);
  expect([grouped(2000), grouped(10_000), grouped(1_234_567)]).toEqual(['2000', '10,000', '1,234,567']);
});

it('rank correlation: monotone is 1, reversed −1, ties share ranks, constant is 0', () => {
  expect(rankCorrelation([1, 2, 3, 4], [1, 10, 11, 500])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.9486832980505138, 12);
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBe(0);
});

it('shows values in the flow style of YAML', () => {
  expect(showValue({ logNormal: { median: 4.9 }, within: [0.5, 40] })).toBe(
    '{ logNormal: { median: 4.9 }, within: [0.5, 40] }',
  );
  expect(showValue(undefined)).toBe('');
});
