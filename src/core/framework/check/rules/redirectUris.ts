import { frameworkRedirectUris } from '../../../procedures/frameworkClient.ts';
import { misspeltPage } from '../../../procedures/misspeltPage.ts';
import type { FrameworkFix, FrameworkProblem } from '../../problem.ts';
import { type CheckedFile, problem, type Rule } from '../rule.ts';

type Used = CheckedFile['used'][number];

/** The framework's own pages are registered, letter by letter (procedure rule E4). */
export const redirectsToFramework: Rule = (file) =>
  file.used.flatMap((used) => {
    const { client, entry } = used;
    const registered = client.registeredRedirectUri ?? undefined;
    if (registered === undefined || !hasLogin(client.authorizedGrantType)) return [];
    const { dedicatedLoginWindow } = file.inspection;
    const withoutWindow = frameworkRedirectUris(entry.region, false);
    const needed = frameworkRedirectUris(entry.region, dedicatedLoginWindow.kind === 'on');
    const lacking = needed.filter((uri) => !registered.includes(uri));

    const nearlyThere = new Map(
      lacking.flatMap((uri) => {
        const near = misspeltPage(registered, uri);
        return near === undefined ? [] : [[uri, near] as const];
      }),
    );
    const missing = lacking.filter((uri) => !nearlyThere.has(uri));
    const related: FrameworkProblem['related'] =
      dedicatedLoginWindow.kind === 'on' && missing.some((uri) => !withoutWindow.includes(uri))
        ? [{ place: dedicatedLoginWindow.place, what: 'login-window' }]
        : [];
    return [
      ...[...nearlyThere].map(([uri, near]) => inexact(used, near, uri)),
      ...(missing.length === 0 ? [] : [missingUris(used, missing, related)]),
    ];
  });

/** Only these grants send a person to a login page; of an unknown one, nothing is known against it. */
function hasLogin(grant: string | undefined): boolean {
  return grant === undefined || grant === 'CODE' || grant === 'TOKEN';
}

function inexact({ client, org, entry }: Used, from: string, to: string): FrameworkProblem {
  const { region, valuePlace } = entry;
  const args = { client: client.name, org: org.orgName, registered: from, uri: to };
  const fixes: FrameworkFix[] = [
    {
      kind: 'change-client',
      region,
      clientId: client.id,
      change: { kind: 'replace-redirect-uris', replacements: [{ from, to }] },
      edits: [],
    },
    { kind: 'copy-redirect-uris', region, clientId: client.id, uris: [to] },
  ];
  return problem('inexact-redirect-uri', 'error', valuePlace, args, { fixes });
}

function missingUris(
  { client, org, entry }: Used,
  uris: readonly string[],
  related: FrameworkProblem['related'],
): FrameworkProblem {
  const { region, valuePlace } = entry;
  const args = { client: client.name, org: org.orgName, uris };
  const fixes: FrameworkFix[] = [
    {
      kind: 'change-client',
      region,
      clientId: client.id,
      change: { kind: 'add-redirect-uris', uris },
      edits: [],
    },
    { kind: 'copy-redirect-uris', region, clientId: client.id, uris },
  ];
  return problem('missing-redirect-uri', 'error', valuePlace, args, { related, fixes });
}
