import { useEffect, useState } from 'preact/hooks';
import type { ShownLesson } from '../lesson-parts/shown-lesson.ts';
import type { Changes } from '../lessons/definition.ts';
import type { Staff } from './connect.ts';
import { LessonStep } from './lesson-step.tsx';
import type { LessonPlace } from './page-state.ts';
import { Prose } from './prose.tsx';
import { useArrival } from './use-arrival.ts';
import type { Office } from './use-staff.ts';

interface LessonsViewProps {
  readonly office: Office;
  readonly place: LessonPlace;
  onGo(place: LessonPlace): void;
  onTry(scenario: string, changes: Changes): void;
}

/** The lessons: the list of them, or one step of one. */
export function LessonsView({ office: { staff, shipped }, place, onGo, onTry }: LessonsViewProps) {
  const [lessons, setLessons] = useState<Record<string, ShownLesson>>();
  useEffect(() => {
    void staff.tutor().hold(shipped);
    void staff.tutor().lessons().then(setLessons);
  }, [staff, shipped]);
  if (!lessons) return <p role="status">Opening the lessons …</p>;
  const lesson =
    place.lesson !== undefined && Object.hasOwn(lessons, place.lesson) ? lessons[place.lesson] : undefined;
  return lesson ? (
    <LessonView
      key={place.lesson}
      staff={staff}
      name={place.lesson!}
      lesson={lesson}
      step={Math.min(place.step, lesson.steps.length - 1)}
      onGo={onGo}
      onTry={onTry}
    />
  ) : (
    <LessonList lessons={lessons} onGo={onGo} />
  );
}

function LessonList({
  lessons,
  onGo,
}: {
  lessons: Record<string, ShownLesson>;
  onGo(place: LessonPlace): void;
}) {
  const arrival = useArrival();
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons" {...arrival}>
        Six lessons
      </h2>
      <p>Each asks for a prediction before it shows what the engine computes.</p>
      <ol class="lessons">
        {Object.entries(lessons).map(([name, { title, summary, minutes }]) => (
          <li key={name}>
            <button type="button" onClick={() => onGo({ lesson: name, step: 0 })}>
              {title}
            </button>
            <p>
              <Prose text={summary} /> <span class="note">About {minutes} minutes.</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LessonViewProps {
  readonly staff: Staff;
  readonly name: string;
  readonly lesson: ShownLesson;
  readonly step: number;
  onGo(place: LessonPlace): void;
  onTry(scenario: string, changes: Changes): void;
}

function LessonView({ staff, name, lesson, step, onGo, onTry }: LessonViewProps) {
  const { title, steps, tryIt, reference } = lesson;
  const isLast = step === steps.length - 1;
  return (
    <section class="lesson" aria-labelledby="lesson">
      <h2 id="lesson">{title}</h2>
      <p class="note">
        Step {step + 1} of {steps.length}
      </p>
      <LessonStep key={step} staff={staff} lesson={name} position={step} step={steps[step]} />
      <nav aria-label="Steps">
        {step > 0 && (
          <button type="button" onClick={() => onGo({ lesson: name, step: step - 1 })}>
            Back
          </button>
        )}
        {!isLast && (
          <button type="button" onClick={() => onGo({ lesson: name, step: step + 1 })}>
            Next step
          </button>
        )}
        <button type="button" onClick={() => onGo({ step: 0 })}>
          All lessons
        </button>
      </nav>
      {isLast && (
        <aside aria-label="Try it">
          <p>
            <Prose text={tryIt.sentence} />
          </p>
          <button type="button" onClick={() => onTry(tryIt.scenario, tryIt.changes)}>
            Open it in the explorer
          </button>
        </aside>
      )}
      <p class="note">{reference}</p>
    </section>
  );
}
