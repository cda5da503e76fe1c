import spec from '../../../reports/sweep-cells.vl.json' with { type: 'json' };
import type { Row } from '../charts/definition.ts';
import { capitalised } from '../endpoint-words.ts';
import { axisParams, short } from '../numbers.ts';
import { sweepHeadline } from '../sweep-headline.ts';
import { caseHead, sweptCases } from '../sweep-rows.ts';
import { sweptAxis } from '../sweep-series.ts';
import { INTERVAL_WORDS, pointRow, roomFor, shownTip } from '../sweep-shown-tip.ts';
import type { SweepChart } from './definition.ts';

const MOST_CELLS = 40;

export const sweepCells: SweepChart = {
  summary: 'A quantity of the design in every cell, where no number is varied.',
  reference: 'Okabe & Ito 2008, Color Universal Design (colours)',
  spec,
  content(result) {
    if (sweptAxis(result)) return undefined;
    const tip = shownTip(result);
    const head = caseHead(result);
    const found = sweptCases(result).flatMap((swept) => {
      const row = swept.row(tip.quantity, '');
      return row ? [{ swept, row }] : [];
    });
    if (found.length === 0) return undefined;
    const shown = found.slice(0, MOST_CELLS);
    const cells = shown.map(({ row }, r): Row => {
      const { y, ...rest } = pointRow(row, tip);
      return { row: r, x: y, ...rest };
    });
    const more = found.length > shown.length ? ` ${found.length - shown.length} more are in the table.` : '';
    const ends = [tip.target, ...cells.flatMap(({ low, high }) => [Number(low), Number(high)])];
    return {
      title: sweepHeadline(result)!,
      description: `${capitalised(tip.label)} in every cell. Blue marks are simulated values, ${INTERVAL_WORDS}, orange ticks exact values where there are any; the dashed line is the target, ${tip.targetWords}.${more}`,
      data: { target: [{ x: short(tip.target) }], cells },
      params: {
        ...axisParams('x', roomFor(ends, tip.range)),
        xTitle: tip.axis,
        labels: shown.map(({ swept }) => head.cells(swept).join(', ')),
        shortLabels: shown.map(({ swept }) => `cell ${swept.cell.cell}`),
      },
    };
  },
};
