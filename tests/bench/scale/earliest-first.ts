/** A heap of numbered things by their times: the earliest is served, and put back at a later time. */
export class EarliestFirst {
  private readonly order: Int32Array;
  private readonly times: Float64Array;

  /** Things 0 … `count` − 1, all at time 0. */
  constructor(count: number) {
    this.order = Int32Array.from({ length: count }, (_, i) => i);
    this.times = new Float64Array(count);
  }

  get first(): number {
    return this.order[0];
  }

  get firstTime(): number {
    return this.times[this.order[0]];
  }

  /** Puts the first thing back at `time`, no earlier than its own. */
  delayFirst(time: number): void {
    const { order, times } = this;
    const thing = order[0];
    times[thing] = time;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= order.length) break;
      if (child + 1 < order.length && times[order[child + 1]] < times[order[child]]) child++;
      if (times[order[child]] >= time) break;
      order[at] = order[child];
      at = child;
    }
    order[at] = thing;
  }
}
