import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A program, a page with its charts and two typefaces: more is something that slipped in. */
const MOST_BYTES = 7e6;

describe('the package that is published', () => {
  const pack = () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
    const [found] = JSON.parse(
      execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    ) as [{ unpackedSize: number; files: { path: string }[] }];
    return found;
  };

  it('holds what is needed to run, and nothing else', () => {
    const { files, unpackedSize } = pack();
    const paths = files.map(({ path }) => path);
    const needless = paths.filter((path) =>
      /^(dist\/)?(tests|tools|bench|gallery|node_modules|\.ci)\/|\.map$|(?<!\.d)\.tsx?$/.test(path),
    );
    expect(needless).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'package.json',
        'dist/src/cli/main.js',
        'dist/THIRD-PARTY-LICENCES.txt',
        'scenarios/quick-start.yaml',
      ]),
    );
    expect(unpackedSize).toBeLessThan(MOST_BYTES);
  });

  const tool = (name: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${name}.mjs`, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, `${stdout}${stderr}`).toBe(0);
    return stdout;
  };

  it('writes the same as the repository, from a folder that it may not write to, by command and by program', () => {
    expect(tool('matrix', '--here')).toMatch(/^types: right\nNode \S+: result\.json (\w{16}) \1 \1 same/m);
  });

  it('keeps what its manifest promises, and its types resolve', () => {
    expect(tool('check-package')).toMatch(/All good!/);
  });
});
