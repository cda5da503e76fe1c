import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';

const problemsOf = (text: string): string[] => {
  try {
    readEvidence(text, 'x.csv');
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('an evidence table', () => {
  it('derives counts from rates, and says so; states take precedence', () => {
    const [a, b] = readEvidence(
      'id,schedule,n,controlRate,controlCount,atYears,woundRate,woundN\na,25 x 2,94,0.93,,3,0.35,88\nb,surgery alone,63,,42,5,,',
      'x.csv',
    );
    expect(a.control).toMatchObject({ count: 87, size: 94, isDerived: true, rate: 0.93, use: 'fit' });
    expect(a.wound).toMatchObject({ count: 31, size: 88, isDerived: true, use: 'other' });
    expect(b.control).toMatchObject({ count: 42, size: 63, isDerived: false, kind: 'notStated' });
    expect(b.wound).toBeUndefined();
  });

  it('takes columns in any order, and studies without outcome', () => {
    const [row] = readEvidence('schedule,id\n60 Gy in 3-8 fractions,open', 'x.csv');
    expect(row).toMatchObject({ id: 'open', study: 'open', subtype: 'mixed', reason: '' });
    expect(row.control).toBeUndefined();
  });

  it.each([
    [
      'id,schedule,n,controlRate,atYears\na,25 x 2,10,93,3',
      '2:13  invalid controlRate: 93 is not a probability',
      'for 93 % write 0.93',
    ],
    [
      'id,schedule,n,controlRate,atYears\na,25 x 2,10,95 %,3',
      '2:13  invalid controlRate',
      'for 95 % write 0.95',
    ],
    [
      'id,schedule,n,controlRate,atYears\na,25 x 2,10,-0.1,3',
      '2:13  invalid controlRate: -0.1 is not a probability',
    ],
    [
      'id,schedule,controlRate,atYears\na,25 x 2,0.9,3',
      '2:1  missing n: controlRate needs the number of patients',
    ],
    ['id,schedule,n,controlRate\na,25 x 2,10,0.9', '2:1  missing atYears'],
    ['id,schedule,n,controlRate,atYears\na,25 y 2,10,0.9,3', '2:3  unreadable schedule: 25 y 2'],
    [
      'id,schedule,n,contolRate\na,25 x 2,10,0.9',
      '1:15  unknown column: contolRate (did you mean controlRate?)',
    ],
    ['id,schedule,id\na,25 x 2,b', '1:13  duplicate column: id'],
    ['id,n\na,3', '1:1  missing column: schedule'],
    ['id,schedule\na,25 x 2\nb,5 x 5\na,3 x 3', '4:1  duplicate id: a (also in line 2)'],
    ['id,schedule,n\na,25 x 2,0', '2:10  invalid n: 0 is not a count (must be a whole number >= 1)'],
    ['id,schedule,n\na,25 x 2,ten', '2:10  invalid n: ten is not a number'],
    ['id,schedule,n,controlCount,atYears\na,25 x 2,10,11,3', '2:13  11 of 10 patients'],
    [
      'id,schedule,n,controlCount,controlRate,atYears\na,25 x 2,10,8,0.9,3',
      '2:15  0.9 contradicts controlCount',
    ],
    ['id,schedule,n,controlRate,atYears\na,25 x 2,10,0.9,36000', '2:17  invalid atYears', 'in months?'],
    [
      'id,schedule,n,controlRate,atYears\na,60 Gy in 3-8 fractions,10,0.9,3',
      '2:3  a range of fractions cannot carry an outcome',
    ],
    ['id,schedule,n,woundRate\na,surgery alone,10,0.2', '2:3  wounds after surgery alone are not fitted'],
    [
      'id,schedule,n,controlRate,atYears,controlUse\na,25 x 2,10,0.9,3,flaged',
      '2:19  unknown use of control: flaged (did you mean flagged?)',
    ],
    ['id,schedule,n,controlRate,atYears,controlUse\na,25 x 2,10,0.9,3,flagged', '2:1  missing reason'],
    ['id,schedule\na', '2:1  1 cells where the header has 2'],
    ['id,schedule\n,25 x 2', '2:1  missing id'],
    ['id,schedule', '1:1  the table has no studies'],
    ['', '1:1  the table is empty'],
  ])('%j is refused', (text, ...parts) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    for (const part of parts) expect(problems[0]).toContain(part);
  });

  it('reports everything at once', () => {
    const text = 'id,schedule,n,controlRate,atYears\na,25 y 2,0,1.2,3\nb,5 x 5,10,0.9,\n';
    expect(problemsOf(text).map((line) => line.split('  ')[0])).toEqual([
      'x.csv:2:3',
      'x.csv:2:10',
      'x.csv:2:12',
      'x.csv:3:16',
    ]);
  });
});
