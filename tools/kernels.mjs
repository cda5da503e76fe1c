// Compiles the AssemblyScript of the column functions and writes it as a module: with `--check`, only says whether the
// one that is there is what the sources give.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = join(root, 'src/numeric/columns/assembly/kernels.ts');
const target = join(root, 'src/numeric/columns/kernels-wasm.ts');
const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');

const folder = mkdtempSync(join(tmpdir(), 'isoeffect-kernels-'));
const binary = join(folder, 'kernels.wasm');
const options = ['-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub'];
const { status } = spawnSync(process.execPath, [compiler, sources, '-o', binary, ...options], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
const base64 = readFileSync(binary).toString('base64');
rmSync(folder, { recursive: true });
const text = `/** The WebAssembly of \`assembly/\`, made by \`npm run kernels\`. */\nexport const KERNELS =\n  '${base64}';\n`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what its sources give: npm run kernels`);
  process.exit(1);
}
