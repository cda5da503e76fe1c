// Checks the package as it would be published: what its manifest promises is there (publint), and types resolve as code does
// (are the types wrong?). Both are installed when first asked for, beside the tests that ask: `npm run check:package`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const home = join(root, 'tests/package');

/** Runs a program; its failure is ours. */
function run(command, args, options = {}) {
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (child.error) throw child.error;
  if (child.signal || child.status !== 0) process.exit(child.status ?? 130);
}

function npm(args, options) {
  const path = process.env.npm_execpath;
  const isWindows = process.platform === 'win32';
  if (path) run(process.execPath, [path, ...args], options);
  else run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows, ...options });
}

function install() {
  const stamp = join(home, 'node_modules/.isoeffect-installed');
  const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what checks the package …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: home });
  writeFileSync(stamp, lock);
}

install();
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
