import { useEffect, useRef, useState } from 'preact/hooks';
import { judgePrediction } from '../lesson-parts/judge-prediction.ts';
import type { Answer, Finding, ShownStep, SliderValues } from '../lessons/definition.ts';
import type { Staff } from './connect.ts';
import { FindingView } from './finding-view.tsx';
import { PredictionForm } from './prediction-form.tsx';
import { Prose } from './prose.tsx';
import { RangeInput } from './range-input.tsx';

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

  const foretell = (predicted: string | number): void => {
    setForetold(predicted);
    staff
      .tutor()
      .answer(lesson, position)
      .then(setAnswer, (error: unknown) => setTrouble(String(error)));
  };
  // Who answers by keyboard goes on from the answer
  useEffect(() => verdict.current?.focus(), [answer]);

  return (
    <article class="step">
      <h3>{step.title}</h3>
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
      {foretold !== undefined && !answer && <p role="status">{trouble ?? 'Computing …'}</p>}
      {answer && foretold !== undefined && (
        <div class="reveal" ref={verdict} tabIndex={-1} role="status">
          <Verdict answer={answer} foretold={foretold} step={step} />
          <Play staff={staff} lesson={lesson} position={position} step={step} answer={answer} />
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
        {isRight ? '✓ As you foretold: ' : '✗ Not as foretold: '}
        <Prose text={truth} />
      </p>
      <p>
        <Prose text={remark} />
      </p>
    </>
  );
}

interface PlayProps extends LessonStepProps {
  readonly answer: Answer;
}

/** What the answer shows, and what other values of the sliders come to. */
function Play({ staff, lesson, position, step: { sliders }, answer }: PlayProps) {
  const [values, setValues] = useState<SliderValues>(
    Object.fromEntries(sliders.map(({ id, value }) => [id, value])),
  );
  const [finding, setFinding] = useState<Finding>(answer);
  const turn = useRef({ wanted: values, isPlaying: false });

  // While one setting is computed, of those slid over meanwhile the latest is kept
  const play = async (): Promise<void> => {
    const { current } = turn;
    if (current.isPlaying) return;
    current.isPlaying = true;
    for (let done: SliderValues | undefined; done !== current.wanted; ) {
      done = current.wanted;
      setFinding(await staff.tutor().play(lesson, position, done));
    }
    current.isPlaying = false;
  };
  const move = (id: string, value: number): void => {
    const moved = { ...turn.current.wanted, [id]: value };
    turn.current.wanted = moved;
    setValues(moved);
    void play();
  };

  return (
    <>
      {sliders.length > 0 && (
        <fieldset class="play">
          <legend>Now play with it</legend>
          {sliders.map((slider) => (
            <RangeInput
              key={slider.id}
              {...slider}
              id={`play-${slider.id}`}
              value={values[slider.id]}
              onMove={(value) => move(slider.id, value)}
            />
          ))}
        </fieldset>
      )}
      <FindingView staff={staff} finding={finding} />
    </>
  );
}
