import type { ComparedRow } from '../compare-settings.ts';
import { Chart } from './chart-list.tsx';
import type { ShownComparison } from './use-comparison.ts';

interface ComparisonPanelProps {
  /** Undefined while one of them runs. */
  readonly comparison: ShownComparison | undefined;
  /** What the settings are called. */
  readonly names: readonly string[];
  onForget(): void;
}

const EMPTY: ShownComparison = { headline: '', outcomes: [], differences: [], pictures: [] };

/** The setting that was kept beside the one at hand. */
export function ComparisonPanel({ comparison, names, onForget }: ComparisonPanelProps) {
  const { headline, outcomes, differences, pictures } = comparison ?? EMPTY;
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">Kept and now</h2>
      <p role="status">{comparison ? `${headline}.` : 'Simulating the settings …'}</p>
      {outcomes.length > 0 && (
        <ComparedTable caption="What the trials come to" names={names} rows={outcomes} />
      )}
      {comparison && differences.length === 0 ? (
        <p>The settings are the same so far: move a slider or edit a value.</p>
      ) : (
        comparison && <ComparedTable caption="In what they differ" names={names} rows={differences} />
      )}
      {pictures.map((picture) => (
        <Chart key={picture.name} {...picture} />
      ))}
      <button type="button" onClick={onForget}>
        Forget the kept setting
      </button>
    </section>
  );
}

interface ComparedTableProps {
  readonly caption: string;
  readonly names: readonly string[];
  readonly rows: readonly ComparedRow[];
}

function ComparedTable({ caption, names, rows }: ComparedTableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {values.map((value, i) => (
              <td key={names[i]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
