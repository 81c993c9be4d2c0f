import { procedures } from '../procedures/index.ts';
import type { StepId } from '../procedures/step.ts';
import type { PageMessage } from './messages.ts';
import { type Memory, NOTHING_REMEMBERED } from './state.ts';

/** What the wizard remembers after the person did this. Pure: page and host both keep it this way. */
export function remember(memory: Memory, message: PageMessage): Memory {
  switch (message.type) {
    case 'choose-procedure':
      return counted({ ...memory, procedure: message.procedure, step: firstStep(message.procedure) });
    case 'answer':
      return { ...memory, draft: { ...memory.draft, ...message.change }, revision: message.revision };
    case 'go':
      return counted({ ...memory, step: message.step, attempted: withStep(memory.attempted, memory.step) });
    case 'attempt':
      return counted({ ...memory, attempted: withStep(memory.attempted, message.step) });
    case 'start-over':
      return counted({ ...NOTHING_REMEMBERED, revision: memory.revision });
    case 'ready':
    case 'connect':
    case 'connect-again':
    case 'try-regions':
    case 'client-prepared':
    case 'sign-in-again':
    case 'open-admin-page':
    case 'restore-scim-role':
    case 'grant-scim-role':
    case 'copy-as':
    case 'disconnect':
    case 'refresh':
    case 'cancel':
    case 'save':
    case 'retry':
    case 'take-back':
    case 'try-login':
    case 'cancel-login':
    case 'back-to-answers':
    case 'copy':
    case 'open-file':
    case 'open-topic':
    case 'show-log':
      return memory;
  }
}

/** Going somewhere counts as well as answering: an echo from before the last click must not lead back there. */
function counted(memory: Memory): Memory {
  return { ...memory, revision: memory.revision + 1 };
}

function firstStep(procedure: keyof typeof procedures): StepId {
  return procedures[procedure].steps[0]?.id ?? 'connect';
}

function withStep(steps: readonly StepId[], step: StepId): StepId[] {
  return steps.includes(step) ? [...steps] : [...steps, step];
}
