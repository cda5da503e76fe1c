import { describe, expect, it } from 'vitest';
import type { Slider } from '../../../src/explorer/edit/slider.ts';
import { slidersOf } from '../../../src/explorer/edit/sliders.ts';
import { writeSlider } from '../../../src/explorer/edit/write-slider.ts';
import { valueAt } from '../../../src/scenario/path.ts';
import { readYaml } from '../../../src/scenario/read-yaml.ts';
import { shippedTexts } from '../shipped-texts.ts';

const textOf = (name: string) => shippedTexts.find(([one]) => one === name)![1];
const quickStart = textOf('quick-start');
const ids = (text: string) => slidersOf(text).map(({ id }) => id);
const at = (text: string, path: string) => valueAt(readYaml(text, 'x').data, path);
const isOn = (slider: Slider, value: number) => {
  const steps = (value - slider.min) / slider.step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
};

describe('sliders of a scenario', () => {
  it('of a first look, in their order', () => {
    expect(slidersOf(quickStart)).toEqual([
      {
        id: 'alphaBeta',
        label: 'Median α/β',
        unit: 'Gy',
        min: 0.5,
        max: 20,
        step: 0.1,
        value: 4.9,
        path: 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
        group: 'αβ',
      },
      expect.objectContaining({ id: 'heterogeneity', value: 0.6 }),
      expect.objectContaining({ id: 'uncertainty', value: 0.45 }),
      expect.objectContaining({ id: 'fractions:control', value: 25, path: 'arms.control.schedule' }),
      expect.objectContaining({ id: 'dose:control', value: 2, unit: 'Gy', path: 'arms.control.schedule' }),
      expect.objectContaining({ id: 'fractions:experimental', value: 5 }),
      expect.objectContaining({ id: 'dose:experimental', value: 6, group: 'schedule' }),
      expect.objectContaining({ id: 'patients', value: 100, path: 'design.perArm', group: 'trial' }),
      expect.objectContaining({ id: 'margin:design.nonInferiority', value: 0.1, label: 'Margin' }),
      expect.objectContaining({ id: 'controlRate', value: 0.93, group: 'biology' }),
      expect.objectContaining({ id: 'gamma50', value: 1.5 }),
    ]);
  });

  it.each(shippedTexts)('of %s hold what is written, and write what they show', (_, text) => {
    const { data } = readYaml(text, 'x');
    const sliders = slidersOf(text);
    expect(sliders.length).toBeGreaterThan(0);
    expect(new Set(sliders.map(({ id }) => id)).size).toBe(sliders.length);
    for (const slider of sliders) {
      const { min, max, step, value, path, group } = slider;
      expect(min <= value && value <= max && step > 0).toBe(true);
      if (group !== 'schedule') expect(valueAt(data, path)).toBe(value);
    }
    // One move a scenario: the next step of each kind in turn
    const slider = sliders[text.length % sliders.length];
    expect(writeSlider(text, slider.id, slider.value)).toBe(text);
    const moved = writeSlider(
      text,
      slider.id,
      slider.value < slider.max ? Math.min(slider.max, slider.value + 1) : slider.min,
    );
    const again = slidersOf(moved).find(({ id }) => id === slider.id)!;
    expect(again.value).not.toBe(slider.value);
    expect(ids(moved)).toEqual(ids(text));
  });

  it('stand on their steps', () => {
    const off = shippedTexts.flatMap(([name, text]) =>
      slidersOf(text)
        .filter((slider) => !isOn(slider, slider.value))
        .map(({ id, value }) => `${name} ${id} ${value}`),
    );
    // Doses and medians with no end of digits
    expect(off.filter((one) => !/ (dose:\w+ 2\.6(66|5625$)|alphaBeta 4\.9037)/.test(one))).toEqual([]);
  });

  it('move the middle of the uncertainty with the number that it is about', () => {
    const moved = writeSlider(quickStart, 'alphaBeta', 3.2);
    expect(at(moved, 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median')).toBe(3.2);
    const law = 'uncertainty.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median.logNormal';
    expect(at(moved, law)).toEqual({ median: 3.2, sigma: 0.45 });
    expect(at(moved, 'truths.lowAlphaBeta')).toEqual(at(quickStart, 'truths.lowAlphaBeta'));
    const fixed = writeSlider(textOf('sts-5x6-vs-25x2'), 'alphaBeta', 3);
    expect(at(fixed, 'truth.cohort.heterogeneity.alphaBetaGy')).toBe(3);
    expect(at(fixed, 'uncertainty.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median')).toBe(3);
    const wounds = writeSlider(textOf('two-phase-surgery'), 'woundSlope', 0.3);
    expect(at(wounds, 'uncertainty.truth.woundComplication.slopePer10Gy.normal')).toEqual({
      mean: 0.3,
      sd: 0.14,
    });
  });

  it('leave another middle of the uncertainty alone', () => {
    const apart = quickStart.replace('median: 4.9, sigma: 0.45', 'median: 5.1, sigma: 0.45');
    const moved = writeSlider(apart, 'alphaBeta', 3.2);
    expect(moved).toContain('median: 5.1, sigma: 0.45');
    expect(moved).toContain('median: 3.2, sigma: 0.6');
  });

  it.each([
    ['quick-start', 'fractions:experimental', 7, '7 x 6 Gy'],
    ['quick-start', 'dose:experimental', 5.75, '5 x 5.75 Gy'],
    ['pace-b', 'fractions:experimental', 6, '6 x 7.25 Gy every other day'],
    ['fast-forward', 'fractions:control', 16, '16 x 2.66667 Gy'],
    ['integrated-boost', 'dose:control', 2.2, '25 x 2.2 Gy'],
  ])('write a schedule as clinicians do: %s, %s', (name, id, value, expected) => {
    const moved = writeSlider(textOf(name), id, value);
    expect(at(moved, slidersOf(moved).find((one) => one.id === id)!.path)).toBe(expected);
  });

  it('name the endpoint where there are several claims, and the scale of a margin', () => {
    const margins = (name: string) =>
      slidersOf(textOf(name))
        .filter(({ id }) => id.startsWith('margin:'))
        .map(({ label, value }) => [label, value]);
    expect(margins('null-co-primary')).toEqual([
      ['Margin, local control', 0.1],
      ['Margin, wound complication', 0.15],
    ]);
    expect(margins('pace-b')).toEqual([['Margin (hazard ratio)', 1.45]]);
    expect(ids(textOf('pace-b'))).toContain('plannedRate:design.timeNonInferiority');
  });

  it('leave out what does not fit', () => {
    expect(ids(textOf('genomic-gard'))).not.toContain('alphaBeta');
    const subtypes = quickStart.replace(
      '  localControl:',
      '    subtypes: { a: { weight: 1, heterogeneity: { alphaBetaGy: 3 } } }\n  localControl:',
    );
    expect(ids(subtypes)).not.toContain('alphaBeta');
    expect(ids(textOf('two-phase-surgery'))).not.toContain('fractions:experimental');
    for (const text of [
      '',
      'a: [',
      'arms: 3\ntruth: x\ndesign: [1]\n',
      'design: { perArm: many, coPrimary: 3 }\n',
    ])
      expect(slidersOf(text)).toEqual([]);
  });

  it('go nowhere else', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 0, 1e9])
      expect(() => writeSlider(quickStart, 'alphaBeta', value)).toThrow(/^invalid value of alphaBeta: /);
    expect(() => writeSlider(quickStart, 'patients', 99.5)).toThrow('must be a whole number from 10 to 1000');
    expect(() => writeSlider(quickStart, 'gama50', 1)).toThrow(
      'unknown slider: gama50 (did you mean gamma50?)',
    );
    expect(() => writeSlider(quickStart, '__proto__', 1)).toThrow(RangeError);
  });
});
