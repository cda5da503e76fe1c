import { describe, expect, it } from 'vitest';
import { parseDvhCsv } from '../../src/radiobiology/parse-dvh-csv.ts';

const histogramOf = (text: string, prescribedGy?: number) => {
  const reading = parseDvhCsv(text, prescribedGy);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.histogram;
};
const problemsOf = (text: string, prescribedGy?: number): string[] => {
  const reading = parseDvhCsv(text, prescribedGy);
  return 'problems' in reading
    ? reading.problems.map(({ line, column, message }) => `${line}:${column}  ${message}`)
    : [];
};

describe('a dose–volume histogram from CSV', () => {
  it.each([
    ['doseGy,volumeShare\n10,0.5\n30,0.3\n50,0.2\n', undefined],
    ['# skin of the thigh\n\ndoseCGy, volumePercent\r\n1000, 50\r\n3000, 30\r\n5000, 20', undefined],
    ['\uFEFFvolumeCm3,doseGy\n25,10\n15,30\n10,50', undefined],
    ['dosePercent,volumeCm3\n20,25\n60,15\n100,10', 50],
    ['doseGy,cumulativeVolumePercent\n0,100\n20,50\n40,20\n60,0', undefined],
    ['doseGy,cumulativeVolumeCm3\n0,50\n20,25\n40,10\n60,0', undefined],
    ['doseGy,cumulativeVolumeShare\n0,1\n20,.5\n40,2e-1\n60,0', undefined],
  ])('is the same however it is written: %j', (text, prescribedGy) => {
    const { doseGy, volume } = histogramOf(text, prescribedGy);
    expect(doseGy).toEqual([10, 30, 50]);
    [0.5, 0.3, 0.2].forEach((share, i) => {
      expect(volume[i]).toBeCloseTo(share, 14);
    });
  });

  it('puts what is left at the end of a cumulative histogram at its last dose', () => {
    const { doseGy, volume } = histogramOf('doseGy,cumulativeVolumePercent\n10,100\n20,60\n50,10');
    expect(doseGy).toEqual([15, 35, 50]);
    expect(volume[2]).toBeCloseTo(0.1, 14);
  });

  it('allows for rounding, and scales the shares to 1', () => {
    const { volume } = histogramOf('doseGy,volumePercent\n10,33.2\n20,33.2\n30,33.2');
    expect(volume.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 14);
  });

  it.each([
    ['', ['1:1  the file holds no header']],
    ['# only a comment\n', ['1:1  the file holds no header']],
    ['doseGy,volumeShare', ['1:1  the file holds no bin']],
    ['doseGy,volumShare\n1,1', ['1:8  unknown column: volumShare (did you mean volumeShare?)']],
    [
      'doseGy,doseCGy\n1,1',
      [
        '1:1  needs one column of dose: doseGy, doseCGy, dosePercent',
        '1:1  needs one column of volume: volumeCm3, cumulativeVolumeCm3, volumePercent, cumulativeVolumePercent, volumeShare, cumulativeVolumeShare',
      ],
    ],
    ['dosePercent,volumeShare\n100,1', ['1:1  dosePercent needs the prescribed dose in Gy']],
    [
      'doseGy,volumeShare\nten,0.5\n10,-0.5\n# note\n20\n 30,  \n0x10,NaN',
      [
        '2:1  doseGy is no number: ten',
        '3:4  volumeShare is negative: -0.5',
        '5:1  1 values where the header names 2',
        '6:5  volumeShare is no number: (empty)',
        '7:1  doseGy is no number: 0x10',
        '7:6  volumeShare is no number: NaN',
      ],
    ],
    ['doseGy,volumePercent\n10,60\n20,39', ['1:1  volumePercent sums to 99 % (must be 100 ± 0.5)']],
    ['doseGy,volumeShare\n10,0.6\n20,0.394', ['1:1  volumeShare sums to 0.994 (must be 1 ± 0.005)']],
    [
      'doseGy,volumePercent\n0,100\n10,60\n20,0',
      [
        '1:1  volumePercent sums to 160 % (must be 100 ± 0.5; a cumulative histogram names its column cumulativeVolumePercent)',
      ],
    ],
    ['doseGy,volumeCm3\n10,0\n20,0', ['1:1  the volumes are all 0']],
    [
      'doseGy,cumulativeVolumePercent\n0,90\n10,60',
      ['2:1  cumulativeVolumePercent must begin at 100 %, not 90 %'],
    ],
    [
      'doseGy,cumulativeVolumePercent\n0,100\n10,60\n10,70',
      [
        '4:1  doseGy must rise from line to line: 10',
        '4:1  cumulativeVolumePercent must not rise from line to line: 70',
      ],
    ],
    [
      'doseGy,volumeShare\n4000,0.5\n5000,0.5',
      ['1:1  the mean dose is 4500 Gy, above 200 (if it is in cGy, name the column doseCGy)'],
    ],
    ['doseCGy,volumeShare\n40000,1', ['1:1  the mean dose is 400 Gy, above 200']],
    ['doseGy,volumeShare\n1e400,1', ['2:1  doseGy is no number: 1e400']],
  ])('of %j says everything that is wrong', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('takes a sum at the edge of what rounding explains', () => {
    for (const last of ['39.5', '40.5']) {
      expect(problemsOf(`doseGy,volumePercent\n10,60\n20,${last}`)).toEqual([]);
      const total = Number(last) + 60;
      expect(problemsOf(`doseGy,cumulativeVolumePercent\n0,${total}\n10,60`)).toEqual([]);
    }
  });

  it('refuses a prescribed dose that is none', () => {
    for (const prescribed of [0, -50, Number.NaN, Infinity])
      expect(problemsOf('dosePercent,volumeShare\n100,1', prescribed)).toHaveLength(1);
  });
});
