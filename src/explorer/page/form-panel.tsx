import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Field } from '../edit/fields.ts';
import type { PlacedProblem } from '../explore-event.ts';
import { FieldInput } from './field-input.tsx';
import { fieldProblem } from './field-problem.ts';

/** Sections that are open from the start. */
const FIRST_SECTIONS = ['design', 'arms'];

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
        return (
          <FormSection
            key={section}
            name={section}
            isWrong={own.some(({ line }) => problems.some((problem) => problem.line === line))}
          >
            {own.map((field) => (
              <FieldInput
                key={field.path}
                field={field}
                problem={fieldProblem(field, fields, problems)}
                onValue={(value) => onField(field.path, value)}
              />
            ))}
          </FormSection>
        );
      })}
    </div>
  );
}

interface FormSectionProps {
  readonly name: string;
  readonly isWrong: boolean;
  readonly children: ComponentChildren;
}

/** A section that opens where something is wrong in it, and stays open when it is mended. */
function FormSection({ name, isWrong, children }: FormSectionProps) {
  const [isOpen, setOpen] = useState(FIRST_SECTIONS.includes(name));
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
