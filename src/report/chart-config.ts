/** The typeface of all charts: metric-compatible fonts first, so that measured and drawn widths agree. */
const CHART_FONT = 'Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif';

export const TITLE_SIZE = 15;

/** The look of every chart, as Vega-Lite configuration. */
export const chartConfig = {
  aria: false,
  font: CHART_FONT,
  background: 'white',
  padding: 8,
  lineBreak: '\n',
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: TITLE_SIZE,
    fontWeight: 'bold',
    color: '#1a1a1a',
    lineHeight: 20,
    offset: 14,
    limit: 0,
  },
  axis: {
    labelLimit: 0,
    titleLimit: 0,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelColor: '#333',
    titleColor: '#333',
    domainColor: '#666',
    tickColor: '#666',
    gridColor: '#e4e4e4',
    labelOverlap: true,
    // Room for fonts that are wider than those by which widths are reckoned
    labelSeparation: 6,
    titlePadding: 8,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelLimit: 0,
    titleLimit: 0,
    labelFontSize: 12,
    labelColor: '#333',
    symbolSize: 90,
    symbolStrokeWidth: 2,
    columnPadding: 18,
    offset: 10,
  },
  header: {
    labelFontSize: 13,
    labelFontWeight: 'bold',
    labelColor: '#1a1a1a',
    labelLimit: 0,
    titleFontSize: 12,
    labelPadding: 6,
  },
  text: { fontSize: 12, color: '#333' },
} as const;
