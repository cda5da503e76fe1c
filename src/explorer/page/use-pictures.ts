import { useEffect, useRef, useState } from 'preact/hooks';
import type { AimResult } from '../../engine/aim-result.ts';
import type { RunResult } from '../../engine/result.ts';
import type { Picture } from '../studio.ts';
import { chartOrder } from './chart-order.ts';
import type { Staff } from './connect.ts';

/** The charts of a result, drawn one after another; those of the result before stand until theirs are there. */
export function usePictures(
  staff: Staff | undefined,
  result: RunResult | AimResult | undefined,
  plotWidth: number,
): readonly Picture[] {
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const turn = useRef(0);
  useEffect(() => {
    const mine = ++turn.current;
    if (!staff || !result) return;
    void (async () => {
      const names = chartOrder(result);
      for (const name of names) {
        const drawn = await staff.studio.draw(result, name, plotWidth);
        if (mine !== turn.current) return;
        setPictures((before) =>
          names.flatMap((own) => (own === name ? (drawn ?? []) : before.filter((p) => p.name === own))),
        );
      }
    })();
  }, [staff, result, plotWidth]);
  return pictures;
}
