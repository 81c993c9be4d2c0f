import { regionOfPage } from '../clients/frameworkNeeds.ts';
import { readPageName } from '../procedures/deployment.ts';
import type { Draft, ProcedureId } from '../procedures/draft.ts';
import { procedures } from '../procedures/index.ts';
import { redirectUriLines } from '../procedures/redirectUris.ts';
import type { StepId } from '../procedures/step.ts';
import { discard, setAside, takeUp } from './drafts.ts';
import type { DraftAction } from './messages.ts';
import type { Memory } from './state.ts';

/**
 * What the wizard remembers after the person did this at the moment `now` (ISO 8601). Pure: page and controller both keep it
 * this way.
 */
export function remember(memory: Memory, action: DraftAction, now: string): Memory {
  switch (action.type) {
    case 'choose-procedure':
      return counted(begin(memory, action.procedure, now));
    case 'answer':
      return answered(memory, { ...memory.draft, ...action.change }, action.revision, now);
    case 'replace-draft':
      return answered(memory, action.draft, action.revision, now);
    case 'take-up-draft':
      return counted(takeUp(memory, action.id, now));
    case 'discard-draft':
      return counted(discard(memory, action.id));
    case 'go':
      return counted({ ...memory, step: action.step, attempted: withStep(memory.attempted, memory.step) });
    case 'attempt':
      return counted({ ...memory, attempted: withStep(memory.attempted, action.step) });
    case 'another-region':
      return counted(forAnotherRegion(memory, action.partnerPage));
    case 'start-over':
      return counted(setAside(memory, now));
  }
}

function answered(memory: Memory, draft: Draft, revision: number, now: string): Memory {
  return { ...memory, draft, revision, changedAt: now, becameClient: false };
}

/** Answers of another procedure are no answers of this one. */
function begin(memory: Memory, procedure: ProcedureId, now: string): Memory {
  const step = firstStep(procedure);
  const { preparingRegion, adminPageRegion } = memory;
  return memory.procedure === undefined || memory.procedure === procedure
    ? { ...memory, procedure, step }
    : { ...setAside(memory, now), preparingRegion, adminPageRegion, procedure, step };
}

/** Going somewhere counts as well as answering: an echo from before the last click must not lead back there. */
function counted(memory: Memory): Memory {
  return { ...memory, revision: memory.revision + 1 };
}

function firstStep(procedure: ProcedureId): StepId {
  return procedures[procedure].steps[0]?.id ?? 'connect';
}

function withStep(steps: readonly StepId[], step: StepId): StepId[] {
  return steps.includes(step) ? [...steps] : [...steps, step];
}

/**
 * The same client once more, for the org of another region: every answer stays but those that belong to the client that
 * was made and to its region. It begins with the question of where to connect. The page of a partner (its name) that was
 * seen at the client of this region is an answer for the next one.
 */
function forAnotherRegion(memory: Memory, partnerPage: string | undefined): Memory {
  const { draft, revision, formerDrafts, procedure } = memory;
  const own = withoutFrameworkPages(draft.redirectUris ?? '', partnerPage);
  return {
    procedure,
    step: 'connect',
    draft: {
      ...without(draft, ['adopts', 'clientId', 'moreRegions', 'mayReplace', 'redirectUris']),
      ...(own !== '' && { redirectUris: own }),
      ...(partnerPage !== undefined && { deployment: 'partner', partnerPage }),
    },
    attempted: [],
    formerDrafts,
    revision,
  };
}

function without(draft: Draft, answers: readonly (keyof Draft)[]): Draft {
  const others = { ...draft };
  for (const answer of answers) delete others[answer];
  return others;
}

/** What stands there because of a region follows the next one; the rest is the person's own. */
function withoutFrameworkPages(redirectUris: string, partnerPage = ''): string {
  const read = readPageName(partnerPage);
  const partner = read.kind === 'name' ? read : undefined;
  return redirectUriLines(redirectUris)
    .map(({ uri }) => uri)
    .filter((uri) => regionOfPage(uri, partner) === undefined)
    .join('\n');
}
