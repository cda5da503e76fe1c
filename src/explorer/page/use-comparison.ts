import { useEffect, useState } from 'preact/hooks';
import type { RunResult } from '../../engine/result.ts';
import type { Comparison } from '../compare-settings.ts';
import type { Picture } from '../studio.ts';
import type { Staff } from './connect.ts';

/** How the two settings are called that are compared. */
export const SETTING_NAMES = ['kept', 'now'] as const;

/** Two settings beside each other. */
export interface ShownComparison extends Comparison {
  readonly pictures: readonly Picture[];
}

/** What two results come to beside each other; undefined while there are not two. */
export function useComparison(
  { studio }: Staff,
  kept: RunResult | undefined,
  now: RunResult | undefined,
  plotWidth: number,
): ShownComparison | undefined {
  const [shown, setShown] = useState<ShownComparison>();
  useEffect(() => {
    if (!kept || !now) {
      setShown(undefined);
      return;
    }
    let isOver = false;
    const results = [kept, now].map((result, i) => ({ name: SETTING_NAMES[i], result }));
    void Promise.all([studio.compare(results), studio.drawComparison(results, plotWidth)]).then(
      ([comparison, pictures]) => {
        if (!isOver) setShown({ ...comparison, pictures });
      },
    );
    return () => {
      isOver = true;
    };
  }, [studio, kept, now, plotWidth]);
  return shown;
}
