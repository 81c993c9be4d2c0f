import { stringLiteral } from './layout.ts';

/**
 * A framework.js to start from when a project has none (procedure rule E6, Genesys facts 5.1): valid
 * JavaScript with the Client ID in place and one empty function for each thing the framework calls.
 */
export function newFrameworkFile(options: {
  /** Domains, such as mypurecloud.com; one at least. */
  regions: readonly string[];
  clientId: string;
  dedicatedLoginWindow: boolean;
  /** The client's grant type is Code Authorization / PKCE. */
  pkce: boolean;
}): string {
  const { regions, clientId, dedicatedLoginWindow, pkce } = options;
  const pkceLine = pkce ? '\n      usePKCEAuthFlow: true,' : '';
  return `// Configuration of the Genesys Cloud Embeddable Framework.
window.Framework = {
  config: {
    name: 'Embeddable Framework',
    // One Client ID for each Genesys Cloud region that agents sign in to.
    clientIds: {
      ${readyLines(regions, clientId).join('\n      ')}
    },
    customInteractionAttributes: [],
    settings: {
      embedWebRTCByDefault: true,
      dedicatedLoginWindow: ${dedicatedLoginWindow},${pkceLine}
    },
    helpLinks: {},
  },

  // Called once, before anything else: subscribe to events here.
  initialSetup: function () {},

  // An agent's interaction is ready: show the matching record.
  screenPop: function (searchString, interaction) {},

  // A call log is saved: store it, then call onSuccess or onFailure.
  processCallLog: function (callLog, interaction, eventName, onSuccess, onFailure) {},

  // An agent opens a call log: show it.
  openCallLog: function (callLog, interaction) {},

  // An agent searches for contacts: pass a list of them to onSuccess, or call onFailure.
  contactSearch: function (searchValue, onSuccess, onFailure) {},
};
`;
}

/** The lines that a developer pastes into `clientIds` of framework.js (procedure rule E7), one a region. */
export function readyLines(regions: readonly string[], clientId: string): readonly string[] {
  return regions.map((region) => `${stringLiteral(region)}: ${stringLiteral(clientId)},`);
}
