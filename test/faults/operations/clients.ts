import type { ClientChange } from '../../../src/core/clients/change.ts';
import {
  type ChangeOutcome,
  type ClientEffects,
  type NothingToDo,
  type UndoOutcome,
  undoChange,
} from '../../../src/core/operations/changeClient.ts';
import {
  type AgreedDeletion,
  deleteAgreed,
  restoreClient,
} from '../../../src/core/operations/deleteClient.ts';
import {
  changedText,
  deletedText,
  failedChangeText,
  failedUndoText,
  notDeletedText,
  refusedChangeText,
  refusedUndoText,
  uncertainChangeText,
  unexpectedChangeText,
} from '../../../src/core/texts/clientChanges.ts';
import { type Facts, type Operation, type Told, type Trial, UNKNOWN } from '../cell.ts';
import { errorsOf, type FaultDesk, linesOf } from '../faultDesk.ts';
import { changeOnce, effectsOn, made, REQUEST, recordOf, truthOf } from './aClient.ts';

const CLIENT = { id: 'its ID', name: REQUEST.name };

type Case = {
  readonly changes: readonly ClientChange[];
  /** What the client is before, other than as it was made. */
  readonly from?: readonly ClientChange[];
};

const cases: Readonly<Record<string, Case>> = {
  'add redirect URIs': { changes: [{ kind: 'add-redirect-uris', uris: ['https://crm.test/other'] }] },
  deactivate: { changes: [{ kind: 'deactivate' }] },
  'give back what was meant': {
    changes: [{ kind: 'give-back', fields: { registeredRedirectUri: ['https://crm.test/callback'] } }],
    from: [{ kind: 'add-redirect-uris', uris: ['https://crm.test/other'] }],
  },
  activate: { changes: [{ kind: 'activate' }], from: [{ kind: 'deactivate' }] },
};

/** What is done to a client that exists. */
export const onClients: readonly Operation[] = [
  ...Object.entries(cases).map(([name, change]) => ({
    name,
    begin: async (desk: FaultDesk) => (await OnClient.begin(desk, change)).change(change.changes),
  })),
  ...Object.entries(cases).map(([name, change]) => ({
    name: `undo: ${name}`,
    begin: async (desk: FaultDesk) => await (await OnClient.begin(desk, change)).undo(change.changes),
  })),
  {
    name: 'delete a client',
    begin: async (desk) => await (await OnClient.begin(desk)).deletion(),
  },
  {
    name: 'restore a client',
    begin: async (desk) =>
      (await OnClient.begin(desk, { changes: [], from: [{ kind: 'deactivate' }] })).restoration(),
  },
];

class OnClient {
  private constructor(
    private readonly desk: FaultDesk,
    private readonly id: string,
    private effects: ClientEffects,
    /** How it is before, as `truth` tells it. */
    private readonly before: Facts,
  ) {}

  static async begin(desk: FaultDesk, { from = [] }: Partial<Case> = {}): Promise<OnClient> {
    const { id } = await desk.clientMade(REQUEST);
    const effects = await effectsOn(desk, id);
    if (from.length > 0) await made(effects, from);
    return new OnClient(desk, id, effects, await truthOf(desk));
  }

  change(changes: readonly ClientChange[]): Trial {
    const wanted = after(this.before, changes);
    const change = async () => this.toldOfChange(changes, wanted, await changeOnce(this.effects, changes));
    return this.trial(change, wanted);
  }

  async undo(changes: readonly ClientChange[]): Promise<Trial> {
    const change = await made(this.effects, changes);
    const changed = await truthOf(this.desk);
    const undo = async () => this.toldOfUndo(changed, await undoChange(this.effects, change));
    return this.trial(undo, this.before);
  }

  async deletion(): Promise<Trial> {
    let seen = await recordOf(this.effects);
    const remove = async () => {
      const outcome = await deleteAgreed(this.effects, seen);
      // The person is shown the client as it is now, and agrees again.
      if (outcome.kind === 'changed-meanwhile') seen = outcome.now;
      if (outcome.kind === 'not-deleted') {
        const now = await this.effects.read();
        if (now.ok) seen = now.value;
      }
      return this.toldOfDeletion(outcome);
    };
    return this.trial(remove, { client: 'not there' });
  }

  restoration(): Trial {
    const wanted = { ...this.before, state: 'active' };
    const restore = async (): Promise<Told> => {
      const outcome = await restoreClient(this.effects);
      if (outcome.ok) return { isDone: true, says: wanted, words: [], errors: [] };
      const { error } = outcome;
      return {
        isDone: false,
        says: {},
        words: linesOf(failedChangeText(CLIENT, error)),
        errors: errorsOf(error),
      };
    };
    return this.trial(restore, wanted);
  }

