import assert from 'node:assert/strict';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { plan } from '../../src/core/procedures/index.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import type { WizardOptions } from '../wizard/begun.ts';
import { contextOf, savedIn } from '../wizard/context.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { aFile, anOrg, CLIENT_ID_IN_USE } from '../wizard/samples.ts';

const draft: Draft = {
  name: 'Agent desktop of the help line',
  moreRegions: ['mypurecloud.de', 'usw2.pure.cloud'],
};
const file = aFile({ clientIds: `{ 'mypurecloud.jp': '', 'mypurecloud.de': '${CLIENT_ID_IN_USE}' }` });
const files = [file];
const consent = {
  mayReplace: [{ uri: file.uri, region: 'mypurecloud.de', clientId: CLIENT_ID_IN_USE }],
};

/** The views of one client for several regions, in the order of a walk. */
export const regionsViews: Record<string, WizardOptions> = {
  'regions-redirect-uris': at('redirect-uris', draft),
  'regions-framework-file': at('framework-file', draft),
  'regions-framework-file-by-hand': at('framework-file', { ...draft, target: { kind: 'by-hand' } }),
  'regions-review': at('review', { ...draft, ...consent }),
  'regions-finished': finished({ ...draft, ...consent }),
  'regions-finished-by-hand': finished({ ...draft, target: { kind: 'by-hand' } }),
};

function at(step: StepId, answers: Draft): WizardOptions {
  return { memory: { step, draft: answers }, files };
}

/** Throws when these answers would not be saved. */
export function finished(answers: Draft): WizardOptions {
  const context = contextOf({ files, org: anOrg(), moreRegions: answers.moreRegions });
  const steps = plan('embeddable', answers, context);
  assert.ok(steps);
  const client = { id: NEW_ID, name: answers.name ?? '' };
  const saved = savedIn('embeddable', answers, context);
  const done = { saved, plan: steps, done: steps.length, hasSecret: true, unsavedFile: false, client };
  return { ...at('review', answers), run: { kind: 'finished', ...done } };
}
