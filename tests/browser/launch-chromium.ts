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

const isPacked = (): boolean =>
  !process.env.CHROMIUM_PATH && process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the browser from the npm registry, with its libraries, where that is the one used: it needs no root. */
export async function unpackChromium(): Promise<string> {
  if (!isPacked()) return '';
  mkdirSync(cache, { recursive: true });
  Object.assign(process.env, { TMPDIR: cache, VERCEL: '1' });
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

async function launchPacked(): Promise<Browser> {
  const executablePath = await unpackChromium();
  const { default: packed } = await import('@sparticuz/chromium');
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
  if (isPacked()) return launchPacked();
  return chromium.launch({ channel: 'chrome' });
}
