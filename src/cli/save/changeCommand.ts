import { type Asked, has } from '../commandLine.ts';
import type { ExitCode } from '../io.ts';
import { ClientChangeRequest } from '../requests/forms.ts';
import { judge } from './judge.ts';
import { prepareChange } from './prepare.ts';
import { inOrgOfRequest, requestOptions } from './request.ts';

/**
 * `genesys-oauth change`: tells what a request would make other of a client that exists, and with `--yes` does it, if the
 * client is still what it was when that was told.
 */
export async function changeCommand(asked: Asked): Promise<ExitCode> {
  const { io, words } = asked;
  const options = requestOptions(asked);
  return await inOrgOfRequest(asked, options, ClientChangeRequest, async (read, open, signal) => {
    const prepared = await prepareChange(open, read.request, { signal, now: io.now() });
    return await judge(prepared, {
      asked,
      open,
      telling: options.telling,
      read,
      isAgreed: has(words, 'yes'),
      lacksTarget: () => false,
      secretPath: undefined,
      signal,
    });
  });
}
