export { areBelow, indicators } from './comparisons';
export { effects } from './effects';
export { exponentials, shares } from './exponentials';
export { logarithms } from './logarithms';
export { columnBytes, columnCount, columnsAt, flagsAt } from './memory';
export { normalQuantiles } from './normal-quantiles';
export { addScaled } from './sums';
export { piecesAt, tableDifferences } from './table-differences';
export { purposesAt, seek, statesAt, uniforms } from './uniforms';
