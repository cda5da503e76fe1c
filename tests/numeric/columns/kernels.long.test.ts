import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the WebAssembly that is shipped is what its sources give', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/kernels.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 60_000);
