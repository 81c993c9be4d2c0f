import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { ClientUse, ReportedOrg } from '../../src/core/report/facts.ts';
import type { FormerReport } from '../../src/core/report/former.ts';
import { type Report, reportOf } from '../../src/core/report/report.ts';

export const NOW = new Date('2026-11-30T12:00:00Z');
export const UNREAD: ClientUse = { last: undefined, calls: undefined };
export const ADMIN = '11111111-0000-4000-8000-000000000001';
export const VIEWER = '11111111-0000-4000-8000-000000000002';
export const SALES = '22222222-0000-4000-8000-000000000001';

/** A client about which nothing is to be said. */
export function client(more: Partial<OAuthClient> = {}): OAuthClient {
  return {
    id: '33333333-0000-4000-8000-000000000001',
    name: 'Agent desktop',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    registeredRedirectUri: ['https://crm.example/callback'],
    scope: ['users:readonly'],
    state: 'active',
    dateCreated: '2026-10-01T08:00:00.000Z',
    createdBy: { id: 'p', name: 'Priya' },
    ...more,
  };
}

/** An org with these clients, of which all was read; `use` is that of each. */
export function orgWith(
  clients: readonly OAuthClient[],
  more: Partial<ReportedOrg> = {},
  use: (client: OAuthClient) => ClientUse = () => UNREAD,
): ReportedOrg {
  const account = { account: 'mypurecloud.com/org', orgName: 'Example', region: 'mypurecloud.com' };
  return {
    org: { ...account, practice: false, readAt: '2026-11-30T11:59:00.000Z', clients },
    roles: new Map([
      [ADMIN, { name: 'Admin', handsOut: ['oauth:client:add'] }],
      [VIEWER, { name: 'Viewer', handsOut: [] }],
    ]),
    divisions: new Map([[SALES, 'Sales']]),
    depth: 'use',
    notRead: [],
    now: NOW,
    useOf: use,
    renewedAt: () => undefined,
    ...more,
  };
}

/** The report on an org, worked out at once. */
export function wholeReport(facts: ReportedOrg, former: FormerReport | undefined): Report {
  const steps = reportOf(facts, former);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
