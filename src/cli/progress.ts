import { MultiBar, Presets } from 'cli-progress';

/** Progress of a run on a terminal; silent elsewhere. */
export interface Progress {
  /** So many units more are done. */
  advance(units: number): void;
  /** Writes a line without tearing the bar. */
  say(line: string): void;
  stop(): void;
}

const duration = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};

/**
 * A bar on stderr with rate and time left, if stderr is a terminal.
 *
 * @param total units of the whole run
 * @param done units already kept from an earlier run
 * @param unit what the units are
 * @param unit what the units are called
 */
export function startProgress(total: number, done: number, unit = 'patients'): Progress {
  const say = (line: string): void => console.error(line);
  if (!process.stderr.isTTY) return { advance: () => {}, say, stop: () => {} };
  const started = performance.now();
  const bars = new MultiBar(
    {
      stream: process.stderr,
      format: `{bar} {percentage} % | {rate} ${unit}/s | {left} left`,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let reached = done;
  const bar = bars.create(total, done, { rate: '–', left: '–' });
  return {
    advance: (units) => {
      reached += units;
      const rate = (reached - done) / ((performance.now() - started) / 1000);
      bar.update(reached, {
        rate: Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(rate),
        left: duration((total - reached) / rate),
      });
    },
    say: (line) => {
      bars.log(`${line}\n`);
    },
    stop: () => bars.stop(),
  };
}
