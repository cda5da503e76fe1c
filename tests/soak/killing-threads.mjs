// Loaded into each thread of a process: makes threads die or hang at random where they say how far they are
import { isMainThread, threadId } from 'node:worker_threads';

const [seed, share] = process.env.KILLING_THREADS.split(' ');
if (!isMainThread) {
  // Numbers that differ by process and thread and are the same again: a linear congruence is enough here
  let state = (Number(seed) * 7919 + threadId * 104_729) % 2_147_483_647;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const ways = [
    () => process.exit(9),
    () => {
      throw new Error('struck');
    },
    () => {
      for (;;);
    },
    // A leak, while work goes on
    (...beat) => {
      const hoard = [];
      for (;;) {
        hoard.push(new Array(1e6).fill(random()));
        add(...beat);
      }
    },
  ];
  const { add } = Atomics;
  Atomics.add = (cells, at, value) => {
    if (cells.length === 3 && random() < Number(share))
      ways[Math.floor(random() * ways.length)](cells, at, value);
    return add(cells, at, value);
  };
}
