import { Option } from 'commander';

/** The option that chooses the table of replicates. */
export const replicatesFileOption = (): Option =>
  new Option(
    '--replicates-file <kind>',
    'one row a simulated trial; csv up to 100,000 rows unless given',
  ).choices(['csv', 'parquet', 'none']);
