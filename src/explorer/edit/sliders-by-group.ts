import { valueAt } from '../../scenario/path.ts';
import { claims } from '../../trial/claims/index.ts';
import { keyWords } from './key-words.ts';
import { onePhase } from './one-phase-text.ts';
import { createSlider, type Slider, type SliderGroup, type SliderRange } from './slider.ts';
import { sliderRanges } from './slider-ranges.ts';

/** A scenario as written. */
type Data = Readonly<Record<string, unknown>>;

const numberAt = (data: Data, path: string): number | undefined => {
  const value = valueAt(data, path);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

/** A slider where a number is written at a path; none where there is none. */
function sliderAt(
  data: Data,
  path: string,
  about: Pick<Slider, 'id' | 'label'> & { readonly unit?: string; readonly group: SliderGroup },
  range: SliderRange,
): Slider[] {
  const value = numberAt(data, path);
  return value === undefined ? [] : [createSlider({ unit: '', ...about, path, value }, range)];
}

/** Said of a standard deviation of a logarithm. */
const ON_LOGARITHM = 'on the log scale';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';

/** α/β: its median, how patients differ, and how little it is known. None where subtypes have an α/β of their own. */
export function alphaBetaSliders(data: Data): Slider[] {
  const subtypes = Object.keys((valueAt(data, 'truth.cohort.subtypes') as object | undefined) ?? {});
  if (
    subtypes.some(
      (name) => valueAt(data, `truth.cohort.subtypes.${name}.heterogeneity.alphaBetaGy`) !== undefined,
    )
  )
    return [];
  const isFixed = numberAt(data, ALPHA_BETA) !== undefined;
  const median = isFixed ? ALPHA_BETA : `${ALPHA_BETA}.logNormal.median`;
  const group = 'αβ';
  return [
    ...sliderAt(
      data,
      median,
      { id: 'alphaBeta', label: isFixed ? 'α/β' : 'Median α/β', unit: 'Gy', group },
      sliderRanges.alphaBetaGy,
    ),
    ...sliderAt(
      data,
      `${ALPHA_BETA}.logNormal.sigma`,
      { id: 'heterogeneity', label: 'Spread of α/β between patients', unit: ON_LOGARITHM, group },
      sliderRanges.sigma,
    ),
    ...sliderAt(
      data,
      `uncertainty.${median}.logNormal.sigma`,
      {
        id: 'uncertainty',
        label: `Uncertainty of ${isFixed ? 'α/β' : 'the median'}`,
        unit: ON_LOGARITHM,
        group,
      },
      sliderRanges.sigma,
    ),
  ];
}

/** Fractions and dose per fraction of each arm whose schedule is a text of one phase. */
export function scheduleSliders(data: Data): Slider[] {
  const arms = Object.keys((data.arms as object | undefined) ?? {});
  return arms.flatMap((arm) => {
    const home = `arms.${arm}.schedule`;
    const path = [home, `${home}.plan`].find((one) => typeof valueAt(data, one) === 'string');
    const phase = path === undefined ? undefined : onePhase(valueAt(data, path));
    if (path === undefined || !phase) return [];
    const about = { path, group: 'schedule' } as const;
    return [
      createSlider(
        { ...about, id: `fractions:${arm}`, label: `Fractions, ${arm}`, unit: '', value: phase.fractions },
        sliderRanges.fractions,
      ),
      createSlider(
        { ...about, id: `dose:${arm}`, label: `Dose per fraction, ${arm}`, unit: 'Gy', value: phase.doseGy },
        sliderRanges.doseGy,
      ),
    ];
  });
}

/** Where the claims of a design stand. */
function claimPaths({ design }: Data): string[] {
  const names = (block: unknown): string[] =>
    typeof block === 'object' && block !== null
      ? Object.keys(block).filter((key) => Object.hasOwn(claims, key))
      : [];
  const listed = ['coPrimary', 'hierarchical'].flatMap((list) => {
    const items = (design as Data | undefined)?.[list];
    return Array.isArray(items)
      ? items.flatMap((item, i) => names(item).map((name) => `design.${list}.${i}.${name}`))
      : [];
  });
  return [...names(design).map((name) => `design.${name}`), ...listed];
}

/** The margin of a claim, on the scale that decides. */
function marginSlider(data: Data, claim: string, of: string): Slider[] {
  const margin = `${claim}.margin`;
  const about = { id: `margin:${claim}`, label: `Margin${of}`, group: 'trial' } as const;
  const difference = sliderAt(data, margin, about, sliderRanges.difference);
  if (difference.length > 0) return difference;
  const leads = valueAt(data, `${margin}.leads`);
  const scales = (['hazardRatio', 'difference'] as const).filter(
    (scale) => leads === undefined || leads === scale,
  );
  return scales.flatMap((scale) => {
    const label = scale === 'hazardRatio' ? `Margin${of} (hazard ratio)` : about.label;
    return sliderAt(data, `${margin}.${scale}`, { ...about, label }, sliderRanges[scale]);
  });
}

/** Patients, margins, and control rates that margins are planned with. */
export function trialSliders(data: Data): Slider[] {
  const group = 'trial';
  const paths = claimPaths(data);
  const of = (claim: string): string => {
    const endpoint = valueAt(data, `${claim}.endpoint`);
    return paths.length > 1 && typeof endpoint === 'string' ? `, ${keyWords(endpoint).words}` : '';
  };
  return [
    ...sliderAt(
      data,
      'design.perArm',
      { id: 'patients', label: 'Patients in each arm', group },
      sliderRanges.perArm,
    ),
    ...sliderAt(
      data,
      'design.total',
      { id: 'patients', label: 'Patients in all', group },
      sliderRanges.total,
    ),
    ...paths.flatMap((claim) => marginSlider(data, claim, of(claim))),
    ...paths.flatMap((claim) =>
      sliderAt(
        data,
        `${claim}.plannedControlRate`,
        { id: `plannedRate:${claim}`, label: `Planned control rate${of(claim)}`, group },
        sliderRanges.rate,
      ),
    ),
  ];
}

/** What nature does besides α/β: control under the anchor, steepness, and the slope of wounds. */
export function biologySliders(data: Data): Slider[] {
  const group = 'biology';
  return [
    ...sliderAt(
      data,
      'truth.localControl.anchor.rate',
      { id: 'controlRate', label: 'Local control at the anchor', group },
      sliderRanges.rate,
    ),
    ...sliderAt(
      data,
      'truth.localControl.gamma50',
      { id: 'gamma50', label: 'Steepness γ50', group },
      sliderRanges.gamma50,
    ),
    ...sliderAt(
      data,
      'truth.woundComplication.slopePer10Gy',
      { id: 'woundSlope', label: 'Slope of wound complications', unit: 'per 10 Gy', group },
      sliderRanges.slopePer10Gy,
    ),
  ];
}
