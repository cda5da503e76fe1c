import { describe, expect, it } from 'vitest';
import { sweepText } from '../../../src/report/sweep-text.ts';
import { runInline } from '../../fixtures/run-inline.ts';
import { rowsOf, sweepInline } from '../../fixtures/sweep-inline.ts';
import { FOUR_ARMS_WITH_LOOKS, THREE_ARMS, THREE_ARMS_ON_TIMES } from '../../fixtures/three-arms.ts';

const SMALL = ['simulation.replicates=200'];

describe('a sweep of several arms against one control', () => {
  it('tells each arm by itself, and all of them together, as a run does', async () => {
    const result = await sweepInline({ text: THREE_ARMS, vary: ['design.perArm=60,90'], set: SMALL });
    const { truths } = (await runInline(THREE_ARMS, ...SMALL, 'design.perArm=90')).result;
    const { power, comparisons } = truths[0].operatingCharacteristics;
    for (const [arm, own] of Object.entries(comparisons!.byArm)) {
      expect(rowsOf(result, 'power', arm)[1]).toMatchObject(own.power);
      expect(rowsOf(result, 'typeIError', arm)[1]).toMatchObject(own.typeIError);
    }
    expect(rowsOf(result, 'power')[1]).toMatchObject(power);
    expect(rowsOf(result, 'familywiseError')[1]).toMatchObject(comparisons!.familywiseError);
    const [control, gy30] = truths[0].arms.map(({ endpoints }) => endpoints.fibrosis!.rate.exact!);
    expect(rowsOf(result, 'rateDifference', 'gy30 fibrosis')[1].exact).toBeCloseTo(gy30 - control, 12);
    const text = sweepText(result).join('\n');
    for (const heading of ['Power, gy30', 'Power, gy28', 'Familywise error']) expect(text).toContain(heading);
  });

  it('says where the claim turns for each arm that must pass, or for the best of them', async () => {
    const vary = ['truth.fibrosis.gy28=0.4,0.44,0.5'];
    const all = await sweepInline({
      text: THREE_ARMS.replace('requires: any', 'requires: all'),
      vary,
      set: SMALL,
    });
    const [claim] = all.tippingPoints.filter(({ criterion }) => criterion.kind === 'claim');
    expect(claim.criterion).toEqual({ kind: 'claim', endpoint: 'fibrosis', of: 'gy28' });
    // 35 % and a margin of 12 points
    expect(claim.crossings[0].at).toBeCloseTo(0.47, 9);
    expect(claim.sentence).toMatch(/^The claim for gy28 is true for gy28 below 0\.470/);
    const any = await sweepInline({ text: THREE_ARMS, vary, set: SMALL });
    // 40 % after 30 Gy is inside it all along
    const turns = any.tippingPoints.filter(({ criterion }) => criterion.kind === 'claim');
    expect(turns.flatMap(({ crossings }) => crossings)).toEqual([]);
  });

  it('tells how often looks drop each arm', async () => {
    const text = FOUR_ARMS_WITH_LOOKS;
    const result = await sweepInline({ text, vary: ['design.perArm=60,90'], set: SMALL });
    const { looks } = (await runInline(text, ...SMALL)).result.truths[0].operatingCharacteristics
      .comparisons!;
    for (const [arm, { droppedInAll }] of Object.entries(looks!.byArm))
      expect(rowsOf(result, 'dropped', arm)[1]).toMatchObject(droppedInAll);
  });

  it('counts the failures of each comparison', async () => {
    const result = await sweepInline({
      text: THREE_ARMS_ON_TIMES,
      vary: ['design.perArm=60,90'],
      set: ['simulation.replicates=40'],
    });
    const [of27, of26] = ['gy27', 'gy26'].map((arm) => rowsOf(result, 'failures', arm)[1].estimate);
    expect(of26).toBeGreaterThan(of27);
  });
});
