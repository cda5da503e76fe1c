import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadedPackages } from '../fixtures/loaded-packages.ts';
import { root } from '../fixtures/scenario-text.ts';

describe('third parties that a command loads', () => {
  it.each([[['eqd2', '5 x 6', '--alpha-beta', '4.9']], [['run', '--help']], [['design', '--help']]])(
    '%j: none but the parser of arguments',
    (args) => {
      expect(loadedPackages(args)).toEqual(['commander']);
    },
  );

  it('validate: what reads a scenario, and of the special functions those that it calls', () => {
    const loaded = loadedPackages(['validate', join(root, 'scenarios/quick-start.yaml')]);
    expect(loaded.filter((name) => !name.startsWith('@stdlib/'))).toEqual([
      'commander',
      'seedrandom',
      'yaml',
      'zod',
    ]);
    expect(loaded).toContain('@stdlib/math-base-special-erfc');
    expect(loaded).not.toContain('@stdlib/math-base-special-betainc');
    expect(loaded).not.toContain('@stdlib/math-base-special-gammainc');
  });
});
