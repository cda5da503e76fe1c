import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { decodeScenarioText } from '../../src/scenario/scenario-link.ts';
import { scratch } from '../fixtures/command-line.ts';
import { exampleText, root } from '../fixtures/scenario-text.ts';

const PACKED = join('dist', 'explorer.json.gz');

/** The package as it is installed, but for the explorer: files of its own, or none. */
function packageWith(files: Readonly<Record<string, string>> | undefined): string {
  const folder = scratch();
  const built = join(root, 'dist');
  cpSync(built, join(folder, 'dist'), {
    recursive: true,
    filter: (from) => !from.endsWith('.d.ts') && !from.startsWith(join(built, 'explorer')),
  });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'scenarios'), join(folder, 'scenarios'), 'junction');
  if (files) writeFileSync(join(folder, PACKED), gzipSync(JSON.stringify(files)));
  return folder;
}

const PAGE = '<!doctype html><title>A page</title>';
const FILES = { 'index.html': PAGE, 'main.js': 'export const β = 1;' };
const installed = packageWith(FILES);
const mainIn = (folder: string): string => join(folder, 'dist/src/cli/main.js');
const children: ChildProcess[] = [];

/** A served explorer: what it has said by the time it says where, and how it ends. */
async function explore(args: readonly string[], cwd = scratch()) {
  const child = spawn(process.execPath, [mainIn(installed), 'explore', ...args], { cwd });
  children.push(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (data) => {
    stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    stderr += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    // The one may be read before the other
    const check = () => stdout.endsWith('\n') && stderr.includes('until Ctrl-C') && resolve();
    child.stdout.on('data', check);
    child.stderr.on('data', check);
    ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`)));
  });
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return { said: () => stdout, warned: () => stderr, end };
}

/** What an explorer that serves nothing says. */
const refused = (args: readonly string[], cwd = scratch(), folder = installed) =>
  spawnSync(process.execPath, [mainIn(folder), 'explore', ...args], { cwd, encoding: 'utf8' });

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('isoeffect explore', () => {
  it('prints the address of the page and serves it; Ctrl-C ends it, done, and frees the port', async () => {
    const { said, warned, end } = await explore([]);
    expect(said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(warned()).toBe('Serving to this machine until Ctrl-C.\n');
    const url = said().trim();
    expect(await (await fetch(url)).text()).toBe(PAGE);
    expect(await end('SIGINT')).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    '%s ends it too, though a browser holds a connection',
    async (signal) => {
      const { said, end } = await explore(['--json']);
      const { url, ...rest } = JSON.parse(said());
      expect(rest).toEqual({});
      await fetch(url, { headers: { connection: 'keep-alive' } });
      expect(await end(signal)).toBe(0);
    },
  );

  it('begins with a scenario: a file’s text as it is written, comments and all', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'x.yaml'), exampleText);
    const written = await explore(['x.yaml'], cwd);
    const [, encoded] = written.said().trim().split('/#yaml=');
    expect(await decodeScenarioText(encoded)).toBe(exampleText);
  });

  it('a bad scenario: every problem at once, exit 2, nothing served', () => {
    const cwd = scratch();
    const text = exampleText.replace('gamma50', 'gama50').replace('perArm: 165', 'perArm: 0');
    writeFileSync(join(cwd, 'x.yaml'), text);
    const { status, stdout, stderr } = refused(['x.yaml'], cwd);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('x.yaml:19:5  unknown key: gama50 (did you mean gamma50?)');
    expect(stderr).toContain('x.yaml:34:11  invalid perArm: 0 (must be >= 1)');
  });

  it.each([
    [['quick-strat'], 'did you mean the shipped scenario quick-start?'],
    [['--port', '65536'], 'must be a whole number from 0 to 65535'],
  ])('%j is wrong input: exit 2', (args, reason) => {
    const { status, stdout, stderr } = refused(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });

  it('without the built page it fails and says so: exit 1', () => {
    const folder = packageWith(undefined);
    const { status, stdout, stderr } = refused([], scratch(), folder);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`the explorer is not built: there is no ${join(folder, PACKED)}`);
  });
});

describe('isoeffect explore --out', () => {
  it('writes the files for a web host, beside what is there', () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'web'));
    writeFileSync(join(cwd, 'web', 'robots.txt'), 'mine');
    const { status, stdout } = refused(['--out', 'web'], cwd);
    expect([status, stdout]).toEqual([0, 'Wrote web: 2 files for any web host, in any path.\n']);
    const written = readdirSync(join(cwd, 'web')).map((name) => [
      name,
      readFileSync(join(cwd, 'web', name), 'utf8'),
    ]);
    expect(Object.fromEntries(written)).toEqual({ ...FILES, 'robots.txt': 'mine' });
  });

  it('overwrites no page: exit 2, and the folder is as it was', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'index.html'), 'mine');
    const { status, stderr } = refused(['--out', '.'], cwd);
    expect([status, stderr]).toEqual([2, 'index.html is there already; name another folder with --out\n']);
    expect(readdirSync(cwd)).toEqual(['index.html']);
    expect(readFileSync(join(cwd, 'index.html'), 'utf8')).toBe('mine');
  });

  it.each([
    [['quick-start'], '--out takes no scenario'],
    [['--port', '8080'], "'--out <dir>' cannot be used with option '--port <n>'"],
    [['--open'], "'--out <dir>' cannot be used with option '--open'"],
  ])('with %j is wrong input: exit 2, nothing written', (args, reason) => {
    const cwd = scratch();
    const { status, stderr } = refused([...args, '--out', 'web'], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('isoeffect explore --port', () => {
  const other = createServer();
  afterAll(() => other.close());

  it('takes the port that is asked for; one that is taken is wrong input', async () => {
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { status, stdout, stderr } = refused(['--port', String(port)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`--port ${port}: another program listens there; 0 takes a free one\n`);
    await new Promise((resolve) => other.close(resolve));
    const { said } = await explore(['--port', String(port)]);
    expect(said()).toBe(`http://127.0.0.1:${port}/\n`);
  });
});

describe.skipIf(process.platform === 'win32')('isoeffect explore --open', () => {
  it('serves even where no browser can be opened', async () => {
    const { PATH } = process.env;
    process.env.PATH = scratch();
    try {
      const { said, warned } = await explore(['--open']);
      expect((await fetch(said().trim())).status).toBe(200);
      await expect
        .poll(warned)
        .toMatch(/warning: the browser could not be opened \(\S+: ENOENT\); open the address above/);
    } finally {
      process.env.PATH = PATH;
    }
  });
});
