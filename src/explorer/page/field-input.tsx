import { useState } from 'preact/hooks';
import type { Field } from '../edit/fields.ts';
import type { PlacedProblem } from '../explore-event.ts';
import { writtenValue } from './written-value.ts';

interface FieldInputProps {
  readonly field: Field;
  /** What is wrong with it. */
  readonly problem: PlacedProblem | undefined;
  onValue(value: Field['value']): void;
}

/** One value of the form, its label, its line in the text, and what is wrong with it. */
export function FieldInput({ field, problem, onValue }: FieldInputProps) {
  const { path, label, unit, line } = field;
  const id = `field-${path}`;
  const problemId = problem && `${id}-problem`;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {unit === '' ? '' : ` (${unit})`}
      </label>
      <FieldControl field={field} id={id} problemId={problemId} onValue={onValue} />
      <span class="line">line {line}</span>
      {problem && (
        <p id={problemId} class="problem">
          {problem.message}
        </p>
      )}
    </div>
  );
}

interface FieldControlProps extends Pick<FieldInputProps, 'field' | 'onValue'> {
  readonly id: string;
  /** Where it is said what is wrong; undefined where nothing is. */
  readonly problemId: string | undefined;
}

function FieldControl({ field, id, problemId, onValue }: FieldControlProps) {
  // What is being typed stays while the page is drawn anew around it
  const [typed, setTyped] = useState<string>();
  const { kind, value, choices = [] } = field;
  const told = { id, 'aria-invalid': problemId !== undefined, 'aria-describedby': problemId };
  if (kind === 'choice')
    return (
      <select {...told} value={String(value)} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {[...new Set([String(value), ...choices])].map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  if (kind === 'boolean')
    return (
      <input
        {...told}
        type="checkbox"
        checked={value === true}
        onChange={({ currentTarget }) => onValue(currentTarget.checked)}
      />
    );
  return (
    <input
      {...told}
      type="text"
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      value={typed ?? String(value)}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={({ currentTarget }) => {
        setTyped(undefined);
        onValue(writtenValue(field, currentTarget.value));
      }}
    />
  );
}
