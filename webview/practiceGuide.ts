import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import {
  PRACTICE_TOOLS,
  type PracticeAddress,
  type PracticeSetting,
  type PracticeTool,
  practiceSettingText,
} from '../src/core/export/practiceTools.ts';
import { practiceGuideTitle } from '../src/core/texts/practiceOrg.ts';
import { placeOf } from '../src/core/texts/regions.ts';
import { signInFailureText } from '../src/core/texts/signInFailures.ts';
import type { PracticeGuide } from '../src/core/wizard/practiceGuide.ts';
import { button, progress } from './controls.ts';
import { copyBeside } from './copyButton.ts';
import { failureView } from './failure.ts';
import type { Page } from './page.ts';
import { practiceSettingName, practiceSettingUse } from './practiceSettings.ts';

type GuidePage = Pick<Page, 'looks' | 'send'>;

/** How to point other clients at the practice org, at the address that it has now. */
export function practiceGuide(page: GuidePage, guide: PracticeGuide): TemplateResult {
  return html`<section>
    <h1 class="visually-hidden">${l10n.t('Create OAuth Client')}</h1>
    <h2 tabindex="-1">${practiceGuideTitle()}</h2>
    <p class="lead">
      ${l10n.t('The practice org is a simulated organization on this computer. Programs on this computer use it as they use Genesys Cloud, and nothing that they do there is real.')}
    </p>
    <p class="actions">
      ${button({ label: l10n.t('Back'), onClick: () => page.send({ type: 'leave-practice-guide' }) })}
      ${again(page, guide)}
    </p>
    <div class="guide">${content(page, guide)}</div>
  </section>`;
}

function content(page: GuidePage, guide: PracticeGuide): TemplateResult {
  switch (guide.kind) {
    case 'starting':
      return progress(l10n.t('Starting the practice org…'));
    case 'failed':
      return failureView(page, signInFailureText(guide.failure));
    case 'running':
      return settings(page, guide);
  }
}

/** The way to the address of now, or to another try. */
function again(page: GuidePage, { kind, region }: PracticeGuide): TemplateResult | undefined {
  if (kind === 'starting') return undefined;
  return button({
    label: kind === 'failed' ? l10n.t('Try again') : l10n.t('Look for it again'),
    onClick: () => page.send({ type: 'show-practice-guide', region }),
  });
}

function settings(page: GuidePage, org: PracticeAddress): TemplateResult {
  return html`<dl class="entries">
      ${entry(page, org, 'practice-address')} ${entry(page, org, 'practice-port')}
      <div>
        <dt>${l10n.t('Region')}</dt>
        <dd><span class="value">${placeOf(org.region)}</span></dd>
      </div>
    </dl>
    <p>
      ${l10n.t('It ends with the window of VS Code that started it. The next window that needs it starts it again, with what it holds, and at the same port unless another program has taken that.')}
    </p>
    <div class="note">
      <b>${l10n.t('Use a client of the practice org.')}</b>
      <p>${l10n.t('Make one here, as in a real organization. Put no secret and no token of a real organization into what you copy from this page.')}</p>
    </div>
    ${PRACTICE_TOOLS.map((tool) => toolPart(page, org, tool))}`;
}

function entry(page: GuidePage, org: PracticeAddress, setting: PracticeSetting): TemplateResult {
  return html`<div>
    <dt>${practiceSettingName(setting)}</dt>
    <dd>
      <span class="value"><code>${practiceSettingText(setting, org)}</code></span>
      ${copy(page, setting)}
    </dd>
  </div>`;
}

function toolPart(page: GuidePage, org: PracticeAddress, tool: PracticeTool): TemplateResult {
  return html`<h3>${practiceSettingName(tool)}</h3>
    <p class="hint above">${practiceSettingUse(tool)}</p>
    <pre tabindex="0" role="group" aria-label=${practiceSettingName(tool)}>${practiceSettingText(tool, org).trimEnd()}</pre>
    <p class="actions">${copy(page, tool)}</p>`;
}

function copy(page: GuidePage, setting: PracticeSetting): TemplateResult {
  return copyBeside(page, setting, practiceSettingName(setting));
}
