import * as l10n from '@vscode/l10n';
import { type Region, regionOf } from '../platform/regions.ts';
import { listed } from './sentences.ts';

const PLACES: Record<Region['domain'], () => string> = {
  'mypurecloud.com': () => l10n.t('Americas (US East)'),
  'use2.us-gov-pure.cloud': () => l10n.t('Americas (US East, FedRAMP)'),
  'usw2.pure.cloud': () => l10n.t('Americas (US West)'),
  'cac1.pure.cloud': () => l10n.t('Americas (Canada)'),
  'sae1.pure.cloud': () => l10n.t('Americas (São Paulo)'),
  'mxc1.pure.cloud': () => l10n.t('Americas (Mexico)'),
  'mypurecloud.ie': () => l10n.t('EMEA (Ireland)'),
  'euw2.pure.cloud': () => l10n.t('EMEA (London)'),
  'mypurecloud.de': () => l10n.t('EMEA (Frankfurt)'),
  'euc2.pure.cloud': () => l10n.t('EMEA (Zurich)'),
  'mec1.pure.cloud': () => l10n.t('EMEA (UAE)'),
  'edee1.eusc-pure.cloud': () => l10n.t('EMEA (European Sovereign Cloud)'),
  'aps1.pure.cloud': () => l10n.t('Asia Pacific (Mumbai)'),
  'mypurecloud.jp': () => l10n.t('Asia Pacific (Tokyo)'),
  'apne2.pure.cloud': () => l10n.t('Asia Pacific (Seoul)'),
  'apne3.pure.cloud': () => l10n.t('Asia Pacific (Osaka)'),
  'apse1.pure.cloud': () => l10n.t('Asia Pacific (Singapore)'),
  'mypurecloud.com.au': () => l10n.t('Asia Pacific (Sydney)'),
};

/** Where a region is. */
export function placeText({ domain }: Region): string {
  return PLACES[domain]();
}

/** What a key of `clientIds` is asked for that names a region in another way than by its domain. */
export function exactDomainText({ domain }: Region): string {
  return l10n.t('The framework takes only the exact domain here: {domain}.', { domain });
}

/** A region as people know it: "Asia Pacific (Tokyo), mypurecloud.jp"; a custom domain is all there is to say. */
export function placeOf(domain: string): string {
  const region = regionOf(domain);
  return region === undefined ? domain : listed([placeText(region), domain]);
}
