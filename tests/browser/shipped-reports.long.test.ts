import { checkShippedReports } from './check-shipped-reports.ts';
import { WIDTHS } from './watched-page.ts';

checkShippedReports({ part: 1, parts: 1, widths: WIDTHS, looksAtEach: true, looksAtColours: true });
