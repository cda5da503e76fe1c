import { useRef, useState } from 'preact/hooks';
import type { Answer, Finding, ShownStep, SliderValues } from '../lessons/definition.ts';
import type { Staff } from './connect.ts';
import { FindingView } from './finding-view.tsx';
import { RangeInput } from './range-input.tsx';

interface LessonPlayProps {
  readonly staff: Staff;
  readonly lesson: string;
  readonly position: number;
  readonly step: ShownStep;
  readonly answer: Answer;
}

/** What the answer shows, and what other values of the sliders come to. */
export function LessonPlay({ staff, lesson, position, step: { sliders }, answer }: LessonPlayProps) {
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
    try {
      for (let done: SliderValues | undefined; done !== current.wanted; ) {
        done = current.wanted;
        setFinding(await staff.tutor().play(lesson, position, done));
      }
    } finally {
      current.isPlaying = false;
    }
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
