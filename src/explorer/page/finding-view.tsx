import { useEffect, useState } from 'preact/hooks';
import { unbroken } from '../../report/unbroken.ts';
import type { Finding, Table } from '../lessons/definition.ts';
import type { Picture } from '../studio.ts';
import { Chart } from './chart-list.tsx';
import type { Staff } from './connect.ts';
import { Prose } from './prose.tsx';
import { usePlotWidth } from './use-plot-width.ts';

/** Something computed in a lesson: its sentence, its table, its picture. */
export function FindingView({ staff, finding }: { staff: Staff; finding: Finding }) {
  const plotWidth = usePlotWidth();
  const [drawn, setDrawn] = useState<Picture>();
  const { sentence, table, picture } = finding;
  useEffect(() => {
    if (!picture) return setDrawn(undefined);
    let isOver = false;
    void staff.studio.drawLesson(picture, plotWidth).then((chart) => {
      if (!isOver) setDrawn(chart);
    });
    return () => {
      isOver = true;
    };
  }, [staff, picture, plotWidth]);
  return (
    <div class="finding">
      <p aria-live="polite">
        <Prose text={sentence} />
      </p>
      {table && <FindingTable {...table} />}
      {picture && drawn && <Chart {...drawn} />}
    </div>
  );
}

function FindingTable({ caption, columns, rows }: Table) {
  return (
    <div class="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {unbroken(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{unbroken(first)}</th>
              {rest.map((cell, i) => (
                <td key={columns[i + 1]}>{unbroken(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
