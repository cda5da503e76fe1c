import { emphasisSpans } from '../lesson-parts/emphasis-spans.ts';
import type { Prose as ProseText } from '../lessons/definition.ts';

/** Prose with what is emphasised in it. */
export function Prose({ text }: { text: ProseText }) {
  return (
    <>
      {emphasisSpans(text).map(({ text: piece, isEmphasised }) =>
        isEmphasised ? <em key={piece}>{piece}</em> : piece,
      )}
    </>
  );
}
