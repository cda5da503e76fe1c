import spec from '../../../reports/dose-response.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { type ChartArm, chartArms } from '../chart-arms.ts';
import { type DosePoint, type DoseResponse, doseResponses } from '../dose-responses.ts';
import { capitalised, endpointWords } from '../endpoint-words.ts';
import { axisParams, best, gray, percent, short, signed } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** The heading of an endpoint's panel. */
const panelOf = (result: RunResult, { endpoint, alphaBetaGy }: DoseResponse): string =>
  `${capitalised(endpointWords(result, endpoint.name))}\nα/β ${gray(alphaBetaGy)}`;

function lineRows(curve: readonly DosePoint[]): Row[] {
  return curve.flatMap(({ eqd2Gy, population, medianPatient }) => [
    { kind: 'line', line: 'population', eqd2Gy: short(eqd2Gy), rate: short(100 * population) },
    ...(medianPatient === undefined
      ? []
      : [{ kind: 'line', line: 'median', eqd2Gy: short(eqd2Gy), rate: short(100 * medianPatient) }]),
  ]);
}

function armRows(
  result: RunResult,
  arms: readonly ChartArm[],
  { endpoint, armsEqd2Gy }: DoseResponse,
): Row[] {
  const { arms: simulated } = result.truths[0];
  return arms.map(({ role }, i) => {
    const rate = best(simulated[i].endpoints[endpoint.name]!.rate);
    return {
      kind: 'arm',
      role,
      eqd2Gy: short(armsEqd2Gy[i]),
      rate: short(100 * rate),
      label: `${percent(rate)} %`,
    };
  });
}

/** What a tenth more dose does to an endpoint, its unit named where it stands first. */
function changeWords({ endpoint, planned, more }: DoseResponse, position: number): string {
  const unit = position === 0 ? ' percentage points' : '';
  const all = `${endpoint.label} by ${signed(100 * (more.population - planned.population))}${unit}`;
  if (planned.medianPatient === undefined) return all;
  return `${all} (${signed(100 * (more.medianPatient! - planned.medianPatient))} in a median patient)`;
}

function titleOf(arms: readonly ChartArm[], responses: readonly DoseResponse[]): string {
  const changes = responses.map(changeWords).join(', ');
  return `A tenth more dose in the fractions of ${arms[arms.length - 1].label} moves ${changes}`;
}

export const doseResponse: ChartDefinition = {
  summary: 'Rates against the dose of the experimental arm: in the population, and in a median patient.',
  reference: 'Bentzen & Tucker 1997, Int J Radiat Biol 71:531; Suit 1992, Radiother Oncol 25:251',
  spec,
  showsInput: true,
  content(result: RunResult) {
    const responses = doseResponses(result);
    if (responses.length === 0) return undefined;
    const arms = chartArms(result);
    const experimental = arms[arms.length - 1];
    const panels = responses.flatMap((response, order) =>
      [...lineRows(response.curve), ...armRows(result, arms, response)].map(
        (row): Row => ({ ...row, panel: panelOf(result, response), order }),
      ),
    );
    const differ = responses.some(({ planned }) => planned.medianPatient !== undefined);
    const flatter = differ
      ? ' Dashed: a patient with every characteristic at its median (of a yes-or-no one, the likelier value); the population, solid, rises over a wider range of doses because patients differ.'
      : ' Patients do not differ in anything that matters here.';
    const off =
      arms.length > 1
        ? ' An arm lies beside the curve as far as more than its EQD2 at this α/β tells it apart: fractions of another size where patients differ in α/β, time, agents, regions.'
        : '';
    return {
      title: titleOf(arms, responses),
      description: `Rates as planned by quadrature if ${experimental.label} were given in more or fewer fractions of its size, in the same overall time, against the prescribed EQD2 at the endpoint’s α/β (of local control: the median).${flatter} Points are the arms as planned.${off}`,
      data: { panels },
      params: {
        ...axisParams('x', [0, ...panels.map(({ eqd2Gy }) => Number(eqd2Gy))]),
        roles: arms.map(({ role }) => role),
        controlName: arms.find(({ role }) => role === 'control')?.name ?? '',
        experimentalName: experimental.name,
        lines: differ ? ['population', 'median'] : ['population'],
      },
    };
  },
};
