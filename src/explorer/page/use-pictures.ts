import { useEffect, useRef, useState } from 'preact/hooks';
import type { AimResult } from '../../engine/aim-result.ts';
import type { RunResult } from '../../engine/result.ts';
import type { Picture } from '../studio.ts';
import type { Staff } from './connect.ts';

/** Charts that move as simulation goes on come before those that state what was put in. */
const FIRST = ['estimated-difference', 'estimated-effect', 'power-over-worlds', 'power-by-alpha-beta'];

const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

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
      const names = (await staff.studio.chartsOf(result)).sort((a, b) => rank(a) - rank(b));
      for (const name of names) {
        if (mine !== turn.current) return;
        const drawn = await staff.studio.draw(result, name, plotWidth);
        if (mine !== turn.current) return;
        setPictures((before) =>
          names.flatMap((n) => (n === name ? [drawn] : before.filter((picture) => picture.name === n))),
        );
      }
    })();
  }, [staff, result, plotWidth]);
  return pictures;
}
