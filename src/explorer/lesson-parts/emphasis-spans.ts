import type { Prose } from '../lessons/definition.ts';

/** A piece of prose in one weight. */
export interface Span {
  readonly text: string;
  readonly isEmphasised: boolean;
}

/** The pieces of a prose in their order, without its asterisks: every other one is emphasised. */
export function emphasisSpans(prose: Prose): Span[] {
  return prose
    .split('*')
    .map((text, i) => ({ text, isEmphasised: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
