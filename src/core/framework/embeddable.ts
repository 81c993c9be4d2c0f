import { nearestRegion, readRegionName } from '../platform/regionName.ts';
import type { ClientIds } from './entries.ts';

/** Genesys, or its former product name, which is in its domains and in the object that the framework gives to a page. */
const MAKER = /purecloud|\bpure\.cloud\b|genesys/i;

/** The object that the framework looks for, where it is made or where its settings are (Genesys facts 5.1). */
const FRAMEWORK =
  /\b(?:window|globalThis|self|top|parent)\s*(?:\?\.|\.|\[\s*["'`])\s*Framework\b|\bFramework\s*(?:\?\.|\.)\s*config\b|\bFramework\s*=\s*\{/;

/** Settings and functions whose names say what they are for; `name`, `settings` or `theme` are anybody's. */
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
    'initialSetup',
    'screenPop',
    'processCallLog',
    'openCallLog',
    'contactSearch',
    'User\\s*\\.\\s*getAuthToken',
  ].join('|')})\\b`,
);

/** Whether a text is worth reading: quicker than reading it, and right when it says no. */
export function mayBeFramework(text: string): boolean {
  return text.includes('clientIds') || hasSign(text);
}

function hasSign(text: string): boolean {
  return MAKER.test(text) || FRAMEWORK.test(text) || OWN_NAMES.test(text);
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
    .some(({ region }) => (readRegionName(region) ?? nearestRegion(region)) !== undefined);
}
