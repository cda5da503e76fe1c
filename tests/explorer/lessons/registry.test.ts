import { describe, expect, it } from 'vitest';
import { scenarioChanges } from '../../../src/explorer/lesson-parts/live-trial.ts';
import { shownLesson } from '../../../src/explorer/lesson-parts/shown-lesson.ts';
import type { LessonDefinition } from '../../../src/explorer/lessons/definition.ts';
import { lessons } from '../../../src/explorer/lessons/index.ts';
import { tooLargeForPage } from '../../../src/explorer/page-limits.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import { inProcessTools, readShipped } from './in-process-tools.ts';

describe.each(Object.entries<LessonDefinition>(lessons))('lesson %s', (_name, lesson) => {
  it('is whole: a sentence, minutes, three to six steps, prose with its emphasis closed', () => {
    expect(lesson.summary).toMatch(/^You can [^.]+\.$/);
    expect(lesson.reference.length).toBeGreaterThan(20);
    expect(lesson.minutes).toBeGreaterThan(0);
    expect(lesson.steps.length).toBeGreaterThanOrEqual(3);
    expect(lesson.steps.length).toBeLessThanOrEqual(6);
    for (const { shown } of lesson.steps) {
      const { prediction } = shown;
      const options = prediction.kind === 'choice' ? prediction.options.map(({ text }) => text) : [];
      for (const text of [shown.title, ...shown.paragraphs, shown.question, ...options]) {
        expect(text).not.toBe('');
        expect(text.split('*').length % 2).toBe(1);
        // Tags of what is not confirmed stay in the notes
        expect(text).not.toMatch(/\[[A-Z](,[A-Z])?\]|<|_/);
      }
      expect(shown.question).toMatch(/\?$/);
      expect(shown.paragraphs.length).toBeGreaterThan(0);
    }
  });

  it('asks for a choice among three or four, or a number on a grid', () => {
    for (const { shown } of lesson.steps) {
      const { prediction } = shown;
      if (prediction.kind === 'choice') {
        const ids = prediction.options.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length === 3 || ids.length === 4).toBe(true);
      } else {
        const steps = (prediction.max - prediction.min) / prediction.step;
        expect(steps).toBeCloseTo(Math.round(steps), 9);
      }
    }
  });

  it('has at most three sliders a step, each on its grid', () => {
    for (const { shown } of lesson.steps) {
      expect(shown.sliders.length).toBeLessThanOrEqual(3);
      for (const { min, max, step, value } of shown.sliders) {
        expect(value >= min && value <= max).toBe(true);
        for (const position of [max, value])
          expect((position - min) / step).toBeCloseTo(Math.round((position - min) / step), 9);
      }
    }
  });

  it('crosses to the page as plain data', () => {
    const shown = shownLesson(lesson);
    expect(structuredClone(shown)).toEqual(shown);
    expect(shown.steps).toHaveLength(lesson.steps.length);
  });

  it('ends at a scenario that the explorer takes', () => {
    const { scenario, changes } = lesson.tryIt;
    const read = readScenario(
      inProcessTools.files.scenario(scenario),
      `${scenario}.yaml`,
      scenarioChanges(changes),
      readShipped,
    );
    expect(tooLargeForPage(read.scenario, 2)).toBeUndefined();
  });
});
