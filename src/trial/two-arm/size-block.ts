/** Sizes as a design states them; weights that are the sizes themselves share the total out exactly. */
export function sizeBlock([control, experimental]: readonly [number, number], allocation: number) {
  if (control === experimental) return { perArm: control };
  return {
    total: control + experimental,
    allocation: control * allocation === experimental ? [1, allocation] : [control, experimental],
  };
}
