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
});
