// Builds the documentation site with the pages of the library, the explorer and the gallery into out/site, and follows every link
// within it: `npm run docs`. What it is built with is installed when first asked for, beside the pages.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { installIn, root, run } from './programs.mjs';

const folder = join(root, 'docs');
const site = join(root, 'out/site');

/** Files of a folder and those below it. */
const filesIn = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );

/** Names that a page's addresses may lead to after `#`. */
const anchorsOf = (html) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decodeURI(id)));

/** Links of pages within the site that lead nowhere. */
function deadLinks() {
  const pages = filesIn(site).filter((file) => file.endsWith('.html'));
  const texts = new Map(pages.map((page) => [page, readFileSync(page, 'utf8')]));
  const anchors = new Map([...texts].map(([page, html]) => [page, anchorsOf(html)]));
  return pages.flatMap((page) =>
    [...texts.get(page).matchAll(/\s(?:href|src)="([^"]+)"/g)].flatMap(([, address]) => {
      if (/^([a-z]+:|\/\/|#$)/i.test(address)) return [];
      const [path, anchor] = decodeURI(address)
        .replace(/\?.*?(?=#|$)/, '')
        .split('#');
      const target =
        path === '' ? page : path.startsWith('/') ? join(site, path) : resolve(dirname(page), path);
      const file = [target, `${target}.html`, join(target, 'index.html')].find(
        (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
      );
      const isDead = !file || (anchor && anchors.has(file) && !anchors.get(file).has(anchor));
      return isDead ? [`${page.slice(site.length)}: ${address}`] : [];
    }),
  );
}

installIn(folder, 'what the site is built with');
rmSync(site, { recursive: true, force: true });
const vitepress = join(folder, 'node_modules/vitepress/bin/vitepress.js');
run(process.execPath, [vitepress, 'build', 'docs', '--outDir', site]);
const typedoc = join(folder, 'node_modules/typedoc/bin/typedoc');
const ofLibrary = [
  '--entryPoints',
  'src/index.ts',
  '--tsconfig',
  'tsconfig.build.json',
  '--out',
  join(site, 'api'),
];
const plain = [
  '--readme',
  'none',
  '--disableSources',
  '--treatWarningsAsErrors',
  '--validation.notExported',
  'false',
  '--logLevel',
  'Warn',
];
run(process.execPath, [typedoc, ...ofLibrary, ...plain, '--name', 'isoeffect as a library']);
cpSync(join(root, 'dist/explorer'), join(site, 'explorer'), { recursive: true });
cpSync(join(root, 'out/gallery'), join(site, 'gallery'), { recursive: true });
const dead = [...new Set(deadLinks())];
for (const link of dead) console.error(`dead link in ${link}`);
console.log(`Site: ${site}, ${filesIn(site).filter((file) => file.endsWith('.html')).length} pages`);
process.exit(dead.length > 0 ? 1 : 0);
