import { describe, expect, it } from 'vitest';
import { main } from '../fixtures/command-line.ts';
import { cpuRatio } from '../fixtures/cpu-ratio.ts';

/** A Node that does nothing. */
const NOTHING = ['-e', '0'];
/** A Node that loads what reads and checks files, and does nothing. */
const READERS = ['-e', "Promise.all([import('yaml'), import('zod')])"];

describe('start-up, as a multiple of the CPU time of another Node in the same run', () => {
  it.each([[['eqd2', '5 x 6', '--alpha-beta', '4.9']], [['run', '--help']], [['--help']]])(
    '%j takes at most three times what Node takes to do nothing',
    (args) => {
      expect(cpuRatio([main, ...args], NOTHING)).toBeLessThan(3);
    },
  );

  it('validate takes at most five times what Node takes to load its readers', () => {
    expect(cpuRatio([main, 'validate', 'scenarios/quick-start.yaml'], READERS)).toBeLessThan(5);
  });
});
