import { describe, expect, it } from 'vitest';
import { judgePrediction } from '../../../src/explorer/lesson-parts/judge-prediction.ts';
import type { Answer } from '../../../src/explorer/lessons/definition.ts';

const number: Answer = {
  kind: 'number',
  value: 40,
  words: '40 Gy',
  near: 1,
  sentence: 'It is 40 Gy.',
  remarks: {
    near: 'near',
    far: 'far',
    mistakes: [
      { value: 30, within: 2, remark: 'total dose' },
      { value: 39, within: 5, remark: 'never said of 39.5' },
    ],
  },
};
const choice: Answer = {
  kind: 'choice',
  right: 'a',
  sentence: 'It is a.',
  remarks: { a: 'Right', b: 'Wrong' },
};

describe('judgePrediction', () => {
  it('judges a number by its distance, then by typical mistakes', () => {
    expect(judgePrediction(number, 41)).toEqual({ isRight: true, remark: 'near' });
    expect(judgePrediction(number, 39.5)).toEqual({ isRight: true, remark: 'near' });
    expect(judgePrediction(number, 31.5)).toEqual({ isRight: false, remark: 'total dose' });
    expect(judgePrediction(number, 60)).toEqual({ isRight: false, remark: 'far' });
  });

  it('takes a value of a slider’s grid at the very edge for near', () => {
    expect(judgePrediction({ ...number, value: 0.2, near: 0.1 }, 0.1 + 0.2)).toMatchObject({ isRight: true });
  });

  it('judges an option', () => {
    expect(judgePrediction(choice, 'a')).toEqual({ isRight: true, remark: 'Right' });
    expect(judgePrediction(choice, 'b')).toEqual({ isRight: false, remark: 'Wrong' });
  });

  it('refuses a prediction of another kind', () => {
    expect(() => judgePrediction(choice, 'toString')).toThrow(
      'invalid predicted: toString (must be an option)',
    );
    expect(() => judgePrediction(choice, 1)).toThrow(RangeError);
    expect(() => judgePrediction(number, 'a')).toThrow(RangeError);
    expect(() => judgePrediction(number, Number.NaN)).toThrow('invalid predicted: NaN (must be a number)');
  });
});
