import { type ChildProcess, fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { parseJson } from '../../core/platform/text.ts';
import { reasonOf } from '../../core/reason.ts';
import { PATIENCE_SECONDS, PracticeOrg } from '../../core/signIn/practiceOrg.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { firstLine } from '../../disk/firstLine.ts';
import type { Io } from '../io.ts';
import { readText } from '../reading.ts';

/** Names the practice org that runs: the line that it printed when it started, or a file that holds it. */
export const RUNNING_PRACTICE_ORG = 'GENESYS_OAUTH_PRACTICE_ORG';

/** Where a practice org that is started here remembers what it holds, so that one command finds what another one made. */
const STATE = ['.genesys-oauth', 'practice-org.json'] as const;

/** A practice org that can be asked, until `end`; or why there is none and what to do, in sentences. */
export type ReachedPracticeOrg =
  | { readonly ok: true; readonly org: PracticeOrg; end(): void }
  | { readonly ok: false; readonly reason: string };

/**
 * The practice org that the environment names, or else one that is started beside this process and ends with it. Two that
 * are started at once do not see what is done in each other: whoever wants that starts one, and names it. Never
 * rejects.
 */
export async function reachPracticeOrg(io: Io): Promise<ReachedPracticeOrg> {
  const named = io.env[RUNNING_PRACTICE_ORG]?.trim() ?? '';
  if (named !== '') return namedOrg(io, named);
  const program = io.practiceOrgProgram;
  if (program === undefined)
    return refused(
      l10n.t('The program of the practice org is not there.'),
      l10n.t('Start it yourself, and set {0} to the line that it prints.', RUNNING_PRACTICE_ORG),
    );
  const state = join(io.home, ...STATE);
  let child: ChildProcess | undefined;
  try {
    await mkdir(dirname(state), { recursive: true });
    child = fork(program, ['--port', '0', '--state', state], { silent: true });
    const started = child;
    const org = PracticeOrg.parse(parseJson(await firstLine(child, PATIENCE_SECONDS)));
    return { ok: true, org, end: () => void started.kill() };
  } catch (error) {
    child?.kill();
    return refused(
      l10n.t('The practice org did not start: {0}', reasonOf(error)),
      l10n.t('Try again. If it keeps failing, move {0} away: it begins anew.', state),
    );
  }
}

function namedOrg(io: Io, named: string): ReachedPracticeOrg {
  const isLine = named.startsWith('{');
  const read = isLine ? { ok: true as const, text: named } : readText(resolve(io.cwd, named));
  const org = read.ok
    ? PracticeOrg.safeParse(parseJson(read.text.trim().split('\n')[0] ?? '')).data
    : undefined;
  if (org !== undefined) return { ok: true, org, end: () => {} };
  return refused(
    l10n.t('{0} names no practice org.', RUNNING_PRACTICE_ORG),
    l10n.t(
      'Set it to the line that the practice org prints when it starts, or to a file that holds this line.',
    ),
  );
}

function refused(...sentences: readonly string[]): ReachedPracticeOrg {
  return { ok: false, reason: inOneText(sentences) };
}
