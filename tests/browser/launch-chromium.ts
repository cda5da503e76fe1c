import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from '../fixtures/scenario-text.ts';

const cache = join(root, 'node_modules/.cache/chromium-147');

/** Fonts of the packed browser and of the system: without a list of its own the packed browser finds none. */
function fontList(): string {
  const file = join(cache, 'fonts.conf');
  const folders = [join(cache, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${join(cache, 'font-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** The browser from the npm registry, with its libraries unpacked beside it: it needs no root and nothing of the system. */
async function launchPacked(): Promise<Browser> {
  mkdirSync(cache, { recursive: true });
  Object.assign(process.env, { TMPDIR: cache, VERCEL: '1' });
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  return chromium.launch({
    executablePath,
    args: packed.args.filter((argument) => !/web-security|single-process|headless/.test(argument)),
    env: { ...process.env, FONTCONFIG_FILE: fontList() } as Record<string, string>,
  });
}

/**
 * A real Chromium: the one that CHROMIUM_PATH names, else the packed one on Linux x64, else an installed Chrome.
 *
 * @throws Error if there is none
 */
export function launchChromium(): Promise<Browser> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] });
  if (process.platform === 'linux' && process.arch === 'x64') return launchPacked();
  return chromium.launch({ channel: 'chrome' });
}
