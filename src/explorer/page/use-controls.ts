import { useEffect, useState } from 'preact/hooks';
import type { Controls } from '../desk.ts';
import type { Staff } from './connect.ts';

/** Sliders and fields of a text; none while it is no YAML. */
export function useControls({ desk }: Staff, text: string): Controls {
  const [controls, setControls] = useState<Controls>({ sliders: [], fields: [] });
  useEffect(() => {
    let isOver = false;
    void desk.controlsOf(text).then((found) => {
      if (!isOver) setControls(found);
    });
    return () => {
      isOver = true;
    };
  }, [desk, text]);
  return controls;
}
