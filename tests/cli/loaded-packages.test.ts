import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadedPackages } from '../fixtures/loaded-packages.ts';
import { root } from '../fixtures/scenario-text.ts';

/** Without @stdlib, which is a package a function: many small ones. */
const besideFunctions = (args: readonly string[]): string[] =>
  loadedPackages(args).filter((name) => !name.startsWith('@stdlib/'));

describe('third parties that a command loads', () => {
  it.each([[['eqd2', '5 x 6', '--alpha-beta', '4.9']], [['run', '--help']], [['design', '--help']]])(
    '%j: none but the parser of arguments',
    (args) => {
      expect(besideFunctions(args)).toEqual(['commander']);
    },
  );

  it('validate: what reads a scenario, and what @stdlib logs with', () => {
    const loaded = besideFunctions(['validate', join(root, 'scenarios/quick-start.yaml')]);
    expect(loaded).toEqual(['commander', 'debug', 'ms', 'seedrandom', 'yaml', 'zod']);
  });
});
