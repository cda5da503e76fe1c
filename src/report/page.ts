import type { Figure } from './draw-figures.ts';
import { Markup, type MarkupValue, markup } from './markup.ts';
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
}

/** Source of a content security policy that admits one inline block by its hash. */
async function hashSource(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** A report as one HTML file that needs nothing else: no script, no font, no request. */
export async function page({ title, version, sections }: PageContent): Promise<string> {
  const policy = `default-src 'none'; style-src ${await hashSource(REPORT_STYLE)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="isoeffect ${version}">
<title>${title}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<main>
${sections.map((section) => markup`${section}\n`)}</main>
</body>
</html>
`.source;
}
