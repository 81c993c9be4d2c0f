import { mayHaveBeenCarriedOut } from '../../../src/core/platform/errors.ts';
import { orgOf } from '../../../src/core/procedures/context.ts';
import { adviceOn, errorDetails } from '../../../src/core/texts/platformErrors.ts';
import { signInFailureText } from '../../../src/core/texts/signInFailures.ts';
import type { PageMessage } from '../../../src/core/wizard/messages.ts';
import { valueAt } from '../../org/client.ts';
import type { ActedWizard } from '../../wizard/acted.ts';
import { type Facts, type Operation, type Told, type Trial, UNKNOWN } from '../cell.ts';
import { errorsOf, type FaultDesk, linesOf } from '../faultDesk.ts';

/** What the wizard does about roles (rules S1 and S4), and the org's rows that it shows. */
export const aboutRoles: readonly Operation[] = [
  {
    name: 'restore the default roles',
    begin: async (desk) => {
      await removeRole(desk, 'SCIM Integration');
      await removeRole(desk, 'Directory Sync');
      return await trial(desk, 'administrator', { type: 'restore-scim-role' }, { role: 'held' });
    },
  },
  {
    name: 'restore the altered role',
    begin: async (desk) => {
      await desk.org.turn({ scimRoleAltered: true });
      await removeRole(desk, 'Directory Sync');
      return await trial(desk, 'administrator', { type: 'restore-altered-role' }, { role: 'held' });
    },
  },
  {
    name: 'give oneself the role',
    begin: async (desk) => {
      return await trial(desk, 'administrator-without-scim', { type: 'grant-scim-role' }, { role: 'held' });
    },
  },
];

async function trial(desk: FaultDesk, person: string, message: PageMessage, wanted: Facts): Promise<Trial> {
  const { wizardDesk } = desk;
  const wizard = await wizardDesk.begin('scim');
  await wizardDesk.connect(wizard, person);
  const told = () => toldBy(wizard, wanted);
  return {
    wanted,
    act: async () => {
      await wizard.does(message);
      return told();
    },
    truth: async () => {
      const other = await wizardDesk.begin('scim');
      await wizardDesk.connect(other, person);
      return { role: standingIn(other) };
    },
    again: async () => {
      await wizardDesk.connect(wizard, person);
      if (!told().isDone) await wizard.does(message);
      return told();
    },
  };
}

/** What the page shows of the role. */
function toldBy(wizard: ActedWizard, wanted: Facts): Told {
  const { roleChange, connecting } = wizard.state;
  const role = standingIn(wizard);
  const failure = 'failure' in connecting ? connecting.failure : undefined;
  const error = roleChange?.kind === 'failed' ? roleChange.error : undefined;
  const isCertain = error === undefined || !mayHaveBeenCarriedOut(error);
  const access = orgOf(wizard.state.context)?.access;
  const unread = [access?.roles, access?.held].flatMap((list) =>
    list?.kind === 'unknown' ? [list.error] : [],
  );
  const doubt = access?.scimRole.kind === 'held' ? access.scimRole.doubt?.error : undefined;
  const advice = [
    ...unread,
    ...(doubt === undefined ? [] : [doubt]),
    ...(error === undefined ? [] : [error]),
  ];
  return {
    isDone: role === wanted['role'],
    // Whoever may not read it afterwards is told that, with the reason.
    says: role === UNKNOWN ? {} : { role: isCertain ? role : UNKNOWN },
    words: [
      ...advice.flatMap((each) => {
        const { why, next } = adviceOn(each);
        return [why, next, ...errorDetails(each)];
      }),
      ...(failure === undefined ? [] : linesOf(signInFailureText(failure))),
      ...(roleChange === null || error !== undefined ? [] : [`The page has a note for ${roleChange.kind}.`]),
    ],
    errors: errorsOf(...advice, failure),
    shown: wizard.told.join(''),
  };
}

/** How the role stands; UNKNOWN where the page says that it could not be read, or only in part. */
function standingIn(wizard: ActedWizard): string {
  const standing = orgOf(wizard.state.context)?.access.scimRole;
  if (standing === undefined || standing.kind === 'unclear') return UNKNOWN;
  return standing.kind === 'held' && standing.doubt !== undefined ? UNKNOWN : standing.kind;
}

async function removeRole(desk: FaultDesk, name: string): Promise<void> {
  const all = await desk.seen(`/api/v2/authorization/roles?pageSize=100&name=${encodeURIComponent(name)}`);
  const entities = valueAt(all, 'entities');
  const role = (Array.isArray(entities) ? entities : []).find((each) => valueAt(each, 'name') === name);
  const { accessToken } = await desk.connection();
  await desk.org.call(accessToken, 'DELETE', `/api/v2/authorization/roles/${String(valueAt(role, 'id'))}`);
}
