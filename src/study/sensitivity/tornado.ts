import type { Path } from '../../scenario/path.ts';
import type { WorldPowers } from '../tasks/world-powers.ts';
import type { StatedWorld } from './evaluate-worlds.ts';
import type { SensitivityInput } from './sensitivity-inputs.ts';

/** The lower and upper quantile that each input is set to. */
export const TORNADO_QUANTILES = [0.05, 0.95] as const;
/** Trials simulated in each world where power has no exact value, at most. */
export const TORNADO_REPLICATES = 2000;
/** Draws of a block that are looked at, at most. */
const MOST_DRAWS = 400;

/** What the design achieves in a world. */
export interface Achieved {
  readonly power: number;
  /** Monte Carlo standard error of a simulated power. */
  readonly mcse?: number;
  readonly claimIsTrue: boolean;
  /** True rates of the first claim. */
  readonly control: number;
  readonly experimental: number;
}

/** One end of a bar: where the input stands, and what the design achieves there. */
export interface TornadoEnd extends Achieved {
  readonly values: Readonly<Record<Path, number>>;
  /** Number of the joint draw, from 1. */
  readonly draw?: number;
}

/** A bar: one input at its lower and upper quantile, the others as planned. */
export interface TornadoBar {
  readonly name: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** How far apart the powers are, above 0. */
  readonly swing: number;
}

/** Uniforms at which an input is looked at: two quantiles, or the middles of evenly spaced draws. */
function uniformsOf({ draws }: SensitivityInput): readonly number[] {
  if (draws === undefined) return TORNADO_QUANTILES;
  const count = Math.min(draws, MOST_DRAWS);
  return Array.from({ length: count }, (_, k) => (Math.floor(((k + 0.5) * draws) / count) + 0.5) / draws);
}

/** The worlds of a tornado: the one as planned, then each input’s; all with the random streams of world 0. */
export function tornadoWorlds(
  inputs: readonly SensitivityInput[],
  planned: readonly (readonly number[])[],
): StatedWorld[] {
  const world = (values: readonly (readonly number[])[]): StatedWorld => ({
    values: values.flat(),
    stream: 0,
  });
  return [
    world(planned),
    ...inputs.flatMap((input, i) => uniformsOf(input).map((u) => world(planned.with(i, input.at(u))))),
  ];
}

/** What a world achieved. */
export function achievedIn(worlds: WorldPowers, world: number, replicates: number): Achieved {
  const power = worlds.power[world];
  return {
    power,
    ...(worlds.isExact[world] === 0 && { mcse: Math.sqrt((power * (1 - power)) / replicates) }),
    claimIsTrue: worlds.isTrue[world] === 1,
    control: worlds.control[world],
    experimental: worlds.experimental[world],
  };
}

/**
 * The bars of a tornado, the widest first. A block of joint draws has no quantiles: its ends are the draws whose power has
 * the 5 % and the 95 % rank among the draws looked at.
 *
 * @param worlds what was achieved in {@link tornadoWorlds}, in their order
 */
export function tornadoBars(
  inputs: readonly SensitivityInput[],
  worlds: WorldPowers,
  replicates: number,
): TornadoBar[] {
  let next = 1;
  const bars = inputs.map((input): TornadoBar => {
    const uniforms = uniformsOf(input);
    const first = next;
    next += uniforms.length;
    const rising = uniforms.map((_, k) => first + k);
    if (input.draws !== undefined) rising.sort((v, w) => worlds.power[v] - worlds.power[w] || v - w);
    const end = (quantile: number): TornadoEnd => {
      const world = rising[Math.floor(quantile * (rising.length - 1) + 0.5)];
      const uniform = uniforms[world - first];
      const values = input.at(uniform);
      return {
        values: Object.fromEntries(input.paths.map((path, k) => [path, values[k]])),
        ...(input.draws !== undefined && { draw: Math.floor(uniform * input.draws) + 1 }),
        ...achievedIn(worlds, world, replicates),
      };
    };
    const [low, high] = TORNADO_QUANTILES.map(end);
    return { name: input.name, low, high, swing: Math.abs(high.power - low.power) };
  });
  return bars.sort((p, q) => q.swing - p.swing || (p.name < q.name ? -1 : 1));
}
