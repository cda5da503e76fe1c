import type { BetaPrior } from '../beta-posterior.ts';
import type { Answer } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { lookSizes, looksPhrase } from '../look-schedule.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock, endpointWords, type PlannedEndpoint } from '../planned-endpoint.ts';
import { priorWords } from '../single-arm/beta-rule.ts';
import {
  conventionWords,
  cutOffRow,
  directionWords,
  oneStageNumbers,
  successWords,
} from '../single-arm/cut-off-words.ts';
import { looksOf, type PlannedLooks } from '../single-arm/look-fields.ts';
import { probabilityRow } from '../single-arm/probability-row.ts';
import { stopRows, stopSentence } from '../single-arm/stop-rows.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { stopCertainty, successCertainty } from './certainty-threshold.ts';

/** A single arm whose posterior certainty is asked for. */
export interface CertaintyQuestion extends PlannedEndpoint, PlannedLooks {
  readonly perArm: number;
  readonly nullRate: number;
  readonly alternativeRate: number;
  readonly typeIError: number;
  readonly prior: BetaPrior;
}

const DIGITS =
  'The certainty is the least, to the fourth digit of the type I error, that holds it; the null hypothesis is one rate, so that there is no nuisance.';

/** Success at the end. */
function answerSuccess(question: CertaintyQuestion): Answer {
  const { perArm, nullRate, alternativeRate, typeIError, prior } = question;
  const rates = successRates(nullRate, alternativeRate);
  const { eventIsGood } = rates;
  const { certainty, design } = successCertainty(prior, nullRate, rates, perArm, typeIError);
  const side = eventIsGood ? 'above' : 'below';
  return {
    variant: [
      `Success if P(rate ${side} ${percentWords(nullRate)} | data) ≥ certainty, with a ${priorWords(prior)} prior of the event’s rate.`,
      DIGITS,
      conventionWords(design),
      directionWords(eventIsGood),
    ],
    rows: [
      { label: 'Certainty', kind: 'number', exact: certainty },
      cutOffRow(design, eventIsGood),
      probabilityRow('Type I error', design.typeIError, typeIError),
      probabilityRow('Power', design.power),
    ],
    numbers: { certainty, ...oneStageNumbers(design, eventIsGood) },
    sentence: `The trial succeeds if ${successWords(design, eventIsGood)}, so that the posterior probability of a rate of ${endpointWords(question, eventIsGood)} ${side} ${percentWords(nullRate)} is at least ${percentWords(certainty)} (${priorWords(prior)} prior; exact type I error ${exactPercentWords(design.typeIError, typeIError)} at ${percentWords(nullRate)}, power ${exactPercentWords(design.power)} at ${percentWords(alternativeRate)}).`,
    design: {
      perArm,
      posterior: { ...endpointBlock(question, eventIsGood), prior, target: nullRate, certainty },
    },
  };
}

/** Stops for harm at looks. */
function answerStop(question: CertaintyQuestion): Answer {
  const { perArm, nullRate: limitRate, alternativeRate: worseRate, typeIError, prior } = question;
  const looks = looksOf(question);
  const endpoint = endpointBlock(question, false);
  const plan = { prior, limitRate, worseRate, size: perArm, looks, endpoint };
  const { certainty, atLimit, atWorse } = stopCertainty(plan, typeIError);
  return {
    variant: [
      `Stops once P(rate above ${percentWords(limitRate)} | data) ≥ certainty, with a ${priorWords(prior)} prior of the event’s rate, which is bad.`,
      `What is held is the probability of a stop at any look of an arm whose rate is the limit: ${percentWords(typeIError)}.`,
      DIGITS,
    ],
    rows: [
      { label: 'Certainty', kind: 'number', exact: certainty },
      ...stopRows(atLimit, 'Stops'),
      ...stopRows(atWorse, 'Stops'),
    ],
    numbers: { certainty, atLimit, atWorse },
    sentence: `Among at most ${perArm} patients, outcomes are looked at after ${looksPhrase(lookSizes(looks, perArm))}; the trial stops if the posterior probability of a rate of ${endpointWords(question, false)} above ${percentWords(limitRate)} is at least ${percentWords(certainty)} (${priorWords(prior)} prior). ${stopSentence(atLimit)} ${stopSentence(atWorse)}`,
    design: {
      perArm,
      interim: [{ toxicityStop: { ...endpoint, prior, limitRate, certainty, looks } }],
      completion: { ...endpoint, limitRate },
    },
  };
}

/**
 * Answers which posterior certainty holds a type I error: of success at the end, or, with looks, of a stop for harm.
 *
 * @throws RangeError if none does
 */
export function answerCertainty(question: CertaintyQuestion): Answer {
  const hasLooks = question.looks !== undefined || question.every !== undefined;
  return hasLooks ? answerStop(question) : answerSuccess(question);
}
