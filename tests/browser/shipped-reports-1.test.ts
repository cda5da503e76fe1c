import { checkShippedReports } from './check-shipped-reports.ts';

checkShippedReports(1, 3);
