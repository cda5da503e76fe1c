import { describe, expect, it } from 'vitest';
import { type Field, fieldsOf } from '../../../src/explorer/edit/fields.ts';
import { leafPaths, valueAt } from '../../../src/scenario/path.ts';
import { readYaml } from '../../../src/scenario/read-yaml.ts';
import { shippedTexts } from '../shipped-texts.ts';

const quickStart = shippedTexts.find(([name]) => name === 'quick-start')![1];
const fieldAt = (text: string, path: string): Field | undefined =>
  fieldsOf(text).find((field) => field.path === path);

/** Whether a line holds a value; a folded text begins on the line of its key. */
function isOn(line: string, path: string, value: Field['value']): boolean {
  const numbers = line.match(/-?\d+(\.\d+)?(e-?\d+)?/g)?.map(Number);
  return typeof value === 'number'
    ? numbers!.includes(value)
    : line.includes(String(value).slice(0, 12)) || line.includes(`${path.split('.').at(-1)}: >-`);
}

describe('fields of a scenario', () => {
  it.each(shippedTexts)('of %s: every value that is written, where it is written', (_, text) => {
    const { data } = readYaml(text, 'x');
    const fields = fieldsOf(text);
    const lines = text.split('\n');
    for (const { path, value, line, section, label, kind, choices } of fields) {
      expect(valueAt(data, path)).toBe(value);
      expect(isOn(lines[line - 1], path, value)).toBe(true);
      expect(path.startsWith(section)).toBe(true);
      expect(label).not.toBe('');
      if (kind === 'choice') expect(choices).toContain(value);
      else expect(choices).toBeUndefined();
    }
    const written = leafPaths(data).filter((path) => {
      const value = valueAt(data, path);
      return value !== undefined && (typeof value !== 'object' || value === null);
    });
    expect(fields.map(({ path }) => path).sort()).toEqual(written.sort());
    const from = fields.findIndex(({ section }) => section === 'provenance');
    expect(fields.slice(from).every(({ section, kind }) => section === 'provenance' && kind === 'text')).toBe(
      true,
    );
  });

  it('of a first scenario', () => {
    expect(fieldsOf(quickStart).slice(0, 7)).toEqual([
      {
        path: 'isoeffect',
        section: 'isoeffect',
        label: 'Version of the format',
        unit: '',
        kind: 'number',
        value: 1,
        line: 6,
        column: 12,
      },
      {
        path: 'title',
        section: 'title',
        label: 'Title',
        unit: '',
        kind: 'text',
        value: 'Quick start: 5 × 6 Gy against 25 × 2 Gy',
        line: 7,
        column: 8,
      },
      expect.objectContaining({ path: 'question', line: 8 }),
      expect.objectContaining({ path: 'seed', value: 'quick-start', line: 9 }),
      {
        path: 'arms.control.schedule',
        section: 'arms',
        label: 'control · schedule',
        unit: '',
        kind: 'text',
        value: '25 x 2 Gy',
        line: 12,
        column: 24,
      },
      expect.objectContaining({ path: 'arms.experimental.schedule', line: 13 }),
      {
        path: 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
        section: 'truth',
        label: 'α/β · log-normal · median',
        unit: 'Gy',
        kind: 'number',
        value: 4.9,
        line: 18,
        column: 43,
      },
    ]);
  });

  it.each([
    ['truth.cohort.heterogeneity.alphaBetaGy.logNormal.sigma', 'α/β · log-normal · sigma', ''],
    ['truth.cohort.heterogeneity.alphaBetaGy.within.1', 'α/β · within · 2', 'Gy'],
    ['truth.localControl.anchor.atYears', 'Local control · anchor · at', 'years'],
    [
      'truth.localControl.latency.logNormal.medianYears',
      'Local control · latency · log-normal · median',
      'years',
    ],
    [
      'uncertainty.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median.logNormal.median',
      'α/β · log-normal · median · log-normal · median',
      'Gy',
    ],
    [
      'truths.lowAlphaBeta.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
      'lowAlphaBeta · α/β · log-normal · median',
      'Gy',
    ],
    ['design.perArm', 'Patients in each arm', ''],
    ['design.nonInferiority.oneSidedAlpha', 'Non-inferiority · one-sided α', ''],
  ])('are called by their keys: %s', (path, label, unit) => {
    expect(fieldAt(quickStart, path)).toMatchObject({ label, unit });
  });

  it('take the words of the registries', () => {
    const choices = (path: string, text = quickStart) => fieldAt(text, path)?.choices;
    expect(choices('truth.localControl.model')).toEqual(
      expect.arrayContaining(['logistic', 'residualDisease', 'statedRates']),
    );
    expect(choices('design.nonInferiority.test')).toContain('farringtonManning');
    expect(choices('design.nonInferiority.test')).not.toContain('fisher');
    expect(choices('design.nonInferiority.endpoint')).toContain('woundComplication');
    const wounds = 'truths:\n  low: { truth.woundComplication.model: logistic }\n';
    expect(choices('truths.low.truth.woundComplication.model', wounds)).toContain('lkb');
    const cohort = 'truth: { cohort: { parameterisation: rsiBeta } }\n';
    expect(choices('truth.cohort.parameterisation', cohort)).toContain('sf2AlphaBeta');
  });

  it('keep a word that is none of them', () => {
    const text = quickStart.replace('model: logistic', 'model: logistik');
    expect(fieldAt(text, 'truth.localControl.model')).toMatchObject({ kind: 'choice', value: 'logistik' });
    expect(fieldAt('nobody: knows\n', 'nobody')).toMatchObject({ kind: 'text' });
  });

  it.each(['', 'a: [', '- 1', 'a: 1\na: 2', `${'['.repeat(50_000)}`, 'a: &a [*a]'])(
    'of broken text %#: none',
    (text) => {
      expect(fieldsOf(text)).toEqual([]);
    },
  );

  it('leave out what cannot be set, and what is empty', () => {
    const text = 'truths:\na: { b: "x" }\nc: null\nd: &x 1\ne: *x\n';
    expect(fieldsOf(text).map(({ path }) => path)).toEqual(['a.b', 'd']);
  });
});
