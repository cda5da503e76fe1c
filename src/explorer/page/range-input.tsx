/** A number that is moved with the hand. */
export interface RangeInputProps {
  readonly id: string;
  readonly label: string;
  /** Empty where it has none. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
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
