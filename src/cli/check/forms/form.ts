import type { Language } from '../../language.ts';
import type { CheckResult } from '../result.ts';
import type { Loudness } from '../severity.ts';

/** For whom a result is written. */
export type Reader = {
  readonly language: Language;
  readonly hasColors: boolean;
  readonly loudness: Loudness;
};

/** Writes a result in one form, with the line end of its last line. */
export type Form = (result: CheckResult, reader: Reader) => string | Promise<string>;
