/** What a chart says to screen readers, style sheets and pointers, of which a PDF draws nothing. */
const UNDRAWN = / (?:class|role|aria-[a-z]+|tabindex|pointer-events|stroke-miterlimit)="[^"]*"/g;
/** Vega's empty paths, not shown. */
const EMPTY = /<path d="" display="none"\/>/g;

/** An SVG with what is drawn of it alone: half as long, which is read again with every new arrangement of the pages. */
export const paperSvg = (svg: string): string =>
  svg.replace(/<[^>]+>/g, (tag) => tag.replace(UNDRAWN, '')).replace(EMPTY, '');
