import { useState } from 'preact/hooks';
import type { Field } from '../edit/fields.ts';
import type { PlacedProblem } from '../explore-event.ts';

interface FormPanelProps {
  /** As the text has them. */
  readonly fields: readonly Field[];
  readonly problems: readonly PlacedProblem[];
  onField(path: string, value: Field['value']): void;
}

/** Every value of the scenario as it is written, by section. */
export function FormPanel({ fields, problems, onField }: FormPanelProps) {
  const sections = [...new Set(fields.map(({ section }) => section))];
  if (fields.length === 0) return <p>The text is no YAML just now; mend it to see its values here.</p>;
  return (
    <div class="form">
      {sections.map((section) => {
        const own = fields.filter((field) => field.section === section);
        const isWrong = own.some(({ line }) => problems.some((problem) => problem.line === line));
        return (
          <details key={section} open={isWrong || section === 'design' || section === 'arms'}>
            <summary>{section}</summary>
            {own.map((field) => (
              <FieldInput
                key={field.path}
                field={field}
                problem={problems.find(({ line }) => line === field.line)}
                onValue={(value) => onField(field.path, value)}
              />
            ))}
          </details>
        );
      })}
    </div>
  );
}

interface FieldInputProps {
  readonly field: Field;
  /** What is wrong on the field's line. */
  readonly problem: PlacedProblem | undefined;
  onValue(value: Field['value']): void;
}

function FieldInput({ field, problem, onValue }: FieldInputProps) {
  // What is being typed stays while the page is drawn anew around it
  const [typed, setTyped] = useState<string>();
  const id = `field-${field.path}`;
  const errorId = `${id}-problem`;
  const told = { id, 'aria-invalid': problem !== undefined, 'aria-describedby': problem && errorId };
  const unit = field.unit === '' ? '' : ` (${field.unit})`;
  return (
    <div class="field">
      <label for={id}>
        {field.label}
        {unit}
      </label>
      {field.kind === 'choice' ? (
        <select
          {...told}
          value={String(field.value)}
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
        >
          {[...new Set([String(field.value), ...field.choices!])].map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : field.kind === 'boolean' ? (
        <input
          {...told}
          type="checkbox"
          checked={field.value === true}
          onChange={({ currentTarget }) => onValue(currentTarget.checked)}
        />
      ) : (
        <input
          {...told}
          type="text"
          inputMode={field.kind === 'number' ? 'decimal' : 'text'}
          value={typed ?? String(field.value)}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onChange={({ currentTarget }) => {
            setTyped(undefined);
            onValue(writtenValue(field, currentTarget.value));
          }}
        />
      )}
      <span class="line">line {field.line}</span>
      {problem && (
        <p id={errorId} class="problem">
          {problem.message}
        </p>
      )}
    </div>
  );
}

/** What is written for a typed text: a number where one is wanted and meant. */
function writtenValue({ kind }: Field, text: string): Field['value'] {
  const isNumber = kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}
