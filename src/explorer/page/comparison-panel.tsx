import type { ComparedRow } from '../compare-settings.ts';
import { Chart } from './chart-list.tsx';
import { SETTING_NAMES, type ShownComparison } from './use-comparison.ts';

interface ComparisonPanelProps {
  /** What it says, or why it says nothing. */
  readonly words: string;
  /** Undefined while there are not two results. */
  readonly comparison: ShownComparison | undefined;
  onForget(): void;
}

/** The setting that was kept beside the one at hand. */
export function ComparisonPanel({ words, comparison, onForget }: ComparisonPanelProps) {
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">Kept and now</h2>
      <p role="status">{words}</p>
      {comparison && <Compared {...comparison} />}
      <button type="button" onClick={onForget}>
        Forget the kept setting
      </button>
    </section>
  );
}

function Compared({ outcomes, differences, pictures }: ShownComparison) {
  return (
    <>
      {outcomes.length > 0 && <ComparedTable caption="What the trials come to" rows={outcomes} />}
      {differences.length > 0 ? (
        <ComparedTable caption="In what they differ" rows={differences} />
      ) : (
        <p>The settings are the same so far: move a slider or edit a value.</p>
      )}
      {pictures.map((picture) => (
        <Chart key={picture.name} {...picture} />
      ))}
    </>
  );
}

interface ComparedTableProps {
  readonly caption: string;
  readonly rows: readonly ComparedRow[];
}

function ComparedTable({ caption, rows }: ComparedTableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {SETTING_NAMES.map((name) => (
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
              <td key={SETTING_NAMES[i]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
