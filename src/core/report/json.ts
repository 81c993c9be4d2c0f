import { CALLED_DAYS } from '../platform/calledEndpoints.ts';
import { USAGE_DAYS } from '../platform/lastUse.ts';
import { CLIENTS_BEGIN, CLIENTS_END, REPORT_KIND, REPORT_VERSION } from './former.ts';
import type { Report } from './report.ts';
import type { Row } from './rows.ts';

/**
 * A report in JSON, in whatever language its reader reads: the names of the API where it has one. Each client stands on a
 * line of its own, by which `FormerReader` reads it again.
 */
export function* jsonReport({ facts, since, summary, rows, gone }: Report): Generator<string> {
  const { org, depth, notRead, now } = facts;
  const { account, orgName, region, practice, readAt } = org;
  const header = {
    kind: REPORT_KIND,
    version: REPORT_VERSION,
    generatedAt: now.toISOString(),
    org: { account, name: orgName, region, practice },
    listReadAt: readAt,
    depth,
    daysRead: { lastUse: USAGE_DAYS, calls: CALLED_DAYS },
    notRead,
    summary: {
      clients: summary.clients,
      withProblems: summary.withProblems,
      problems: summary.found,
      lastUseRead: summary.lastUseRead,
      callsRead: summary.callsRead,
    },
  };
  yield `{\n${Object.entries(header).map(member).join('')}`;
  if (since !== undefined) {
    yield `"changes": ${JSON.stringify({ since, ...summary.changes, gone: undefined }).slice(0, -1)},"gone": [`;
    let between = '';
    for (const { id, name } of gone()) {
      yield between + JSON.stringify({ id, name });
      between = ',';
    }
    yield ']},\n';
  }
  yield CLIENTS_BEGIN;
  let between = '\n';
  for (const row of rows()) {
    yield between + JSON.stringify(clientOf(row));
    between = ',\n';
  }
  yield `\n${CLIENTS_END}\n}\n`;
}

function member([name, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
}

/** Fields are named one by one, so that nothing else that an object may carry can come along. */
function clientOf({ client, roles, use, read, problems, secret, change }: Row) {
  return {
    id: client.id,
    name: client.name,
    description: client.description ?? undefined,
    authorizedGrantType: client.authorizedGrantType,
    accessTokenValiditySeconds: client.accessTokenValiditySeconds,
    registeredRedirectUri: client.registeredRedirectUri ?? undefined,
    scope: client.scope ?? undefined,
    roleDivisions: client.roleDivisions == null ? undefined : roles,
    state: client.state ?? 'active',
    dateCreated: client.dateCreated,
    createdBy: client.createdBy ?? undefined,
    dateToDelete: client.dateToDelete ?? undefined,
    secretRenewedAt: secret?.kind === 'renewed' ? secret.at : undefined,
    lastUse: use.last ?? { kind: 'not-read' },
    calls: use.calls ?? { kind: 'not-read' },
    read,
    problems,
    change,
  };
}
