import { useRef } from 'preact/hooks';
import type { PlacedProblem } from '../explore-event.ts';

/** Offset in a text of a line and column, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

interface YamlEditorProps {
  readonly text: string;
  readonly problems: readonly PlacedProblem[];
  onText(text: string): void;
}

/** The scenario as text, with what is wrong with it; a problem leads to its place. */
export function YamlEditor({ text, problems, onText }: YamlEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const lines = text.split('\n').length;
  const goTo = ({ line, column }: PlacedProblem): void => {
    const { current } = area;
    if (!current || line === undefined || column === undefined) return;
    const at = offsetOf(text, line, column);
    current.focus();
    current.setSelectionRange(at, at);
    current.scrollTop = Math.max(0, (line - 4) * (current.scrollHeight / lines));
  };
  return (
    <div class="yaml">
      {problems.length > 0 && (
        <ul class="problems" role="alert" aria-label="Problems">
          {problems.map((problem) => (
            <li key={problem.text}>
              {problem.line === undefined ? (
                problem.text
              ) : (
                <button type="button" onClick={() => goTo(problem)}>
                  line {problem.line}, column {problem.column}: {problem.message}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <label for="yaml">Scenario as YAML</label>
      <div class="editor">
        <pre ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => i + 1).join('\n')}
        </pre>
        <textarea
          ref={area}
          id="yaml"
          value={text}
          rows={26}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={problems.length > 0}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
        />
      </div>
    </div>
  );
}
