import type { Context, Destination, FrameworkFile, Org } from '../../../src/core/procedures/context.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { FRAMEWORK_SCOPES } from '../../../src/core/procedures/frameworkClient.ts';
import { check } from '../../../src/core/procedures/index.ts';
import { SIGN_IN_SCOPES } from '../../../src/core/signIn/scopes.ts';

/** An org in which everything is allowed and known, unless a test says otherwise. */
export function anOrg(differences: Partial<Org> = {}): Org {
  return {
    id: 'org-1',
    name: 'Practice Org',
    region: 'mypurecloud.jp',
    apiUrl: 'https://api.mypurecloud.jp',
    practice: false,
    hipaa: false,
    caller: {
      kind: 'user',
      id: 'person-1',
      name: 'Practice Administrator',
      permissions: ['oauth:client:add'],
      roles: [],
    },
    tokenScopes: { kind: 'known', value: [...SIGN_IN_SCOPES] },
    scopes: { kind: 'known', value: [...FRAMEWORK_SCOPES, 'analytics:readonly'].map((id) => ({ id })) },
    clients: { kind: 'known', value: [{ id: 'client-1', name: 'In use' }] },
    ...differences,
  };
}

export function aFile(differences: Partial<FrameworkFile> = {}): FrameworkFile {
  return {
    uri: 'file:///crm/src/framework.js',
    path: 'src/framework.js',
    builtCopy: false,
    dedicatedLoginWindow: { kind: 'off', line: 9 },
    placement: { kind: 'possible', line: 4, replaces: { kind: 'empty' }, diff: [] },
    ...differences,
  };
}

/** The client is made in this org, by a request of ours. */
export function inOrg(org: Org): Destination {
  return { kind: 'org', org };
}

/** The client is made by hand on the admin page of this region. */
export function onAdminPage(region = 'mypurecloud.jp'): Destination {
  return { kind: 'admin-page', region };
}

/** A workspace with one ordinary framework.js, and somebody who may add clients. */
export function aContext(differences: Partial<Context> = {}): Context {
  return {
    destination: inOrg(anOrg()),
    workspace: { files: [aFile()], newFiles: [] },
    today: '2026-11-22',
    ...differences,
  };
}

/** What the check says about this draft, as `severity code`. */
export function findings(draft: Draft, context: Context = aContext()): string[] {
  return check('embeddable', { name: 'CRM', ...draft }, context).map(
    ({ severity, code }) => `${severity} ${code}`,
  );
}
