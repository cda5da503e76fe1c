/**
 * The arm of each patient in the order in which they come, where the arms have fixed sizes: in turn, so that the arms grow
 * in proportion.
 */
export function enrolmentOrder(sizes: readonly number[]): Uint8Array {
  const total = sizes.reduce((a, b) => a + b, 0);
  const enrolled = sizes.map(() => 0);
  return Uint8Array.from({ length: total }, (_, patient) => {
    // How far an arm is behind its share: n_arm (k + 1) − N enrolled
    const behind = sizes.map((size, arm) => size * (patient + 1) - total * enrolled[arm]);
    const next = behind.indexOf(Math.max(...behind));
    enrolled[next]++;
    return next;
  });
}
