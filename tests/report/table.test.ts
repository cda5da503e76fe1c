import { describe, expect, it } from 'vitest';
import { table } from '../../src/report/table.ts';

const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [`row ${i}`, String(i)]);

describe('a table', () => {
  it('of 10,000 rows shows the first 500 and says so', () => {
    const { source } = table('Long', [{ heading: 'Name' }, { heading: 'Value' }], rowsOf(10_000));
    expect(source.match(/<tr>/g)).toHaveLength(501);
    expect(source).toContain('The first 500 of 10,000 rows; result.json holds all.');
  });

  it('of 500 rows, or none, shows all and says nothing', () => {
    for (const count of [0, 500]) {
      const { source } = table('Short', [{ heading: 'Name' }, { heading: 'Value' }], rowsOf(count));
      expect(source.match(/<tr>/g)).toHaveLength(count + 1);
      expect(source).not.toContain('of 10,000');
    }
  });

  it('escapes its label and its cells', () => {
    const { source } = table('"><script>', [{ heading: '<b>' }], [['<i>&']]);
    expect(source).not.toMatch(/<script>|<b>|<i>/);
    expect(source).toContain('&lt;i&gt;&amp;');
  });
});
