import { describe, expect, it } from 'vitest';
import { breakCode, breakLongWords } from '../../../src/node/pdf/break-long-words.ts';

describe('breakLongWords', () => {
  it('leaves words and hashes whole', () => {
    const text = `plain words and ${'a1'.repeat(32)}`;
    expect(breakLongWords(text)).toBe(text);
  });

  it('parts what is longer, at its commas where it has some', () => {
    expect(breakLongWords('W'.repeat(90))).toBe(
      `${'W'.repeat(40)}\u200b${'W'.repeat(40)}\u200b${'W'.repeat(10)}`,
    );
    const row = `${'one,'.repeat(15)}${'two;'.repeat(5)}`;
    expect(
      breakLongWords(row)
        .split('\u200b')
        .every((part) => /[,;]$/.test(part)),
    ).toBe(true);
  });
});

describe('breakCode', () => {
  it('parts paths and hashes, not numbers', () => {
    expect(breakCode('{ truth.cohort.sf2: 0.52 }')).toBe('{ truth.\u200bcohort.\u200bsf2: 0.52 }');
    expect(breakCode('0f'.repeat(32))).toBe(`${'0f'.repeat(16)}\u200b${'0f'.repeat(16)}`);
  });
});
