import type { PlacedProblem } from '../explore-event.ts';

interface ProblemListProps {
  readonly problems: readonly PlacedProblem[];
  onGo(place: { line: number; column: number }): void;
}

/** What is wrong with the scenario's text; each problem leads to its place. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  return (
    <div role="status">
      {problems.length > 0 && (
        <ul class="problems" aria-label="Problems">
          {problems.map(({ text, message, line, column }) => (
            <li key={text}>
              {line === undefined || column === undefined ? (
                text
              ) : (
                <button type="button" onClick={() => onGo({ line, column })}>
                  line {line}, column {column}: {message}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
