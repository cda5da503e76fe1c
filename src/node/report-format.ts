/** What a report may be written as. */
export const REPORT_FORMATS = ['html', 'pdf'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Formats of a report for which none is asked. */
export const USUAL_FORMATS: readonly ReportFormat[] = ['html'];

/** Name of a report in its folder. */
export const reportFile = (format: ReportFormat): string => `report.${format}`;
