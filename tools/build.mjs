// Compiles the product, or the bench, the fuzzer, the gallery or pages of the site beside it, into dist/: types are checked and declared by tsc, and code is bundled,
// because hundreds of small files take longer to load than most commands take to run.
//
//   node tools/build.mjs [bench|fuzz|gallery|site]
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [part = 'product'] = process.argv.slice(2);
const isProduct = part === 'product';
const dist = join(root, isProduct ? 'dist' : `dist/${part}`);

const entries = {
  product: () => ['src/index', 'src/cli/main', ...namesIn('workers')],
  bench: () => ['tests/bench/bench', ...namesIn('tests/bench/programs')],
  fuzz: () => ['tests/fuzz/fuzz', 'tests/fuzz/fuzz-child'],
  gallery: () => ['tests/gallery/gallery', 'tests/gallery/report-picture'],
  site: () => ['tests/site/site'],
}[part]();

/** Packages that stay outside: those that read files of their own, and the large ones of the charts, of PDF and of PNG. */
const OUTSIDE =
  /^(#workers|piscina|pdfmake|@resvg|playwright-core|@sparticuz|vega|vega-lite|vega-interpreter|vega-util)(\/|$)/;

function namesIn(folder) {
  return readdirSync(join(root, folder)).map((file) => `${folder}/${file.replace(/\.ts$/, '')}`);
}

/** Checks types by a configuration; the product's also writes the declarations that users of the library read. */
function check(config) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawnSync(process.execPath, [tsc, '-p', config], { cwd: root, stdio: 'inherit' });
  if (child.status !== 0) process.exit(child.status ?? 130);
}

/** Deletes the declarations that users of the library do not reach from its entry. */
function keepReachedDeclarations() {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file) || !existsSync(file)) return;
    reached.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import\()\s*["'](\.[^"']+)["']/g))
      visit(resolve(dirname(file), path.replace(/\.[jt]s$/, '.d.ts')));
  };
  visit(join(dist, 'src/index.d.ts'));
  for (const path of readdirSync(dist, { recursive: true })) {
    const file = join(dist, path);
    if (path.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
  removeEmptyFolders(dist);
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Bundles the entries; returns the files that went into them. */
async function bundle() {
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map((name) => [name, join(root, `${name}.ts`)])),
    platform: 'node',
    external: OUTSIDE,
  });
  const { output } = await build.write({
    dir: dist,
    chunkFileNames: 'chunks/[name]-[hash].js',
    comments: { legal: true, annotation: false, jsdoc: false },
    // Without space between words that need none; functions and classes keep their names, so that errors name what failed
    minify: isProduct && { compress: false, mangle: { keepNames: true }, codegen: true },
    postBanner: ({ moduleIds }) =>
      packageFolders(moduleIds)
        .map((folder) => `// ${folder.slice(folder.lastIndexOf('node_modules'))}/\n`)
        .join(''),
  });
  await build.close();
  return output.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** Bundles the explorer, whose page and workers share their code, and lays what it reads beside it; returns the files that went in. */
async function bundleExplorer() {
  const folder = join(dist, 'explorer');
  const entries = [
    'page/main.tsx',
    'desk-worker.ts',
    'batch-worker.ts',
    'studio-worker.ts',
    'tutor-worker.ts',
  ];
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      entries.map((file) => [basename(file).replace(/\.tsx?$/, ''), join(root, 'src/explorer', file)]),
    ),
    platform: 'browser',
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const { output } = await build.write({ dir: folder, minify: true, chunkFileNames: '[name]-[hash].js' });
  await build.close();
  for (const file of ['index.html', 'style.css'])
    copyFileSync(join(root, 'src/explorer/page', file), join(folder, file));
  writeFileSync(join(folder, 'shipped.json'), JSON.stringify(shippedTexts()));
  return output.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** Texts of a folder's files with an ending, by name: without the ending, unless they are named in scenarios as they are. */
function textsIn(folder, ending, isWhole = false) {
  const files = readdirSync(join(root, 'scenarios', folder))
    .filter((file) => file.endsWith(ending))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      isWhole ? `${folder}/${file}` : file.slice(0, -ending.length),
      readFileSync(join(root, 'scenarios', folder, file), 'utf8'),
    ]),
  );
}

/** What comes with the page. */
function shippedTexts() {
  return {
    scenarios: textsIn('.', '.yaml'),
    files: textsIn('dvh', '.csv', true),
    effects: textsIn('effects', '.yaml'),
  };
}

/** The licence in a package's folder: files of their own, or what the README ends with. */
function licenceIn(folder) {
  const read = (file) => readFileSync(join(folder, file), 'utf8').trim();
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  if (files.length > 0) return files.map(read).join('\n\n');
  const [text] = read('README.md').match(/^#*\s*licen[cs]e\b[\s\S]*/im) ?? [];
  if (text === undefined) throw new Error(`${folder}: no licence`);
  return text;
}

/** Folders of the packages that files belong to, in order of their names. */
function packageFolders(files) {
  // Modules that the bundler made have no file
  const folders = files
    .filter((file) => !file.startsWith('\0'))
    .flatMap((file) => {
      const end = file.lastIndexOf(`node_modules${sep}`) + 13;
      if (end < 13) return [];
      const [scope, name] = file.slice(end).split(sep);
      return [file.slice(0, end) + (scope.startsWith('@') ? join(scope, name) : scope)];
    });
  return [...new Set(folders)].sort();
}

/** Licences of the packages that files belong to, each once, as their authors ask whoever ships their code to. */
function licencesOf(files) {
  const packages = new Map();
  for (const folder of packageFolders(files)) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenceIn(folder);
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
}

/** Writes the licences of what is in a bundle beside it. */
function writeLicences(folder, files) {
  const licences = licencesOf(files);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Packs the explorer's files, which are many and compress well, into the one that is published. */
function packExplorer() {
  const folder = join(dist, 'explorer');
  const texts = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
  writeFileSync(`${folder}.json.gz`, gzipSync(JSON.stringify(Object.fromEntries(texts)), { level: 9 }));
}

rmSync(dist, { recursive: true, force: true });
if (isProduct) {
  check('tsconfig.build.json');
  keepReachedDeclarations();
  check('tsconfig.explorer.json');
}
const files = await bundle();
if (isProduct) {
  writeLicences(dist, files);
  writeLicences(join(dist, 'explorer'), await bundleExplorer());
  packExplorer();
}
