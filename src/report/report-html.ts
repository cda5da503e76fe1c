import type { RunResult } from '../engine/result.ts';
import { Markup, markup } from './markup.ts';
import type { Figure } from './render-figures.ts';
import { REPORT_STYLE } from './report-style.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { figuresSection } from './sections/figures.ts';
import { methodsSection } from './sections/methods.ts';
import { provenanceSection } from './sections/provenance.ts';
import { resultsSection } from './sections/results.ts';
import { summarySection } from './sections/summary.ts';

/** Source of a content security policy that admits one inline block by its hash. */
async function hashSource(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** The report as one HTML file that needs nothing else: no script, no font, no request. */
export async function reportHtml(result: RunResult, figures: readonly Figure[]): Promise<string> {
  const policy = `default-src 'none'; style-src ${await hashSource(REPORT_STYLE)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="isoeffect ${result.isoeffect}">
<title>${result.scenario.title}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<main>
${summarySection(result)}
${figuresSection(figures)}
${resultsSection(result)}
${assumptionsSection(result)}
${methodsSection(result)}
${provenanceSection(result)}
</main>
</body>
</html>
`.source;
}
