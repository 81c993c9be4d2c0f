import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { regionOf } from '../../src/core/platform/regions.ts';
import { placeText } from '../../src/core/texts/regions.ts';

/** A region by its domain, and by its place as far as it has a known one. */
export function regionFact(domain: string): TemplateResult {
  const region = regionOf(domain);
  return html`<dt>${l10n.t('Region')}</dt>
    <dd>${domain}${region === undefined ? nothing : html` <span class="muted">${placeText(region)} · ${region.awsRegion}</span>`}</dd>`;
}
