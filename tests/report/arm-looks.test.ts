import { describe, expect, it } from 'vitest';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import { exampleNarrative } from '../../src/report/example-narrative.ts';
import { headline } from '../../src/report/example-words.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { summaryText } from '../../src/report/summary-text.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { FOUR_ARMS_WITH_LOOKS } from '../fixtures/three-arms.ts';

const SETS = ['simulation.replicates=300', 'design.accrual={ perMonth: 12, pattern: poisson }'];

/** Text without markup and line breaks. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#?\w+;/g, ' ')
    .replace(/\s+/g, ' ');

describe('a report of arms that leave a trial at looks', () => {
  it('says on a terminal who is dropped where, and how many come', async () => {
    const { result } = await runInline(FOUR_ARMS_WITH_LOOKS, ...SETS);
    const text = summaryText(result).join('\n');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Each arm is looked at before the end: at 27 of 90 patients of each arm it is dropped below a score of 0; at 54 of 90 patients of each arm it is dropped below a score of 0.5 and shown from 2.5. The control and the arms that are left go on.',
    );
    expect(text).toMatch(/asPlanned, gy30 +1 +\d.*\nasPlanned, gy30 +2 +\d.*\nasPlanned, gy30 +all +\d/);
    expect(text).toMatch(/asPlanned, control +90 +\d/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('says on a page what is dropped, how, and what is taken for granted', async () => {
    const { result } = await runInline(FOUR_ARMS_WITH_LOOKS, ...SETS);
    const text = plain((await renderReport(result)).html);
    expect(text).toMatch(/Before the end gy42 in [\d.]+ %, gy43 in [\d.]+ % and gy30 in 86\.9 %/);
    expect(text).toContain('Royston, Parmar Qian 2003');
    expect(text).toContain('power has no exact value: several arms leave the trial at looks at one control');
    expect(text).toContain('by its own comparison alone, whatever the others do');
    expect(text).toContain('Share of trials in which an arm is dropped, and in which it is shown');
    expect(text).toContain('dynamic programming over its counts and the control');
  });

  it('tells one trial look by look, arm by arm', async () => {
    const { scenario } = await runInline(FOUR_ARMS_WITH_LOOKS, ...SETS);
    const trial = createTrial(scenario);
    const stories = Array.from({ length: 12 }, (_, replicate) =>
      replayTrial(trial, { truth: 'asPlanned', world: 0, replicate }),
    );
    const mixed = stories.find(
      ({ claims }) =>
        claims.some(({ analyses }) => analyses.length === 3) &&
        claims.some(({ analyses }) => analyses.length < 3),
    )!;
    const { looks, decision } = exampleNarrative(mixed);
    expect(looks.some((look) => /gy\d\d is dropped\.$/.test(look))).toBe(true);
    expect(decision).toMatch(/gy\d\d runs to the end/);
    expect(decision).toMatch(/gy\d\d is (dropped|shown) at look \d/);
    expect(headline(mixed)).toMatch(/, with \d+ of 360 patients; \d of 3 arms (is|are) dropped/);
    const { patients } = mixed;
    expect(patients).toHaveLength(mixed.decision.enrolled);
    for (const { control, experimental, arm, analyses } of mixed.claims) {
      const { isLast, control: compared } = analyses.at(-1)!;
      expect(control).toEqual(compared);
      expect(experimental.size).toBe(control!.size);
      // All who came to an arm that has run to its end are analysed
      const came = patients.filter((patient) => patient.arm === arm);
      if (isLast) expect(came).toHaveLength(90);
      const seen = came.slice(0, experimental.size);
      expect(seen.filter(({ outcomes }) => outcomes.woundComplication!.event)).toHaveLength(
        experimental.events,
      );
    }
    const over = stories.find(({ decision: { stop } }) => stop !== null)!;
    expect(exampleNarrative(over).decision).toMatch(/is dropped at look \d; the trial fails\.$/);
  });
});
