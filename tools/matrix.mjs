// Packs the package as it would be published, installs it into an empty folder that is then read-only, uses it there as people do,
// and compares what it writes with what the repository writes, byte for byte.
//
//   npm run matrix               on Node 20, 22, 24 and 26, which come from the npm registry; older ones must say what they miss
//   npm run matrix -- --here     on the Node that runs this alone
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isHere = process.argv.includes('--here');
const NODES = ['20.20.2', '22.23.3', '24.21.0', '26.12.1'];
const OLD_NODES = ['16.20.2', '18.20.8'];
/** What a run must write, with so many replicates. */
const REPLICATES = 200;

const folder = mkdtempSync(join(tmpdir(), 'isoeffect-matrix-'));
chmodSync(folder, 0o755);
const isWindows = process.platform === 'win32';
// Permissions bind nobody but root
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Runs a program; its failure ends everything, with what it said. */
function run(command, args, options = {}) {
  const child = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (child.error) throw child.error;
  if (child.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${child.status}:\n${child.stdout}${child.stderr}`,
    );
  return child.stdout;
}

function npm(args, options) {
  const path = process.env.npm_execpath;
  if (path) return run(process.execPath, [path, ...args], options);
  return run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows, ...options });
}

/** Packs the repository; returns the tarball. */
function pack() {
  const [{ filename, unpackedSize, entryCount }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root }),
  );
  console.log(`${filename}: ${(unpackedSize / 1e6).toFixed(2)} MB unpacked, ${entryCount} files`);
  return filename;
}

/** Installs the tarball and what it depends on, in the versions of the lockfile: nothing has to be looked up, so that npm's cache is enough. */
function install(tarball) {
  const app = join(folder, 'app');
  mkdirSync(app);
  cpSync(join(folder, tarball), join(app, tarball));
  const { name, version, dependencies, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const own = {
    name: 'app',
    version: '1.0.0',
    private: true,
    type: 'module',
    dependencies: { [name]: `file:${tarball}` },
  };
  const lock = {
    name: 'app',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': own,
      [`node_modules/${name}`]: { version, resolved: `file:${tarball}`, dependencies, bin },
      ...Object.fromEntries(needed),
    },
  };
  writeFileSync(join(app, 'package.json'), JSON.stringify(own));
  writeFileSync(join(app, 'package-lock.json'), JSON.stringify(lock));
  npm(['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: app });
  return app;
}

/** Takes the right to write from a folder and all that is in it, or gives it back. */
function setWritable(path, isWritable) {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  if (stats.isDirectory()) {
    if (isWritable) chmodSync(path, stats.mode | 0o200);
    for (const entry of readdirSync(path)) setWritable(join(path, entry), isWritable);
  }
  chmodSync(path, isWritable ? stats.mode | 0o200 : stats.mode & ~0o222);
}

/** The folder of a Node of the registry, by its version. */
function nodeFolder(version) {
  const platform = isWindows ? 'win' : process.platform;
  const home = join(folder, `node-${version}`);
  mkdirSync(home);
  const name = `node-${platform}-${process.arch}`;
  npm([
    'install',
    '--prefix',
    home,
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${name}@${version}`,
  ]);
  return join(home, 'node_modules', name, 'bin');
}

const SCRIPT = `
import { isClaimsResult, run } from 'isoeffect';
import { readFileSync, writeFileSync } from 'node:fs';
const result = await run(readFileSync('quick-start.yaml', 'utf8'), { replicates: ${REPLICATES}, workers: Number(process.argv[2]) });
if (!isClaimsResult(result)) throw new Error('no claims');
writeFileSync('library.json', JSON.stringify(result, null, 1) + '\\n');
`;

const TYPED = `
import { bed, design, type Estimate, eqd2, estimate, isClaimsResult, listRegistries, type RunOptions, run, type Scenario } from 'isoeffect';
const options: RunOptions = { replicates: 200, workers: 0, onProgress: (share: number) => void share, set: { 'design.perArm': 50 } };
const result = await run({ title: 'x' }, options);
if (isClaimsResult(result)) {
  const power: Estimate = result.truths[0].operatingCharacteristics.power;
  const exact: number | undefined = power.exact;
  const resolved: Scenario = result.scenario.resolved;
  const seed: string = resolved.seed;
  void [exact, seed];
}
const doses: number[] = [eqd2('15 x 2.85', { alphaBetaGy: 4.9 }), bed('5 x 6', { alphaBetaGy: 10 })];
const sentence: string = design('simon', { nullRate: 0.1, alternativeRate: 0.3 }).sentence;
const alphaBetaGy: number = (await estimate('title: x')).alphaBetaGy.estimate;
void [doses, sentence, alphaBetaGy, await listRegistries()];
// @ts-expect-error α/β is a number
eqd2('15 x 2.85', { alphaBetaGy: '4.9' });
// @ts-expect-error there is no such option
await run('', { replicate: 5 });
`;

