import { checkShippedReports } from './check-shipped-reports.ts';

checkShippedReports(2, 3);
