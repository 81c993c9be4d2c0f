import { createsClient } from '../../core/procedures/plan.ts';
import type { SecretTarget } from '../../core/procedures/secretTarget.ts';
import { shownPath } from '../check/files.ts';
import { type Asked, has } from '../commandLine.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { NewClientRequest } from '../requests/forms.ts';
import { judge } from './judge.ts';
import { prepareNewClient } from './prepare.ts';
import { inOrgOfRequest, placed, requestOptions, secretOptions } from './request.ts';
import { faultyFiles, requestedFiles } from './requestedFiles.ts';
import { type SecretPlace, secretPlace } from './secretFile.ts';
import { secretRefusal } from './secretRefusal.ts';

/**
 * `genesys-oauth create`: tells what a request for a new client comes to, and with `--yes` does it. Nothing is made before
 * it is certain that the secret has a place to go.
 */
export async function createCommand(asked: Asked): Promise<ExitCode> {
  const { io, words } = asked;
  const options = requestOptions(asked);
  const { telling } = options;
  const secret = secretOptions(words);
  const place = secret.file === undefined ? undefined : await secretPlace(secret.file, io.cwd, io.env);
  if (place?.ok === false) {
    telling.stopped(secretRefusal(secret.file ?? '', place.reason), [], EXIT.notChecked);
    return EXIT.notChecked;
  }
  const target = targetOf(io.cwd, place, secret.isShown);
  return await inOrgOfRequest(asked, options, NewClientRequest, async (read, open, signal) => {
    const { request, folder } = read;
    const folders = { ofRequest: folder, cwd: io.cwd };
    const faults = faultyFiles(request, folders);
    if (faults.length > 0) {
      telling.faults(placed(read, faults), EXIT.failed);
      return EXIT.failed;
    }
    const workspace = requestedFiles(request, open.org.region, folders);
    const prepared = await prepareNewClient(open, request, workspace, target, { signal, now: io.now() });
    return await judge(prepared, {
      asked,
      open,
      telling,
      read,
      isAgreed: has(words, 'yes'),
      lacksTarget: (plan) => createsClient(plan) && target.kind === 'undecided',
      secretPath: place?.path,
      signal,
    });
  });
}

function targetOf(
  cwd: string,
  place: Extract<SecretPlace, { ok: true }> | undefined,
  isShown: boolean,
): SecretTarget {
  if (place !== undefined) return { kind: 'file', path: shownPath(cwd, place.path) };
  return { kind: isShown ? 'output' : 'undecided' };
}
