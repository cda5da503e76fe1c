import { useEffect, useRef, useState } from 'preact/hooks';
import { judgePrediction } from '../lesson-parts/judge-prediction.ts';
import type { Answer, ShownStep } from '../lessons/definition.ts';
import { messageOf } from '../message-of.ts';
import type { Staff } from './connect.ts';
import { LessonPlay } from './lesson-play.tsx';
import { PredictionForm } from './prediction-form.tsx';
import { Prose } from './prose.tsx';
import { useArrival } from './use-arrival.ts';

interface LessonStepProps {
  readonly staff: Staff;
  readonly lesson: string;
  readonly position: number;
  readonly step: ShownStep;
}

/** One step of a lesson: text, a prediction, then the answer and something to play with. */
export function LessonStep({ staff, lesson, position, step }: LessonStepProps) {
  const [foretold, setForetold] = useState<string | number>();
  const [answer, setAnswer] = useState<Answer>();
  const [trouble, setTrouble] = useState<string>();
  const verdict = useRef<HTMLDivElement>(null);
  const arrival = useArrival();

  const foretell = (predicted: string | number): void => {
    setForetold(predicted);
    setTrouble(undefined);
    staff
      .tutor()
      .answer(lesson, position)
      .then(setAnswer, (error: unknown) => {
        // It may be asked for again
        setForetold(undefined);
        setTrouble(messageOf(error));
      });
  };
  // Who answers by keyboard goes on from the answer
  useEffect(() => verdict.current?.focus(), [answer]);

  return (
    <article class="step">
      <h3 {...arrival}>{step.title}</h3>
      {step.paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Prose text={paragraph} />
        </p>
      ))}
      <PredictionForm
        question={step.question}
        prediction={step.prediction}
        foretold={foretold}
        onForetell={foretell}
      />
      <p role="status">{trouble ?? (foretold !== undefined && !answer && 'Computing …')}</p>
      {answer && foretold !== undefined && (
        <div class="reveal" ref={verdict} tabIndex={-1}>
          <Verdict answer={answer} foretold={foretold} step={step} />
          <LessonPlay staff={staff} lesson={lesson} position={position} step={step} answer={answer} />
        </div>
      )}
    </article>
  );
}

interface VerdictProps {
  readonly answer: Answer;
  readonly foretold: string | number;
  readonly step: ShownStep;
}

function Verdict({ answer, foretold, step: { prediction } }: VerdictProps) {
  const { isRight, remark } = judgePrediction(answer, foretold);
  const truth =
    answer.kind === 'number'
      ? answer.words
      : prediction.kind === 'choice'
        ? prediction.options.find(({ id }) => id === answer.right)!.text
        : '';
  return (
    <>
      <p class={`verdict ${isRight ? 'right' : 'wrong'}`}>
        {isRight ? '✓ As you predicted: ' : '✗ Not what you predicted. The answer: '}
        <Prose text={truth} />
      </p>
      <p>
        <Prose text={remark} />
      </p>
    </>
  );
}
