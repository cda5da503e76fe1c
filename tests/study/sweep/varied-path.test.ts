import { describe, expect, it } from 'vitest';
import { splitList } from '../../../src/study/sweep/split-list.ts';
import { readVariedPath } from '../../../src/study/sweep/varied-path.ts';

const valuesOf = (argument: string): unknown[] => readVariedPath(argument).values.map(({ value }) => value);

describe('splitList', () => {
  it.each([
    ['a, b', ['a', 'b']],
    ['25 x 2 Gy,[2, 1]', ['25 x 2 Gy', '[2, 1]']],
    ['{ a: [1, 2], b: 3 },4', ['{ a: [1, 2], b: 3 }', '4']],
    ['"1, 2",3', ['"1, 2"', '3']],
    [`{ note: 'x, y' },O'Sullivan, O'Hara`, [`{ note: 'x, y' }`, `O'Sullivan`, `O'Hara`]],
    ['1,,2', ['1', '', '2']],
  ])('%s', (text, items) => {
    expect(splitList(text)).toEqual(items);
  });
});

describe('readVariedPath', () => {
  it('takes YAML values, blocks and ranges', () => {
    expect(valuesOf('design.allocation=[2, 1],[1, 1]')).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(valuesOf('arms.control.schedule=25 x 2 Gy,5 x 6 Gy')).toEqual(['25 x 2 Gy', '5 x 6 Gy']);
    expect(valuesOf('truth.localControl={ model: logistic, gamma50: 2 },null')).toEqual([
      { model: 'logistic', gamma50: 2 },
      null,
    ]);
    expect(valuesOf('a=0..0.3/3,1')).toEqual([0, 0.1, 0.2, 0.3, 1]);
    expect(valuesOf('a=10..4/2')).toEqual([10, 7, 4]);
    expect(valuesOf('a=-1..1/2')).toEqual([-1, 0, 1]);
  });

  it('steps by equal ratios on a logarithmic scale', () => {
    const { values, isLog } = readVariedPath('a=1..16/4 log');
    expect(isLog).toBe(true);
    expect(values.map(({ value }) => value)).toEqual([1, 2, 4, 8, 16]);
    expect(readVariedPath('a=1,2').isLog).toBe(false);
  });

  it('names the argument of every value', () => {
    const { values, origin } = readVariedPath('design.perArm = 50..100/2');
    expect(origin).toBe('--vary design.perArm = 50..100/2');
    expect(values.map((value) => value.origin)).toEqual([
      '--vary design.perArm=50',
      '--vary design.perArm=75',
      '--vary design.perArm=100',
    ]);
  });

  it.each([
    ['design.perArm', 'is not written path=values'],
    ['=1,2', 'is not written path=values'],
    ['a=', 'a value is missing between commas'],
    ['a=1,2,', 'a value is missing between commas'],
    ['a=1,2,1', 'takes the value 1 twice'],
    ['a=3..3/2', 'this range begins where it ends'],
    ['a=1..3/0', 'this range needs from 1 to 100000 steps'],
    ['a=0..3/2 log', 'this range needs both ends > 0 on a logarithmic scale'],
  ])('refuses %s', (argument, message) => {
    expect(() => readVariedPath(argument)).toThrow(`--vary ${argument}  ${message}`);
  });
});
