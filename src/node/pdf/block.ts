import type { Content } from 'pdfmake';

/** One thing below another on the pages of a PDF. */
export interface Block {
  readonly content: Content;
  /** A heading, or a line that leads to what stands below it: both are on one page. */
  readonly leads?: boolean;
  /** Never parted by the end of a page. */
  readonly isWhole?: boolean;
  /** Needs a page that is turned. */
  readonly isLandscape?: boolean;
}
