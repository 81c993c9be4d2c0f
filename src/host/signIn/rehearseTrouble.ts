import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/text.ts';
import type { PracticeOrg } from '../../core/signIn/practiceOrg.ts';
import type { Services } from '../services.ts';
import type { Choice } from '../ui/askOneOf.ts';
import { reachChosen } from './choosePracticeOrg.ts';
import { beginExercise, type ExerciseKind, exerciseIn, goOnWithExercise, titleOf } from './exercises.ts';
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
  permissionsTaken: z.record(z.string(), z.array(z.string())),
  inactivityTimeoutSeconds: z.nullable(z.number()),
  ipNotAllowed: z.boolean(),
});
type Switches = z.infer<typeof Switches>;

const off: Switches = {
  latencyMs: 0,
  troubles: [],
  implicitRefused: false,
  tooManyClients: false,
  grantsVisibleAfterSeconds: 0,
  clockOffsetSeconds: 0,
  hipaa: false,
  scimRoleAltered: false,
  permissionsTaken: {},
  inactivityTimeoutSeconds: null,
  ipNotAllowed: false,
};

const CLIENTS = '/api/v2/oauth/clients';
const DAY_SECONDS = 86_400;
const SCIM_TOKEN_SECONDS = 450 * DAY_SECONDS;
const FIVE_MINUTES_SECONDS = 300;
const CHANGING_CLIENTS = ['oauth:client:add', 'oauth:client:edit', 'oauth:client:delete'];

/**
 * "Rehearse Trouble": an exercise, in which one thing is wrong and nobody says what, or trouble that the person chooses.
 *
 * @param random From 0 up to 1: decides what is wrong in an exercise.
 */
export async function rehearseTrouble(services: Services, random = Math.random): Promise<void> {
  const { dialogs } = services;
  const org = await reachChosen(services, rehearsalTitle());
  if (org === undefined) return;
  const exercise = await exerciseIn(org);
  if (exercise !== undefined) return await goOnWithExercise(services, org, exercise);
  const question = { title: rehearsalTitle(), placeholder: l10n.t('What do you want to practice?') };
  const wanted = await dialogs.choose<ExerciseKind | 'trouble'>(question, [
    {
      label: titleOf('nobody-logs-in'),
      detail: l10n.t('One thing goes wrong for a client, and you find out what.'),
      value: 'nobody-logs-in',
    },
    {
      label: titleOf('a-call-fails'),
      detail: l10n.t('One thing goes wrong for a client, and you find out what.'),
      value: 'a-call-fails',
    },
    {
      label: l10n.t('Choose What Goes Wrong'),
      detail: l10n.t('Meet what an organization, a network or somebody else may do to your work.'),
      value: 'trouble',
    },
  ]);
  switch (wanted) {
    case undefined:
      return;
    case 'trouble':
      return await chooseTrouble(services, org);
    default:
      return await beginExercise(services, org, wanted, random);
  }
}

/** What the practice org does wrong from now on; nothing chosen is no trouble. */
async function chooseTrouble({ dialogs }: Services, org: PracticeOrg): Promise<void> {
  const now = Switches.parse(parseJson(await steer(org, 'GET switches')));
  const title = rehearsalTitle();
  const placeholder = l10n.t('Choose what goes wrong; choose nothing to end all trouble');
  const picked = await dialogs.chooseSome({ title, placeholder }, rehearsals(org, now));
  if (picked === undefined) return;
  const troubles = picked.flatMap(({ trouble }) => trouble ?? []);
  const body = Object.assign({ ...off, troubles }, ...picked.map(({ change }) => change ?? {}));
  await steer(org, 'PATCH switches', { body });
}

function rehearsalTitle(): string {
  return l10n.t('Practice Org: Rehearse Trouble');
}

type Trouble = { kind: string; method: string; pathPrefix: string };
type Rehearsal = { trouble?: Trouble; change?: Partial<Switches> };

