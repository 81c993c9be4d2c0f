import { problem, type Rule } from '../rule.ts';

/** Nobody logs in with a client that is not active (Genesys facts 1.4). */
export const clientsAreActive: Rule = ({ used }) =>
  used.flatMap(({ client, org, entry: { region, valuePlace } }) => {
    if (client.state !== 'disabled' && client.state !== 'inactive') return [];
    const args = { client: client.name, org: org.orgName, state: client.state };
    const fixes = [
      {
        kind: 'change-client',
        region,
        clientId: client.id,
        change: { kind: 'activate' },
        edits: [],
      } as const,
    ];
    return [problem('client-not-active', 'error', valuePlace, args, { fixes })];
  });
