import { describe, expect, it } from 'vitest';
import { equationMarkup, symbolMarkup } from '../../../src/report/equations/equation-markup.ts';
import { parseEquation } from '../../../src/report/equations/parse-equation.ts';
import { markupProblem } from '../../fixtures/well-formed.ts';
import { HOSTILE } from '../make-result.ts';

const typeset = (equation: string): string => parseEquation(equation).source.slice(6, -7);

describe('parseEquation', () => {
  it.each([
    ['a/b', '<mfrac><mi>a</mi><mi>b</mi></mfrac>'],
    ['a/b/c', '<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mfrac>'],
    ['x_i^2', '<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>'],
    ['D_50', '<msub><mi>D</mi><mn>50</mn></msub>'],
    ['α/β', '<mi>α/β</mi>'],
    ['√x', '<msqrt><mi>x</mi></msqrt>'],
    ['p̂', '<mover accent="true"><mi>p</mi><mo>^</mo></mover>'],
    ['P′', '<msup><mi>P</mi><mo>′</mo></msup>'],
    ['1.96', '<mn>1.96</mn>'],
    ['"a b"', '<mtext>a b</mtext>'],
  ])('sets %s', (equation, markup) => {
    expect(typeset(equation)).toBe(markup);
  });

  it('shows brackets where nothing else groups', () => {
    expect(typeset('(a + b)')).toContain('<mo>(</mo>');
    expect(typeset('(a + b)/(c + d)')).not.toContain('<mo>(</mo>');
    expect(typeset('e^(−E)')).not.toContain('<mo>(</mo>');
    expect(typeset('√(a + b)')).not.toContain('<mo>(</mo>');
  });

  it('takes a symbol with a bracket at once for a function, above a stroke as a whole', () => {
    expect(typeset('f(x)/2')).toMatch(/^<mfrac><mrow><mi>f<\/mi><mrow><mo>\(<\/mo>/);
    expect(typeset('E_1(x)/2')).toMatch(/^<mfrac><mrow><msub>/);
    expect(typeset('2 (x)/2')).toMatch(/^<mn>2<\/mn><mfrac>/);
  });

  it('takes ln with the factor after it, above a stroke and below', () => {
    const ln = (name: string) => `<mrow><mi>ln</mi><mspace width="0.25em"></mspace><mi>${name}</mi></mrow>`;
    expect(typeset('ln a/ln b')).toBe(`<mfrac>${ln('a')}${ln('b')}</mfrac>`);
  });

  it('raises a function as a whole', () => {
    expect(typeset('f(x)^2')).toMatch(/^<msup><mrow><mi>f<\/mi>.*<\/mrow><mn>2<\/mn><\/msup>$/);
  });

  it('leaves room after a function without brackets, and beside words', () => {
    expect(typeset('ln X')).toBe('<mrow><mi>ln</mi><mspace width="0.25em"></mspace><mi>X</mi></mrow>');
    expect(typeset('a b')).toBe('<mi>a</mi><mi>b</mi>');
    expect(typeset('a "or" b').match(/mspace w/g)).toHaveLength(2);
  });

  it.each(['(a', 'f(x', 'E[X)', 'a/', 'x_', 'x^', '/a', '^2', 'a)', 'a/ b'])('refuses %s', (equation) => {
    expect(() => parseEquation(equation)).toThrow(/^invalid equation: /);
  });

  it('escapes what would be markup', () => {
    const words = HOSTILE.replaceAll('"', '');
    for (const { source } of [equationMarkup(`x = "${words}"`), symbolMarkup(`"${words}"`)]) {
      expect(source).not.toMatch(/<(script|img|style|title)/);
      expect(markupProblem(source)).toBeUndefined();
    }
  });
});
