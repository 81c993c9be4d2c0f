import { type Asked, has } from '../commandLine.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { withOneOrg } from '../orgs/orgs.ts';
import { ClientChangeRequest } from '../requests/forms.ts';
import { judge } from './judge.ts';
import { prepareChange } from './prepare.ts';
import { orgRefusal, readRequestFile, requestOptions, withOrgOf } from './request.ts';

/**
 * `genesys-oauth change`: tells what a request would make other of a client that exists, and with `--yes` does it, if the
 * client is still what it was when that was told.
 */
export async function changeCommand(asked: Asked): Promise<ExitCode> {
  const { io, words } = asked;
  const { file, telling } = requestOptions(asked);
  const read = await readRequestFile(io, file, ClientChangeRequest);
  if (!read.ok) {
    telling.faults(read.faults, EXIT.failed);
    return EXIT.failed;
  }
  const { request } = read.read;
  return await withOneOrg({ ...asked, words: withOrgOf(words, request.org) }, async (open, signal) => {
    const refusal = orgRefusal(words, request.org, open);
    if (refusal !== undefined) {
      telling.stopped(refusal, [], EXIT.notChecked);
      return EXIT.notChecked;
    }
    const prepared = await prepareChange(open, request, { signal, now: io.now() });
    return await judge(prepared, {
      asked,
      open,
      telling,
      read: read.read,
      isAgreed: has(words, 'yes'),
      lacksTarget: () => false,
      secretPath: undefined,
      signal,
    });
  });
}
