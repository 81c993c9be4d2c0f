import assert from 'node:assert/strict';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { doubtsOf } from '../../../src/core/texts/callsInWizard.ts';
import type { NeedsFound } from '../../../src/core/wizard/needs/shown.ts';
import type { WizardState } from '../../../src/core/wizard/state.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import type { WizardOptions } from '../../wizard/begun.ts';
import { anAccess, anOrg, aRole } from '../../wizard/samples.ts';

/** Roles that hold some of what calls need. */
export const roles = [
  aRole('export', {
    name: 'Analytics Export',
    permissions: ['analytics:conversationDetail:view', 'analytics:dataExport:add'],
  }),
  aRole('directory', { name: 'Directory', permissions: ['directory:user:view'] }),
  aRole('everything', { name: 'Master Admin', permissions: ['*:*:*'] }),
  aRole('role-quality', { name: 'Quality Admin', permissions: ['quality:form:delete'] }),
];

/** A wizard at the page of scopes. */
export async function begin(draft: Draft = {}, options: WizardOptions = {}): Promise<ActedWizard> {
  return await ActedWizard.begin({ memory: { procedure: 'general', step: 'scopes', draft }, ...options });
}

/** A wizard at a client that calls as itself; the caller holds no role that holds everything. */
export async function beginService(options: WizardOptions = {}): Promise<ActedWizard> {
  const access = anAccess({ roles: roles.filter(({ id }) => id !== 'everything') });
  return await begin({ grantType: 'CLIENT-CREDENTIALS' }, { org: anOrg({ access }), ...options });
}

/** What is found for this text. */
export async function find(wizard: ActedWizard, text: string): Promise<NeedsFound> {
  await wizard.does({ type: 'find-needs', text, anew: false });
  const { found } = wizard.state.needs;
  assert.ok(found);
  return found;
}

/** What the page knows of it now. */
export function needsIn({ state }: ActedWizard): WizardState['needs'] {
  return state.needs;
}

/** What is said beside the choices, a line each. */
export function said(found: NeedsFound): string[] {
  return doubtsOf(found, 'en').map(({ texts }) => texts.join(' '));
}
