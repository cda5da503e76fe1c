// Builds the documentation site and the pages of the library into out/site, and follows every link within it: `npm run docs`. What it is built with is installed when
// first asked for, beside the pages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs');
const site = join(root, 'out/site');

/** Runs a program in a folder of the project; its failure is ours. */
function run(command, args, options = {}) {
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (child.error) throw child.error;
  if (child.signal || child.status !== 0) process.exit(child.status ?? 130);
}

function install() {
  const stamp = join(folder, 'node_modules/.isoeffect-installed');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what the site is built with …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--loglevel=error'];
  if (npm) run(process.execPath, [npm, ...args], { cwd: folder });
  else {
    const isWindows = process.platform === 'win32';
    run(isWindows ? 'npm.cmd' : 'npm', args, { cwd: folder, shell: isWindows });
  }
  writeFileSync(stamp, lock);
}

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

install();
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
const dead = [...new Set(deadLinks())];
for (const link of dead) console.error(`dead link in ${link}`);
console.log(`Site: ${site}, ${filesIn(site).filter((file) => file.endsWith('.html')).length} pages`);
process.exit(dead.length > 0 ? 1 : 0);
