// Brings the README up to date with what the product prints and draws: its output block and its picture.
// For people, after a change that moves a number; a test holds both to a fresh run.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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
const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
writeFileSync(
  readme,
  text.replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${stdout}\`\`\``),
);
mkdirSync(join(root, 'docs/images'), { recursive: true });
copyFileSync(
  join(folder, 'out/scopes-ii/figures/power-over-worlds.svg'),
  join(root, 'docs/images/scopes-ii-power-over-worlds.svg'),
);
