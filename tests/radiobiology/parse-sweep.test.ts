import { describe, expect, it } from 'vitest';
import { parseFractionSweep } from '../../src/radiobiology/parse-sweep.ts';
import { totalDoseGy } from '../../src/radiobiology/schedule.ts';

const fractionsOf = (text: string): number[] | undefined =>
  parseFractionSweep(text)?.map(({ phases }) => phases[0].fractions);

describe('a total dose in a range of numbers of fractions', () => {
  it.each([
    '60 Gy in 3-5 fractions',
    '60Gy in 3–5 fractions',
    '60  gy/3 to 5 fx',
    ' 60 Gy / 3 - 5 F ',
    '60.0 Gy in 3-5',
    '60 Gy in 3to5',
    '60 Gy in3\t-\n5fractions',
  ])('is read from %j', (text) => {
    expect(fractionsOf(text)).toEqual([3, 4, 5]);
  });

  it('keeps the total, in equal fractions', () => {
    const [ten, eleven, twelve] = parseFractionSweep('42.5 Gy in 10-12 fractions')!;
    expect([ten, eleven, twelve].map(totalDoseGy)).toEqual(
      [42.5, 42.5, 42.5].map((x) => expect.closeTo(x, 12)),
    );
    expect(eleven.phases).toHaveLength(1);
    expect(eleven.phases[0].doseGy).toBeCloseTo(42.5 / 11, 14);
  });

  it.each([
    '60 Gy in 3 fractions',
    '20 x 3 Gy',
    'about 60 Gy in 3-5 fractions',
    '60 Gy in 3-5 weeks',
    '60 Gy in 3-5 fractions daily',
    '60. Gy in 3-5',
    '60 Gy of 3-5',
    '60 in 3-5',
    '',
  ])('is not what %j says', (text) => {
    expect(parseFractionSweep(text)).toBeUndefined();
  });

  it('reaches from one fraction to 200', () => {
    expect(fractionsOf('60 Gy in 1-2')).toEqual([1, 2]);
    expect(fractionsOf('60 Gy in 199-200')).toEqual([199, 200]);
  });

  it.each(['60 Gy in 5-3', '60 Gy in 5-5', '60 Gy in 0-5', '60 Gy in 199-201', '0 Gy in 3-5'])(
    'is refused as %j',
    (text) => {
      expect(() => parseFractionSweep(text)).toThrow(
        `unreadable schedule: ${text} (the numbers of fractions must rise, from 1 to 200)`,
      );
    },
  );
});
