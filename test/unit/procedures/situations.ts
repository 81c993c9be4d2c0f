import type { Context, FrameworkFile, Org } from '../../../src/core/procedures/context.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { FRAMEWORK_SCOPES } from '../../../src/core/procedures/frameworkClient.ts';
import { check } from '../../../src/core/procedures/index.ts';

/** An org in which everything is allowed and known, unless a test says otherwise. */
export function anOrg(differences: Partial<Org> = {}): Org {
  return {
    id: 'org-1',
    name: 'Practice Org',
    region: 'mypurecloud.jp',
    apiUrl: 'https://api.mypurecloud.jp',
    practice: false,
    hipaa: false,
    person: { id: 'person-1', name: 'Practice Administrator', permissions: ['oauth:client:add'] },
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

/** A workspace with one ordinary framework.js, and somebody who may add clients. */
export function aContext(differences: Partial<Context> = {}): Context {
  return {
    org: anOrg(),
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
