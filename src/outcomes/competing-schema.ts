import { z } from 'zod';
import { finite, positive, strict, years } from '../numeric/quantities.ts';

const perYear = finite('hazard a year').min(0).max(20);

const hazardSchema = z
  .union([
    perYear,
    z
      .array(strict({ untilYears: years('end of the piece in years from surgery').optional(), perYear }))
      .min(1)
      .describe('pieces one after the other; the last has no end'),
  ])
  .check(({ value, issues }) => {
    if (typeof value === 'number') return;
    const fail = (message: string, i: number) =>
      issues.push({ code: 'custom', input: value, message, path: [i, 'untilYears'] });
    value.forEach(({ untilYears }, i) => {
      const isLast = i === value.length - 1;
      if (isLast && untilYears !== undefined) fail('the last piece has no end', i);
      if (!isLast && untilYears === undefined) fail('every piece but the last needs its end', i);
      const before = value[i - 1]?.untilYears;
      if (untilYears !== undefined && before !== undefined && untilYears <= before)
        fail('pieces must end one after the other', i);
    });
  });

const hazardRatios = (event: string) =>
  z
    .record(
      z.string(),
      z.union([
        positive('hazard ratio of a characteristic that is present'),
        strict({
          ratio: positive('hazard ratio'),
          per: positive('for this many units of the characteristic'),
          from: finite('value of the characteristic at which the stated hazard holds'),
        }),
      ]),
    )
    .optional()
    .describe(`hazard ratios of ${event} by characteristic`);

/** Death and metastasis beside local failure, each with a hazard that is constant or constant in pieces. */
export const competingSchema = strict({
  deathPerYear: hazardSchema.default(0).describe('hazard of death a year from surgery, without metastasis'),
  metastasisPerYear: hazardSchema.default(0).describe('hazard of distant metastasis a year from surgery'),
  deathAfterMetastasisPerYear: perYear
    .optional()
    .describe('hazard of death a year once there is metastasis; as without where left out'),
  hazardRatios: strict({ death: hazardRatios('death'), metastasis: hazardRatios('metastasis') })
    .optional()
    .describe('what patients with local failure, death and metastasis share; left out, hazards are equal'),
});

/** A specification of competing events, valid by {@link competingSchema}. */
export type CompetingSpec = z.output<typeof competingSchema>;

/** A hazard ratio of one characteristic. */
export type HazardRatio = NonNullable<NonNullable<CompetingSpec['hazardRatios']>['death']>[string];