/** Each trouble there is to rehearse; those that are on already are ticked. */
function rehearsals({ people }: PracticeOrg, now: Switches): Choice<Rehearsal>[] {
  const once = (label: string, description: string, trouble: Trouble): Choice<Rehearsal> => ({
    label,
    description,
    picked: now.troubles.some(({ kind }) => kind === trouble.kind),
    value: { trouble },
  });
  const save = (label: string, kind: string): Choice<Rehearsal> =>
    once(label, l10n.t('the next Save only'), { kind, method: 'POST', pathPrefix: CLIENTS });
  const always = (label: string, picked: boolean, change: Partial<Switches>): Choice<Rehearsal> => ({
    label,
    picked,
    value: { change },
  });
  const { clockOffsetSeconds: ahead } = now;
  return [
    save(l10n.t('The client is refused for lack of permission (403)'), 'forbidden'),
    save(l10n.t('The sign-in has ended (401)'), 'signed-out'),
    save(l10n.t('There were too many requests (429)'), 'too-many-requests'),
    save(l10n.t('The organization has a problem of its own (500)'), 'server-error'),
    save(l10n.t('The organization is overloaded (503)'), 'unavailable'),
    save(l10n.t('The connection drops before the request arrives'), 'dropped'),
    save(l10n.t('The client is created, but the answer is lost'), 'lost'),
    save(l10n.t('The client is created, but the answer breaks off'), 'truncated'),
    save(l10n.t('The client is created, but the answer never comes'), 'stalled'),
    save(l10n.t('A proxy answers with a page of its own'), 'html'),
    once(l10n.t('Somebody else renames the client meanwhile'), l10n.t('the next change only'), {
      kind: 'changed-meanwhile',
      method: 'GET',
      pathPrefix: `${CLIENTS}/`,
    }),
    once(l10n.t('A deletion stops halfway'), l10n.t('the next deletion only'), {
      kind: 'half-deleted',
      method: 'DELETE',
      pathPrefix: `${CLIENTS}/`,
    }),
    always(l10n.t('Every answer takes three seconds'), now.latencyMs > 0, { latencyMs: 3000 }),
    always(l10n.t('New clients with an implicit grant are refused'), now.implicitRefused, {
      implicitRefused: true,
    }),
    always(l10n.t('The organization has as many clients as it may have'), now.tooManyClients, {
      tooManyClients: true,
    }),
    always(
      l10n.t('Nobody may create, change or delete clients any more'),
      Object.keys(now.permissionsTaken).length > 0,
      {
        permissionsTaken: Object.fromEntries(people.map(({ loginHint }) => [loginHint, CHANGING_CLIENTS])),
      },
    ),
    always(l10n.t('Granted roles are seen only ten seconds later'), now.grantsVisibleAfterSeconds > 0, {
      grantsVisibleAfterSeconds: 10,
    }),
    always(l10n.t('It is 31 days later'), ahead > 0 && ahead < SCIM_TOKEN_SECONDS, {
      clockOffsetSeconds: 31 * DAY_SECONDS,
    }),
    always(l10n.t('It is 450 days later'), ahead >= SCIM_TOKEN_SECONDS, {
      clockOffsetSeconds: SCIM_TOKEN_SECONDS,
    }),
    always(l10n.t('HIPAA is on'), now.hipaa, { hipaa: true }),
    always(l10n.t('The inactivity timeout is on'), now.inactivityTimeoutSeconds !== null, {
      inactivityTimeoutSeconds: now.inactivityTimeoutSeconds ?? FIVE_MINUTES_SECONDS,
    }),
    always(l10n.t('This computer is not on the IP allow-list of the organization (401)'), now.ipNotAllowed, {
      ipNotAllowed: true,
    }),
    always(l10n.t('The SCIM Integration role has been altered'), now.scimRoleAltered, {
      scimRoleAltered: true,
    }),
  ];
}
