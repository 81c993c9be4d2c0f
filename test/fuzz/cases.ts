import { appendFileSync } from 'node:fs';

/** The variable that says how many times as many cases are tried as in a usual run. */
export const TIMES_AS_MANY = 'FUZZ_TIMES_AS_MANY';
/** The variable that names the file that gets a line for each property: how many cases are tried. */
export const CASES_FILE = 'FUZZ_CASES_FILE';

/** How many cases of a property are tried, given how many a usual run tries; `npm run fuzz` tries more, and counts them. */
export function cases(usual: number): number {
  const tried = usual * Number(process.env[TIMES_AS_MANY] ?? 1);
  const file = process.env[CASES_FILE];
  if (file !== undefined) appendFileSync(file, `${tried}\n`);
  return tried;
}
