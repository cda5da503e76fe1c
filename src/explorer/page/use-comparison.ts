import { useEffect, useState } from 'preact/hooks';
import type { NamedResult } from '../../report/named-result.ts';
import type { Comparison } from '../compare-settings.ts';
import type { Picture } from '../studio.ts';
import type { Staff } from './connect.ts';

/** Two settings beside each other. */
export interface ShownComparison extends Comparison {
  readonly pictures: readonly Picture[];
}

/** What two results come to beside each other; undefined while there are not two. */
export function useComparison(
  staff: Staff | undefined,
  kept: NamedResult | undefined,
  now: NamedResult | undefined,
  plotWidth: number,
): ShownComparison | undefined {
  const [shown, setShown] = useState<ShownComparison>();
  useEffect(() => {
    if (!staff || !kept || !now) {
      setShown(undefined);
      return;
    }
    let isOver = false;
    const results = [kept, now];
    void Promise.all([staff.studio.compare(results), staff.studio.drawComparison(results, plotWidth)]).then(
      ([comparison, pictures]) => {
        if (!isOver) setShown({ ...comparison, pictures });
      },
    );
    return () => {
      isOver = true;
    };
  }, [staff, kept, now, plotWidth]);
  return shown;
}
