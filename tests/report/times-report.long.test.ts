import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { meanWithError, percent, withError } from '../../src/report/numbers.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { summaryText } from '../../src/report/summary-text.ts';
import { makeResult } from './make-result.ts';
import { COUNT_LOOKS, NO_FAILURE, TIMED_COMPETING, TIMED_LOOKS } from './times-texts.ts';

let results: Record<'looks' | 'competing' | 'counts' | 'none', RunResult>;
let pages: Record<keyof typeof results, string>;
const names = ['looks', 'competing', 'counts', 'none'] as const;

beforeAll(async () => {
  const texts = [TIMED_LOOKS, TIMED_COMPETING, COUNT_LOOKS, NO_FAILURE];
  const made = await Promise.all(texts.map((text) => makeResult(text)));
  results = Object.fromEntries(names.map((name, i) => [name, made[i]])) as typeof results;
  const html = await Promise.all(made.map(async (result) => (await renderReport(result)).html));
  pages = Object.fromEntries(
    names.map((name, i) => [name, html[i].replaceAll('\u00a0', ' ')]),
  ) as typeof pages;
}, 60_000);

const rowsOf = (name: keyof typeof results): string[][] =>
  summaryText(results[name]).map((line) => line.split(/ {2,}/));

describe('on a terminal', () => {
  it.each(names)('%s stays within 100 columns and has no holes', (name) => {
    const lines = summaryText(results[name]);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|Infinity|null|\n\n\n/);
  });

  it('has the approximation beside simulated power, and never calls it exact', () => {
    for (const { name, times, operatingCharacteristics } of results.looks.truths) {
      const { power, failures, months } = times!.approximation!;
      expect(rowsOf('looks')).toContainEqual([
        name,
        withError(operatingCharacteristics.power),
        `${percent(power)} %`,
        meanWithError(times!.failures),
        failures.toFixed(1),
        months.toFixed(1),
      ]);
    }
    expect(summaryText(results.looks).join(' ')).toContain('normal approximation, which is not exact');
    expect(summaryText(results.competing).join(' ')).toContain('there is no normal approximation');
  });

  it('has the margin on both scales at each control rate, with the one that leads', () => {
    expect(rowsOf('looks')).toContainEqual(['Truth', 'control', 'hazard ratio, leads', 'difference']);
    expect(rowsOf('looks')).toContainEqual(['planned margin', '93.0 %', '2.08', '7.0 points']);
    const [control] = results.competing.truths[0].times!.controlRates;
    // ln(S − δ)/ln S
    const ratio = Math.log(control - 0.1) / Math.log(control);
    expect(rowsOf('competing')).toContainEqual([
      'asPlanned',
      `${percent(control)} %`,
      ratio.toFixed(2),
      '10.0 points',
    ]);
    expect(rowsOf('none')).toContainEqual(['asPlanned', '100.0 %', '–', '–']);
  });

  it('has every look of two arms with its bounds, and says whether futility binds', () => {
    const text = summaryText(results.looks).join(' ');
    // 24 of 47 failures, not half
    expect(rowsOf('looks')).toContainEqual(['1', '51.1 %', '24', '2.51', '0.27', '0.00609']);
    expect(text).toContain('Interim looks at 24 and 35 of 47 failures; efficacy by Lan–DeMets spending');
    expect(text).toContain('The level holds whether or not futility bounds are followed');
    expect(summaryText(results.counts).join(' ')).toContain(
      'The level counts on futility bounds being followed',
    );
    for (const { name, operatingCharacteristics } of results.counts.truths) {
      const [{ byVerdict, months }] = operatingCharacteristics.stopping!.looks;
      const { efficacy, futility } = byVerdict!;
      expect(rowsOf('counts')).toContainEqual([
        name,
        '1 (60)',
        withError(efficacy),
        `${percent(efficacy.exact!, 2)} %`,
        withError(futility),
        `${percent(futility.exact!, 2)} %`,
        meanWithError(months!),
      ]);
    }
  });

  it('says how patients are followed and lost', () => {
    const text = summaryText(results.looks).join('\n');
    expect(text).toContain('Follow-up: all are followed until 3 years after the last patient.');
    expect(text).toContain('Lost to follow-up: 5 % by 3 years, whatever their outcome.');
  });
});

describe('on the page', () => {
  it.each(names)('%s has no holes', (name) => {
    expect(pages[name]).not.toMatch(/undefined|NaN|Infinity|>null|null</);
  });

  it('answers with failures, approximation and what the margin allows', () => {
    const { failures, approximation, estimate } = results.looks.truths[0].times!;
    expect(pages.looks).toContain(
      `On average ${meanWithError(failures)} failures decide. Normal approximation puts power at ${percent(approximation!.power)} %`,
    );
    expect(pages.looks).toContain(`interval holds it in ${withError(estimate.coverage!)} of trials`);
    expect(pages.looks).toContain(
      'freedom from local failure at 3 years is the same in both arms (93.0 %); the margin, a hazard ratio of 2.08, allows 7.0 percentage points worse there.',
    );
    expect(pages.none).toContain('No trial has an estimate.');
  });

  it('names its methods with references, and what it takes for granted', () => {
    for (const words of [
      'Claim: timeNonInferiority',
      'Test: logRank',
      'Follow-up: afterLast',
      'Loss to follow-up',
      'Lachin &amp; Foulkes 1986',
      'Efficacy bounds: lanDeMetsObrienFleming',
      'Futility bounds: betaSpending',
      'control’s to the power of the margin’s hazard ratio',
      'Censoring is independent of failure',
      'A look is held on the day of the failure that it waits for',
      'simulated trials follow them, at the margin too',
    ])
      expect(pages.looks).toContain(words);
    expect(pages.looks).not.toContain('known all at once at the end of its window');
    expect(pages.competing).toContain('It competes with death, which the test tells from a censoring');
    expect(pages.counts).toContain('dynamic programming over the counts of both arms');
    expect(pages.counts).toContain('known all at once at the end of its window');
    expect(pages.counts).not.toContain('Censoring is independent');
  });
});
