import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPulse, takeUp } from '../../src/node/pulse.ts';
import { createWatchdog } from '../../src/node/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PATIENCE_MINUTES = 2;
const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);

describe('a watchdog', () => {
  it('acts once a thread has begun nothing new for as long as it is patient', () => {
    const pulse = createPulse();
    const onHang = vi.fn();
    createWatchdog(PATIENCE_MINUTES).watch(pulse, onHang);
    const onPiece = takeUp(pulse.memory);
    for (let piece = 0; piece < 10; piece++) {
      minutes(1.5);
      onPiece(0, piece);
    }
    minutes(1.9);
    expect(onHang).not.toHaveBeenCalled();
    minutes(0.3);
    expect(onHang).toHaveBeenCalledExactlyOnceWith(new Error('no progress in 2 min'));
    minutes(10);
    expect(onHang).toHaveBeenCalledOnce();
  });

  it('lets a message wait for its turn while others move, and no longer', () => {
    const watchdog = createWatchdog(PATIENCE_MINUTES);
    const [working, waiting] = [createPulse(), createPulse()];
    const onHang = vi.fn();
    watchdog.watch(working, onHang);
    watchdog.watch(waiting, () => onHang('waiting'));
    const onPiece = takeUp(working.memory);
    for (let piece = 0; piece < 10; piece++) {
      onPiece(0, piece);
      minutes(1.5);
    }
    expect(onHang).not.toHaveBeenCalled();
    minutes(2);
    expect(onHang).toHaveBeenCalledTimes(2);
    expect(onHang).toHaveBeenCalledWith('waiting');
  });

  it('is deaf once released', () => {
    const onHang = vi.fn();
    createWatchdog(PATIENCE_MINUTES).watch(createPulse(), onHang)();
    minutes(10);
    expect(onHang).not.toHaveBeenCalled();
  });
});

describe('a pulse', () => {
  it('tells where the thread is', () => {
    const pulse = createPulse();
    expect(pulse.beats()).toBe(0);
    expect(pulse.place()).toBeUndefined();
    const onPiece = takeUp(pulse.memory);
    expect([pulse.beats(), pulse.place()]).toEqual([1, undefined]);
    onPiece(12);
    expect(pulse.place()).toEqual({ world: 12 });
    onPiece(12, 8123);
    expect([pulse.beats(), pulse.place()]).toEqual([3, { world: 12, replicate: 8123 }]);
    pulse.clear();
    expect([pulse.beats(), pulse.place()]).toEqual([0, undefined]);
  });
});