/** Checks a program of a user of the library, and with it all types that it reaches. */
function checkTypes(app) {
  writeFileSync(join(app, 'typed.ts'), TYPED);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', 'typed.ts'];
  run(process.execPath, [tsc, ...flags], { cwd: app });
}

/** Uses the installed package as somebody who may not write to it; returns what was written. */
function useOn(bin, app, name) {
  const work = join(folder, `work-${name}`);
  mkdirSync(work);
  // A script finds the packages above it
  const home = join(app, 'work', name);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o777);
  const env = {
    PATH: [bin, join(app, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    HOME: home,
    NO_COLOR: '1',
  };
  const options = { cwd: home, env, ...somebody };
  const isoeffect = (...args) =>
    run(join(app, 'node_modules/.bin/isoeffect'), args, { ...options, shell: isWindows });
  const node = join(bin, isWindows ? 'node.exe' : 'node');
  isoeffect('init');
  isoeffect('run', 'quick-start.yaml', '--replicates', String(REPLICATES), '--out', 'out');
  isoeffect('report', 'out/result.json', '--format', 'pdf', '--out', 'again');
  isoeffect('explore', '--out', 'web');
  const read = (file) => readFileSync(join(home, file), 'utf8');
  writeFileSync(join(home, 'script.mjs'), SCRIPT);
  const byLibrary = [0, 2].map((workers) => {
    run(node, ['script.mjs', String(workers)], options);
    return read('library.json');
  });
  if (!readFileSync(join(home, 'again/report.pdf')).subarray(0, 5).equals(Buffer.from('%PDF-')))
    throw new Error('report.pdf is none');
  if (!read('web/index.html').includes('isoeffect')) throw new Error('the explorer has no page');
  return { scenario: read('quick-start.yaml'), texts: [read('out/result.json'), ...byLibrary] };
}

/** What the repository writes for a scenario. */
function expectedOf(scenario) {
  const home = join(folder, 'expected');
  mkdirSync(home);
  writeFileSync(join(home, 'quick-start.yaml'), scenario);
  const args = ['run', 'quick-start.yaml', '--replicates', String(REPLICATES), '--no-report', '--out', 'out'];
  run(process.execPath, [join(root, 'dist/src/cli/main.js'), ...args], { cwd: home });
  return readFileSync(join(home, 'out/result.json'), 'utf8');
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Uses the package on one Node and says how it went; returns whether it wrote the same. */
function tryOn(bin, version, app, expected) {
  const started = Date.now();
  const { scenario, texts } = useOn(bin, app, version);
  expected.text ??= expectedOf(scenario);
  const isSame = texts.every((text) => text === expected.text);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `Node ${version}: result.json ${texts.map(hashOf).join(' ')} ${isSame ? 'same' : 'DIFFERENT'} (${seconds} s)`,
  );
  return isSame;
}

/** An older Node must refuse in one line. */
function refusesOn(bin, version, app) {
  const main = join(app, 'node_modules/isoeffect/dist/src/cli/main.js');
  const { status, stderr } = spawnSync(join(bin, isWindows ? 'node.exe' : 'node'), [main, 'list'], {
    encoding: 'utf8',
  });
  const isRight =
    status === 1 && stderr === `isoeffect needs Node 20.19 or newer; this is Node ${version}.\n`;
  console.log(`Node ${version}: ${isRight ? 'refused in one line' : `WRONG: ${status} ${stderr}`}`);
  return isRight;
}

let app;
try {
  app = install(pack());
  checkTypes(app);
  console.log('types: right');
  mkdirSync(join(app, 'work'));
  for (const path of ['node_modules', 'package.json', 'package-lock.json'])
    setWritable(join(app, path), false);
  const expected = {};
  const done = isHere
    ? [tryOn(dirname(process.execPath), process.versions.node, app, expected)]
    : [
        ...NODES.map((version) => tryOn(nodeFolder(version), version, app, expected)),
        ...OLD_NODES.map((version) => refusesOn(nodeFolder(version), version, app)),
      ];
  if (done.includes(false)) process.exitCode = 1;
} finally {
  if (app) setWritable(join(app, 'node_modules'), true);
  rmSync(folder, { recursive: true, force: true });
}
