import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../message-of.ts';
import type { Shipped } from '../shipped.ts';
import { connect, type Staff } from './connect.ts';
import { fetchShipped } from './fetch-shipped.ts';

/** A desk that does not answer for so long, once the page is looked at again, was put to sleep for good. */
const SILENCE_MS = 10_000;
/** Workers that die at once are not started for ever; those that a browser put to sleep are. */
const MOST_DEATHS = 5;

/** Whom the page asks, and what comes with it. */
export interface Office {
  readonly staff: Staff;
  readonly shipped: Shipped;
}

/** Desk, studio and tutor; started anew where they die, or no longer answer when the page wakes. */
export function useStaff(): { office: Office | undefined; trouble?: string } {
  const [office, setOffice] = useState<Office>();
  const [start, setStart] = useState({ deaths: 0 });
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    let current: Staff | undefined;
    let isOver = false;
    const restart = (deaths: number): void => {
      if (isOver) return;
      isOver = true;
      setStart({ deaths });
    };
    const bury = (reason: string): void => {
      if (start.deaths + 1 < MOST_DEATHS) restart(start.deaths + 1);
      else setTrouble(`The simulation cannot be started: ${reason}.`);
    };
    const look = (): void => {
      if (document.visibilityState !== 'visible' || !current) return;
      const timer = setTimeout(() => restart(start.deaths), SILENCE_MS);
      const isAwake = (): void => clearTimeout(timer);
      current.desk.isAwake().then(isAwake, isAwake);
    };
    document.addEventListener('visibilitychange', look);
    document.addEventListener('resume', look);
    // Workers load while the scenarios come
    Promise.all([connect(bury), fetchShipped()]).then(
      ([staff, shipped]) => {
        current = staff;
        if (isOver) return staff.dismiss();
        void staff.desk.holdFiles(shipped.files);
        setOffice({ staff, shipped });
      },
      (error: unknown) => setTrouble(messageOf(error)),
    );
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('resume', look);
      current?.dismiss();
    };
  }, [start]);
  return { office, ...(trouble !== undefined && { trouble }) };
}
