import { useEffect, useRef, useState } from 'preact/hooks';
import type { Slider, SliderGroup } from '../edit/slider.ts';
import { RangeInput } from './range-input.tsx';

/** What the groups of sliders are called, in their order. */
const GROUPS: Readonly<Record<SliderGroup, string>> = {
  αβ: 'α/β',
  schedule: 'Schedules',
  trial: 'Trial',
  biology: 'Biology',
};

interface SlidersPanelProps {
  /** As the text has them. */
  readonly sliders: readonly Slider[];
  /** Over once the text has it. */
  onMove(id: string, value: number): Promise<void>;
}

/** The numbers of a first look, to be moved with the hand. */
export function SlidersPanel({ sliders, onMove }: SlidersPanelProps) {
  // A slider stays where the hand put it until the text has followed
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  const movesOnTheWay = useRef(0);
  useEffect(() => {
    if (movesOnTheWay.current === 0) setMoved({});
  }, [sliders]);
  const move = async (id: string, value: number): Promise<void> => {
    setMoved((before) => ({ ...before, [id]: value }));
    movesOnTheWay.current++;
    await onMove(id, value);
    movesOnTheWay.current--;
  };
  if (sliders.length === 0) return null;
  return (
    <div class="sliders">
      {(Object.keys(GROUPS) as SliderGroup[]).map((group) => {
        const own = sliders.filter((slider) => slider.group === group);
        return own.length === 0 ? null : (
          <fieldset key={group}>
            <legend>{GROUPS[group]}</legend>
            {own.map((slider) => (
              <RangeInput
                key={slider.id}
                {...slider}
                id={`slider-${slider.id}`}
                value={moved[slider.id] ?? slider.value}
                onMove={(value) => void move(slider.id, value)}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
