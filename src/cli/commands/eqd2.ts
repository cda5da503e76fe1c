import type { Command } from 'commander';
import { overallTimeDays } from '../../radiobiology/course.ts';
import { formatSchedule } from '../../radiobiology/format-schedule.ts';
import { bed, doseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { exceedsLqLimit, LQ_LIMIT_GY } from '../../radiobiology/lq-limit.ts';
import { parseSchedule } from '../../radiobiology/parse-schedule.ts';
import { createSchedule, fractionCount, type Schedule, totalDoseGy } from '../../radiobiology/schedule.ts';
import { UsageError } from '../explain.ts';
import { alphaBetaGy, collect } from '../options.ts';

interface Options {
  readonly alphaBeta: number;
  readonly start?: string;
  readonly skip: readonly string[];
  readonly json?: boolean;
}

function readPlan(text: string, { start, skip }: Options): Schedule {
  try {
    const plan = createSchedule(parseSchedule(text).phases, { ...(start && { start }), skip });
    overallTimeDays(plan);
    return plan;
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

export function eqd2Command(program: Command): void {
  program
    .command('eqd2')
    .description('BED and EQD2 of a schedule as clinicians write it')
    .argument('<schedule>', 'for example "15 x 2.85", "50 Gy/25", "34 Gy/10 BID", "5 x 5 + 25 x 2"')
    .requiredOption('--alpha-beta <Gy>', 'α/β in Gy', alphaBetaGy)
    .option('--start <day>', 'weekday (Mon) or date (2024-01-08) of the first fraction')
    .option('--skip <date>', 'a date without treatment; may be repeated', collect, [])
    .option('--json', 'one JSON document on stdout')
    .action((text: string, options: Options) => {
      const plan = readPlan(text, options);
      const sums = doseSums(plan);
      const answer = {
        schedule: formatSchedule(plan),
        alphaBetaGy: options.alphaBeta,
        eqd2Gy: eqd2(sums, options.alphaBeta),
        bedGy: bed(sums, options.alphaBeta),
        totalDoseGy: Number(totalDoseGy(plan).toPrecision(12)),
        fractions: fractionCount(plan),
        overallTimeDays: overallTimeDays(plan),
      };
      if (exceedsLqLimit(plan)) {
        console.error(
          `warning: more than ${LQ_LIMIT_GY} Gy a fraction, where the linear-quadratic model is disputed`,
        );
      }
      if (options.json) console.log(JSON.stringify(answer, null, 2));
      else {
        console.log(
          `${answer.schedule}: ${answer.totalDoseGy} Gy in ${answer.fractions} fractions over ${answer.overallTimeDays} days`,
        );
        console.log(
          `EQD2 ${answer.eqd2Gy.toFixed(4)} Gy, BED ${answer.bedGy.toFixed(4)} Gy at α/β ${options.alphaBeta} Gy`,
        );
      }
    });
}
