import { isDeepStrictEqual } from 'node:util';
import type { TroubleKind } from '../../src/practiceOrg/practice/troubles.ts';
import { type Cell, type Facts, type Told, UNKNOWN } from './cell.ts';

/** What is not to be read in any sentence. */
const NO_WORDS = /undefined|\bNaN\b|\bnull\b|\[object|[<>]|\{\d\}/;

/** Somebody else was there: what stands is not what the operation alone made of it. */
const BY_SOMEBODY_ELSE: readonly TroubleKind[] = ['changed-meanwhile', 'deleted-meanwhile'];

/** Nobody has to be told of these: the answer is late, or has too much before it, and is right. */
const HARMLESS: readonly TroubleKind[] = ['slow'];

/** After these, a request that only reads is made again. */
const READ_AGAIN: readonly TroubleKind[] = ['dropped', 'lost', 'truncated', 'server-error', 'unavailable'];

/** A clear no, in the words of the API. */
const CLEAR: readonly TroubleKind[] = ['forbidden', 'expired-token', 'signed-out', 'too-many-requests'];

/** What an operation has told after a cell's trouble breaks each of these rules that is named. */
export function brokenBy(cell: Cell, told: Told, truth: Facts, secrets: Iterable<string>): string[] {
  return [...wrongFacts(cell, told, truth), ...wrongWords(told, secrets), ...unhelpful(cell, told)];
}

/** What it says stands is what the org then holds, and it says that nobody knows only where nobody can. */
function wrongFacts({ row, column }: Cell, { says }: Told, truth: Facts): string[] {
  const isGone = truth['client'] === 'not there' && column.kind === 'deleted-meanwhile';
  const wrong = Object.entries(says)
    .filter(([, said]) => said !== UNKNOWN)
    .filter(([fact, said]) => !isGone && !isDeepStrictEqual(said, truth[fact]))
    .map(([fact, said]) => `says that ${fact} is ${toldOf(said)}, and it is ${toldOf(truth[fact])}`);
  const doubled = /^\d+ times$/.test(String(truth['client'])) ? [`client is there ${truth['client']}`] : [];
  const isWrite = !row.request.name.startsWith('GET ');
  const isCertain =
    isWrite && !row.operation.onlyReads && row.before === undefined && CLEAR.includes(column.kind);
  const unsure = Object.entries(says).filter(([, said]) => said === UNKNOWN);
  const needless = isCertain && unsure.length > 0;
  return [
    ...wrong,
    ...doubled,
    ...(needless ? [`says that nobody knows ${unsure.map(([fact]) => fact)} after a clear no`] : []),
  ];
}

/** Each failure is told in whole sentences, none of which holds a secret. */
function wrongWords({ isDone, words, shown = '', errors }: Told, secrets: Iterable<string>): string[] {
  const all = [...words, shown].join('\n');
  const leaks = [...secrets].filter((secret) => secret !== '' && all.includes(secret));
  return [
    ...(isDone || words.length > 0 ? [] : ['says nothing of what went wrong']),
    ...words.filter((line) => line.trim() === '').map(() => 'has an empty sentence'),
    ...words.filter((line) => NO_WORDS.test(line)).map((line) => `says: ${line}`),
    ...leaks.map(() => 'tells a secret'),
    ...(errors.includes('cancelled') ? ['says that somebody cancelled, which nobody did'] : []),
  ];
}

/** What is no harm, or can be made good without the person, comes to its end without them. */
function unhelpful(cell: Cell, { isDone, errors }: Told): string[] {
  return !isDone && needsNobody(cell) ? [`needs the person for nothing (${errors})`] : [];
}

function needsNobody({ row, column, length }: Cell): boolean {
  // What went wrong before may need them.
  if (row.before !== undefined && row.before.column.kind !== 'expired-token') return false;
  if (HARMLESS.includes(column.kind)) return true;
  const isRead = row.request.name.startsWith('GET /api/');
  return isRead && length === 'once' && READ_AGAIN.includes(column.kind);
}

/** What stands after the person has done it once more is what they wanted, unless somebody else has deleted it. */
export function brokenAgain({ column }: Cell, told: Told, truth: Facts, wanted: Facts): string[] {
  if (BY_SOMEBODY_ELSE.includes(column.kind)) return [];
  const lacks = Object.entries(wanted).filter(([fact, value]) => !isDeepStrictEqual(truth[fact], value));
  return [
    ...(told.isDone ? [] : [`once more: is not done (${told.errors.join(', ')}): ${told.words.join(' ')}`]),
    ...lacks.map(([fact, value]) => `once more: ${fact} is ${toldOf(truth[fact])}, not ${toldOf(value)}`),
  ];
}

function toldOf(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not there';
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
