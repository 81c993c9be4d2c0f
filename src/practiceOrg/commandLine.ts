import { parseArgs } from 'node:util';
import { clientCounts, type OrgSize } from './org.ts';
import type { PracticeOrgOptions } from './server.ts';

/** The command line cannot be understood; the message is one sentence for the person who typed it. */
export class UsageError extends Error {}

/**
 * Reads `--port P`, `--region DOMAIN`, `--state FILE`, `--size bare|small|large|CLIENTS`, and as often as they are given
 * `--allow-host NAME` and `--allow-origin ORIGIN`. Throws `UsageError`.
 */
export function readCommandLine(args: readonly string[]): PracticeOrgOptions {
  const { port, region, state, size, 'allow-host': hosts, 'allow-origin': origins } = parsed(args);
  return {
    ...(port !== undefined && { port: portNumber(port) }),
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

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 (any free port) to 65535, not "${text}".`);
}

function domain(text: string): string {
  if (/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(text)) return text;
  throw new UsageError(`--region takes a domain such as mypurecloud.com, not "${text}".`);
}

function orgSize(text: string): OrgSize {
  if (text === 'bare' || text === 'small' || text === 'large') return text;
  const { least, most } = clientCounts;
  const clients = Number(text);
  if (/^\d+$/.test(text) && clients >= least && clients <= most) return clients;
  throw new UsageError(
    `--size takes bare, small, large or a number of clients from ${least} to ${most}, not "${text}".`,
  );
}

function hostName(text: string): string {
  if (/^([a-z\d]([a-z\d._-]*[a-z\d])?|\[[\da-f:.]+\])$/i.test(text)) return text.toLowerCase();
  throw new UsageError(`--allow-host takes a name such as practice.example, without a port, not "${text}".`);
}

function origin(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text) return text;
  throw new UsageError(`--allow-origin takes an origin such as https://app.example, not "${text}".`);
}
