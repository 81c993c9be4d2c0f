import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readLastUse } from '../../core/platform/lastUse.ts';
import { reasonOf } from '../../core/reason.ts';
import { csvLine } from '../../core/report/csvLine.ts';
import type { ClientUse, Depth } from '../../core/report/facts.ts';
import { type FormerReport, readReport } from '../../core/report/former.ts';
import { type OrgRead, ReportReadings, type Unasked } from '../../core/report/readings.ts';
import { reportOf } from '../../core/report/report.ts';
import { reportedOrg } from '../../core/report/reportedOrg.ts';
import { notAsCode, ReportForm, terraformReport, written } from '../../core/report/write.ts';
import { notReadText } from '../../core/texts/report.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { resultOf } from '../../disk/turns.ts';
import { wait } from '../../disk/wait.ts';
import { formAsked } from '../answer.ts';
import { type Asked, CommandFailure, lastValue, oneOf, type Run, refuseMoreWords } from '../commandLine.ts';
import { EXIT, tell } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { withOneOrg } from '../orgs/orgs.ts';
import { keptOperations } from '../privileges/apiDescription.ts';
import { statusOn } from '../status.ts';
import { clientsOf, type ReadClients, unreadText } from './orgClients.ts';

const DEPTHS = ['lists', 'use'] as const satisfies readonly Depth[];

/** `genesys-oauth clients report`: what an auditor wants to know of all clients of an org, in the forms that the editor saves. */
export const reportCommand: Run = async (asked) => {
  const form = formAsked(asked, ReportForm.options, { person: 'markdown', others: 'json' });
  const depth = oneOf(asked.words, 'depth', DEPTHS) ?? 'lists';
  refuseMoreWords(asked.words);
  const former = await formerReport(asked);
  return await withOneOrg(asked, async (open, signal) => {
    const { read, unread } = clientsOf([open], asked.io);
    const [org] = read;
    if (org === undefined) throw new CommandFailure(unread.map(unreadText).join('\n'));
    if (former !== undefined && former.account !== org.account)
      throw new CommandFailure(l10n.t('The report to compare with is of another organization.'));
    const facts = await gathered(asked, org, depth, signal);
    if (signal.aborted) return EXIT.interrupted;
    const report = await resultOf(reportOf(facts, former));
    const where = { ...open.hosts, region: org.region, practice: org.practice };
    const pieces =
      form === 'terraform' ? terraformReport(report, where) : written(report, form, asked.language, csvLine);
    for (const piece of pieces) asked.io.stdout.write(piece);
    const told = [
      ...report.facts.notRead.map(notReadText),
      ...(form === 'terraform'
        ? notAsCode(report).map((name) => l10n.t('"{0}" cannot be written as code.', name))
        : []),
    ];
    tell(asked.io, told);
    return report.facts.notRead.length > 0 ? EXIT.notChecked : EXIT.fine;
  });
};

async function gathered(asked: Asked, org: ReadClients['read'][number], depth: Depth, signal: AbortSignal) {
  const { io } = asked;
  const readings = readingsOf(asked, org.open);
  const status = statusOn(io.stderr);
  try {
    status.say(l10n.t('Reading for the report'));
    const read: OrgRead = await readings.readOrg(org, depth, signal);
    const unasked: Unasked =
      depth === 'lists'
        ? new Map()
        : await readings.askUse([{ org, yardstick: read.yardstick }], false, signal, (done, of) =>
            status.say(l10n.t('{0} of {1}', done, of)),
          );
    return reportedOrg(org, depth, read, unasked, {
      now: io.now(),
      useOf: ({ id }) => readings.useOf(org, id),
      renewedAt: () => undefined,
    });
  } finally {
    status.end();
  }
}

function readingsOf({ io, language }: Asked, { connection }: OpenOrg): ReportReadings {
  const told = new Map<string, NonNullable<ClientUse['last']>>();
  return new ReportReadings(
    {
      connections: { call: async (_, call) => await call(connection) },
      operations: keptOperations(io),
      wait,
      language: () => language,
      kept: undefined,
    },
    {
      known: (_, clientId) => told.get(clientId),
      note: ({ client }, use) => void told.set(client.id, use),
      toldAt: () => undefined,
      forget: () => told.clear(),
      askOrg: async ({ client }, signal) => await readLastUse(connection, client.id, signal),
    },
  );
}

/** The report that `--compare` names. Throws `CommandFailure` where it is none. */
async function formerReport({ io, words }: Asked): Promise<FormerReport | undefined> {
  const file = lastValue(words, 'compare');
  if (file === undefined) return undefined;
  const read = await readReport(createReadStream(resolve(io.cwd, file))).catch(
    (error: unknown) => ({ ok: false, why: { kind: 'unreadable', reason: reasonOf(error) } }) as const,
  );
  if (read.ok) return read.report;
  const { why } = read;
  throw new CommandFailure(
    inOneText([
      l10n.t('{0} is no report that one can compare with.', file),
      'reason' in why ? why.reason : l10n.t('It has to be one in JSON, as it was written, of this version.'),
    ]),
  );
}
