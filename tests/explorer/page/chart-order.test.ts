import { expect, it } from 'vitest';
import { AIM_CHARTS, RUN_CHARTS } from '../../../src/explorer/page/chart-order.ts';
import { aimCharts } from '../../../src/report/aim-charts/index.ts';
import { charts } from '../../../src/report/charts/index.ts';

it('the page shows every chart of the reports of runs and of aims', () => {
  expect([...RUN_CHARTS].sort()).toEqual(Object.keys(charts).sort());
  expect([...AIM_CHARTS].sort()).toEqual(Object.keys(aimCharts).sort());
});
