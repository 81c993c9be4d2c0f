import { FRAMEWORK_SCOPES } from '../../../procedures/frameworkClient.ts';
import { problem, type Rule } from '../rule.ts';

/** The scopes that the framework is documented to call for (procedure rule E5); the list is advice, not law. */
export const hasFrameworkScopes: Rule = ({ used }) =>
  used.flatMap(({ client, org, entry: { region, valuePlace } }) => {
    const given = client.scope ?? undefined;
    const grant = client.authorizedGrantType;
    if (given === undefined || grant === 'CLIENT-CREDENTIALS' || grant === 'SAML2-BEARER') return [];
    const scopes = FRAMEWORK_SCOPES.filter((scope) => !covers(given, scope));
    if (scopes.length === 0) return [];
    const fixes = [
      {
        kind: 'change-client',
        region,
        clientId: client.id,
        change: { kind: 'add-scopes', scopes },
        edits: [],
      } as const,
    ];
    const args = { client: client.name, org: org.orgName, scopes };
    return [problem('missing-scope', 'information', valuePlace, args, { fixes })];
  });

/** Who may write may read (Genesys facts 4). */
function covers(given: readonly string[], scope: string): boolean {
  return given.includes(scope) || given.includes(scope.replace(/:readonly$/, ''));
}
