import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/evidence/read-csv.ts';

const texts = (text: string): string[][] =>
  readCsv(text, 'x.csv').map((record) => record.map((cell) => cell.text));

describe('comma-separated values', () => {
  it('reads plain and quoted cells, commas, doubled quotes and line ends in them', () => {
    expect(texts('a,b\n1,"2, ""two"""\n"x\ny",')).toEqual([
      ['a', 'b'],
      ['1', '2, "two"'],
      ['x\ny', ''],
    ]);
  });

  it('leaves out comments, empty lines and a byte order mark; takes CR LF; trims plain cells', () => {
    expect(texts('\uFEFF# note, "x\r\n\r\n a , b\r\n# more\r\n1,\t2 \r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps a # that does not begin a line', () => {
    expect(texts('a,#b')).toEqual([['a', '#b']]);
  });

  it('knows where each cell begins, after a quoted line end too', () => {
    const records = readCsv('# x\na,"b\nc",d\n e', 'x.csv');
    expect(records.map((r) => r.map(({ line, column }) => `${line}:${column}`))).toEqual([
      ['2:1', '2:3', '3:4'],
      ['4:2'],
    ]);
  });

  it.each([
    ['a,"b', 'x.csv:1:3  this quote is not closed'],
    ['a\n1,b"c', 'x.csv:2:4  a quote inside an unquoted cell'],
    ['a,"b"c', 'x.csv:1:6  text after a closing quote'],
  ])('%j is refused with its place', (text, message) => {
    expect(() => readCsv(text, 'x.csv')).toThrow(message);
  });
});
