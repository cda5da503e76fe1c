import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import type { EndpointDefinition } from '../outcomes/endpoints/definition.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH, perDay } from '../trial/accrual.ts';
import type { LadderPatients } from '../trial/escalation/ladder-patients.ts';

const ofGaps = purpose('trial/ladder/gap');

/** Draws the patients whom every plan of a replicate treats: the k-th of a level is the same whichever method comes to it. */
export interface LadderSupply {
  /** Of the replicate drawn last; the next one writes over them. */
  readonly patients: LadderPatients;
  /** @param outcomes of the replicate, by level */
  draw(world: number, replicate: number, outcomes: readonly ArmOutcomes[]): void;
}

/** Days to the events of an endpoint, by level and patient. */
interface OnsetDraw {
  readonly days: readonly Float64Array[];
  draw(key: SeedKey, world: number, replicate: number, outcomes: readonly ArmOutcomes[]): void;
}

function createOnsetDraw(
  { truth }: KnownTruth,
  endpoint: EndpointDefinition,
  sizes: readonly number[],
): OnsetDraw {
  const e = endpointIndex(truth, { endpoint });
  const onset = truth.endpoints[e].onset!;
  const days = sizes.map((size) => new Float64Array(size));
  const purposes = sizes.map((_, level) => purpose(`${level}/outcome/${endpoint.name}/onset`));
  return {
    days,
    draw: (key, world, replicate, outcomes) => {
      days.forEach((own, level) => {
        const events = outcomes[level].events[e];
        fillUniforms(key, { world, replicate, purpose: purposes[level] }, own, own.length);
        for (let i = 0; i < own.length; i++)
          own[i] = events[i] === 1 ? onset.quantile(own[i]) * DAYS_A_MONTH : Infinity;
      });
    },
  };
}

/** A supply of patients under a truth. */
export function createLadderSupply({ design, key }: Trial, known: KnownTruth): LadderSupply {
  const { toxicity, safety, expansion, plans } = design.escalation!;
  const { sizes, accrual } = design;
  const watched = [...new Set([...toxicity, ...(safety ? [safety.endpoint] : [])])];
  const onsets = watched.map((endpoint) => createOnsetDraw(known, endpoint, sizes));
  const toxicDays = sizes.map((size) => new Float64Array(size));
  const most = Math.max(...plans.map(({ method }) => method.maximumSize)) + (expansion?.patients ?? 0);
  const gapDays = new Float64Array(most);
  const meanGap = 1 / perDay(accrual!);
  const expanded = expansion && endpointIndex(known.truth, expansion.claim);
  const expansionEvents: Uint8Array[] = [];
  return {
    patients: {
      toxicDays,
      graveDays: safety ? onsets[watched.indexOf(safety.endpoint)].days : [],
      expansionEvents,
      gapDays,
    },
    draw: (world, replicate, outcomes) => {
      for (const onset of onsets) onset.draw(key, world, replicate, outcomes);
      toxicDays.forEach((first, level) => {
        const own = toxicity.map((endpoint) => onsets[watched.indexOf(endpoint)].days[level]);
        for (let i = 0; i < first.length; i++)
          first[i] = own.reduce((least, days) => Math.min(least, days[i]), Infinity);
      });
      fillUniforms(key, { world, replicate, purpose: ofGaps }, gapDays, most);
      // −ln U of a Poisson process; equal gaps otherwise
      for (let k = 0; k < most; k++)
        gapDays[k] = accrual!.pattern === 'poisson' ? -Math.log(gapDays[k]) * meanGap : meanGap;
      if (expanded !== undefined)
        outcomes.forEach(({ events }, level) => {
          expansionEvents[level] = events[expanded];
        });
    },
  };
}
