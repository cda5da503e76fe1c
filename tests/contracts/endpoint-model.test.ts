import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../src/numeric/gauss-legendre.ts';
import { complicationModels } from '../../src/radiobiology/complications/index.ts';
import type {
  ArmDose,
  Columns,
  EndpointModel,
  ModelDefinition,
} from '../../src/radiobiology/endpoint-model.ts';
import { tumourControlModels } from '../../src/radiobiology/tumour-control/index.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

interface Case {
  readonly title: string;
  readonly definition: ModelDefinition;
  readonly model: EndpointModel;
}

const registries: Record<string, Readonly<Record<string, ModelDefinition>>> = {
  tumourControl: tumourControlModels,
  complications: complicationModels,
};
/** A value of each free parameter that leaves room for dose to matter. */
const FREE: Readonly<Record<string, number>> = {
  'ln D50 (Gy)': Math.log(30),
  'ln TD50 (Gy)': Math.log(30),
  'ln D100 (Gy)': Math.log(100),
  'ln clonogens': Math.log(1e6),
  'intercept (log odds)': -1,
};
const cases: Case[] = Object.entries(registries).flatMap(([registry, models]) =>
  Object.entries(models).flatMap(([name, definition]) =>
    definition.examples.flatMap((example) => {
      const parameters = definition.parameters.parse(example);
      // An anchored example takes a value of its free parameter inside the search interval, as the solver would give
      const { free } = definition;
      const anchored = 'anchor' in example;
      const value = FREE[free?.name ?? ''] ?? 0.3;
      return {
        title: `${registry}: ${name} ${JSON.stringify(example)}`,
        definition,
        model: definition.create(parameters, { levels: {}, ...(anchored && { free: value }) }),
      };
    }),
  ),
);
const withBiology = cases.filter(({ title }) => !title.includes('statedRates'));
const control = withBiology.filter(({ title }) => title.startsWith('tumourControl'));
const withLatents = cases.filter(({ model }) => model.latents.length > 0);

/** Patients that are far apart: α/β from 0.5 to 40 Gy, SF2-like α from resistant to sensitive. */
const grid: { alphaBetaGy: number; alphaPerGy: number; present: number; size: number }[] = [];
for (const alphaBetaGy of [0.5, 4.9, 40]) {
  for (const alphaPerGy of [0.001, 0.2, 2]) {
    for (const [present, size] of [
      [0, 1],
      [1, 40],
    ]) {
      grid.push({ alphaBetaGy, alphaPerGy, present, size });
    }
  }
}
const COUNT = grid.length;
const column = (value: (row: (typeof grid)[number]) => number) => Float64Array.from(grid, value);
const patients: Columns = {
  alphaBetaGy: column((p) => p.alphaBetaGy),
  alphaPerGy: column((p) => p.alphaPerGy),
  lowerLimb: column((p) => p.present),
  tumourSizeCm: column((p) => p.size),
  ageYears: column((p) => 20 + p.size),
};
const arm = (fractions: number, doseGy: number): ArmDose => plainArm(fractions, doseGy);
const probabilities = (model: EndpointModel, of: ArmDose): Float64Array => {
  const out = new Float64Array(COUNT).fill(Number.NaN);
  model.probabilities(of, patients, out, COUNT);
  return out;
};

describe.each(Object.entries(registries))('the registry %s', (_, models) => {
  it.each(Object.entries(models))(
    '%s says what it is, what it assumes, and shows an example',
    (_name, definition) => {
      expect(definition.summary).toMatch(/\.$/);
      expect(definition.reference).not.toBe('');
      expect(definition.assumptions.length).toBeGreaterThan(0);
      expect(definition.examples.length).toBeGreaterThan(0);
    },
  );
});

describe.each(cases)('$title', ({ definition, model }) => {
  it('reads no column but those it names', () => {
    const only = Object.fromEntries(model.reads.map((name) => [name, patients[name]]));
    const out = new Float64Array(COUNT);
    model.probabilities(arm(25, 2), only, out, COUNT);
    expect(out).toEqual(probabilities(model, arm(25, 2)));
  });

  it('gives probabilities for everyone, at the extremes of schedules too', () => {
    for (const schedule of [
      arm(1, 0.1),
      arm(1, 2),
      arm(25, 2),
      arm(5, 8),
      arm(1, 60),
      arm(100, 2),
      arm(100, 20),
    ]) {
      for (const p of probabilities(model, schedule)) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
    }
  });

  it('writes for the first `count` patients alone', () => {
    const out = new Float64Array(COUNT).fill(-7);
    model.probabilities(arm(25, 2), patients, out, 3);
    expect([...out.slice(0, 3)]).toEqual([...probabilities(model, arm(25, 2)).slice(0, 3)]);
    expect([...out.slice(3)].every((value) => value === -7)).toBe(true);
  });

  it('has conditional probabilities if and only if it has hidden draws', () => {
    expect(model.probabilitiesGiven !== undefined).toBe(model.latents.length > 0);
  });

  it('has a free parameter if and only if it takes an anchor, and that one could be stated', () => {
    expect(definition.free !== undefined).toBe('anchor' in definition.parameters.shape);
    if (!definition.free) return;
    const { parameter, isLogarithm = false, name } = definition.free;
    expect(Object.keys(definition.parameters.shape)).toContain(parameter);
    expect(Object.keys(definition.symbols)).toContain(parameter);
    expect(isLogarithm).toBe(name.startsWith('ln '));
  });
});

