import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import { anOrg, clients, manyClients } from '../wizard/samples.ts';
import type { WizardOptions } from './harness.ts';

const [desktop, oldDesktop, directory] = clients;

/** The views of starting from something that is there already. */
export const startFromViews: Record<string, WizardOptions> = {
  'start-from-use': { ...on('embeddable', {}), press: '#start-from-use' },
  'start-from-use-many': {
    ...on('embeddable', {}),
    org: anOrg({ clients: { kind: 'known', value: manyClients(300) } }),
    press: '#start-from-use',
  },
  'start-from-use-scim': { ...on('scim', { provider: 'entra' }), press: '#start-from-use' },
  'start-from-copy': { ...on('general', {}), press: '#start-from-copy' },
  'start-from-unknown': {
    ...on('general', {}),
    org: anOrg({ clients: { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } }),
    press: '#start-from-copy',
  },
  'start-from-json': { ...on('general', {}), press: '#start-from-json' },
  'adopted-details': on('embeddable', { adopts: desktop?.id ?? '' }),
  'adopted-details-partner': on('embeddable', {
    adopts: desktop?.id ?? '',
    deployment: 'partner',
    partnerPage: 'acmecti',
  }),
  'adopted-details-unusual': on('embeddable', { adopts: oldDesktop?.id ?? '' }),
  'adopted-details-gone': on('embeddable', { adopts: 'no-longer-there' }, 'details', ['details']),
  'adopted-details-scim': on('scim', { adopts: directory?.id ?? '', provider: 'entra' }),
  'adopted-review': on('embeddable', { adopts: oldDesktop?.id ?? '' }, 'review'),
  'adopted-review-scim': on('scim', { adopts: directory?.id ?? '', provider: 'entra' }, 'review'),
};

function on(
  procedure: ProcedureId,
  draft: Draft,
  step: StepId = 'details',
  attempted: StepId[] = [],
): WizardOptions {
  return { memory: { procedure, step, draft, attempted }, org: anOrg() };
}
