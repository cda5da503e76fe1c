import type { Pulse } from './pulse.ts';

/** Stops what shows no progress. */
export interface Watchdog {
  /**
   * Watches one attempt at a message.
   *
   * @param onHang called once, if nothing has moved for too long
   * @returns ends the watch
   */
  watch(pulse: Pulse, onHang: (error: Error) => void): () => void;
}

/** So many looks in a row that see no progress are too many; counted, as a clock goes on while a computer sleeps. */
const LOOKS = 20;

/**
 * Watches the threads of a pool by their pulse: one piece of work may take so long. A message that no thread has taken up
 * yet waits for the others, and is overdue only once none of them moves either.
 *
 * @param patienceMinutes > 0
 */
export function createWatchdog(patienceMinutes: number): Watchdog {
  let moves = 0;
  return {
    watch: (pulse, onHang) => {
      let [beats, movesSeen, quiet] = [pulse.beats(), moves, 0];
      const look = (): void => {
        const hasMoved = pulse.beats() !== beats || (beats === 0 && moves !== movesSeen);
        if (pulse.beats() !== beats) moves++;
        [beats, movesSeen] = [pulse.beats(), moves];
        quiet = hasMoved ? 0 : quiet + 1;
        if (quiet < LOOKS) return;
        clearInterval(timer);
        onHang(new Error(`no progress in ${saidTime(patienceMinutes)}`));
      };
      const timer = setInterval(look, (patienceMinutes * 60_000) / LOOKS);
      return () => clearInterval(timer);
    },
  };
}

const saidTime = (minutes: number): string =>
  minutes < 1 ? `${Math.round(60 * minutes)} s` : `${minutes} min`;
