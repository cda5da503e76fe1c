// A checker for Stryker that lets through a share of the mutants, drawn by a hash of what each is and of a seed: a mutant is in the
// sample or not whatever else is changed, and a larger share holds the smaller ones. The rest count as not compiling: outside the score.
import { createHash } from 'node:crypto';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';

const share = Number(process.env.MUTATION_SHARE ?? 1);
const seed = process.env.MUTATION_SEED ?? '';

function isDrawn({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = fileName.replaceAll('\\', '/').replace(/^.*\/src\//, 'src/');
  const place = [start.line, start.column, end.line, end.column];
  const identity = JSON.stringify([seed, file, ...place, mutatorName, replacement]);
  return createHash('sha256').update(identity).digest().readUInt32BE() < share * 2 ** 32;
}

const sampleChecker = () => ({
  init: async () => {},
  group: async (mutants) => [mutants.map(({ id }) => id)],
  check: async (mutants) =>
    Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isDrawn(mutant) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' },
      ]),
    ),
});

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'sample', sampleChecker)];
