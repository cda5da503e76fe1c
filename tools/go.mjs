// Does everything a fresh clone needs, then runs what was asked for: install when the lockfile changed,
// compile when a source changed, then `start`, a test run, mutation testing, checks of the package, a bench, the fuzzer, the gallery or the
// documentation site. Plain Node, no dependency, no npm hook (hooks are skipped under ignore-scripts).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`isoeffect needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** SHA-256 over the names and contents of files and folders. */
function hashOf(...paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const full = join(path, entry.name);
      if (entry.isDirectory()) visit(full);
      else hash.update(full.slice(root.length)).update(readFileSync(full));
    }
  };
  for (const path of paths) {
    const full = join(root, path);
    if (path.includes('.')) hash.update(path).update(readFileSync(full));
    else visit(full);
  }
  return hash.digest('hex');
}

/** Runs a program in the project folder; its failure is ours. */
function run(command, args, options = {}) {
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (child.error) throw child.error;
  if (child.signal || child.status !== 0) process.exit(child.status ?? 130);
}

/** Runs a step when what it depends on has changed since it last succeeded. */
function when(changed, stampFile, step) {
  const stamp = join(root, stampFile);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === changed) return;
  step();
  writeFileSync(stamp, changed);
}

when(hashOf('package-lock.json') + process.versions.modules, 'node_modules/.isoeffect-installed', () => {
  console.error('Installing packages …');
  const npm = process.env.npm_execpath;
  const install = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const stdio = ['ignore', 2, 2];
  if (npm) run(process.execPath, [npm, ...install], { stdio });
  else
    run(process.platform === 'win32' ? 'npm.cmd' : 'npm', install, {
      stdio,
      shell: process.platform === 'win32',
    });
});
const sources = [
  'src',
  'workers',
  'reports',
  'scenarios',
  'tools/build.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.explorer.json',
  'package-lock.json',
];
when(hashOf(...sources), 'node_modules/.isoeffect-built', () => {
  console.error('Compiling …');
  run(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 2, 2] });
});

const [task, ...args] = process.argv.slice(2);

/** Compiles a program that lies among the tests, and runs it. */
function runBeside(part, ...programArgs) {
  when(hashOf(...sources, `tests/${part}`, 'tests/fixtures'), `node_modules/.isoeffect-${part}-built`, () => {
    console.error(`Compiling the ${part} …`);
    run(process.execPath, ['tools/build.mjs', part], { stdio: ['ignore', 2, 2] });
  });
  run(process.execPath, [`dist/${part}/tests/${part}/${part}.js`, ...programArgs]);
}

if (task === 'start') {
  const given = args.length > 0 ? args : ['run', join(root, 'scenarios/scopes-ii.yaml')];
  run(process.execPath, [join(root, 'dist/src/cli/main.js'), ...given], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
} else if (task === 'test') {
  run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args]);
} else if (task === 'test:long') {
  run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'vitest.long.config.ts',
    ...args,
  ]);
} else if (task === 'test:slurm') {
  run('bash', ['tests/slurm/run.sh']);
} else if (task === 'bench') {
  runBeside('bench', ...args);
} else if (task === 'bench:peers') {
  runBeside('bench', '--peers', ...args);
} else if (task === 'fuzz') {
  runBeside('fuzz', ...args);
} else if (task === 'mutation') {
  run(process.execPath, ['tools/mutation.mjs', ...args]);
} else if (task === 'docs') {
  runBeside('site');
  runBeside('gallery', 'out/gallery');
  run(process.execPath, ['tools/docs.mjs']);
} else if (task === 'matrix') {
  run(process.execPath, ['tools/matrix.mjs', ...args]);
} else if (task === 'check:package') {
  run(process.execPath, ['tools/check-package.mjs']);
} else if (task === 'gallery') {
  runBeside('gallery', ...args);
} else {
  console.error(`unknown task: ${task}`);
  process.exit(2);
}
