import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A program, a page and two typefaces: more is something that slipped in. */
const MOST_BYTES = 10e6;

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
});
