import { knownConnections, readConnections } from '../../../src/core/scim/connections.ts';
import { inspectScimConfig } from '../../../src/core/scim/inspectConfig.ts';
import { readJson } from '../../../src/core/scim/jsonDocument.ts';
import { findPlainTextSecrets, takeOutSecret } from '../../../src/core/scim/plainTextSecrets.ts';
import { updateScimConfig, updateTokenEnd } from '../../../src/core/scim/writeConfig.ts';
import { CLIENT_ID, CONNECTION } from '../scim/samples.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf, manyOf } from './readers.ts';

const REGION = 'mypurecloud.jp';
const NOW = new Date('2026-11-22T09:00:00Z');
const LATER = '2027-01-01T00:00:00.000Z';

function config(...connections: readonly unknown[]): string {
  return JSON.stringify({ connections }, undefined, 2);
}

const READ: Readonly<Record<string, (text: string) => unknown>> = {
  check: (text) => inspectScimConfig(text, reckonedAt(NOW)),
  'look at for the wizard': (text) => [readConnections(text), knownConnections(text)],
};

const WRITE: Readonly<Record<string, (text: string) => unknown>> = {
  'write a connection into': (text) => updateScimConfig(text, WANTED),
  'write an end into': (text) => updateTokenEnd(text, CONNECTION, LATER),
  'take a secret out of': (text) => takeOutSecret(text, { start: text.length / 2, end: text.length / 2 + 1 }),
};

/** As many divisions as any of the files has. */
const WANTED = {
  ...CONNECTION,
  divisions: manyOf(500, (index) => ({ id: `division-${index}`, name: 'Sapporo' })),
};

export const HOSTILE_CONFIGS: Readonly<Record<string, (size: number) => string>> = {
  connections: (size) =>
    config(...manyOf(size, () => ({ ...CONNECTION, clientId: CLIENT_ID.replace('5d', '6d') }))),
  'connections of one client': (size) => config(...manyOf(size, () => CONNECTION)),
  'divisions with other names': (size) =>
    config({
      ...CONNECTION,
      divisions: manyOf(size, (index) => ({ id: `division-${index}`, name: 'Osaka' })),
    }),
  'other divisions': (size) =>
    config({ ...CONNECTION, divisions: manyOf(size, (index) => ({ id: `other-${index}`, name: 'Osaka' })) }),
  'one division again and again': (size) =>
    config({
      ...CONNECTION,
      divisions: manyOf(size, () => ({ id: 'division-1', name: 'x' })),
    }),
  'divisions that are no objects': (size) =>
    config({ ...CONNECTION, divisions: manyOf(size, (index) => index) }),
  'a property again and again': (size) =>
    `{"connections": [{"provider":"entra","region":"${REGION}","clientId":"${CLIENT_ID}"${',"authorizationUrl":"x"'.repeat(size)}}]}`,
  'a property again and again, a line each': (size) =>
    `{"connections": [{"provider":"entra","region":"${REGION}","clientId":"${CLIENT_ID}"${',\n"authorizationUrl":"x"'.repeat(size)}}]}`,
  'other divisions on one line': (size) =>
    JSON.stringify({
      connections: [
        { ...CONNECTION, divisions: manyOf(size, (index) => ({ id: `other-${index}`, name: 'Osaka' })) },
      ],
    }),
  'properties that others added': (size) =>
    config({
      ...CONNECTION,
      ...Object.fromEntries(manyOf(size, (index) => [`p${index}`, index])),
    }),
  'named secrets': (size) => JSON.stringify(manyOf(size, () => ({ clientSecret: 'hunter2' }))),
  'secrets by their shape': (size) => JSON.stringify(manyOf(size, () => 'aB3'.repeat(15))),
  'named secrets with their shape': (size) =>
    JSON.stringify(manyOf(size, () => ({ clientSecret: 'aB3'.repeat(15) }))),
  'a secret of one case': (size) => JSON.stringify({ role: 'a-'.repeat(size * 4) }),
  'secrets that are cut off': (size) => JSON.stringify({ role: 'eyJ.'.repeat(size * 4) }),
  'a JWT that goes on': (size) =>
    JSON.stringify({ role: `eyJ${'a'.repeat(size * 4)}.${'b'.repeat(size * 4)}` }),
  'letters of base64': (size) => JSON.stringify({ role: 'aB3/+'.repeat(size * 4) }),
  'an address that goes on': (size) =>
    JSON.stringify({ role: `https://a.example/${'aB3/'.repeat(size * 4)}` }),
  slashes: (size) => JSON.stringify({ role: '/'.repeat(size * 4) }),
  'a name of a secret that goes on': (size) => JSON.stringify({ [`${'token '.repeat(size)}x`]: 'y' }),
  'a stand-in that goes on': (size) => JSON.stringify({ clientSecret: `<${' <'.repeat(size)}` }),
  'a stand-in of one character': (size) => JSON.stringify({ clientSecret: `${'*'.repeat(size)}x` }),
  backslashes: (size) => `"${'\\'.repeat(size * 8)}`,
  'lists in lists': (size) => `{"connections": ${'['.repeat(size)}`,
  comments: (size) => `{${'/* */'.repeat(size)}"connections": []}`,
  'comments between divisions': (size) =>
    `{"connections": [{"provider":"entra","region":"${REGION}","clientId":"${CLIENT_ID}","divisions":[${listOf(size, (index) => `{"id":"d${index}"} /* x */ // y\n`)}]}]}`,
  'divisions in a list without commas': (size) => `{"connections": [${'{}'.repeat(size)}]}`,
};

const WRITTEN = Object.fromEntries(
  [
    'divisions with other names',
    'other divisions',
    'other divisions on one line',
    'one division again and again',
    'comments between divisions',
    'a property again and again',
  ].map((what) => [what, HOSTILE_CONFIGS[what] ?? String]),
);

/** Quicker by itself than with all that is done with a file besides. */
const SECRETS = {
  'named secrets with their shape': (size: number) =>
    readJson(JSON.stringify(manyOf(size, () => ({ clientSecret: 'aB3'.repeat(15) })))),
};

/** As many as are there, each with another name. */
const MERGE: Growth = {
  what: 'write as many divisions into as are there',
  at: (size) => {
    const named = (name: string) => manyOf(size, (index) => ({ id: `division-${index}`, name }));
    const text = config({ ...CONNECTION, divisions: named('Osaka') });
    const wanted = { ...CONNECTION, divisions: named('Sapporo') };
    return () => updateScimConfig(text, wanted);
  },
  size: 625,
};

export const SCIM_READERS: readonly Growth[] = [
  MERGE,
  ...eachOn(READ, HOSTILE_CONFIGS, 12),
  ...eachOn(WRITE, WRITTEN, 20),
  ...eachOn({ 'find secrets in': findPlainTextSecrets }, SECRETS, 512),
];