  private trial(act: () => Promise<Told>, wanted: Facts): Trial {
    return {
      act,
      wanted,
      truth: async () => await truthOf(this.desk),
      again: async () => {
        this.effects = await effectsOn(this.desk, this.id);
        let told = await act();
        // What was changed meanwhile is shown to the person, and done when they agree.
        if (!told.isDone) told = await act();
        return told;
      },
    };
  }

  private toldOfChange(
    changes: readonly ClientChange[],
    wanted: Facts,
    outcome: ChangeOutcome | NothingToDo,
  ): Told {
    switch (outcome.kind) {
      case 'changed': {
        const { before, unexpected } = outcome;
        const odd = unexpected.length === 0 ? [] : linesOf(unexpectedChangeText(CLIENT, unexpected));
        const words = [changedText(changes, before), ...odd];
        return { isDone: true, says: wanted, words, errors: [] };
      }
      case 'unchanged':
        return { isDone: true, says: wanted, words: [], errors: [] };
      case 'uncertain':
        return uncertain(outcome);
      case 'failed': {
        const words = linesOf(failedChangeText(CLIENT, outcome.error));
        return {
          isDone: false,
          says: goneOr(this.before, outcome.error),
          words,
          errors: errorsOf(outcome.error),
        };
      }
      case 'refused': {
        const words = linesOf(refusedChangeText(CLIENT, outcome.refusal));
        return { isDone: false, says: this.before, words, errors: [] };
      }
      case 'changed-meanwhile':
        return { isDone: false, says: this.before, words: ['It shows the client as it is now.'], errors: [] };
    }
  }

  private toldOfUndo(changed: Facts, outcome: UndoOutcome): Told {
    switch (outcome.kind) {
      case 'undone':
        return { isDone: true, says: this.before, words: [], errors: [] };
      case 'changed-since': {
        const words = linesOf(refusedUndoText(CLIENT, outcome.differences));
        return { isDone: false, says: changed, words, errors: ['changed-since'] };
      }
      case 'uncertain':
        return uncertain(outcome);
      case 'failed': {
        const words = linesOf(failedUndoText(CLIENT, outcome.error));
        return {
          isDone: false,
          says: goneOr(changed, outcome.error),
          words,
          errors: errorsOf(outcome.error),
        };
      }
    }
  }

  private toldOfDeletion(outcome: AgreedDeletion): Told {
    switch (outcome.kind) {
      case 'deleted':
        return {
          isDone: true,
          says: { client: 'not there' },
          words: [deletedText(CLIENT, outcome, 'en')],
          errors: [],
        };
      case 'accepted':
      case 'waiting':
        return {
          isDone: true,
          says: { client: UNKNOWN },
          words: [deletedText(CLIENT, outcome, 'en')],
          errors: [],
        };
      case 'changed-meanwhile':
        return {
          isDone: false,
          says: { client: 'there' },
          words: ['It shows the client as it is now.'],
          errors: [],
        };
      case 'not-deleted': {
        const { error, left } = outcome;
        const state = left === 'inactive' ? { state: 'inactive' } : this.before;
        const says = left === 'unknown' ? { client: UNKNOWN } : { client: 'there', ...state };
        return {
          isDone: false,
          says,
          words: linesOf(notDeletedText(CLIENT, outcome)),
          errors: errorsOf(error),
        };
      }
    }
  }
}

function uncertain(outcome: Extract<ChangeOutcome, { kind: 'uncertain' }>): Told {
  const words = linesOf(uncertainChangeText(CLIENT, outcome));
  return { isDone: false, says: { client: UNKNOWN }, words, errors: errorsOf(outcome.error, outcome.lookup) };
}

/** A client that the org says is gone is not as it was. */
function goneOr(before: Facts, error: Extract<NothingToDo, { kind: 'failed' }>['error']): Facts {
  const isGone = 'answer' in error && error.answer.code === 'client.not.found';
  return isGone ? { client: 'not there' } : before;
}

/** What stands after these changes. */
function after(before: Facts, changes: readonly ClientChange[]): Facts {
  return Object.assign({}, before, ...changes.map(madeBy));
}

function madeBy(change: ClientChange): Facts {
  switch (change.kind) {
    case 'activate':
      return { state: 'active' };
    case 'deactivate':
      return { state: 'inactive' };
    case 'add-redirect-uris':
      return { redirectUris: [...(REQUEST.registeredRedirectUri ?? []), ...change.uris] };
    case 'give-back':
      return { redirectUris: change.fields.registeredRedirectUri };
    default:
      throw new Error(`Nobody has said what ${change.kind} makes of a client.`);
  }
}
