import { parseArgs } from 'node:util';
import { isHostName } from './hostAndOrigin.ts';
import { clientCounts, type OrgSize } from './org.ts';
import { parseJson } from './parseJson.ts';
import type { CauseAsked } from './practice/bringAbout.ts';
import { causeIds, isCause } from './practice/causes.ts';
import { readSwitches, SwitchError } from './practice/readSwitches.ts';
import type { SwitchChange } from './practice/switches.ts';
import type { PracticeOrgOptions } from './server.ts';

/** The command line cannot be understood; the message is one sentence for the person who typed it. */
export class UsageError extends Error {}

/**
 * Reads `--port P` or `--prefer-port P`, `--region DOMAIN`, `--state FILE`, `--size bare|small|large|CLIENTS`, and as often
 * as they are given `--allow-host NAME`, `--allow-origin ORIGIN`, `--switch NAME=VALUE`, `--trouble KIND[,NAME=VALUE]…` and
 * `--cause CAUSE,client=CLIENT`.
 * A value is JSON or else the text as it stands. Throws `UsageError`.
 */
export function readCommandLine(args: readonly string[]): PracticeOrgOptions {
  const { port, 'prefer-port': preferred, region, state, size, ...more } = parsed(args);
  const { 'allow-host': hosts, 'allow-origin': origins, cause: causes, ...given } = more;
  return {
    ...(port !== undefined && { port: portNumber('--port', port) }),
    ...(preferred !== undefined && { preferredPort: portNumber('--prefer-port', preferred) }),
    ...(region !== undefined && { region: domain(region) }),
    ...(state !== undefined && { stateFile: state }),
    ...(size !== undefined && { size: orgSize(size) }),
    ...(hosts !== undefined && { allowedHosts: hosts.map(hostName) }),
    ...(origins !== undefined && { allowedOrigins: origins.map(origin) }),
    switches: switchesOf(given),
    ...(causes !== undefined && { causes: causes.map(causeOf) }),
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
        switch: { type: 'string', multiple: true },
        trouble: { type: 'string', multiple: true },
        cause: { type: 'string', multiple: true },
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
  if (text === 'bare' || text === 'small' || text === 'large') return text;
  const { least, most } = clientCounts;
  const clients = Number(text);
  if (/^\d+$/.test(text) && clients >= least && clients <= most) return clients;
  throw new UsageError(
    `--size takes bare, small, large or a number of clients from ${least} to ${most}, not "${text}".`,
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

function causeOf(text: string): CauseAsked {
  const [, cause, client] = /^([^,]+),client=(.+)$/s.exec(text) ?? [];
  if (cause !== undefined && client !== undefined && isCause(cause)) return { cause, client };
  const all = causeIds.join(', ');
  throw new UsageError(
    `--cause takes CAUSE,client=CLIENT with the ID or the name of a client, not "${text}"; there are ${all}.`,
  );
}

type SwitchesGiven = { readonly switch?: readonly string[]; readonly trouble?: readonly string[] };

function switchesOf({ switch: switches = [], trouble: troubles = [] }: SwitchesGiven): SwitchChange {
  const change = Object.fromEntries(switches.map((text) => named('--switch', text)));
  if ('troubles' in change)
    throw new UsageError('--switch does not take troubles: give each one by --trouble.');
  const asked = troubles.map((text) => {
    const [kind, ...parameters] = text.split(',');
    return { kind, ...Object.fromEntries(parameters.map((parameter) => named('--trouble', parameter))) };
  });
  try {
    return readSwitches({ ...change, ...(asked.length > 0 && { troubles: asked }) });
  } catch (error) {
    throw error instanceof SwitchError ? new UsageError(error.message) : error;
  }
}

function named(option: string, text: string): [name: string, value: unknown] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined || (option === '--trouble' && name === 'kind')) {
    const grammar = option === '--switch' ? 'NAME=VALUE' : 'KIND or KIND,NAME=VALUE,…';
    throw new UsageError(`${option} takes ${grammar}, not "${text}".`);
  }
  const json = parseJson(value);
  return [name.trim(), json === undefined ? value : json];
}
