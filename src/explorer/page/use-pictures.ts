import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnyResult } from '../../engine/any-result.ts';
import type { Picture } from '../studio.ts';
import type { Staff } from './connect.ts';

/** The charts of a result, drawn one after another; those of the result before stand until theirs are there. */
export function usePictures(
  { studio }: Staff,
  result: AnyResult | undefined,
  plotWidth: number,
): readonly Picture[] {
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const turn = useRef(0);
  useEffect(() => {
    const mine = ++turn.current;
    if (!result) return;
    void (async () => {
      const names = await studio.chartNames(result);
      if (mine !== turn.current) return;
      let failure: unknown;
      for (const name of names) {
        const drawn = await studio.draw(result, name, plotWidth).catch((error: unknown) => {
          failure = error;
          return undefined;
        });
        if (mine !== turn.current) return;
        setPictures((before) =>
          names.flatMap((own) => (own === name ? (drawn ?? []) : before.filter((p) => p.name === own))),
        );
      }
      // Told of when the others are there
      if (failure !== undefined) throw failure;
    })();
  }, [studio, result, plotWidth]);
  return pictures;
}
