import { checkShippedReports } from './check-shipped-reports.ts';

checkShippedReports({ part: 1, parts: 3, widths: [390], looksAtEach: false, looksAtColours: false });
