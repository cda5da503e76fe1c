import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { design } from '../../src/library/design.ts';
import { eqd2 } from '../../src/library/eqd2.ts';
import { estimate } from '../../src/library/estimate.ts';
import { readShipped } from '../../src/library/read-shipped.ts';
import { isoeffect } from '../fixtures/command-line.ts';
import { root } from '../fixtures/scenario-text.ts';

const answerOf = (...args: string[]) => JSON.parse(isoeffect([...args, '--json']).stdout);

describe('answers of the library', () => {
  it('are those of eqd2', () => {
    for (const schedule of ['15 x 2.85', '34 Gy/10 BID', '5 x 5 + surgery + 25 x 2'])
      expect(eqd2(schedule, { alphaBetaGy: 4.9 })).toBe(
        answerOf('eqd2', schedule, '--alpha-beta', '4.9').eqd2Gy,
      );
    expect(() => eqd2('15 x 2.85', { alphaBetaGy: 0 })).toThrow(
      new RangeError('invalid alphaBetaGy: 0 (must be > 0)'),
    );
    expect(() => eqd2('15 x 2.85', { alphaBeta: 3 } as never)).toThrow(
      'unknown option: alphaBeta (did you mean alphaBetaGy?)',
    );
  });

  it('are those of design', () => {
    const flags = ['--null-rate', '0.2', '--alternative-rate', '0.35'];
    expect(design('simon', { nullRate: 0.2, alternativeRate: 0.35 })).toEqual(
      answerOf('design', 'simon', ...flags),
    );
    expect(design('a-hern', { nullRate: 0.2, alternativeRate: 0.35 }).kind).toBe('aHern');
  });

  it('of design are refused with every wrong parameter', () => {
    expect(() => design('simson', {})).toThrow(new RangeError('unknown kind: simson (did you mean simon?)'));
    expect(() => design('simon', { nullRate: 2, alternativeRat: 0.3 })).toThrow(
      /nullRate[\s\S]*\n[\s\S]*alternativeRate/,
    );
  });

  it('are those of estimate, of a text or an object', async () => {
    const text = readShipped('fast', 'effects');
    const expected = answerOf('estimate', 'fast', '--no-report');
    expect(await estimate(text)).toEqual(expected);
    expect(await estimate(parse(text))).toEqual(expected);
    await expect(estimate({ title: 'x' })).rejects.toMatchObject({ name: 'ScenarioError' });
  });

  it('name the nearest file that is shipped', () => {
    expect(() => readShipped('quickstart')).toThrow(
      new RangeError('unknown scenario: quickstart (did you mean quick-start?)'),
    );
    expect(() => readShipped('fast', 'effect' as never)).toThrow(
      'unknown registry: effect (did you mean effects?)',
    );
    const folder = join(root, 'scenarios/evidence');
    expect(readShipped('soft-tissue-sarcoma', 'evidence')).toBe(
      readFileSync(join(folder, 'soft-tissue-sarcoma.csv'), 'utf8'),
    );
  });
});
