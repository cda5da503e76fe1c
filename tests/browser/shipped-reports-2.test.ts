import { checkShippedReports } from './check-shipped-reports.ts';

checkShippedReports({ part: 2, parts: 3, widths: [390], looksAtEach: false, looksAtColours: false });
