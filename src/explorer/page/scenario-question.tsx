import type { Field } from '../edit/fields.ts';

/** What a scenario is called and asks, as it says itself; nothing where it does not. */
export function ScenarioQuestion({ fields }: { fields: readonly Field[] }) {
  const said = (path: string): string | undefined => {
    const value = fields.find((field) => field.path === path)?.value;
    return value === undefined || value === '' ? undefined : String(value);
  };
  const [title, question] = [said('title'), said('question')];
  if (title === undefined && question === undefined) return null;
  return (
    <div class="question">
      {title !== undefined && <h3>{title}</h3>}
      {question !== undefined && <p>{question}</p>}
    </div>
  );
}
