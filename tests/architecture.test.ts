import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The layers, left to right: a file imports from its own layer and from layers before it. */
const layers: [folder: string, thirdParties: RegExp][] = [
  ['src/numeric', /^(@stdlib\/|zod$|node:module$)/],
  ['src/random', /^(seedrandom|zod)$/],
  ['src/radiobiology', /^zod$/],
  ['src/cohort', /^zod$/],
  ['src/outcomes', /^zod$/],
  ['src/trial', /^zod$/],
  ['src/scenario', /^(zod|yaml)$/],
  ['src/evidence', /^zod$/],
  ['src/engine', /^(?!)/],
  ['src/study', /^(?!)/],
  ['src/verify', /^(?!)/],
  ['src/report', /^(vega|vega-lite)$/],
  ['src/explorer', /^(preact(\/hooks)?|comlink|vega-interpreter|yaml)$/],
  ['src/node', /^(node:|piscina$|hyparquet-writer$|pdfmake$|node-html-parser$|@resvg\/resvg-js$)/],
  ['src/library', /^node:/],
  ['src/cli', /^(node:|commander$|cli-progress$)/],
];
/** What is not to be known though it lies to the left. */
const forbidden: [from: string, to: string][] = [
  // Every formula can be checked without a seed
  ['src/radiobiology', 'src/random'],
  // The page is built beside the command line
  ['src/node', 'src/explorer'],
  ['src/library', 'src/explorer'],
  ['src/cli', 'src/explorer'],
];

const sources = ['src', 'workers']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
  )
  .filter((file) => /\.tsx?$/.test(file) && statSync(join(root, file)).isFile())
  .map((file) => file.split(sep).join('/'));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8')
      // Examples in docstrings import the package
      .replace(/^ \* .*$/gm, '')
      .matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g,
      ),
  ].map((match) => match[1] ?? match[2] ?? match[3]);
const layerOf = (file: string): number => layers.findIndex(([folder]) => file.startsWith(`${folder}/`));
const target = (file: string, specifier: string): string =>
  relative(root, resolve(root, dirname(file), specifier))
    .split(sep)
    .join('/');

describe('architecture', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(5);
  });

  it('every source file lies in a layer, at the root of src, or in workers/', () => {
    const stray = sources.filter((f) => layerOf(f) < 0 && !f.startsWith('workers/') && f !== 'src/index.ts');
    expect(stray).toEqual([]);
  });

  it('imports only from its own layer and layers to its left', () => {
    const upward = sources.flatMap((file) =>
      importsOf(file)
        .filter((s) => s.startsWith('.'))
        .map((s) => target(file, s))
        .filter(
          (t) =>
            layerOf(file) >= 0 &&
            (layerOf(t) > layerOf(file) || (layerOf(t) < 0 && !t.startsWith('reports/'))),
        )
        .concat(
          importsOf(file)
            .filter((s) => s.startsWith('.'))
            .map((s) => target(file, s))
            .filter((t) =>
              forbidden.some(([from, to]) => file.startsWith(`${from}/`) && t.startsWith(`${to}/`)),
            ),
        )
        .map((t) => `${file} → ${t}`),
    );
    expect(upward).toEqual([]);
  });

  it('uses a third party only where it belongs', () => {
    const misplaced = sources.flatMap((file) => {
      const allowed = layerOf(file) >= 0 ? layers[layerOf(file)][1] : /^node:/;
      return importsOf(file)
        .filter((s) => !s.startsWith('.') && !s.startsWith('#') && !allowed.test(s))
        .map((s) => `${file} → ${s}`);
    });
    expect(misplaced).toEqual([]);
  });

  it('has no import cycle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const s of importsOf(file)) {
        if (/^\..*\.tsx?$/.test(s)) visit(target(file, s), [...path, file]);
      }
      state.set(file, 'done');
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps files to one idea: none over 250 lines, no grab-bag names', () => {
    const long = sources.filter((f) => readFileSync(join(root, f), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
    expect(sources.filter((f) => /(^|\/)(utils|helpers|common|misc)\.ts$/.test(f))).toEqual([]);
  });

  it('computes no variable power: Math.pow and ** differ between Node versions', () => {
    const powers = sources.filter((f) =>
      readFileSync(join(root, f), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .match(/Math\.pow|\w\s*\*\*\s*\w/),
    );
    expect(powers).toEqual([]);
  });

  it('spells tumour', () => {
    const misspelt = sources.filter((f) => /tumor/i.test(readFileSync(join(root, f), 'utf8')));
    expect(misspelt).toEqual([]);
  });

  it('a registry file is nothing but the registry: one line per file of its folder', () => {
    for (const index of sources.filter((f) => f.endsWith('/index.ts') && f !== 'src/index.ts')) {
      const folder = dirname(index);
      const siblings = sources.filter(
        (f) => dirname(f) === folder && f !== index && !f.endsWith('/definition.ts'),
      );
      const imported = importsOf(index).map((s) => target(index, s));
      for (const sibling of siblings) expect(imported, `${index} lists ${sibling}`).toContain(sibling);
    }
  });
});
