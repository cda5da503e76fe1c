import { useEffect, useRef } from 'preact/hooks';

/** Offset in a text of a line and column, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

interface YamlEditorProps {
  readonly text: string;
  /** Where to go; a new object goes there again. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly isWrong: boolean;
  onText(text: string): void;
}

/** The scenario as text, with its lines counted. */
export function YamlEditor({ text, place, isWrong, onText }: YamlEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const lines = text.split('\n').length;
  useEffect(() => {
    const { current } = area;
    if (!current || !place) return;
    const at = offsetOf(text, place.line, place.column);
    current.focus();
    current.setSelectionRange(at, at);
    current.scrollTop = Math.max(0, (place.line - 4) * (current.scrollHeight / lines));
  }, [place]);
  return (
    <div class="yaml">
      <label for="yaml">Scenario as YAML</label>
      <div class="editor">
        <pre ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => i + 1).join('\n')}
        </pre>
        <textarea
          ref={area}
          id="yaml"
          value={text}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
        />
      </div>
    </div>
  );
}
