import type { RoleNotDeleted } from '../../../src/core/operations/newRole.ts';
import { mayHaveBeenCarriedOut } from '../../../src/core/platform/errors.ts';
import type { Draft, ProcedureId } from '../../../src/core/procedures/draft.ts';
import { stopText } from '../../../src/core/texts/failures.ts';
import { signInFailureText } from '../../../src/core/texts/signInFailures.ts';
import type { ActedWizard } from '../../wizard/acted.ts';
import { FRAMEWORK, SCIM } from '../../wizard/orgDesk.ts';
import { type Facts, type Operation, type Told, type Trial, UNKNOWN } from '../cell.ts';
import { errorsOf, type FaultDesk, linesOf } from '../faultDesk.ts';

const NAME = 'Under trouble';

/** More than a person needs to get through what stopped. */
const MOST_TRIES = 8;

type Case = { readonly procedure: ProcedureId; readonly draft: (wizard: ActedWizard) => Draft };

const cases: Readonly<Record<string, Case>> = {
  'Save embeddable': { procedure: 'embeddable', draft: () => ({}) },
  'Save general CODE': {
    procedure: 'general',
    draft: () => ({
      grantType: 'CODE',
      redirectUris: 'https://app.example.com/',
      scopes: ['users:readonly'],
    }),
  },
  'Save general CLIENT-CREDENTIALS': {
    procedure: 'general',
    draft: (wizard) => {
      const role = wizard.roles.find(({ name }) => name === 'Employee');
      const home = wizard.divisions.find(({ isHome }) => isHome);
      const roles = [{ roleId: role?.id ?? '', divisionIds: [home?.id ?? ''] }];
      return { grantType: 'CLIENT-CREDENTIALS', roles };
    },
  },
  'Save SCIM': { procedure: 'scim', draft: () => ({ provider: 'entra' }) },
  'Save with a new role': { procedure: 'general', draft: withNewRole },
};

function withNewRole(wizard: ActedWizard): Draft {
  const home = wizard.divisions.find(({ isHome }) => isHome);
  const permission = 'authorization:role:view';
  const calls = { first: ['GET /api/v2/authorization/roles'], total: 1 };
  const permissions = [{ permission, for: calls }];
  const newRole = { name: NAME, description: 'Only this', permissions, divisionIds: [home?.id ?? ''] };
  return { grantType: 'CLIENT-CREDENTIALS', newRole };
}

/** Save of each procedure, its undo, and keeping the client after a failed undo. */
export const saves: readonly Operation[] = [
  ...Object.entries(cases).map(([name, made]) => ({
    name,
    begin: async (desk: FaultDesk) => {
      const save = await Save.begin(desk, made);
      const message = save.wizard.save();
      return save.trial(async () => await save.wizard.does(message), true);
    },
  })),
  {
    name: 'take a Save back',
    begin: async (desk) => {
      const save = await Save.stoppedAtFile(desk);
      return save.trial(async () => await save.wizard.does({ type: 'take-back' }), false);
    },
  },
  {
    name: 'take a Save with its role back',
    begin: async (desk) => {
      const save = await Save.stoppedAtSecret(desk);
      return save.trial(async () => await save.wizard.does({ type: 'take-back' }), false);
    },
  },
  {
    name: 'keep a client that was to be taken back',
    begin: async (desk) => {
      const save = await Save.stoppedAtFile(desk);
      await desk.org.turn({ troubles: [{ kind: 'server-error', method: 'DELETE' }] });
      await save.wizard.does({ type: 'take-back' });
      await desk.calm();
      desk.wizardDesk.unwritable.clear();
      return save.trial(async () => await save.wizard.does({ type: 'keep-client' }), true);
    },
  },
];

/** Whether it may be gone all the same. */
function isUncertain(error: RoleNotDeleted): boolean {
  return error.kind !== 'held-by-others' && error.kind !== 'holders-unknown' && mayHaveBeenCarriedOut(error);
}

class Save {
  private constructor(
    private readonly desk: FaultDesk,
    readonly wizard: ActedWizard,
    private readonly file: string,
  ) {}

  static async begin(desk: FaultDesk, { procedure, draft }: Case): Promise<Save> {
    const { wizardDesk } = desk;
    wizardDesk.agrees = true;
    const wizard = await wizardDesk.begin(procedure);
    await wizardDesk.connect(wizard);
    await wizard.answers({ name: NAME, ...draft(wizard) });
    return new Save(desk, wizard, procedure === 'scim' ? SCIM.uri : FRAMEWORK.uri);
  }

  /** One whose client is there, and whose file cannot be written. */
  static async stoppedAtFile(desk: FaultDesk): Promise<Save> {
    const save = await Save.begin(desk, { procedure: 'embeddable', draft: () => ({}) });
    desk.wizardDesk.unwritable.add(FRAMEWORK.uri);
    await save.wizard.does(save.wizard.save());
    return save;
  }

  /** One whose client is there, with a role of its own, and whose secret is not kept. */
  static async stoppedAtSecret(desk: FaultDesk): Promise<Save> {
    const save = await Save.begin(desk, { procedure: 'general', draft: withNewRole });
    desk.wizardDesk.isKeyringLocked = true;
    await save.wizard.does(save.wizard.save());
    desk.wizardDesk.isKeyringLocked = false;
    return save;
  }

