// Brings the README up to date with what the product prints and draws: its output block, the picture of its report, and
// what the picture says. For people, after a change that moves a number; a test holds the words to a fresh run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'isoeffect-'));
const { stdout, status } = spawnSync(process.execPath, [join(root, 'tools/go.mjs'), 'start'], {
  encoding: 'utf8',
  env: { ...process.env, INIT_CWD: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) process.exit(1);
const run = (...args) => {
  const child = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (child.status !== 0) process.exit(1);
};
run('tools/build.mjs', 'gallery');
const report = join(folder, 'out/scopes-ii/report.html');
run('dist/gallery/tests/gallery/report-picture.js', report, 'docs/images/report.png');
const [, headline] = readFileSync(report, 'utf8').match(/<h2 id="answer">Answer<\/h2>\s*<p>([^<]*)<\/p>/);
const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
writeFileSync(
  readme,
  text
    .replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${stdout}\`\`\``)
    .replace(/!\[[^\]]*\]/, () => `![Report of SCOPES II: ${headline.replaceAll('\u00a0', ' ')}]`),
);
