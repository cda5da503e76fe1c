// Checks the package as it would be published: what its manifest promises is there (publint), and types resolve as code does
// (are the types wrong?). Both are installed when first asked for, beside the tests that ask: `npm run check:package`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIn, npm, root, run } from './programs.mjs';

const home = join(root, 'tests/package');

installIn(home, 'what checks the package');
const folder = mkdtempSync(join(tmpdir(), 'isoeffect-package-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const tarball = join(folder, `${name}-${version}.tgz`);
run(process.execPath, [join(home, 'node_modules/publint/src/cli.js'), tarball, '--strict']);
run(process.execPath, [
  join(home, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
  tarball,
  '--profile',
  'esm-only',
  '--no-emoji',
]);
