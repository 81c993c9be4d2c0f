import * as l10n from '@vscode/l10n';
import type { WishedChange, WishOutcome } from '../../core/agents/desk.ts';
import { visible } from '../../core/texts/visible.ts';
import { wait } from '../../disk/wait.ts';
import { ClientChanges } from '../clients/clientChanges.ts';
import type { Services } from '../services.ts';
import type { Dialogs } from '../ui/dialogs.ts';

/** Milliseconds until a question counts as not answered: an agent that waits longer is not waiting any more. */
const ANSWER_WITHIN = 5 * 60_000;

/**
 * Changes of clients that an agent asks for. The person is asked by the extension's own dialog, whatever they have allowed
 * the agent elsewhere; one question at a time, so that nobody clicks through a row of them.
 */
export class AgentChanges {
  private isAsking = false;

  constructor(
    private readonly services: Services,
    private readonly answerWithin = ANSWER_WITHIN,
  ) {}

  /** Asks and, where the person agrees in time, makes the change, as any other one: noted, told, and to be undone. Never rejects. */
  async make({ org, clientId, changes }: WishedChange, signal: AbortSignal): Promise<WishOutcome> {
    if (this.isAsking)
      return {
        kind: 'not-asked',
        reason: 'The person is being asked about another change. Wait until they have answered it.',
      };
    this.isAsking = true;
    const question = new AgentQuestion(this.services.dialogs, signal, this.answerWithin);
    try {
      const confirm: Dialogs['confirm'] = async (...of) => await question.ask(...of);
      const changing = new ClientChanges(this.services, this.services.dialogs, confirm);
      const made = await changing.apply({ region: org.region, clientId, org, changes });
      switch (made) {
        case 'changed':
        case 'unchanged':
        case 'failed':
          return { kind: made };
        case 'cancelled':
          return { kind: question.isUnanswered ? 'unanswered' : 'declined' };
      }
    } catch (error) {
      await this.services.dialogs.failUnforeseen(error);
      return { kind: 'failed' };
    } finally {
      this.isAsking = false;
    }
  }
}

/** The question about one change. It says who asks, and an answer that comes too late is none. */
class AgentQuestion {
  isUnanswered = false;

  constructor(
    private readonly person: Dialogs,
    private readonly signal: AbortSignal,
    private readonly answerWithin: number,
  ) {}

  async ask(question: string, lines: readonly string[], action: string): Promise<boolean> {
    if (this.signal.aborted) return this.noAnswer();
    const asks = l10n.t('An AI agent asks for this. Agree only if you want it yourself.');
    const asked = this.person.confirm(question, [asks, '', ...lines.map(visible)], action);
    const answered = new AbortController();
    const answer = await Promise.race([asked, this.tooLate(answered.signal)]);
    answered.abort();
    if (answer !== undefined && !this.signal.aborted) return answer;
    void asked.then((late) => {
      if (late)
        this.person.warn(l10n.t('The AI agent does not wait for this answer any more. Nothing was changed.'));
    });
    return this.noAnswer();
  }

  private noAnswer(): false {
    this.isUnanswered = true;
    return false;
  }

  /** Undefined when nobody waits for the answer any more. */
  private async tooLate(answered: AbortSignal): Promise<undefined> {
    await wait(this.answerWithin, AbortSignal.any([this.signal, answered]));
    return undefined;
  }
}
