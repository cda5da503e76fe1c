import { useEffect, useState } from 'preact/hooks';
import type { Controls } from '../desk.ts';
import type { Staff } from './connect.ts';

/** Sliders and fields of a text; none while it is no YAML. */
export function useControls(staff: Staff | undefined, text: string | undefined): Controls {
  const [controls, setControls] = useState<Controls>({ sliders: [], fields: [] });
  useEffect(() => {
    if (!staff || text === undefined) return;
    let isOver = false;
    void staff.desk.controlsOf(text).then((found) => {
      if (!isOver) setControls(found);
    });
    return () => {
      isOver = true;
    };
  }, [staff, text]);
  return controls;
}
