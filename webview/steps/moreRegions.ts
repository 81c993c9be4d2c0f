import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type Region, regions } from '../../src/core/platform/regions.ts';
import { clientRegion } from '../../src/core/procedures/context.ts';
import { withFrameworkPages } from '../../src/core/procedures/frameworkRegions.ts';
import { isNew } from '../../src/core/procedures/startFrom/adopt.ts';
import { placeText } from '../../src/core/texts/regions.ts';
import { checkbox } from '../controls.ts';
import { controlId } from '../findings.ts';
import type { Page } from '../page.ts';

/** The regions, besides the client's own, whose agents use the same framework.js (rules G11, E4). */
export function moreRegions(page: Page): TemplateResult | typeof nothing {
  const own = clientRegion(page.context);
  if (own === undefined) return nothing;
  const { moreRegions: chosen } = page.answers;
  const inFile = new Set(page.context.workspace.files.flatMap((file) => file.regions));
  const others = regions.filter(({ domain }) => domain !== own);
  const suggested = others.filter(({ domain }) => inFile.has(domain));
  const rest = others.filter(({ domain }) => !inFile.has(domain));
  const isOpen = page.looks.showsRegions ?? rest.some(({ domain }) => chosen.includes(domain));
  return html`<fieldset class="choices regions" id=${controlId('moreRegions')} tabindex="-1" aria-describedby="hint-moreRegions">
    <legend>${l10n.t('Agents of other regions')}</legend>
    <p id="hint-moreRegions" class="hint">
      ${hint(page)}
    </p>
    ${regionBoxes(page, suggested)}
    ${
      rest.length === 0
        ? nothing
        : html`<details ?open=${isOpen} @toggle=${(event: Event) => page.look({ showsRegions: isShown(event) })}>
            <summary>${suggested.length === 0 ? l10n.t('Choose regions') : l10n.t('Other regions')}</summary>
            ${regionBoxes(page, rest)}
          </details>`
    }
  </fieldset>`;
}

/** Once open, it does not close under whoever unticks the last of its boxes. */
function isShown({ target }: Event): boolean {
  return target instanceof HTMLDetailsElement && target.open;
}

/** A client that is used as it is gets no redirect URIs. */
function hint({ answers }: Pick<Page, 'answers'>): string {
  return isNew(answers)
    ? l10n.t(
        'One client can serve every region. Tick those whose agents use this framework.js, too: each gets its redirect URIs and its entry in clientIds.',
      )
    : l10n.t(
        'One client can serve every region. Tick those whose agents use this framework.js, too: each gets its entry in clientIds.',
      );
}

function regionBoxes(
  page: Pick<Page, 'answer' | 'answers' | 'context' | 'memory'>,
  some: readonly (typeof regions)[number][],
): TemplateResult {
  return html`<div class="grid">${some.map((region) => regionBox(page, region))}</div>`;
}

function regionBox(
  page: Pick<Page, 'answer' | 'answers' | 'context' | 'memory'>,
  region: Region,
): TemplateResult {
  const { domain } = region;
  const place = placeText(region);
  const { moreRegions: chosen } = page.answers;
  return checkbox({
    id: `region-${domain}`,
    checked: chosen.includes(domain),
    onChange: (checked) =>
      answerPages(page, {
        moreRegions: checked ? [...chosen, domain] : chosen.filter((other) => other !== domain),
      }),
    content: html`<code>${domain}</code> <span class="muted">${place}</span>`,
    label: `${domain} ${place}`,
  });
}

/** Answers what decides about the framework's pages among the redirect URIs, which follow. */
export function answerPages(
  page: Pick<Page, 'answer' | 'answers' | 'context' | 'memory'>,
  change: Parameters<typeof withFrameworkPages>[0],
): void {
  const { answers, memory, context } = page;
  page.answer(withFrameworkPages(change, answers, memory.draft, context));
}
