import { isWithoutBrowser, type Look, namesIn, seen, symptomsOf } from '../look.ts';
import type { Seen } from '../symptom.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';

/** Seconds that clocks may differ without anybody noticing; certificates and assertions allow for a few minutes. */
const NOTICED_SECONDS = 60;
const HARMFUL_SECONDS = 300;

/** This computer's clock differs from the organization's: tokens and assertions then seem to have ended, or not to have begun. */
export const clockWrong: Rule = (look) => {
  const { clock } = look.facts;
  const symptoms = symptomsOf(look, 'time-refused');
  if (clock.kind !== 'known')
    return symptoms.length > 0
      ? found('likely', { kind: 'set-clock' }, { symptoms })
      : unread(look.facts, 'clock');
  const lasts = Math.round(Math.abs(clock.value));
  if (lasts < NOTICED_SECONDS) return inOrder();
  const args = { ...namesIn(look), lasts, way: clock.value > 0 ? 'ahead' : 'behind' };
  // That a time was refused may have been on another computer, or because a certificate has really ended.
  const isHarmful = lasts >= HARMFUL_SECONDS || symptoms.length > 0;
  return found(isHarmful ? 'likely' : 'possible', { kind: 'set-clock' }, { args, symptoms });
};

/** The browser keeps the login from remembering who logged in, inside another page. */
export const cookiesBlocked: Rule = (look) =>
  browserCause(look, 'cookies', 'thirdPartyCookies', ['login-comes-again', 'login-window-empty']);

/** The browser does not open the login window. */
export const popUpsBlocked: Rule = (look) =>
  browserCause(look, 'pop-ups', 'popUps', ['no-login-window', 'login-window-closes']);

function browserCause(
  look: Look,
  what: 'cookies' | 'pop-ups',
  setting: 'thirdPartyCookies' | 'popUps',
  signs: readonly Seen[],
) {
  const { facts } = look;
  if (isWithoutBrowser(look)) return NOT_HERE;
  const messages = symptomsOf(look, 'browser-message', ({ about }) => about === what);
  const symptoms = [...messages, ...seen(look, ...signs)];
  const next = { kind: 'try-in-browser', what } as const;
  const standing = facts.browser.kind === 'known' ? facts.browser.value[setting] : undefined;
  if (standing === 'allowed') return inOrder();
  if (standing === 'blocked')
    return found(symptoms.length > 0 ? 'certain' : 'likely', next, { args: { blocked: 'yes' }, symptoms });
  if (symptoms.length > 0) return found(messages.length > 0 ? 'likely' : 'possible', next, { symptoms });
  return facts.browser.kind === 'known' ? notLooked('browser') : unread(facts, 'browser');
}
