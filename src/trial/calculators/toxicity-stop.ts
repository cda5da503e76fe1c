import { z } from 'zod';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { lookSizes, looksPhrase } from '../look-schedule.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock, endpointShape, endpointWords } from '../planned-endpoint.ts';
import { rules } from '../rules/index.ts';
import { betaPrior, priorWords } from '../single-arm/beta-rule.ts';
import { checkLooks, lookShape, looksOf } from '../single-arm/look-fields.ts';
import { checkPlannedEndpoint, perArm } from '../single-arm/plan-shape.ts';
import { lookBounds, sequentialDesign } from '../single-arm/sequential-design.ts';
import { stopRows, stopSentence } from '../single-arm/stop-rows.ts';
import { defineCalculator } from './definition.ts';

/** Rates at which the rule is examined unless stated: the limit, and a tenth to either side. */
const ratesAround = (limitRate: number): number[] =>
  [limitRate - 0.1, limitRate, limitRate + 0.1]
    .map((rate) => Number(rate.toPrecision(12)))
    .filter((rate) => rate > 0 && rate < 1);

export const toxicityStop = defineCalculator({
  summary: 'A single arm that stops for harm once a high rate is probable: bounds, and how often it stops.',
  reference: 'Thall & Simon 1994, Biometrics 50:337',
  parameters: strict({
    perArm: perArm.max(1000).describe('patients at most'),
    limitRate: interiorProbability('rate of the bad event beyond which the treatment is not acceptable'),
    certainty: interiorProbability(
      'posterior probability of a rate above the limit from which it stops',
    ).default(0.95),
    prior: betaPrior('beta prior of the event’s rate'),
    ...lookShape,
    rates: z
      .array(interiorProbability('true rate of the event'))
      .min(1)
      .optional()
      .describe('true rates to examine; the limit and 0.1 to either side unless given'),
    ...endpointShape,
  }).check(({ value, issues }) => {
    checkLooks(value, value.perArm, issues);
    checkPlannedEndpoint(value, false, issues, 'a stop for harm watches a bad event');
  }),
  examples: [
    { perArm: 120, limitRate: 0.35, prior: { a: 0.7, b: 1.3 }, every: 10, rates: [0.25, 0.35, 0.45, 0.55] },
    { perArm: 40, limitRate: 0.3, certainty: 0.9, looks: [10, 20, 30], rates: [0.3, 0.5] },
  ],
  solve: (spec) => {
    const { limitRate, certainty, prior } = spec;
    const endpoint = endpointBlock(spec, false);
    const looks = looksOf(spec);
    const block = { ...endpoint, prior, limitRate, certainty, looks };
    const rule = rules.toxicityStop.create(block, spec.perArm);
    const bounds = lookBounds(rule).map(({ patients, stopsAtLeast }) => ({
      patients,
      ...(stopsAtLeast !== undefined && { eventsAtLeast: stopsAtLeast }),
    }));
    const found = (spec.rates ?? ratesAround(limitRate)).map((rate) =>
      sequentialDesign(rule, spec.perArm, rate, () => true),
    );
    const stops = bounds.flatMap(({ patients, eventsAtLeast }) =>
      eventsAtLeast === undefined ? [] : [`${eventsAtLeast} of ${patients}`],
    );
    const phrase = stops.length > 0 ? `at events ≥ ${stops.join(', ')}` : 'never: no count is enough';
    return {
      variant: [
        `Stops once P(rate above ${percentWords(limitRate)} | data) ≥ ${percentWords(certainty)}, with a ${priorWords(prior)} prior of the event’s rate: ${phrase}.`,
        'A look at the last patient counts as stopping. Expected patients are those with a known outcome; who is enrolled while outcomes are awaited comes on top.',
        'Rates are of the event, which is bad.',
      ],
      rows: found.flatMap((design) => stopRows(design, 'Stops')),
      numbers: { bounds, rates: found },
      sentence: `Among at most ${spec.perArm} patients, outcomes are looked at after ${looksPhrase(lookSizes(looks, spec.perArm))}; the trial stops if the posterior probability of a rate of ${endpointWords(spec, false)} above ${percentWords(limitRate)} is at least ${percentWords(certainty)} (${priorWords(prior)} prior). ${found.map(stopSentence).join(' ')}`,
      design: {
        perArm: spec.perArm,
        interim: [{ toxicityStop: block }],
        completion: { ...endpoint, limitRate },
      },
    };
  },
});
