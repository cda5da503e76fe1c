import { checkShippedReports } from './check-shipped-reports.ts';

checkShippedReports(3, 3);
