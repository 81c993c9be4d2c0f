import type { Trouble } from '../../src/practiceOrg/practice/troubles.ts';
import type { FaultDesk } from './faultDesk.ts';

/** What an operation says of a fact that it does not know. */
export const UNKNOWN = 'nobody knows';

/** What stands, by the name of each fact. */
export type Facts = Readonly<Record<string, unknown>>;

/** What an operation has told the person when it came to its end. */
export type Told = {
  /** It did what it was asked for. */
  readonly isDone: boolean;
  /** What it says stands; UNKNOWN where it says that nobody knows. What it says nothing of is left out. */
  readonly says: Facts;
  /** Every sentence, a line each. */
  readonly words: readonly string[];
  /** The kinds of the errors that it told of. */
  readonly errors: readonly string[];
  /** What else has left the host, for the page or for the disk; no secret is in it. */
  readonly shown?: string;
};

/** One operation that is about to be done in an org that is prepared for it. */
export type Trial = {
  act(): Promise<Told>;
  /** What really stands, once nothing goes wrong any more. */
  truth(): Promise<Facts>;
  /** The person signs in again where they must, and does the same once more, as the words say. */
  again(): Promise<Told>;
  /** What stands in the end. */
  readonly wanted: Facts;
};

/** Something that a person has done in an org, with all requests of it. */
export type Operation = {
  readonly name: string;
  /** It changes nothing: what it was not told, nobody knows. */
  readonly onlyReads?: true;
  begin(desk: FaultDesk): Promise<Trial>;
};

/** A request of an operation: the nth of its kind, counted from 1. */
export type Request = { readonly name: string; readonly nth: number; readonly path: string };

/** A request that can go wrong, of an operation of which another one may have gone wrong before. */
export type Row = {
  readonly operation: Operation;
  readonly request: Request;
  readonly before?: { readonly request: Request; readonly column: Column } | undefined;
};

/** A way in which a request goes wrong: a kind of trouble with a value of each parameter. */
export type Column = { readonly name: string; readonly kind: Trouble['kind']; readonly values: object };

/** Whether only this request goes wrong, or each that repeats it, too. */
export const LENGTHS = ['once', 'always'] as const;
export type Length = (typeof LENGTHS)[number];

export type Cell = { readonly row: Row; readonly column: Column; readonly length: Length };

/** How a row is called, on the command line, too. */
export function rowName({ operation, request, before }: Row): string {
  const after = before === undefined ? '' : ` after ${before.column.name} at ${requestName(before.request)}`;
  return `${operation.name}: ${requestName(request)}${after}`;
}

export function requestName({ name, nth }: Request): string {
  return nth === 1 ? name : `${name} #${nth}`;
}
