import { useEffect, useState } from 'preact/hooks';
import type { Shipped } from '../shipped.ts';
import { connect, type Staff } from './connect.ts';
import { fetchShipped } from './fetch-shipped.ts';

/** A desk that does not answer for so long, once the page is looked at again, was put to sleep for good. */
const SILENCE_MS = 10_000;
/** Workers that die at once are not started for ever. */
const MOST_STARTS = 5;

/** Whom the page asks, and what comes with it. */
export interface Office {
  readonly staff: Staff;
  readonly shipped: Shipped;
}

/** Desk, studio and tutor; started anew where they die, or no longer answer when the page wakes. */
export function useStaff(): { office: Office | undefined; trouble?: string } {
  const [office, setOffice] = useState<Office>();
  const [starts, setStarts] = useState(1);
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    let current: Staff | undefined;
    let isOver = false;
    const restart = (reason: string): void => {
      if (isOver) return;
      isOver = true;
      if (starts >= MOST_STARTS) setTrouble(`The simulation cannot be started: ${reason}.`);
      else setStarts(starts + 1);
    };
    const look = (): void => {
      if (document.visibilityState !== 'visible' || !current) return;
      const timer = setTimeout(() => restart('its workers do not answer'), SILENCE_MS);
      void current.desk.isAwake().then(() => clearTimeout(timer));
    };
    document.addEventListener('visibilitychange', look);
    document.addEventListener('resume', look);
    // Workers load while the scenarios come
    Promise.all([connect(restart), fetchShipped()]).then(
      ([staff, shipped]) => {
        current = staff;
        if (isOver) return staff.dismiss();
        void staff.desk.holdFiles(shipped.files);
        setOffice({ staff, shipped });
      },
      (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('resume', look);
      current?.dismiss();
    };
  }, [starts]);
  return { office, ...(trouble !== undefined && { trouble }) };
}
