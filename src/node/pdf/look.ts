/** Colours of the report on paper: those of its page. */
export const INK = '#1a1a1a';
export const SOFT = '#595959';
export const LINE = '#c9c9c9';
export const DARK_LINE = '#8a8a8a';
export const TINT = '#f4f6f8';
export const ACCENT = '#005a8f';
export const WARNING_TINT = '#fff6e5';
export const WARNING_LINE = '#a85b00';

/** How well a value is known, in the colours of the page and in bold. */
export const BASIS_COLOURS: Readonly<Record<string, string>> = {
  found: '#00563f',
  fitted: '#004a80',
  solved: '#004a80',
  assumed: '#8a3d00',
};

/** Sizes of type in points. */
export const SIZE = { text: 9.5, small: 8.5, heading1: 18, heading2: 13, heading3: 10.5, listing: 7.5 };

/** Of lines of text, as a multiple of the type's own. */
export const LINE_HEIGHT = 1.22;
