import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../src/scenario/scenario-error.ts';
import { readCells } from '../../../src/study/sweep/read-cells.ts';
import { listCells, type SweepGrid } from '../../../src/study/sweep/sweep-grid.ts';
import { shippedText } from '../../fixtures/scenario-text.ts';
import { gridOf, sweptScenario } from '../../fixtures/sweep-inline.ts';

const text = shippedText('lesson-alpha-beta');

function refusalOf(grid: SweepGrid): string[] {
  try {
    readCells(sweptScenario({ text }), grid);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  throw new Error('the cells were taken');
}

describe('readCells', () => {
  it('sets any path: truth, design, arms, simulation, whole blocks', () => {
    const cells = readCells(
      sweptScenario({ text }),
      gridOf(
        'truth.localControl={ model: statedRates, control: 0.9, experimental: 0.9 }',
        'arms.experimental.schedule=5 x 5 Gy',
        'design.perArm=50,60',
        'simulation.replicates=7',
      ),
    ).map(({ scenario }) => scenario);
    expect(cells.map(({ design }) => design.perArm)).toEqual([50, 60]);
    for (const { truth, arms, simulation, truths } of cells) {
      expect(truth.localControl?.model).toBe('statedRates');
      expect(arms.experimental.schedule).toBe('5 x 5 Gy');
      expect(simulation.replicates).toBe(7);
      expect(truths).toEqual({});
    }
  });

  it('says an unknown path once, at the argument', () => {
    expect(refusalOf(gridOf('truth.localControl.gama50=1,2,3', 'design.perArm=50,60'))).toEqual([
      '--vary truth.localControl.gama50=1,2,3  unknown key: gama50 (did you mean gamma50?)',
    ]);
    expect(refusalOf(gridOf('truht.x=1,2'))).toEqual([
      '--vary truht.x=1,2  unknown key: truht (did you mean truth?)',
    ]);
  });

  it('names the argument of each value that cannot be, all at once', () => {
    expect(refusalOf(gridOf('design.perArm=50,0', 'truth.localControl.gamma50=1,-1'))).toEqual([
      '--vary truth.localControl.gamma50=-1  invalid gamma50: -1 (must be > 0)',
      '--vary design.perArm=0  invalid perArm: 0 (must be >= 1)',
    ]);
  });

  it('names the cell where two values only together cannot be', () => {
    const [line, ...others] = refusalOf(
      gridOf('truth.localControl.anchor.rate=0.9,0.03', 'design.nonInferiority.margin=0.01,0.07'),
    );
    expect(others).toEqual([]);
    expect(line).toMatch(
      /^test\.yaml:\d+:\d+ {2}the margin puts local control .* in cell 4 \(truth\.localControl\.anchor\.rate=0\.03, design\.nonInferiority\.margin=0\.07\)$/,
    );
  });

  it('names the place in a list', () => {
    const list = listCells('design.perArm,seed\n50,a\n0,b\n', 'cells.csv');
    expect(refusalOf(list)).toEqual(['cells.csv:3:1  invalid perArm: 0 (must be >= 1)']);
  });
});
