import type { RangedNumber } from '../ranged-number.ts';

interface RangeInputProps extends RangedNumber {
  onMove(value: number): void;
}

/** A slider that says what it is and where it stands. */
export function RangeInput({ id, label, unit, min, max, step, value, onMove }: RangeInputProps) {
  const shown = `${Number(value.toPrecision(6))}${unit === '' ? '' : ` ${unit}`}`;
  return (
    <div class="range">
      <label for={id}>{label}</label>
      {/* Said by the slider itself */}
      <output for={id} aria-live="off">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={({ currentTarget }) => onMove(Number(currentTarget.value))}
      />
    </div>
  );
}
