import * as l10n from '@vscode/l10n';
import { stringLiteral } from './layout.ts';

/**
 * A framework.js to start from when a project has none (procedure rule E6, Genesys facts 5.1): valid
 * JavaScript with the Client ID in place and one empty function for each thing the framework calls, with comments in the
 * language of the texts.
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
  return `// ${l10n.t('Configuration of the Genesys Cloud Embeddable Framework.')}
window.Framework = {
  config: {
    name: 'Embeddable Framework',
    // ${l10n.t('One Client ID for each Genesys Cloud region that agents sign in to.')}
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

  // ${l10n.t('Called once, before anything else: subscribe to events here.')}
  initialSetup: function () {},

  // ${l10n.t("An agent's interaction is ready: show the matching record.")}
  screenPop: function (searchString, interaction) {},

  // ${l10n.t('A call log is saved: store it, then call onSuccess or onFailure.')}
  processCallLog: function (callLog, interaction, eventName, onSuccess, onFailure) {},

  // ${l10n.t('An agent opens a call log: show it.')}
  openCallLog: function (callLog, interaction) {},

  // ${l10n.t('An agent searches for contacts: pass a list of them to onSuccess, or call onFailure.')}
  contactSearch: function (searchValue, onSuccess, onFailure) {},
};
`;
}

/** The lines that a developer pastes into `clientIds` of framework.js (procedure rule E7), one a region. */
export function readyLines(regions: readonly string[], clientId: string): readonly string[] {
  return regions.map((region) => `${stringLiteral(region)}: ${stringLiteral(clientId)},`);
}
