import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/node/open-browser.ts';

const PATH = process.env.PATH;

/** Puts a command before all others that writes its arguments, one a line, and ends with a code. */
function standIn(command: string, code = 0): () => string[] {
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-open-'));
  const said = join(folder, 'said');
  writeFileSync(join(folder, command), `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\nexit ${code}\n`);
  chmodSync(join(folder, command), 0o755);
  process.env.PATH = `${folder}${delimiter}${PATH}`;
  return () => readFileSync(said, 'utf8').trimEnd().split('\n');
}

// A stand-in is a script of a shell, which Windows has not
describe.skipIf(process.platform === 'win32')('opening the browser', () => {
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it.each([
    ['linux', 'xdg-open', []],
    ['freebsd', 'xdg-open', []],
    ['darwin', 'open', []],
    ['win32', 'rundll32', ['url.dll,FileProtocolHandler']],
  ] as const)('on %s: %s gets the address as it is', async (platform, command, before) => {
    const said = standIn(command);
    const file = join(mkdtempSync(join(tmpdir(), 'isoeffect-open-')), 'made');
    const url = `http://127.0.0.1:1/#scenario=$(touch ${file}); & "two words"`;
    await openBrowser(url, platform);
    expect(said()).toEqual([...before, url]);
    expect(existsSync(file)).toBe(false);
  });

  it('says why it could not', async () => {
    standIn('xdg-open', 3);
    await expect(openBrowser('http://127.0.0.1:1/', 'linux')).rejects.toThrow(
      'the browser could not be opened (xdg-open: exit code 3)',
    );
    process.env.PATH = mkdtempSync(join(tmpdir(), 'isoeffect-open-'));
    await expect(openBrowser('http://127.0.0.1:1/', 'linux')).rejects.toThrow('(xdg-open: ENOENT)');
  });

  it('an address that is longer than an argument may be is no crash', async () => {
    standIn('xdg-open');
    const url = `http://127.0.0.1:1/#yaml=${'x'.repeat(4_000_000)}`;
    await expect(openBrowser(url, 'linux')).rejects.toThrow('(xdg-open: E2BIG)');
  });
});