describe.each(withBiology)('$title', ({ title, model }) => {
  it('needs the dose of a schedule', () => {
    const out = new Float64Array(COUNT);
    expect(() => model.probabilities({ name: 'observation' }, patients, out, COUNT)).toThrow(
      'invalid arm: observation (must state a schedule)',
    );
  });

  it('never falls with the number of fractions, nor with their size', () => {
    const doses: [number, number][] = [
      [1, 2],
      [2, 2],
      [10, 2],
      [25, 2],
      [25, 2.2],
      [25, 3],
      [30, 3],
      [100, 3],
    ];
    const risks = doses.map(([n, d]) => probabilities(model, arm(n, d)));
    let rises = 0;
    risks.slice(1).forEach((risk, k) => {
      risk.forEach((p, i) => {
        // A table's cubic may dip by a rounding where it is flat
        expect(p).toBeGreaterThanOrEqual(risks[k][i] - 1e-12);
        if (p > risks[k][i] + 1e-9) rises++;
      });
    });
    expect(rises, title).toBeGreaterThan(20);
  });

  it('depends on the dose, not on the name of the arm', () => {
    expect(probabilities(model, plainArm(25, 2, 'another'))).toEqual(probabilities(model, arm(25, 2)));
  });

  it('gives each patient the course that was received', () => {
    const doses = [...arm(25, 2).doses!, ...arm(5, 3).doses!];
    const mixed: ArmDose = {
      name: 'control',
      doses,
      delivery: { reads: ['lowerLimb'], courseOf: ({ lowerLimb }, i) => lowerLimb[i] },
    };
    const [long, short] = [probabilities(model, arm(25, 2)), probabilities(model, arm(5, 3))];
    probabilities(model, mixed).forEach((p, i) => {
      expect(p).toBe(patients.lowerLimb[i] === 1 ? short[i] : long[i]);
    });
  });
});

/** Time matters to clonogens that divide: two schedules of one BED are not equal to them. */
const timeless = control.filter(({ title }) => !title.includes('zaiderMinerbo'));

describe.each(timeless)('$title', ({ model }) => {
  it('sides with the larger fractions below the crossing α/β, with the smaller above', () => {
    // 25 × 2 and 5 × 6 have the same BED at 4 Gy
    const [long, short] = [probabilities(model, arm(25, 2)), probabilities(model, arm(5, 6))];
    grid.forEach(({ alphaBetaGy }, i) => {
      if (alphaBetaGy < 4) expect(short[i]).toBeGreaterThanOrEqual(long[i] - 1e-12);
      else expect(short[i]).toBeLessThanOrEqual(long[i] + 1e-12);
    });
    expect(long.some((p, i) => Math.abs(p - short[i]) > 1e-3)).toBe(true);
  });
});

describe.each(withLatents)('$title', ({ model }) => {
  const fill = (value: number): Float64Array => new Float64Array(COUNT).fill(value);

  it('has probabilities that are the mean of the conditional ones over the hidden uniforms', () => {
    expect(model.latents).toEqual(['residual', 'clonogens']);
    // Midpoints over the first, which only decides by a threshold; Gauss–Legendre pieces over the second
    const [STRATA, PIECES] = [1000, 64];
    const { nodes, weights } = gaussLegendre(8);
    for (const schedule of [arm(25, 2), arm(5, 6), arm(1, 2)]) {
      const mean = new Float64Array(COUNT);
      const conditional = new Float64Array(COUNT);
      // Patients with residual disease are those below the threshold: their share is counted, their outcome integrated
      let spared = 0;
      for (let k = 0; k < STRATA; k++) {
        model.probabilitiesGiven!(
          schedule,
          patients,
          [fill((k + 0.5) / STRATA), fill(1)],
          conditional,
          COUNT,
        );
        if (conditional.every((p) => p === 1)) spared++;
      }
      for (let piece = 0; piece < PIECES; piece++) {
        nodes.forEach((node, k) => {
          const u = (piece + 0.5 + 0.5 * node) / PIECES;
          model.probabilitiesGiven!(schedule, patients, [fill(1e-9), fill(u)], conditional, COUNT);
          for (let i = 0; i < COUNT; i++) mean[i] += (conditional[i] * weights[k]) / (2 * PIECES);
        });
      }
      const exact = probabilities(model, schedule);
      const share = 1 - spared / STRATA;
      for (let i = 0; i < COUNT; i++) expect(1 - share * (1 - mean[i])).toBeCloseTo(exact[i], 8);
    }
  });

  it('is certain without residual disease, and falls with the number of clonogens', () => {
    const out = new Float64Array(COUNT);
    model.probabilitiesGiven!(arm(25, 2), patients, [fill(1 - 1e-12), fill(1 - 1e-12)], out, COUNT);
    expect([...out].every((p) => p === 1)).toBe(true);
    let before = new Float64Array(COUNT).fill(1);
    for (const u of [1e-12, 0.25, 0.5, 0.75, 1 - 1e-12]) {
      model.probabilitiesGiven!(arm(25, 2), patients, [fill(1e-12), fill(u)], out, COUNT);
      out.forEach((p, i) => {
        expect(p).toBeLessThanOrEqual(before[i]);
        expect(p).toBeGreaterThanOrEqual(0);
      });
      before = out.slice();
    }
  });
});

describe('statedRates', () => {
  const { statedRates } = tumourControlModels;
  const model = statedRates.create(statedRates.parameters.parse({ control: 0.93, experimental: 0.9 }), {
    levels: {},
  });

  it('gives each arm its rate, with or without a schedule', () => {
    const out = new Float64Array(3);
    model.probabilities({ name: 'experimental' }, {}, out, 3);
    expect([...out]).toEqual([0.9, 0.9, 0.9]);
    model.probabilities(arm(25, 2), {}, out, 3);
    expect([...out]).toEqual([0.93, 0.93, 0.93]);
  });

  it('does not know other arms', () => {
    expect(() => model.probabilities({ name: 'boost' }, {}, new Float64Array(1), 1)).toThrow(
      'no stated rate for arm boost',
    );
  });
});
