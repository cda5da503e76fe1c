import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

interface Locked {
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

const locked = Object.entries(readJson('package-lock.json').packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
);

/** Names of the packages whose code is in the compiled product. */
const bundled = ['dist', 'dist/explorer'].flatMap((folder) =>
  [
    ...readFileSync(`${root}${folder}/THIRD-PARTY-LICENCES.txt`, 'utf8').matchAll(
      /^(\S+) \d+\.\S+ \(.+\)$/gm,
    ),
  ].map(([, name]) => name),
);
const isBundled = (path: string): boolean =>
  bundled.includes(path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
const production = locked.filter(([path, { dev }]) => !dev || isBundled(path));

/** Licences that let a work under the MIT licence use a package as it is. MPL covers its own files alone. */
const ALLOWED = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  ...['MPL-2.0', 'Apache-2.0 AND BSL-1.0', '(MIT AND Zlib)'],
];
/** Packages that name no licence, with that of the text that comes with them. */
const IN_WORDS: Readonly<Record<string, RegExp>> = {
  'node_modules/png-js': /MIT LICENSE|Permission is hereby granted/,
};

function licenceOf(path: string, { license }: Locked): string | undefined {
  const own = existsSync(`${root}${path}/package.json`)
    ? readJson(`${path}/package.json`).license
    : undefined;
  return own ?? license;
}

describe('packages that come with the product', () => {
  it('are those that it asks for, and those that are compiled into it', () => {
    const names = production.map(([path]) => path.replace('node_modules/', ''));
    expect(names).toEqual(expect.arrayContaining(['piscina', 'vega', 'zod', 'yaml', 'commander', 'preact']));
    expect(bundled.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('have a licence that goes with its own', () => {
    const others = production.filter(
      ([path, entry]) => !IN_WORDS[path] && !ALLOWED.includes(licenceOf(path, entry) ?? 'none'),
    );
    expect(others.map(([path, entry]) => `${path}: ${licenceOf(path, entry)}`)).toEqual([]);
  });

  it.each(Object.entries(IN_WORDS))('%s brings its licence in words', (path, words) => {
    expect(readFileSync(`${root}${path}/LICENSE`, 'utf8')).toMatch(words);
  });
});

describe('packages of the lockfile', () => {
  it('have a hash, so that each is what it was', () => {
    expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });
});
