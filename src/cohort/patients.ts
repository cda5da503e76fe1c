import type { Columns } from '../radiobiology/endpoint-model.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { type Purpose, purpose } from '../random/stream.ts';
import { createStreamGroup, type Span, type StreamGroup } from '../random/stream-group.ts';
import type { Cohort } from './cohort.ts';
import { createColumnFiller } from './column-filler.ts';
import type { UniformSource, UniformSources } from './uniform-source.ts';

/** Samples patients of one arm, over and over, into the same columns. */
export interface PatientSampler {
  /** The columns that {@link fill} writes. */
  readonly columns: Columns;
  /** Uniforms of a further stream of the arm, drawn along with the patients; whoever asks for it may write over it. */
  uniforms(name: string): Float64Array;
  /** A sampler of some characteristics of a part of the same patients. */
  part(reads: readonly string[]): PartSampler;
  /** Draws the uniforms of a span of a replicate's patients; patient k has draw k of each of the arm's streams. */
  draw(key: SeedKey, world: number, replicate: number, span: Span): void;
  /** Turns the uniforms of the first `count` patients drawn into characteristics. */
  fill(count: number): void;
}

/** Samples some characteristics of a part of the patients that a {@link PatientSampler} has drawn and not filled. */
export interface PartSampler {
  /** The columns that {@link fill} writes: value j belongs to patient `positions[j]`. */
  readonly columns: Columns;
  fill(positions: Uint32Array, count: number): void;
}

/** How a sampler gets its uniforms and columns. */
export interface SamplerOptions {
  /** Sources of the uniforms of some characteristics, or of the subtype, in place of the arm's own streams. */
  readonly sources?: UniformSources;
  /** Makes a column; as long as a span may be. */
  readonly allocate?: () => Float64Array;
}

/**
 * A sampler for the columns that models read, for the arm at `armPosition`, up to `capacity` patients.
 *
 * Streams are addressed by the arm's position and the characteristic, so patient k has the same draws under every
 * schedule, truth and sample size.
 */
export function createPatientSampler(
  cohort: Cohort,
  reads: readonly string[],
  armPosition: number,
  capacity: number,
  { sources = {}, allocate = () => new Float64Array(capacity) }: SamplerOptions = {},
): PatientSampler {
  const uniforms = new Map<string, Float64Array>();
  const brought: BroughtColumn[] = [];
  const uniformsOf = (name: string): Float64Array => {
    const known = uniforms.get(name);
    if (known) return known;
    const column = allocate();
    uniforms.set(name, column);
    if (sources[name]) brought.push({ source: sources[name], column, all: new Float64Array(capacity) });
    return column;
  };
  const filler = createColumnFiller(cohort, reads, uniformsOf, allocate);
  let streams: StreamGroup | undefined;
  return {
    columns: filler.columns,
    uniforms: uniformsOf,
    part: (ofPart) => {
      const chosen = new Map<string, Float64Array>();
      const part = createColumnFiller(cohort, ofPart, (name) => mapped(chosen, name, allocate), allocate);
      const pairs = part.drawn.map((name) => [uniformsOf(name), chosen.get(name)!] as const);
      return {
        columns: part.columns,
        fill: (positions, count) => {
          for (const [all, own] of pairs) for (let j = 0; j < count; j++) own[j] = all[positions[j]];
          part.fill(count);
        },
      };
    },
    draw: (key, world, replicate, span) => {
      streams ??= streamsOf(armPosition, uniforms, sources);
      streams.draw(key, { world, replicate }, span);
      for (const { source, column, all } of brought) {
        // A source knows patients from the first on
        if (span.from === 0) source.fill(key, { world, replicate }, armPosition, all, span.total);
        column.set(all.subarray(span.from, span.from + span.size));
      }
    },
    fill: filler.fill,
  };
}

/** A column whose uniforms the trial brings. */
interface BroughtColumn {
  readonly source: UniformSource;
  readonly column: Float64Array;
  /** Of all patients of the replicate. */
  readonly all: Float64Array;
}

/** The arm's own streams among the columns asked for. */
function streamsOf(
  armPosition: number,
  uniforms: ReadonlyMap<string, Float64Array>,
  sources: UniformSources,
): StreamGroup {
  const own = [...uniforms].filter(([name]) => !sources[name]);
  const purposes = own.map(([name]): Purpose => purpose(`${armPosition}/${name}`));
  return createStreamGroup(
    purposes,
    own.map(([, column]) => column),
  );
}

/** The value of a key, made where it is not there yet. */
function mapped<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
