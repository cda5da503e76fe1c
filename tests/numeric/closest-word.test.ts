import { describe, expect, it } from 'vitest';
import { closestWord, unknownWord } from '../../src/numeric/closest-word.ts';

const models = ['residualDisease', 'logistic', 'logLogistic', 'statedRates'];

describe('closestWord', () => {
  it.each([
    ['logistc', 'logistic'],
    ['LOGISTIC', 'logistic'],
    ['loglogistic', 'logLogistic'],
    ['residualDesease', 'residualDisease'],
    ['stateRates', 'statedRates'],
  ])('for %s is %s', (word, closest) => {
    expect(closestWord(word, models)).toBe(closest);
  });

  it.each(['poison', 'x', '', 'completelyDifferent'])('for %j is none', (word) => {
    expect(closestWord(word, models)).toBeUndefined();
  });

  it('of a word as long as a file is found in no time', () => {
    const started = process.cpuUsage();
    expect(closestWord('x'.repeat(1_000_000), models)).toBeUndefined();
    // Compared letter by letter, a million would take seconds
    expect(process.cpuUsage(started).user).toBeLessThan(500_000);
  });

  it('is none where there are no candidates', () => {
    expect(closestWord('logistic', [])).toBeUndefined();
  });
});

describe('unknownWord', () => {
  it('answers with the nearest word, or with all of them', () => {
    expect(unknownWord('tumour-control model', 'logistc', models)).toBe(
      'unknown tumour-control model: logistc (did you mean logistic?)',
    );
    expect(unknownWord('model', 'poison', ['a', 'b'])).toBe('unknown model: poison (there is a, b)');
    expect(unknownWord('model', 'poison', [])).toBe('unknown model: poison (there is none)');
  });

  it('shows what is no word as what it is, and a long word in part', () => {
    expect(unknownWord('model', { a: 1 }, ['a'])).toBe('unknown model: a block (there is a)');
    expect(unknownWord('model', [1], ['a'])).toBe('unknown model: a list (there is a)');
    expect(unknownWord('model', 3, ['a'])).toBe('unknown model: 3 (there is a)');
    expect(unknownWord('model', 'p'.repeat(1000), ['a'])).toBe(
      `unknown model: ${'p'.repeat(60)}… (there is a)`,
    );
  });
});
