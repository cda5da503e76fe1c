import { type Markup, type MarkupValue, markup } from '../markup.ts';

/** A symbol or the name of a function, upright where it has more than one letter. */
export const identifier = (name: string): Markup => markup`<mi>${name}</mi>`;

export const number = (digits: string): Markup => markup`<mn>${digits}</mn>`;

export const operator = (sign: string): Markup => markup`<mo>${sign}</mo>`;

export const words = (text: string): Markup => markup`<mtext>${text}</mtext>`;

/** Room between two words. */
export const space = (): Markup => markup`<mspace width="0.25em"></mspace>`;

/** Parts one after the other. */
export const row = (parts: readonly MarkupValue[]): Markup => markup`<mrow>${parts}</mrow>`;

export const fraction = (above: Markup, below: Markup): Markup => markup`<mfrac>${above}${below}</mfrac>`;

export const root = (under: Markup): Markup => markup`<msqrt>${under}</msqrt>`;

export const sub = (base: Markup, below: Markup): Markup => markup`<msub>${base}${below}</msub>`;

export const sup = (base: Markup, above: Markup): Markup => markup`<msup>${base}${above}</msup>`;

export const subSup = (base: Markup, below: Markup, above: Markup): Markup =>
  markup`<msubsup>${base}${below}${above}</msubsup>`;

/** A symbol under a hat or a tilde. */
export const accent = (base: Markup, mark: string): Markup =>
  markup`<mover accent="true">${base}<mo>${mark}</mo></mover>`;
