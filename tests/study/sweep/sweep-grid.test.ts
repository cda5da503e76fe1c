import { describe, expect, it } from 'vitest';
import { crossPaths, listCells, type SweepGrid } from '../../../src/study/sweep/sweep-grid.ts';
import { sweepLines } from '../../../src/study/sweep/sweep-lines.ts';
import { cellList } from '../../../src/study/sweep/sweep-table.ts';
import { readVariedPath } from '../../../src/study/sweep/varied-path.ts';
import { gridOf } from '../../fixtures/sweep-inline.ts';

const texts = ({ count, cell }: SweepGrid): string[][] =>
  Array.from({ length: count }, (_, index) => cell(index).map((value) => value?.text ?? ''));

describe('crossPaths', () => {
  it('makes every combination, the last path changing first', () => {
    expect(texts(gridOf('a=1,2', 'b=x,y,z'))).toEqual([
      ['1', 'x'],
      ['1', 'y'],
      ['1', 'z'],
      ['2', 'x'],
      ['2', 'y'],
      ['2', 'z'],
    ]);
  });

  it('counts without making: a million cells cost nothing', () => {
    const axis = '=1..100/99';
    expect(gridOf(`a${axis}`, `b${axis}`, `c${axis}`).count).toBe(1_000_000);
  });

  it('refuses a path twice', () => {
    expect(() => crossPaths(['a=1,2', 'b=1,2', 'a=3'].map((a) => readVariedPath(a)))).toThrow(
      '--vary a=3  a is varied twice',
    );
  });
});

describe('listCells', () => {
  const table = '# cells\narms.control.schedule,design.allocation,seed\n25 x 2 Gy,"[2, 1]",\n"5 x 6 Gy",,b\n';

  it('reads a row a cell; an empty field leaves the scenario’s value', () => {
    const { count, cell, paths } = listCells(table, 'cells.csv');
    expect(paths.map(({ path }) => path)).toEqual(['arms.control.schedule', 'design.allocation', 'seed']);
    expect(count).toBe(2);
    expect(cell(0).map((value) => value?.value)).toEqual(['25 x 2 Gy', [2, 1], undefined]);
    expect(cell(0)[1]?.origin).toBe('cells.csv:3:11');
    expect(cell(1).map((value) => value?.value)).toEqual(['5 x 6 Gy', undefined, 'b']);
  });

  it('reads what a cut sweep leaves', () => {
    const grid = gridOf('a="x, y",{ b: "q" }', 'c=1,#2');
    const written = cellList(
      grid.paths.map(({ path }) => path),
      texts(grid),
    );
    expect(texts(listCells(written, 'rest.csv'))).toEqual(texts(grid));
  });

  it.each([
    ['', 'x.csv:1:1  is no list of cells (a header of paths, then a row a cell)'],
    ['a,b\n', 'x.csv:1:1  is no list of cells (a header of paths, then a row a cell)'],
    ['a,,a\n1,2,3\n', 'x.csv:1:3  this column names no path\nx.csv:1:4  a is named twice'],
    [
      'a,b\n1\n1,2,3\n',
      'x.csv:2:1  has 1 fields (the header has 2)\nx.csv:3:1  has 3 fields (the header has 2)',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => listCells(text, 'x.csv')).toThrow(message);
  });
});

describe('sweepLines', () => {
  it('joins cells that differ in one number alone, of the path with the most values first', () => {
    const lines = sweepLines(gridOf('n=3,1', 's=x,y', 'a=3,1,2'));
    expect(lines.map(({ path, others }) => [path, others])).toEqual([
      ['a', { n: '3', s: 'x' }],
      ['a', { n: '3', s: 'y' }],
      ['a', { n: '1', s: 'x' }],
      ['a', { n: '1', s: 'y' }],
      ...['x', 'y'].flatMap((s) => ['3', '1', '2'].map((a) => ['n', { s, a }])),
    ]);
    expect(lines[0].points).toEqual([
      { x: 1, cell: 1 },
      { x: 2, cell: 2 },
      { x: 3, cell: 0 },
    ]);
  });

  it('finds lines within a list, and none where no number varies', () => {
    const list = listCells('a,b\n1,x\n2,x\n5,y\n', 'l.csv');
    expect(sweepLines(list).map(({ points }) => points.length)).toEqual([2]);
    expect(sweepLines(gridOf('s=x,y'))).toEqual([]);
  });
});
