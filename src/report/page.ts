import type { Figure } from './draw-figures.ts';
import { Markup, type MarkupValue, markup } from './markup.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { REPORT_STYLE } from './report-style.ts';

/** A report of any kind: one self-contained HTML file, and its figures. */
export interface RenderedReport {
  readonly html: string;
  readonly figures: readonly Figure[];
}

/** What every report has. */
export interface PageContent {
  readonly title: string;
  /** Version of isoeffect that made it. */
  readonly version: string;
  /** One below the other. */
  readonly sections: readonly MarkupValue[];
  /** Scripts at the end of the page besides that of every report, trusted as they stand. */
  readonly scripts?: readonly string[];
  /** Style besides that of every report. */
  readonly style?: string;
}

/** Source of a content security policy that admits one inline block by its hash. */
async function hashSource(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** Admits the scripts of a page and no other, without evaluating text. @throws RangeError for one that ends too soon */
async function scriptPolicy(scripts: readonly string[]): Promise<string> {
  for (const script of scripts)
    if (/<\/script|<!--/i.test(script))
      throw new RangeError('invalid script: it holds markup that would end it');
  return ` script-src ${(await Promise.all(scripts.map(hashSource))).join(' ')};`;
}

/** A report as one HTML file that needs nothing else: no font, no request, no script but that of every page and those given. */
export async function page({
  title,
  version,
  sections,
  scripts: own = [],
  style = '',
}: PageContent): Promise<string> {
  const scripts = [PAGE_SCRIPT, ...own];
  const look = REPORT_STYLE + style;
  const policy = `default-src 'none'; style-src ${await hashSource(look)};${await scriptPolicy(scripts)} img-src data: blob:; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="isoeffect ${version}">
<title>${title}</title>
<style>${new Markup(look)}</style>
</head>
<body>
<main>
${sections.map((section) => markup`${section}\n`)}</main>
${scripts.map((script) => markup`<script>${new Markup(script)}</script>\n`)}</body>
</html>
`.source;
}
