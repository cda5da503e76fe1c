import type { LessonDefinition, ShownStep } from '../lessons/definition.ts';

/** A lesson as plain data: its steps without what they compute. */
export interface ShownLesson extends Omit<LessonDefinition, 'steps'> {
  readonly steps: readonly ShownStep[];
}

/** What of a lesson crosses to the page. */
export function shownLesson(lesson: LessonDefinition): ShownLesson {
  return { ...lesson, steps: lesson.steps.map(({ shown }) => shown) };
}
