import { parseArgs } from 'node:util';
import { isHostName } from './hostAndOrigin.ts';
import { clientCounts, type OrgSize } from './org.ts';
import type { PracticeOrgOptions } from './server.ts';

/** The command line cannot be understood; the message is one sentence for the person who typed it. */
export class UsageError extends Error {}

/**
 * Reads `--port P` or `--prefer-port P`, `--region DOMAIN`, `--state FILE`, `--size small|large|CLIENTS`, and as often as they are given
 * `--allow-host NAME` and `--allow-origin ORIGIN`. Throws `UsageError`.
 */
export function readCommandLine(args: readonly string[]): PracticeOrgOptions {
  const { port, 'prefer-port': preferred, region, state, size, ...allow } = parsed(args);
  const { 'allow-host': hosts, 'allow-origin': origins } = allow;
  return {
    ...(port !== undefined && { port: portNumber('--port', port) }),
    ...(preferred !== undefined && { preferredPort: portNumber('--prefer-port', preferred) }),
    ...(region !== undefined && { region: domain(region) }),
    ...(state !== undefined && { stateFile: state }),
    ...(size !== undefined && { size: orgSize(size) }),
    ...(hosts !== undefined && { allowedHosts: hosts.map(hostName) }),
    ...(origins !== undefined && { allowedOrigins: origins.map(origin) }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'prefer-port': { type: 'string' },
        region: { type: 'string' },
        state: { type: 'string' },
        size: { type: 'string' },
        'allow-host': { type: 'string', multiple: true },
        'allow-origin': { type: 'string', multiple: true },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function portNumber(option: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${option} takes a number from 0 (any free port) to 65535, not "${text}".`);
}

function domain(text: string): string {
  if (/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(text)) return text;
  throw new UsageError(`--region takes a domain such as mypurecloud.com, not "${text}".`);
}

function orgSize(text: string): OrgSize {
  if (text === 'small' || text === 'large') return text;
  const { least, most } = clientCounts;
  const clients = Number(text);
  if (/^\d+$/.test(text) && clients >= least && clients <= most) return clients;
  throw new UsageError(
    `--size takes small, large or a number of clients from ${least} to ${most}, not "${text}".`,
  );
}

function hostName(text: string): string {
  if (isHostName(text)) return text.toLowerCase();
  throw new UsageError(`--allow-host takes a name such as practice.example, without a port, not "${text}".`);
}

function origin(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text) return text;
  throw new UsageError(`--allow-origin takes an origin such as https://app.example, not "${text}".`);
}
