import * as l10n from '@vscode/l10n';
import { errorText } from '../../core/agents/answer.ts';
import type { WishedChange, WishOutcome } from '../../core/agents/desk.ts';
import { type Connected, clientEffects, makeChange } from '../../core/operations/changeClient.ts';
import { changeMeaning, changeQuestion, changeRisk } from '../../core/texts/clientChanges.ts';
import { differenceLines } from '../../core/texts/clientFields.ts';
import { visible } from '../../core/texts/visible.ts';
import type { Answer, Question } from './askBack.ts';

/** What a change needs of the world. */
type Tools = {
  readonly connected: Connected;
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
  /** What `say` makes of texts in English, and in the language of the person, which is `language` (BCP 47 tag). */
  inEnglish<T>(say: () => T): T;
  inTheirs<T>(say: () => T): T;
  readonly language: string;
};

const CANNOT_ASK =
  'this client cannot ask a person (MCP elicitation), and without that nothing is changed. The person can do it by `genesys-oauth change`, in VS Code, or on the admin page.';

/** Shows a person what would change, and changes it when they agree, if the client is still what they were shown. */
export async function changeWhenAgreed(
  wish: WishedChange,
  { connected, ask, inEnglish, inTheirs, language }: Tools,
  signal: AbortSignal,
): Promise<WishOutcome> {
  const question = inTheirs(() => questionOf(wish, language));
  const answer = await ask(question, signal);
  if (signal.aborted) return { kind: 'unanswered' };
  switch (answer) {
    case 'cannot':
      return { kind: 'not-asked', reason: CANNOT_ASK };
    case 'no':
      return { kind: 'declined' };
    case 'unanswered':
      return { kind: 'unanswered' };
    case 'yes': {
      const effects = clientEffects(connected, wish.clientId);
      const outcome = await makeChange(effects, wish.preview, wish.changes, signal);
      switch (outcome.kind) {
        case 'changed':
          return { kind: 'changed' };
        case 'changed-meanwhile':
          return outcome.now.kind === 'unchanged'
            ? { kind: 'unchanged' }
            : { kind: 'not-asked', reason: CHANGED_MEANWHILE };
        case 'failed':
        case 'uncertain':
          return { kind: 'failed', why: inEnglish(() => errorText(outcome.error)) };
      }
    }
  }
}

const CHANGED_MEANWHILE =
  'somebody else changed the client while the person was asked, so what they agreed to is not what would happen now. Call again: they are asked anew.';

function questionOf({ org, changes, preview }: WishedChange, language: string): Question {
  const { question, action } = changeQuestion(changes, preview.before, org.orgName);
  const meanings = changes.flatMap((change) => changeMeaning(change, preview.before, language));
  return {
    // A text that an agent chose must not look like a line of the question.
    text: [question, '', ...differenceLines(preview.differences), ...meanings, '', changeRisk()]
      .map(visible)
      .join('\n'),
    yes: action,
    meaning: l10n.t('Nothing is changed unless this is chosen.'),
  };
}
