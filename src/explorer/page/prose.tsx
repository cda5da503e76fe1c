import { unbroken } from '../../report/unbroken.ts';
import { emphasisSpans } from '../lesson-parts/emphasis-spans.ts';
import type { Prose as ProseText } from '../lessons/definition.ts';

/** Prose with what is emphasised in it. */
export function Prose({ text }: { text: ProseText }) {
  return (
    <>
      {emphasisSpans(unbroken(text)).map(({ text: piece, isEmphasised }, i) =>
        isEmphasised ? <em key={i}>{piece}</em> : piece,
      )}
    </>
  );
}
