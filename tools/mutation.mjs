// Mutation testing of the layers that compute, or their line coverage: `npm run mutation -- [layer …] [--share 0.1] [--seed text]`,
// `npm run mutation -- --coverage`. Its tools are installed when first asked for, beside the tests that they look at.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installIn, root, run } from './programs.mjs';

const folder = join(root, 'tests/mutation');
const layers = ['radiobiology', 'random', 'trial'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: 'isoeffect' },
    coverage: { type: 'boolean', default: false },
  },
});
const unknown = positionals.find((layer) => !layers.includes(layer));
if (unknown !== undefined || !(Number(values.share) > 0 && Number(values.share) <= 1)) {
  console.error(
    `usage: npm run mutation -- [${layers.join('|')} …] [--share 0.1] [--seed text] [--coverage]`,
  );
  process.exit(2);
}

/** The score with the limits of its 95 % Wilson interval. */
function scoreWithLimits(detected, n) {
  const z2 = 1.959963984540054 ** 2;
  const p = detected / n;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Math.sqrt(z2) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return [p, centre - half, centre + half].map((x) => `${(100 * x).toFixed(1)} %`);
}

/** Prints who lived, and what share did not. */
function tell(layer, file) {
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  const mutants = Object.entries(files).flatMap(([name, { mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, name })),
  );
  const having = (...states) => mutants.filter(({ status }) => states.includes(status));
  for (const { name, location, mutatorName, replacement, status } of having('Survived', 'NoCoverage'))
    console.log(
      `${name}:${location.start.line}:${location.start.column} ${status} ${mutatorName} ${replacement}`,
    );
  const detected = having('Killed', 'Timeout').length;
  const n = detected + having('Survived', 'NoCoverage').length;
  const [score, low, high] = scoreWithLimits(detected, n);
  const counts = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'Ignored', 'CompileError']
    .map((status) => `${status} ${having(status).length}`)
    .join(', ');
  const interval = Number(values.share) < 1 ? ` (95 % interval ${low} to ${high})` : '';
  console.log(`${layer}: ${score} of ${n} mutants noticed${interval}; ${counts}`);
}

/** Mutates a layer; what is known of its mutants is kept, for the next run and for people. */
function runStryker(layer) {
  const kept = `out/mutation/${layer}-${values.share}-${encodeURIComponent(values.seed)}`;
  const config = {
    ...JSON.parse(readFileSync(join(folder, 'stryker.config.json'), 'utf8')),
    mutate: [`src/${layer}/**/*.ts`],
    incrementalFile: `${kept}.incremental.json`,
    jsonReporter: { fileName: `${kept}.json` },
  };
  mkdirSync(join(root, 'out/mutation'), { recursive: true });
  writeFileSync(join(root, `${kept}.config.json`), JSON.stringify(config));
  const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  run(process.execPath, [stryker, 'run', `${kept}.config.json`], {
    env: {
      ...process.env,
      MUTATION_LAYER: layer,
      MUTATION_SHARE: values.share,
      MUTATION_SEED: values.seed,
    },
  });
  tell(layer, join(root, `${kept}.json`));
}

if (values.coverage) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutation/vitest.config.ts'];
  run(process.execPath, [...vitest, '--coverage']);
} else {
  installIn(folder, 'what mutation testing needs');
  for (const layer of positionals.length > 0 ? positionals : layers) runStryker(layer);
}
