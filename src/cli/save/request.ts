import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type * as z from 'zod/mini';
import { readRegionName } from '../../core/platform/regionName.ts';
import { textOrJson } from '../answer.ts';
import {
  type Asked,
  has,
  lastValue,
  notBoth,
  ORG_OPTIONS,
  refuseMoreWords,
  UsageError,
  type Words,
} from '../commandLine.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { withOneOrg } from '../orgs/orgs.ts';
import { readText, textOf } from '../reading.ts';
import { type Fault, type FieldPath, fieldText } from '../requests/fault.ts';
import type { NameFault } from '../requests/named.ts';
import { readRequest } from '../requests/readRequest.ts';
import { jsonTelling } from './jsonTelling.ts';
import type { Telling } from './telling.ts';
import { textTelling } from './textTelling.ts';

/** What stands for standard input. */
const STDIN = '-';

/** A request as it was read, from where, and how its places are told. */
export type Read<T> = {
  readonly request: T;
  /** Where paths in it begin. */
  readonly folder: string;
  at(path: FieldPath): Fault['position'];
};

/** The command line of a command that reads a request: which file, and how is told what comes of it. Throws `UsageError`. */
export function requestOptions(asked: Asked): { file: string; telling: Telling } {
  const { io, words, language } = asked;
  const file = lastValue(words, 'from');
  if (file === undefined)
    throw new UsageError(l10n.t('{0} is missing: it names the request.', '--from FILE'));
  refuseMoreWords(words);
  const telling =
    textOrJson(asked) === 'json' ? jsonTelling(io, file, language) : textTelling(io, file, language);
  return { file, telling };
}

/** Where the command line says that a secret goes. Throws `UsageError` where it says two things. */
export function secretOptions(words: Words): {
  readonly file: string | undefined;
  readonly isShown: boolean;
} {
  const file = lastValue(words, 'secret-file');
  const isShown = has(words, 'reveal-secret');
  if (file !== undefined && isShown) throw notBoth('--secret-file', '--reveal-secret');
  return { file, isShown };
}

/**
 * Reads the request by its form, and does what is to be done in the one org that it and the command line mean; where the
 * request cannot be taken, or is for another org, that is told. Throws `CommandFailure` as `withOneOrg` does.
 */
export async function inOrgOfRequest<T extends { readonly org?: string | undefined }>(
  asked: Asked,
  { file, telling }: ReturnType<typeof requestOptions>,
  form: z.ZodMiniType<T>,
  use: (read: Read<T>, open: OpenOrg, signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const read = await readRequestFile(asked.io, file, form);
  if (!read.ok) {
    telling.faults(read.faults, EXIT.failed);
    return EXIT.failed;
  }
  const { words } = asked;
  const { org } = read.read.request;
  return await withOneOrg({ ...asked, words: withOrgOf(words, org) }, async (open, signal) => {
    const refusal = orgRefusal(words, org, open);
    if (refusal === undefined) return await use(read.read, open, signal);
    telling.stopped(refusal, [], EXIT.notChecked);
    return EXIT.notChecked;
  });
}

/** Reads the request by its form; or what is wrong with it, or with its file. */
async function readRequestFile<T>(
  io: Io,
  file: string,
  form: z.ZodMiniType<T>,
): Promise<{ ok: true; read: Read<T> } | { ok: false; faults: readonly Fault[] }> {
  const place = resolve(io.cwd, file);
  const text = file === STDIN ? textOf(await io.readStdin()) : readText(place);
  if (!text.ok)
    return { ok: false, faults: [{ field: undefined, position: undefined, message: text.reason }] };
  const read = readRequest(text.text, form);
  if (!read.ok) return read;
  const folder = file === STDIN ? io.cwd : dirname(place);
  return { ok: true, read: { request: read.request, folder, at: read.at } };
}

/** What a request names and the org does not have, at its places. */
export function placed<T>({ at }: Read<T>, faults: readonly NameFault[]): readonly Fault[] {
  return faults.map(({ path, message }) => ({ field: fieldText(path), position: at(path), message }));
}

/** The words of a command line that names no org, where the request does. */
function withOrgOf(words: Words, org: string | undefined): Words {
  if (org === undefined || namesOrg(words)) return words;
  return { ...words, options: [...words.options, { name: 'org', value: org }] };
}

/** Why nothing may be done in the org that the command line names, in sentences: the request is for another one. */
function orgRefusal(words: Words, org: string | undefined, open: OpenOrg): readonly string[] | undefined {
  if (org === undefined || !namesOrg(words) || isOrg(open, org)) return undefined;
  return [
    l10n.t(
      'The request is for the organization "{0}", and the command line names "{1}".',
      org,
      open.org.name,
    ),
    l10n.t('Correct the one that is wrong.'),
  ];
}

function namesOrg(words: Words): boolean {
  return ORG_OPTIONS.some((name) => has(words, name));
}

/** Every practice org has a region of its choice, so that of a request means none of them. */
function isOrg({ signIn, account, org }: OpenOrg, word: string): boolean {
  const names = [signIn.name, org.name, org.id].map((name) => name.toLowerCase());
  if (names.includes(word.trim().toLowerCase())) return true;
  return !account.practice && readRegionName(word) === account.region;
}
