// Makes a release ready: `npm run release -- 0.2.0`. It looks whether everything is there, sets the version where it stands, and says which
// commands are left to a person: commit, tag, publish. `--check` looks and changes nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});
const [version] = positionals;
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) {
  console.error('usage: npm run release -- 0.2.0 [--check]');
  process.exit(2);
}

const read = (file) => readFileSync(join(root, file), 'utf8');
const { version: before } = JSON.parse(read('package.json'));

/** Where the version stands, as the text before and after it. */
const places = [
  ['package.json', `"version": "${before}"`, `"version": "${version}"`],
  ['package-lock.json', `"version": "${before}"`, `"version": "${version}"`],
  ['src/engine/version.ts', `'${before}'`, `'${version}'`],
  ['CITATION.cff', `version: ${before}`, `version: ${version}`],
];

/** What keeps this from being a release. */
function problems() {
  const changelog = read('CHANGELOG.md');
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version} `));
  const section = heading && changelog.slice(changelog.indexOf(heading)).split(/\n## /)[0];
  const dirty = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim();
  return [
    ...(dirty ? ['there are changes that are not committed'] : []),
    ...(heading ? [] : [`CHANGELOG.md has no section “## ${version} — <date>”`]),
    ...(heading?.includes('unreleased')
      ? [`CHANGELOG.md calls ${version} unreleased: give it its date`]
      : []),
    ...(section && !/\n### Results\n/.test(section)
      ? [`CHANGELOG.md opens ${version} without “### Results”: which numbers moved, or that none did`]
      : []),
    ...places
      .filter(([file, text]) => !read(file).includes(text))
      .map(([file, text]) => `${file} does not hold ${text}`),
  ];
}

const found = problems();
for (const problem of found) console.error(problem);
if (found.length > 0) process.exit(1);
if (values.check) {
  console.log(`${version} is ready`);
  process.exit(0);
}
// The lock has its own version twice, at its head; packages below have theirs
for (const [file, text, next] of places) {
  const own = read(file);
  const times = file === 'package-lock.json' ? 2 : 1;
  let changed = own;
  for (let i = 0; i < times; i++) changed = changed.replace(text, next);
  writeFileSync(join(root, file), changed);
}
console.log(`Version ${version}. Left to you, once .ci/run and npm run matrix have passed:
  git commit -am "Version ${version}" && git tag v${version}
  npm publish`);
