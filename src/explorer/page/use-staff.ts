import { useEffect, useState } from 'preact/hooks';
import { connect, type Staff } from './connect.ts';
import type { Shipped } from './shipped.ts';

/** A desk that does not answer for so long, once the page is looked at again, has been put to sleep for good. */
const SILENCE_MS = 10_000;
/** Workers that die at once are not started for ever. */
const MOST_STARTS = 5;

/** Desk and studio; started anew where they die, or no longer answer when the page wakes. */
export function useStaff(shipped: Shipped | undefined): { staff: Staff | undefined; trouble?: string } {
  const [staff, setStaff] = useState<Staff>();
  const [starts, setStarts] = useState(0);
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    if (!shipped) return;
    let current: Staff | undefined;
    let isOver = false;
    const restart = (reason: string): void => {
      if (isOver) return;
      isOver = true;
      if (starts >= MOST_STARTS) setTrouble(`The simulation cannot be started: ${reason}`);
      else setStarts(starts + 1);
    };
    const look = (): void => {
      if (document.visibilityState !== 'visible' || !current) return;
      const timer = setTimeout(() => restart('the workers do not answer'), SILENCE_MS);
      void current.desk.holdFiles(shipped.files).then(() => clearTimeout(timer));
    };
    document.addEventListener('visibilitychange', look);
    document.addEventListener('resume', look);
    void connect(restart).then(async (connected) => {
      current = connected;
      await connected.desk.holdFiles(shipped.files);
      if (isOver) return;
      setStaff(connected);
    });
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('resume', look);
      current?.dismiss();
    };
  }, [shipped, starts]);
  return { staff, ...(trouble !== undefined && { trouble }) };
}
