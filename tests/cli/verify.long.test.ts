import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyAndPrint } from '../../src/cli/verify-and-print.ts';
import { suites } from '../../src/verify/suites/index.ts';
import { isoeffect } from '../fixtures/command-line.ts';

const wrong = {
  ...suites,
  radiobiology: {
    ...suites.radiobiology,
    cases: () => [
      {
        id: 'wrong',
        title: 'two and two',
        source: 'made for this test',
        expected: { value: 4 },
        tolerance: 0,
        compute: () => ({ value: 5 }),
      },
    ],
  },
};

describe('isoeffect verify', () => {
  it('--suite, --json: one document, exit 0', () => {
    const { status, stdout, stderr } = isoeffect(['verify', '--suite', 'radiobiology', '--json']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { version, count, failed, cases } = JSON.parse(stdout);
    expect({ version, count, failed }).toEqual({ version: '0.1.0', count: 139, failed: 0 });
    expect(Object.keys(cases[0])).toEqual([
      'id',
      'suite',
      'title',
      'source',
      'expected',
      'got',
      'tolerance',
      'passes',
      'isNegativeControl',
    ]);
  });

  it('every suite: an entry a case within 100 columns, a summary, under a minute, exit 0', () => {
    const started = performance.now();
    const { status, stdout, stderr } = isoeffect(['verify']);
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 100 && !/^\w+: /.test(line))).toEqual([]);
    for (const suite of Object.keys(suites)) expect(stdout).toContain(`${suite}: `);
    expect(lines.at(-2)).toMatch(/^\d+ cases, \d+ of them negative controls: every one passes\.$/);
  });

  it('a suite that there is not: exit 2, the nearest named', () => {
    const { status, stdout, stderr } = isoeffect(['verify', '--suite', 'radiobiolgy']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('unknown suite: radiobiolgy (did you mean radiobiology?)');
  });

  it('list names the suites', () => {
    const { stdout } = isoeffect(['list', 'suites', '--json']);
    expect(JSON.parse(stdout).suites.map(({ name }: { name: string }) => name)).toEqual(Object.keys(suites));
  });
});

describe('a wrong calculator', () => {
  const printed: string[] = [];
  afterEach(() => {
    vi.restoreAllMocks();
    printed.length = 0;
  });
  const verifyWrong = (json: boolean): void => {
    vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
    verifyAndPrint({ suite: 'radiobiology', json }, wrong);
  };

  it('is printed, then thrown as no wrong use: exit 1', () => {
    expect(() => verifyWrong(false)).toThrow(/^verify: 1 of 1 cases failed$/);
    expect(printed.join('\n')).toContain('FAIL  wrong: two and two; expected 4; got 5');
  });

  it('leaves --json one document', () => {
    expect(() => verifyWrong(true)).toThrow('1 of 1');
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ count: 1, failed: 1 });
  });
});
