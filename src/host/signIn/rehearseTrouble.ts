import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/text.ts';
import type { Services } from '../services.ts';
import type { Choice } from '../ui/askOneOf.ts';
import { reachChosen } from './choosePracticeOrg.ts';
import { steer } from './practiceOrg.ts';

const Switches = z.object({
  latencyMs: z.number(),
  troubles: z.array(z.object({ kind: z.string() })),
  implicitRefused: z.boolean(),
  tooManyClients: z.boolean(),
  grantsVisibleAfterSeconds: z.number(),
  clockOffsetSeconds: z.number(),
  hipaa: z.boolean(),
  scimRoleAltered: z.boolean(),
});
type Switches = z.infer<typeof Switches>;

const CREATE_CLIENT = { times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients' };
const THIRTY_ONE_DAYS_SECONDS = 31 * 86_400;

/** "Rehearse Trouble": what the practice org does wrong from now on; nothing chosen is no trouble. */
export async function rehearseTrouble(services: Services): Promise<void> {
  const { dialogs } = services;
  const org = await reachChosen(services, rehearsalTitle());
  if (org === undefined) return;
  const now = Switches.parse(parseJson(await steer(org, 'GET switches')));
  const title = rehearsalTitle();
  const placeholder = l10n.t('Choose what goes wrong; choose nothing to end all trouble');
  const picked = await dialogs.chooseSome({ title, placeholder }, rehearsals(now));
  if (picked === undefined) return;
  const off = { latencyMs: 0, implicitRefused: false, tooManyClients: false };
  const asShipped = { hipaa: false, scimRoleAltered: false };
  const onTime = { grantsVisibleAfterSeconds: 0, clockOffsetSeconds: 0 };
  const troubles = picked.flatMap(({ trouble }) => (trouble ? [{ kind: trouble, ...CREATE_CLIENT }] : []));
  const chosen = picked.map(({ change }) => change ?? {});
  const body = Object.assign({ ...off, ...asShipped, ...onTime, troubles }, ...chosen);
  await steer(org, 'PATCH switches', { body });
}

function rehearsalTitle(): string {
  return l10n.t('Practice Org: Rehearse Trouble');
}

type Rehearsal = { trouble?: string; change?: Partial<Switches> };

/** Each trouble there is to rehearse; those that are on already are ticked. */
function rehearsals(now: Switches): Choice<Rehearsal>[] {
  const save = (label: string, trouble: string): Choice<Rehearsal> => ({
    label,
    description: l10n.t('the next Save only'),
    picked: now.troubles.some(({ kind }) => kind === trouble),
    value: { trouble },
  });
  const always = (label: string, picked: boolean, change: Partial<Switches>): Choice<Rehearsal> => ({
    label,
    picked,
    value: { change },
  });
  return [
    save(l10n.t('The client is refused for lack of permission (403)'), 'forbidden'),
    save(l10n.t('The sign-in has ended (401)'), 'signed-out'),
    save(l10n.t('There were too many requests (429)'), 'too-many-requests'),
    save(l10n.t('The org has a problem of its own (500)'), 'server-error'),
    save(l10n.t('The org is overloaded (503)'), 'unavailable'),
    save(l10n.t('The connection drops before the request arrives'), 'dropped'),
    save(l10n.t('The client is created, but the answer is lost'), 'lost'),
    save(l10n.t('The client is created, but the answer breaks off'), 'truncated'),
    save(l10n.t('A proxy answers with a page of its own'), 'html'),
    always(l10n.t('Every answer takes three seconds'), now.latencyMs > 0, { latencyMs: 3000 }),
    always(l10n.t('New clients with an implicit grant are refused'), now.implicitRefused, {
      implicitRefused: true,
    }),
    always(l10n.t('The org has as many clients as it may have'), now.tooManyClients, {
      tooManyClients: true,
    }),
    always(l10n.t('Granted roles are seen only ten seconds later'), now.grantsVisibleAfterSeconds > 0, {
      grantsVisibleAfterSeconds: 10,
    }),
    always(l10n.t('It is 31 days later'), now.clockOffsetSeconds > 0, {
      clockOffsetSeconds: THIRTY_ONE_DAYS_SECONDS,
    }),
    always(l10n.t('HIPAA is on'), now.hipaa, { hipaa: true }),
    always(l10n.t('The SCIM Integration role has been altered'), now.scimRoleAltered, {
      scimRoleAltered: true,
    }),
  ];
}
