import { orgOf } from '../src/core/procedures/context.ts';
import type { Draft, Field, ProcedureId } from '../src/core/procedures/draft.ts';
import type { DraftFinding } from '../src/core/procedures/draftFinding.ts';
import { answersOf, check, stepsOf } from '../src/core/procedures/index.ts';
import type { Step, StepId } from '../src/core/procedures/step.ts';
import type { ListQuery } from '../src/core/wizard/lists.ts';
import type { PageMessage } from '../src/core/wizard/messages.ts';
import type { WizardState } from '../src/core/wizard/state.ts';
import type { Listing } from './listings.ts';
import type { Looks } from './looks.ts';
import type { PageStore } from './pageStore.ts';

/** Everything a view needs: what to show, and what the person can do. Views are functions of this. */
export type Page = WizardState & {
  procedure: ProcedureId;
  /** The pages that these answers need, in order. */
  steps: readonly Step[];
  answers: ReturnType<typeof answersOf>;
  findings: readonly DraftFinding[];
  looks: Looks;
  /** BCP 47 tag of the reader's language. */
  language: string;
  send(message: PageMessage): void;
  /** The first `count` rows of a list of the org, as far as they are here; the others are asked for. */
  rows(id: string, query: Omit<ListQuery, 'from'>, count: number): Listing | undefined;
  answer(change: Draft, looks?: Partial<Looks>): void;
  replace(draft: Draft, looks: Partial<Looks>): void;
  touch(field: Field): void;
  look(change: Partial<Looks>): void;
};

/** The page of a procedure, with its answers in force and what is wrong with them. */
export function pageOf(store: PageStore, state: WizardState, procedure: ProcedureId): Page {
  const { memory } = state;
  const context = store.listings.addTo(state.context);
  const listsRead = orgOf(context)?.listsRead ?? 0;
  const steps = stepsOf(procedure, memory.draft, context);
  const isStep = steps.some(({ id }) => id === memory.step);
  return {
    ...state,
    context,
    // A page that another destination or another answer has left without a purpose leads back to the first one.
    memory: isStep ? memory : { ...memory, step: 'connect' },
    procedure,
    steps,
    answers: answersOf(procedure, memory.draft, context),
    findings: check(procedure, memory.draft, context),
    looks: store.looks,
    language: document.documentElement.lang,
    send: (message) => store.send(message),
    rows: (id, query, count) => store.listings.rows(id, query, { count, listsRead }),
    answer: (change, looks) => store.answer(change, looks),
    replace: (draft, looks) => store.replace(draft, looks),
    touch: (field) => store.touch(field),
    look: (change) => store.look(change),
  };
}

/** The page on which a field is asked. What a client that is used as it is has answered itself, stands with that client. */
export function stepAsking({ steps }: Pick<Page, 'steps'>, field: Field): StepId {
  const asking = steps.find(({ fields }) => fields.includes(field));
  return (asking ?? steps.find(({ fields }) => fields.includes('adopts')))?.id ?? 'connect';
}

/** The errors on one page. */
export function errorsOn(page: Pick<Page, 'findings' | 'steps'>, step: StepId): readonly DraftFinding[] {
  return page.findings.filter(
    ({ place, severity }) => severity === 'error' && stepAsking(page, place) === step,
  );
}

/** What to say at a field: warnings always, errors once the person left the field or tried to leave the page. */
export function findingsAt(
  page: Pick<Page, 'findings' | 'looks' | 'memory' | 'steps'>,
  field: Field,
): readonly DraftFinding[] {
  const showsErrors =
    page.looks.touched.has(field) || page.memory.attempted.includes(stepAsking(page, field));
  return page.findings.filter(
    ({ place, severity }) => place === field && (severity !== 'error' || showsErrors),
  );
}
