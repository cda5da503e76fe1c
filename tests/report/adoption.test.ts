import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { adoptionLines, adoptionNote } from '../../src/report/adoption-text.ts';
import { exactly, withError } from '../../src/report/numbers.ts';
import { adoptionSection } from '../../src/report/sections/adoption.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { shippedText } from '../fixtures/scenario-text.ts';
import { LOOKS, makeResult } from './make-result.ts';

const few = ['simulation.replicates=100', 'simulation.worlds=4'];
const asked = (await runInline(shippedText('adoption-5x6'), ...few)).result;
const unasked = (await runInline(shippedText('mc1973'), ...few)).result;

/** A result whose design looks early, with the criteria of another. */
async function withLooks(): Promise<RunResult> {
  const result = await makeResult(LOOKS);
  const { adoption } = asked.truths[0].operatingCharacteristics;
  return {
    ...result,
    truths: result.truths.map((truth) => ({
      ...truth,
      operatingCharacteristics: { ...truth.operatingCharacteristics, adoption: adoption! },
    })),
  };
}

describe('whether it would change practice, in words', () => {
  it('is a table on a terminal, within 100 columns, with who was asked', () => {
    const lines = adoptionLines(asked);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    const text = lines.join(' ').replace(/ +/g, ' ');
    const { criteria, all } = asked.truths[0].operatingCharacteristics.adoption!;
    for (const { sentence, met } of criteria)
      expect(text).toContain(`asPlanned ${sentence} ${withError(met)} ${exactly(met)}`);
    expect(text).toContain(`asPlanned all of these together ${withError(all)} ${exactly(all)}`);
    expect(text).toContain('Local control of at least 85 %: accepted by 78 % of those asked; 29 of 37');
  });

  it('is a section of the report', () => {
    const html = adoptionSection(asked)!.source;
    expect(html).toContain('Would it change practice?');
    expect(html.match(/<tr><th scope="row">/g)).toHaveLength(3 * asked.truths.length);
    expect(html).toContain('19 of these 37');
  });

  it('is nothing where nobody was asked', () => {
    expect(adoptionLines(unasked)).toEqual([]);
    expect(adoptionSection(unasked)).toBeUndefined();
  });

  it('says that a stopped trial meets nothing, where one may stop', async () => {
    expect(adoptionNote(await withLooks())).toContain('A trial that stops for harm or futility meets none.');
    expect(adoptionNote(asked)).not.toContain('stops');
  });
});
