/** Patients that a core simulates in a second, of the reference workload; `npm run bench` measures it on a machine. */
export const PATIENTS_PER_CORE_SECOND = 5.6e6;
/** Bytes that a checkpoint keeps of a replicate of the reference workload; a test holds it to what is written. */
export const BYTES_PER_REPLICATE = 30;
/** Patients of one of its trials. */
export const PATIENTS_PER_REPLICATE = 300;
/** Watts of a busy core with its share of memory, supply and cooling: assumed. */
const WATTS_PER_CORE = 10;

/** What a study costs where nothing is lost. */
export interface Cost {
  readonly coreHours: number;
  readonly wallSeconds: number;
  readonly replicates: number;
  readonly checkpointBytes: number;
  readonly kilowattHours: number;
}

/** The cost of so many patients on so many cores: patients over rate. */
export function costOf(patients: number, cores: number): Cost {
  const coreSeconds = patients / PATIENTS_PER_CORE_SECOND;
  const replicates = patients / PATIENTS_PER_REPLICATE;
  return {
    coreHours: coreSeconds / 3600,
    wallSeconds: coreSeconds / cores,
    replicates,
    checkpointBytes: replicates * BYTES_PER_REPLICATE,
    kilowattHours: (coreSeconds * WATTS_PER_CORE) / 3.6e6,
  };
}
