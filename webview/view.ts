import { html, type TemplateResult } from 'lit';
import type { WizardState } from '../src/core/wizard/state.ts';
import { bar, goOnWithEnter } from './bar.ts';
import { type Page, pageOf } from './page.ts';
import type { PageStore } from './pageStore.ts';
import { practiceGuide } from './practiceGuide.ts';
import { runView } from './run/run.ts';
import { stepList } from './stepList.ts';
import { adminPage } from './steps/adminPage.ts';
import { chooseProcedure } from './steps/chooseProcedure.ts';
import { connect } from './steps/connect.ts';
import { details } from './steps/details.ts';
import { divisions } from './steps/divisions.ts';
import { frameworkFile } from './steps/frameworkFile.ts';
import { grantType } from './steps/grantType.ts';
import { identityProvider } from './steps/identityProvider.ts';
import { redirectUris } from './steps/redirectUris.ts';
import { review } from './steps/review.ts';
import { roles } from './steps/roles.ts';
import { scopes } from './steps/scopes.ts';

/** The whole page. */
export function wizardView(store: PageStore, state: WizardState): TemplateResult {
  const { procedure } = state.memory;
  if (state.guide !== null) return html`<main class="alone">${practiceGuide(store, state.guide)}</main>`;
  if (procedure === undefined)
    return html`<main class="alone">${chooseProcedure(store, state.memory.formerDrafts)}</main>`;
  const page = pageOf(store, state, procedure);
  return html`<div class="wizard">
    ${stepList(page)}
    <main>${page.run === null ? html`${question(page)}${bar(page)}` : runView(page, page.run)}</main>
  </div>`;
}

function question(page: Page): TemplateResult {
  return html`<section @keydown=${goOnWithEnter(page)}>${stepView(page)}</section>`;
}

function stepView(page: Page): TemplateResult {
  switch (page.memory.step) {
    case 'connect':
      return connect(page);
    case 'details':
      return details(page);
    case 'grant-type':
      return grantType(page);
    case 'identity-provider':
      return identityProvider(page);
    case 'roles':
      return roles(page);
    case 'divisions':
      return divisions(page);
    case 'redirect-uris':
      return redirectUris(page);
    case 'scopes':
      return scopes(page);
    case 'framework-file':
      return frameworkFile(page);
    case 'admin-page':
      return adminPage(page);
    case 'review':
      return review(page);
  }
}
