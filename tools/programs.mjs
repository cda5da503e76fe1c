// What the tools share that run other programs: the failure of one is ours, and what few need is installed when first asked for.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in the project's folder, or another; its failure is ours. */
export function run(command, args, options = {}) {
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (child.error) throw child.error;
  if (child.signal || child.status !== 0) process.exit(child.status ?? 130);
}

/** Runs npm, that which runs us if one does. */
export function npm(args, options) {
  const path = process.env.npm_execpath;
  const isWindows = process.platform === 'win32';
  if (path) run(process.execPath, [path, ...args], options);
  else run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows, ...options });
}

/** Installs what a folder's lock names, without install scripts, unless it is there. */
export function installIn(folder, what) {
  const stamp = join(folder, 'node_modules/.isoeffect-installed');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error(`Installing ${what} …`);
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  writeFileSync(stamp, lock);
}
