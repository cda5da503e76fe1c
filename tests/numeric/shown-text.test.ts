import { describe, expect, it } from 'vitest';
import { shownText } from '../../src/numeric/shown-text.ts';

describe('shownText', () => {
  it.each([
    ['5 × 6 Gy', '5 × 6 Gy'],
    ['', '(empty)'],
    ['a\nb\u001b[2J\u202e\ud800', 'a\ufffdb\ufffd[2J\ufffd\ufffd'],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
    ['\u{1f4a3}'.repeat(60), '\u{1f4a3}'.repeat(60)],
  ])('%j is shown as %j', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });
});
