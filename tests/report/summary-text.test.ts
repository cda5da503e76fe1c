import { describe, expect, it } from 'vitest';
import { exactly, meanExactly, meanWithError, withError } from '../../src/report/numbers.ts';
import { summaryText } from '../../src/report/summary-text.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { shippedText } from '../fixtures/scenario-text.ts';
import { IN_ORDER, LOOKS, makeResult, SINGLE_ARM } from './make-result.ts';

describe('the answer on a terminal', () => {
  it.each(['scopes-ii', 'mc1973', 'null-non-inferiority'])('%s stays within 100 columns', async (name) => {
    const sets = ['simulation.replicates=50'];
    const { result } = await runInline(
      shippedText(name),
      ...(name.startsWith('null') ? sets : [...sets, 'simulation.worlds=5']),
    );
    const lines = summaryText(result);
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|Infinity|\n\n\n/);
  });

  it('tells how a trial with looks and a calendar goes, and never of a type I error', async () => {
    const result = await makeResult(LOOKS);
    const lines = summaryText(result);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    const text = lines.join(' ').replace(/ +/g, ' ');
    expect(text).toContain(
      'Interim: stops for harm once wound complications within 120 days above 35 % is at least 95 % probable; looks at 10, 20, … 120 outcomes.',
    );
    expect(text).toContain('which is no type I error at a chosen level');
    expect(lines.filter((line) => line.startsWith('Truth'))[1]).toMatch(
      /not stopped at the limit, simulated/,
    );
    for (const { name, operatingCharacteristics } of result.truths) {
      const { stopping, expectedSampleSize, expectedMonths } = operatingCharacteristics;
      const cells = [
        name,
        withError(stopping!.probability),
        exactly(stopping!.probability),
        meanWithError(expectedSampleSize),
        meanExactly(expectedSampleSize),
        meanWithError(expectedMonths!),
        meanExactly(expectedMonths!),
      ];
      expect(lines.map((line) => line.split(/ {2,}/))).toContainEqual(cells);
    }
    expect(text).not.toContain('stopped for');
  });

  it('tells verdicts apart where there are several, and the later claims of a hierarchy', async () => {
    const result = await makeResult(IN_ORDER);
    const lines = summaryText(result);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).toMatch(
      /^Then, if all before is shown: not stopped early for wound complications/m,
    );
    expect(lines.join('\n')).toMatch(
      /^Success at the null: success with the arm exactly at the target, a type I error;/m,
    );
    const rows = lines.map((line) => line.split(/ {2,}/));
    expect(rows).toContainEqual(['Truth', 'stopped for futility', 'exact', 'stopped for harm', 'exact']);
    const { stopping, byEndpoint } = result.truths[2].operatingCharacteristics;
    const { futility, harm } = stopping!.byVerdict;
    expect(rows).toContainEqual([
      'toxic',
      withError(futility),
      exactly(futility),
      withError(harm),
      exactly(harm),
    ]);
    const { power, typeIError } = byEndpoint.woundComplication!;
    expect(rows).toContainEqual([
      'toxic',
      withError(power),
      exactly(power),
      withError(typeIError),
      exactly(typeIError),
    ]);
    expect(rows).toContainEqual([
      'Truth',
      'then wound complications',
      'exact',
      'its success at the null',
      'exact',
    ]);
  });

  it('tells when the decision comes of a trial that only has a calendar', async () => {
    const result = await makeResult(SINGLE_ARM, { 'design.accrual': { perMonth: 3, pattern: 'even' } });
    // 60 patients at 3 a month, the last one’s outcome 120 days later: 20 + 120/30.4375 months
    expect(summaryText(result).join('\n')).toMatch(
      /\nDecision 23\.9 ± 0\.0 months after opening, on average \(exact 23\.94\)\./,
    );
  });
});
