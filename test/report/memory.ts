// node --expose-gc --import tsx test/report/memory.ts N: prints how many bytes a report of N clients needs at most, beside what
// was in use before its clients were read. All is read of each, and all forms are written beside a former report.
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { csvLine } from '../../src/core/report/csvLine.ts';
import type { ClientUse } from '../../src/core/report/facts.ts';
import { FormerReader, type FormerReport } from '../../src/core/report/former.ts';
import { jsonReport } from '../../src/core/report/json.ts';
import { terraformReport, written } from '../../src/core/report/write.ts';
import { orgWith, SALES, VIEWER, wholeReport } from './made.ts';

const WHERE = {
  region: 'mypurecloud.com',
  practice: false,
  apiUrl: 'https://api.mypurecloud.com',
  loginUrl: 'https://login.mypurecloud.com',
};

const collect = globalThis.gc;
if (collect === undefined) throw new Error('Start it with --expose-gc.');

function inUse(): number {
  collect?.();
  return process.memoryUsage().heapUsed;
}

/** As a client of a large org comes out of its answer. */
function listed(n: number): OAuthClient {
  const isMachine = n % 3 === 0;
  const made: OAuthClient = {
    id: `33333333-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `Application ${n} 予約`,
    description: `One of very many, which is made for the team ${n % 50} and looked after by nobody.`,
    authorizedGrantType: isMachine ? 'CLIENT-CREDENTIALS' : n % 3 === 1 ? 'CODE' : 'TOKEN',
    accessTokenValiditySeconds: 172_800,
    registeredRedirectUri: isMachine
      ? []
      : [`https://application-${n}.example/callback`, `http://a${n}.example/`],
    scope: isMachine ? [] : ['users:readonly', 'user-basic-info', 'conversations', 'routing:readonly'],
    roleDivisions: isMachine
      ? [
          { roleId: VIEWER, divisionId: '*' },
          { roleId: VIEWER, divisionId: SALES },
        ]
      : [],
    state: 'active',
    dateCreated: '2024-01-02T03:04:05.000Z',
    createdBy: { id: 'somebody', name: 'Somebody' },
  };
  return JSON.parse(JSON.stringify(made));
}

function use(): ClientUse {
  return {
    last: { kind: 'used', day: new Date().toISOString() },
    calls: {
      kind: 'compared',
      isWhole: true,
      unused: [{ kind: 'scope-only-reads', right: 'conversations', instead: ['conversations:readonly'] }],
    },
  };
}

let most = 0;
const before = inUse();
const clients = Array.from({ length: Number(process.argv[2]) }, (_, n) => listed(n));
const uses = new Map(clients.map(({ id }) => [id, use()]));
const facts = orgWith(clients, {}, ({ id }) => uses.get(id) ?? { last: undefined, calls: undefined });

/** Writes it away, as into a file, and looks now and then. */
async function write(pieces: Iterable<string>): Promise<void> {
  let count = 0;
  const watched = function* () {
    for (const piece of pieces) {
      count += 1;
      if (count % 2_000 === 0) most = Math.max(most, inUse());
      yield piece;
    }
  };
  const away = new Writable({ write: (_piece, _encoding, done) => done() });
  await pipeline(watched, createGzip(), away);
  most = Math.max(most, inUse());
}

function former(): FormerReport {
  const reader = new FormerReader();
  let rest = '';
  for (const piece of jsonReport(wholeReport(facts, undefined))) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) reader.take(line);
  }
  const read = reader.end();
  if (!read.ok) throw new Error(read.why.kind);
  return read.report;
}

const report = wholeReport(facts, former());
for (const form of ['markdown', 'csv', 'json'] as const) await write(written(report, form, 'ja', csvLine));
await write(terraformReport(report, WHERE));
process.stdout.write(String(most - before));
