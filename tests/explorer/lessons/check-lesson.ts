import { beforeAll, expect, it } from 'vitest';
import type {
  Answer,
  ChoiceAnswer,
  Finding,
  LessonDefinition,
  NumberAnswer,
  ShownStep,
  SliderValues,
} from '../../../src/explorer/lessons/definition.ts';
import { inProcessTools } from './in-process-tools.ts';

/** The answers of a lesson's steps, each computed once for a whole file of tests. */
export function answersOf({ steps }: LessonDefinition): Answer[] {
  const answers: Answer[] = [];
  beforeAll(async () => {
    for (const step of steps) answers.push(await step.answer(inProcessTools));
  });
  return answers;
}

/** The number that a step's answer holds. */
export const numberOf = (answer: Answer): number => (answer as NumberAnswer).value;

/** The option that a step's answer holds for right. */
export const rightOf = (answer: Answer): string => (answer as ChoiceAnswer).right;

const unfit = /NaN|Infinity|undefined|null|\[object/;

/** Fails where something shown is not finite, not a rectangle, or not the share that its unit says it is. */
function expectShowable({ sentence, table, picture }: Finding): void {
  for (const text of [sentence, ...(table ? [table.caption, ...table.columns, ...table.rows.flat()] : [])])
    expect(text).not.toMatch(unfit);
  expect(sentence.split('*').length % 2).toBe(1);
  for (const row of table?.rows ?? []) expect(row).toHaveLength(table!.columns.length);
  for (const { points } of picture?.series ?? []) {
    expect(points.length).toBeGreaterThan(1);
    for (const [i, [x, y]] of points.entries()) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      if (i > 0) expect(x).toBeGreaterThan(points[i - 1][0]);
      if (picture!.y.unit === '%') expect(y >= 0 && y <= 100 + 1e-9).toBe(true);
    }
  }
  for (const { value } of picture?.marks ?? []) expect(Number.isFinite(value)).toBe(true);
}

/** Positions of the sliders: all at one end, all at the other, crosswise, and so many steps of each one by itself. */
function positions({ sliders }: ShownStep, inner: number): SliderValues[] {
  const by = (pick: (i: number) => number): SliderValues =>
    Object.fromEntries(sliders.map(({ id, min, max }, i) => [id, min + pick(i) * (max - min)]));
  const start = Object.fromEntries(sliders.map(({ id, value }) => [id, value]));
  const alone = sliders.flatMap(({ id, min, max, step }) =>
    Array.from({ length: inner }, (_, k) => {
      const steps = Math.round((max - min) / step);
      const value = min + step * Math.round((steps * (k + 1)) / (inner + 1));
      return { ...start, [id]: Number(value.toPrecision(12)) };
    }),
  );
  return [by(() => 0), by(() => 1), by((i) => i % 2), ...alone];
}

/** Tests what holds of every lesson, on answers that are computed once. @param inner see {@link positions} */
export function checkLesson({ steps }: LessonDefinition, answers: readonly Answer[], inner: number): void {
  it('answers what each step asks', () => {
    for (const [i, { shown }] of steps.entries()) {
      const { prediction } = shown;
      const answer = answers[i];
      expect(structuredClone(answer)).toEqual(answer);
      expectShowable(answer);
      if (prediction.kind === 'number') {
        const { value, near, words, remarks } = answer as NumberAnswer;
        expect(value > prediction.min && value < prediction.max).toBe(true);
        expect(near >= prediction.step / 2 && near < (prediction.max - prediction.min) / 4).toBe(true);
        expect(words).not.toMatch(unfit);
        for (const mistake of remarks.mistakes) {
          const { min, max } = prediction;
          expect(mistake.value >= min && mistake.value <= max).toBe(true);
          // Where both hold, what is right is said
          expect(Math.abs(mistake.value - value)).toBeGreaterThan(near);
        }
      } else {
        const ids = prediction.options.map(({ id }) => id);
        const { kind, right, remarks } = answer as ChoiceAnswer;
        expect(kind).toBe('choice');
        expect(ids.filter((id) => id === right)).toHaveLength(1);
        expect(Object.keys(remarks).sort()).toEqual(ids.toSorted());
        // The remark on the right option says so, and no other does
        const praised = ids.filter((id) => remarks[id].startsWith('Right'));
        expect(praised).toEqual([right]);
      }
    }
  });

  it('can be played with over the whole range of its sliders', async () => {
    for (const { shown, play } of steps) {
      expect(play !== undefined).toBe(shown.sliders.length > 0);
      for (const values of play ? positions(shown, inner) : []) {
        const finding = await play!(values, inProcessTools);
        expectShowable(finding);
      }
    }
  });
}
