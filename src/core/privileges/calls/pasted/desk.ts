import type { Method } from '../../operation.ts';
import { readAddress, readPath } from '../address.ts';
import type { Call } from '../call.ts';
import { type Format, type Gathering, isKnown, type ReadingOptions } from '../reading.ts';

/** What the readers of all formats have in hand. */
export type Desk = { gathering: Gathering; options: ReadingOptions };

/** A request as a format tells it. */
export type Request = {
  method: Method | undefined;
  address: string;
  line: number;
  sureness: Call['sureness'];
};

/** Takes a request for a call, or notes why it is none. */
export function takeRequest({ gathering, options }: Desk, format: Format, request: Request): boolean {
  const { method, line, sureness } = request;
  const address = readAddress(request.address, options.ownHosts);
  switch (address.kind) {
    case 'endpoint':
      gathering.add(format, endpointCall(method, address.path, line, sureness));
      return true;
    case 'removed-api':
      gathering.note({ kind: 'removed-api', file: undefined, line });
      return true;
    case 'other-host':
      gathering.countOtherHost();
      return true;
    case 'no-endpoint':
      return takeRelative({ gathering, options }, format, request);
  }
}

/** A path that does not say `/api/v2` is a call only where an operation is known by it. */
function takeRelative({ gathering, options }: Desk, format: Format, request: Request): boolean {
  const withoutHost = request.address
    .replace(/[?#].*$/s, '')
    .replace(/^(?:\{\{[^{}]*\}\}|\$\w+|\$\{\w+\})/, '');
  const path = /^[a-z][a-z\d+.-]*:/i.test(withoutHost)
    ? undefined
    : readPath(withoutHost.replace(/^\/?v2(?=\/)/, ''));
  if (path === undefined || !isKnown(options, request.method, path)) return false;
  gathering.add(format, endpointCall(request.method, path, request.line, 'likely'));
  return true;
}

/** The call of an endpoint in what was pasted; without a method it is never certain. */
export function endpointCall(
  method: Method | undefined,
  path: string,
  line: number,
  sureness: Call['sureness'],
): Call {
  return {
    named: { by: 'endpoint', method, path },
    at: { file: undefined, line },
    sureness: method === undefined ? 'likely' : sureness,
  };
}
