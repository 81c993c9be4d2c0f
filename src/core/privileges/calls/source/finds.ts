import type { Call } from '../call.ts';
import type { CallNote } from '../reading.ts';
import type { Range } from './methodAround.ts';

/** A call that was found in a source text, with its places there. */
export type PlacedCall = Pick<Call, 'named' | 'sureness'> & {
  /** Where it begins. */
  at: number;
  /** The name of the method, or the texts of the address. */
  places: readonly Range[];
};

/** What is said of a place in a source text beside the calls. */
export type SourceNote = Extract<CallNote, { file: string | undefined }>['kind'];

/** Who is told what is found in a source text, by its place. */
export type Finds = {
  call(call: PlacedCall): void;
  note(kind: SourceNote, at: number): void;
};
