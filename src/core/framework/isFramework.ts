import { meantRegion } from '../platform/nearestRegion.ts';
import { type ClientIds, MOST_JUDGED } from './entries.ts';

/** Genesys, or its former product name, which is in its domains and in the object that the framework gives to a page. */
const MAKER = /purecloud|\bpure\.cloud\b|genesys/i;

const WINDOW = '(?:window|globalThis|self|top|parent)\\b';

/** Between braces, up to a name in it. Whoever wrote the text chooses how long that is, so it has a limit. */
const UP_TO_NAME = '\\{[^{}]{0,200}?\\b';

/**
 * The object that the framework looks for, where it is made, put on `window` or taken from it, or where its settings are
 * (Genesys facts 5.1). A type of TypeScript may stand in between.
 */
const FRAMEWORK = new RegExp(
  [
    `\\b${WINDOW}\\s*(?:\\?\\.|\\.|\\[\\s*["'\`])\\s*Framework\\b`,
    '\\bFramework\\s*(?:\\?\\.|\\.)\\s*config\\b',
    // Behind a colon it is the type of something else.
    '(?<!:\\s{0,9})\\bFramework\\s*=\\s*\\{',
    '\\b(?:const|let|var)\\s+Framework\\s*:[^=;{}()]{1,200}=\\s*\\{',
    `\\bassign\\s*\\(\\s*${WINDOW}\\s*,\\s*${UP_TO_NAME}Framework\\b`,
    `\\b(?:defineProperty|set)\\s*\\(\\s*${WINDOW}\\s*,\\s*["'\`]Framework["'\`]`,
    `${UP_TO_NAME}Framework\\b[^{}]{0,200}\\}\\s*=\\s*${WINDOW}`,
  ].join('|'),
);

/**
 * Settings and functions whose names say what they are for. `name`, `settings` or `theme` are anybody's, and any telephony
 * has a `screenPop`, a `contactSearch` or an `initialSetup`.
 */
const OWN_NAMES = new RegExp(
  `\\b(?:${[
    'customInteractionAttributes',
    'embedWebRTCByDefault',
    'hideWebRTCPopUpOption',
    'enableCallLogs',
    'hideCallLog(?:Subject|Contact|Relation)',
    'enableTransferContext',
    'dedicatedLoginWindow',
    'usePKCEAuthFlow',
    'embeddedInteractionWindow',
    'enableConfigurableCallerI[Dd]',
    'enableServerSideLogging',
    'enableCallHistory',
    'defaultOutboundSMSCountryCode',
    'processCallLog',
    'openCallLog',
    'User\\s*\\.\\s*getAuthToken',
  ].join('|')})\\b`,
);

/** Whether a text is worth reading: quicker than reading it, and right when it says no. */
export function mayBeFramework(text: string): boolean {
  return text.includes('clientIds') || hasSign(text);
}

function hasSign(text: string): boolean {
  // Each way to write the object has its name in it, which is found much quicker.
  const mayHaveObject = text.includes('Framework');
  return MAKER.test(text) || (mayHaveObject && FRAMEWORK.test(text)) || OWN_NAMES.test(text);
}

/**
 * Whether a text is about the Embeddable Framework, by a sign that other products do not give (Genesys facts 5.1 to
 * 5.4): many have a framework.js, and `clientIds` or a `getAuthToken`, too. Comments count: who writes of Genesys there
 * means it.
 */
export function isEmbeddableFramework(text: string, clientIds: ClientIds): boolean {
  return hasSign(text) || namesRegion(clientIds);
}

/** A key that is a region's domain but for a typing error. What AWS calls its regions, others use as well. */
function namesRegion(clientIds: ClientIds): boolean {
  if (clientIds.kind !== 'literal') return false;
  return clientIds.entries
    .filter(({ region }) => region.includes('.'))
    .slice(0, MOST_JUDGED)
    .some(({ region }) => meantRegion(region) !== undefined);
}
