import { isClaimsResult } from '../engine/any-result.ts';
import type { RunResult } from '../engine/result.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { scenarioChanges } from './lesson-parts/live-trial.ts';
import { type ShownLesson, shownLesson } from './lesson-parts/shown-lesson.ts';
import type {
  Answer,
  Finding,
  LessonDefinition,
  LessonStep,
  LessonTools,
  SliderValues,
} from './lessons/definition.ts';
import { lessons } from './lessons/index.ts';
import { refine } from './refine.ts';
import { runHere } from './run-here.ts';
import type { Shipped } from './shipped.ts';

/** Teaches: lessons by name, their steps by position. */
export interface Tutor {
  /** Gives what comes with the page, which steps compute with. */
  hold(shipped: Shipped): void;
  /** Every lesson as plain data, by name, in their order. */
  lessons(): Record<string, ShownLesson>;
  /** The answer to a step's question, computed now. @throws RangeError if there is no such step */
  answer(lesson: string, step: number): Promise<Answer>;
  /** What other values of a step's sliders come to. @throws RangeError if the step has none */
  play(lesson: string, step: number, values: SliderValues): Promise<Finding>;
}

function stepOf(lesson: string, step: number): LessonStep {
  const found = (lessons as Readonly<Record<string, LessonDefinition>>)[lesson]?.steps[step];
  if (!found) throw new RangeError(`unknown step: ${lesson}, ${step}`);
  return found;
}

/** The text of something that comes with the page. */
function named(texts: Readonly<Record<string, string>>, name: string): string {
  if (!Object.hasOwn(texts, name)) throw new RangeError(`unknown name: ${name}`);
  return texts[name];
}

/** A tutor who runs what steps simulate in this thread: they are small. */
export function createTutor(): Tutor {
  let shipped: Shipped = { scenarios: {}, files: {}, effects: {} };
  const tools: LessonTools = {
    files: {
      scenario: (name) => named(shipped.scenarios, name),
      effects: (name) => named(shipped.effects, name),
    },
    run: async (text, changes) => {
      const live = readScenario(text, 'lesson.yaml', scenarioChanges(changes));
      let last: RunResult | undefined;
      const { runBatches } = runHere();
      await refine(live, () => runBatches, {
        onStage: ({ result }) => {
          if (isClaimsResult(result)) last = result;
        },
        onProgress: () => {},
      });
      return last!;
    },
  };
  return {
    hold: (given) => {
      shipped = given;
    },
    lessons: () =>
      Object.fromEntries(Object.entries(lessons).map(([name, lesson]) => [name, shownLesson(lesson)])),
    answer: async (lesson, step) => stepOf(lesson, step).answer(tools),
    play: async (lesson, step, values) => {
      const { play } = stepOf(lesson, step);
      if (!play) throw new RangeError(`nothing to play with: ${lesson}, ${step}`);
      return play(values, tools);
    },
  };
}