  private get hasRole(): boolean {
    return this.wizard.state.memory.draft.newRole != null;
  }

  trial(act: () => Promise<void>, isKept: boolean): Trial {
    const hasFile = this.wizard.state.memory.procedure !== 'general';
    const role = this.hasRole && { role: isKept ? 'there' : 'not there' };
    const there = { client: 'there', state: 'active', secret: 'kept', ...(hasFile && { file: 'written' }) };
    const wanted: Facts = { ...(isKept ? there : { client: 'not there' }), ...role };
    return {
      wanted,
      act: async () => {
        await act();
        return this.told(isKept);
      },
      truth: async () => await this.truth(hasFile),
      again: async () => {
        await this.goOn(isKept);
        return this.told(isKept);
      },
    };
  }

  /** What the page shows of it. */
  private told(isKept: boolean): Told {
    const { run, connecting } = this.wizard.state;
    const failure = run?.kind === 'stopped' ? run.failure : undefined;
    const signIn = 'failure' in connecting ? connecting.failure : undefined;
    const error = failure !== undefined && 'error' in failure ? failure.error : undefined;
    return {
      isDone: run?.kind === (isKept ? 'finished' : 'taken-back') && (!isKept || run.hasSecret),
      says: this.says(),
      words: [
        ...(run?.kind === 'stopped' ? linesOf(stopText(run)) : []),
        ...(signIn === undefined ? [] : linesOf(signInFailureText(signIn))),
        ...(run?.kind === 'finished' && !run.hasSecret ? ['The page offers to make another secret.'] : []),
      ],
      errors: errorsOf(failure, error),
      shown: this.wizard.told.join('') + JSON.stringify([this.wizard.world.keptRun, this.wizard.world.kept]),
    };
  }

  private says(): Facts {
    return { ...this.saysOfClient(), ...(this.hasRole && { role: this.saysOfRole() }) };
  }

  private saysOfRole(): string {
    const { run } = this.wizard.state;
    const failure = run?.kind === 'stopped' ? run.failure : undefined;
    if (failure?.kind === 'role-perhaps-created') return UNKNOWN;
    if (failure?.kind === 'role-not-taken-back' && isUncertain(failure.error)) return UNKNOWN;
    return run?.role === undefined ? 'not there' : 'there';
  }

  private saysOfClient(): Facts {
    const { run } = this.wizard.state;
    if (run === null) return { client: 'not there' };
    const { client, hasSecret } = run;
    const secret = hasSecret ? 'kept' : 'not kept';
    const file = run.plan.some((step, at) => 'uri' in step && at < run.done) && { file: 'written' };
    const there = { client: 'there', secret, ...file };
    if (run.kind === 'finished') return { ...there, state: 'active' };
    if (run.kind === 'taken-back') return { client: 'not there' };
    if (run.kind !== 'stopped') return {};
    const { failure } = run;
    switch (failure.kind) {
      case 'not-created':
      case 'creation-not-noted':
        return { client: 'not there' };
      case 'perhaps-created':
        return { client: UNKNOWN };
      case 'not-taken-back':
        if (failure.left === 'unknown') return { client: UNKNOWN };
        return { ...there, state: failure.left === 'inactive' ? 'inactive' : 'active' };
      case 'not-activated':
        return failure.left === 'unknown' ? { state: UNKNOWN } : { ...there, state: 'inactive' };
      default:
        return client === undefined ? { client: 'not there' } : { ...there, state: 'active' };
    }
  }

  private async truth(hasFile: boolean): Promise<Facts> {
    const [client, ...others] = await this.desk.clientsNamed(NAME);
    const role = this.hasRole && { role: await this.trueRole() };
    if (client === undefined) return { client: 'not there', secret: 'not kept', ...role };
    const id = String(client['id']);
    const secret = this.wizard.world.secrets.get(id);
    const isRight = secret !== undefined && (await this.desk.isSecretOf(id, secret));
    const text = this.desk.wizardDesk.texts.get(this.file) ?? '';
    return {
      client: others.length === 0 ? 'there' : `${others.length + 1} times`,
      state: client['state'],
      secret: secret === undefined ? 'not kept' : isRight || client['state'] !== 'active' ? 'kept' : 'wrong',
      ...(hasFile && { file: text.includes(id) ? 'written' : 'not written' }),
      ...role,
    };
  }

  /** Somebody else may have renamed it. */
  private async trueRole(): Promise<string> {
    const roles = JSON.stringify(await this.desk.seen('/api/v2/authorization/roles?pageSize=500'));
    const count = roles.split(`"name":"${NAME}`).length - 1;
    return count < 2 ? (count === 1 ? 'there' : 'not there') : `${count} times`;
  }

  /** What the person does until it is through, by the buttons that the page shows. */
  private async goOn(isKept: boolean): Promise<void> {
    const { desk, wizard } = this;
    for (let tries = 0; tries < MOST_TRIES && !this.told(isKept).isDone; tries += 1) {
      const { run, memory } = wizard.state;
      await desk.wizardDesk.connect(wizard);
      if (run === null && memory.procedure !== undefined) await wizard.does(wizard.save());
      else if (run?.client !== undefined && !run.hasSecret && isKept)
        await wizard.does({ type: 'replace-secret' });
      else await wizard.does({ type: 'retry', createAnyway: false });
    }
  }
}
