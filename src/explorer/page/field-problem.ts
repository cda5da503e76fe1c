import type { Field } from '../edit/fields.ts';
import type { PlacedProblem } from '../explore-event.ts';

/** What is wrong with a field: a problem at its value, or on its line where no other field is. */
export function fieldProblem(
  { line, column }: Field,
  fields: readonly Field[],
  problems: readonly PlacedProblem[],
): PlacedProblem | undefined {
  const own = problems.filter((problem) => problem.line === line);
  const isAlone = own.length > 0 && fields.filter((field) => field.line === line).length === 1;
  return own.find((problem) => problem.column === column) ?? (isAlone ? own[0] : undefined);
}
