import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { MOST_MEGABYTES } from '../../core/platform/apiDescription.ts';
import { readRegionName } from '../../core/platform/regionName.ts';
import { regions } from '../../core/platform/regions.ts';
import { type Description, type KnownDescription, refused } from '../../core/privileges/description.ts';
import { KnownOperations } from '../../core/privileges/knownOperations.ts';
import { reasonOf } from '../../core/reason.ts';
import { descriptionRemarks, unreadOperationsText } from '../../core/texts/privileges.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { folderOfFiles } from '../../disk/folderOfFiles.ts';
import { type Asked, CommandFailure, lastValue, noSuchValue } from '../commandLine.ts';
import { type Io, tell } from '../io.ts';
import { hostsBehind } from '../orgs/gateway.ts';

/** What APIs say of their operations is kept in small files in the home of the person, and read anew after a month. */
export function keptOperations(io: Io): KnownOperations {
  const files = folderOfFiles(join(io.home, '.genesys-oauth', 'operations'));
  return new KnownOperations(files, (text) => tell(io, [text]), io.now);
}

/** A description, and what is to be said about it. */
export type Described = { readonly description: Description; readonly remarks: readonly string[] };

/**
 * What the API says of its operations: from the file that `--api-description` names, or of the org, or of the region that
 * `--region` names, or else the newest that is kept. Needs no account. Throws `UsageError`, and `CommandFailure` where
 * there is none.
 */
export async function describedApi(
  asked: Asked,
  apiUrl: string | undefined,
  signal: AbortSignal,
): Promise<Described> {
  const { io, words, language } = asked;
  const operations = keptOperations(io);
  const file = lastValue(words, 'api-description');
  const region = regionAsked(asked);
  const address = apiUrl ?? (region === undefined ? undefined : apiOf(io, region));
  if (file !== undefined) {
    const taken = await given(operations, io, file, address);
    // One that names another host is that of another region, and good for this one.
    return of(taken, taken.ok ? taken.description.host : file, language);
  }
  if (address !== undefined) return of(await operations.of(address, signal), new URL(address).host, language);
  const newest = await operations.newest();
  if (newest !== undefined) return { description: newest, remarks: [] };
  throw new CommandFailure(
    inOneText([
      l10n.t('What the API says of its operations is not known yet.'),
      l10n.t(
        'Name a region with {0} to read it from there, or a file with it with {1}.',
        '--region',
        '--api-description',
      ),
    ]),
  );
}

/** The region (domain) of `--region`. Throws `UsageError` for one that there is not. */
export function regionAsked({ words }: Pick<Asked, 'words'>): string | undefined {
  const word = lastValue(words, 'region');
  if (word === undefined) return undefined;
  const region = readRegionName(word);
  if (region === undefined)
    throw noSuchValue(
      '--region',
      word,
      regions.map(({ domain }) => domain),
    );
  return region;
}

function apiOf(io: Io, region: string): string {
  const hosts = hostsBehind(io.env, region);
  if (!hosts.ok) throw new CommandFailure(hosts.reason);
  return hosts.hosts.apiUrl;
}

async function given(
  operations: KnownOperations,
  io: Io,
  file: string,
  apiUrl: string | undefined,
): Promise<KnownDescription> {
  const place = resolve(io.cwd, file);
  try {
    const { size, mtime } = await stat(place);
    if (size > MOST_MEGABYTES * 1_000_000) return refused({ kind: 'too-large', megabytes: MOST_MEGABYTES });
    const host = new URL(apiUrl ?? 'https://api.mypurecloud.com').host;
    return await operations.take(new Uint8Array(await readFile(place)), { host, changed: mtime });
  } catch (error) {
    return { ok: false, why: { kind: 'file-unreadable', reason: reasonOf(error) } };
  }
}

function of(known: KnownDescription, host: string, language: string): Described {
  if (known.ok) return { description: known.description, remarks: descriptionRemarks(known, host, language) };
  const { what, why, next, details } = unreadOperationsText(known.why, host, language);
  throw new CommandFailure([inOneText([what, why, next]), ...details.map((each) => `  ${each}`)].join('\n'));
}
