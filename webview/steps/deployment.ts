import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import { clientRegion } from '../../src/core/procedures/context.ts';
import { filesMeant, readPageName } from '../../src/core/procedures/deployment.ts';
import type { Deployment } from '../../src/core/procedures/draft.ts';
import { choice, textField } from '../controls.ts';
import { controlId, findingList, findingsId, isInvalid } from '../findings.ts';
import type { Page } from '../page.ts';

/** Who deploys the framework, which decides at which page agents log in (rules E1, E4). */
export function deploymentQuestion(page: Page): TemplateResult {
  return html`<fieldset class="choices compact deployment" id=${controlId('deployment')} tabindex="-1">
    <legend>${l10n.t('Deployment')}</legend>
    ${option(page, 'private', l10n.t('Private deployment'), [
      l10n.t('You upload framework.js to an integration of your own organization.'),
      need(page),
    ])}
    ${option(page, 'public', l10n.t('Public deployment'), [
      l10n.t('Genesys hosts framework.js for you.'),
      l10n.t('Genesys gives you more redirect URIs when it publishes it; add them then.'),
    ])}
    ${option(page, 'partner', l10n.t('Page of a partner or a product'), [
      l10n.t('Agents log in at a page that bears its name, instead of index.html.'),
    ])}
    ${page.answers.deployment === 'partner' ? nameOfPage(page) : nothing}
  </fieldset>`;
}

function option(
  page: Pick<Page, 'answer' | 'answers'>,
  deployment: Deployment,
  title: string,
  lines: readonly string[],
): TemplateResult {
  return choice({
    name: 'deployment',
    value: deployment,
    title,
    lines,
    checked: page.answers.deployment === deployment,
    onChoose: () => page.answer({ deployment }),
  });
}

/** E1: whether a private deployment needs the client, as far as the file tells. */
function need({ answers: { target }, context }: Pick<Page, 'answers' | 'context'>): string {
  const files = filesMeant(target, context).filter(({ placement }) => placement?.kind !== 'unreadable');
  const calling = files.find(({ getAuthTokenLine }) => getAuthTokenLine !== undefined);
  if (calling !== undefined)
    return l10n.t(
      'It needs this client: {0} calls getAuthToken.',
      `${calling.path}:${calling.getAuthTokenLine}`,
    );
  const [file, ...others] = files;
  return file === undefined || others.length > 0
    ? l10n.t('It needs this client only if framework.js calls getAuthToken.')
    : l10n.t('It needs this client only if framework.js calls getAuthToken; {0} does not.', file.path);
}

function nameOfPage(page: Page): TemplateResult {
  const { partnerPage } = page.answers;
  const read = readPageName(partnerPage);
  return html`<div class="field">
    ${textField({
      id: controlId('partnerPage'),
      label: l10n.t('Name of the page'),
      value: partnerPage,
      invalid: isInvalid(page, 'partnerPage'),
      required: true,
      describedBy: ['hint-partnerPage', findingsId('partnerPage')],
      onInput: (typed) => page.answer({ partnerPage: typed }),
      onLeave: () => {
        page.touch('partnerPage');
        if (read.kind === 'name' && read.name !== partnerPage) page.answer({ partnerPage: read.name });
      },
      size: 'short',
    })}
    ${findingList(page, 'partnerPage')}
    <p id="hint-partnerPage" class="hint">${hint(page, read.kind === 'name' ? read.name : undefined)}</p>
  </div>`;
}

function hint({ context }: Pick<Page, 'context'>, name: string | undefined): string {
  const region = clientRegion(context);
  const [uri] =
    region === undefined || name === undefined ? [] : frameworkRedirectUris(region, false, { name });
  return uri === undefined
    ? l10n.t('What stands between /crm/ and /index.html, such as acmecti. You can paste the whole address.')
    : l10n.t('Agents log in at {0}.', uri);
}
