import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { equationsSection } from '../../src/report/sections/equations.ts';
import { premisesSection } from '../../src/report/sections/premises.ts';
import { markupProblem } from '../fixtures/well-formed.ts';
import { HOSTILE, LOOKS, makeResult, TWO_ARMS } from './make-result.ts';
import { TIMED_LOOKS } from './times-texts.ts';

const text = (markup: string): string =>
  markup
    .replace(/<wbr>/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|');

let result: RunResult;
beforeAll(async () => {
  result = await makeResult(TWO_ARMS);
});

describe('equations', () => {
  it('show model, dose and time to failure with their values', () => {
    const { source } = equationsSection(result);
    expect(source).toContain('data-text="LC_∞ = 1/(1 + exp(4·γ₅₀·(1 − EQD2/D₅₀)))"');
    expect(source).toContain('data-text="BED = ∑ d + (∑ d²)/(α/β)"');
    expect(source).toContain('data-text="LC(t) = 1 − (1 − LC_∞)·F(t)"');
    expect(text(source)).toContain('|1.5|normalised slope at D50, without unit|truth.localControl.gamma50|');
    expect(text(source)).toContain('|4.9 Gy|median|truth.cohort.heterogeneity.alphaBetaGy.logNormal.median|');
    expect(markupProblem(source.replaceAll('<br>', '').replaceAll('<wbr>', ''))).toBeUndefined();
  });

  it('show what anchors determine, where it could be stated', () => {
    const shown = text(equationsSection(result).source);
    expect(shown).toMatch(
      /\|[\d.]+ Gy\|[^|]+\|truth\.localControl\.d50Gy\|solved\|solved from the anchor, and anew in each world\|/,
    );
    expect(shown).toMatch(/\|−[\d.]+\|[^|]+\|truth\.woundComplication\.intercept\|solved\|/);
    expect(shown).not.toContain('truths.plannedRates.truth.localControl.d50Gy');
  });

  it('give the critical value of a test without looks, and the bounds of one with', async () => {
    expect(equationsSection(result).source).toContain('data-text="z_(1 − α) = 1.6449"');
    const looks = equationsSection(await makeResult(TIMED_LOOKS)).source;
    expect(looks).not.toContain('z_(1 − α) = 1');
    expect(looks).toMatch(/data-text="zₖ: \d\.\d{3}; \d/);
  });

  it('do not set the same equation twice', () => {
    const set = [
      ...equationsSection(result).source.matchAll(/<div class="equation"><math[^>]*data-text="(BED[^"]*)"/g),
    ];
    expect(set).toHaveLength(1);
  });

  it('show every stated source once, beside a value or among the premises', () => {
    const [inputs, premises] = [text(equationsSection(result).source), text(premisesSection(result).source)];
    for (const note of ['registry', 'to nothing much']) {
      expect(inputs.split(`|${note}|`)).toHaveLength(2);
      expect(premises).not.toContain(`|${note}|`);
    }
  });

  it('name the truths that a rule is judged under', async () => {
    const { source } = equationsSection(await makeResult(LOOKS));
    for (const name of ['rate25', 'rate55']) expect(source).toContain(`<h3>Truth ${name}</h3>`);
  });

  it('show hostile words as words', async () => {
    const hostile = structuredClone(result);
    (hostile.scenario.resolved.provenance as Record<string, unknown>)['truth.localControl'] = {
      found: HOSTILE,
    };
    const assumptions = hostile.assumptions.map((one) => ({ ...one, note: HOSTILE }));
    const { source } = equationsSection({ ...hostile, assumptions });
    expect(source).toContain('&lt;script&gt;');
    expect(source).not.toMatch(/<(script|img|style|title)/);
  });
});
