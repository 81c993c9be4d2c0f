import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { readyLines } from '../../src/core/framework/newFile.ts';
import { clientRegion, type FrameworkFile } from '../../src/core/procedures/context.ts';
import type { ClientIdInUse, Target } from '../../src/core/procedures/draft.ts';
import type { DraftFinding } from '../../src/core/procedures/draftFinding.ts';
import { clientIdsInUse, frameworkRegions, isAgreed } from '../../src/core/procedures/frameworkRegions.ts';
import { NEW_CLIENT_ID } from '../../src/core/procedures/placement.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { button, checkbox, choice } from '../controls.ts';
import { diffView, withId } from '../diff.ts';
import { controlId, findingLine, findingsId } from '../findings.ts';
import { heading } from '../heading.ts';
import { findingsAt, type Page } from '../page.ts';

/** Where the Client ID goes (rules E6, E7). The file stays as it is until Save. */
export function frameworkFile(page: Page): TemplateResult {
  const { files, newFiles } = page.context.workspace;
  return html`${heading(
    page,
    stepTitle('framework-file'),
    l10n.t('Where the Client ID goes: into clientIds, under the domain of your region.'),
    'client-ids',
  )}
  <fieldset class="choices" id=${controlId('target')} tabindex="-1" aria-describedby=${findingsId('target')}>
    <legend class="visually-hidden">${stepTitle('framework-file')}</legend>
    ${files.map((file) => targetChoice(page, { kind: 'existing-file', uri: file.uri }, file.path, consequence(file)))}
    ${newFiles.map(({ uri, path }) =>
      targetChoice(page, { kind: 'new-file', uri }, path, l10n.t('A new, minimal file to start from.')),
    )}
    ${targetChoice(page, { kind: 'by-hand' }, l10n.t('Add the ID myself'), l10n.t('You get the ready line to copy. No file is changed.'))}
  </fieldset>
  ${files.length + newFiles.length === 0 ? html`<p class="hint">${l10n.t('No folder is open, so there is no file to write to.')}</p>` : nothing}
  <div id=${findingsId('target')} class="findings">
    ${targetFindings(page).map((finding) => findingLine(page, finding))}
  </div>
  ${replaceQuestions(page)} ${preview(page)}
  <p>${button({ label: l10n.t('Look for files again'), onClick: () => page.send({ type: 'refresh' }) })}</p>`;
}

function targetChoice(
  page: Pick<Page, 'answer' | 'answers'>,
  target: Target,
  title: string,
  text: string,
): TemplateResult {
  return choice({
    name: 'target',
    value: target.kind === 'by-hand' ? target.kind : target.uri,
    title: target.kind === 'by-hand' ? title : html`<span class="code">${title}</span>`,
    lines: [text],
    checked: isChosen(page, target),
    onChoose: () => page.answer({ target }),
  });
}

function isChosen({ answers }: Pick<Page, 'answers'>, target: Target): boolean {
  const { target: chosen } = answers;
  if (chosen?.kind !== target.kind) return false;
  return chosen.kind === 'by-hand' || target.kind === 'by-hand' || chosen.uri === target.uri;
}

function consequence({ placement }: FrameworkFile): string {
  switch (placement?.kind) {
    case undefined:
      return l10n.t('What would change is known once you are connected.');
    case 'possible':
      return placement.entries.length === 1
        ? l10n.t('One value changes, in line {0}.', placement.line)
        : l10n.t('{0} values change, from line {1} on.', placement.entries.length, placement.line);
    case 'refused':
      return l10n.t('It cannot be changed safely.');
    case 'unreadable':
      return l10n.t('It cannot be read.');
  }
}

/** Findings of a choice that was made are said at once; that none was made is said when one tries to go on. */
function targetFindings(page: Pick<Page, 'findings' | 'looks' | 'memory' | 'steps'>) {
  const chosen = page.findings.filter(({ place, code }) => place === 'target' && code !== 'target-missing');
  return chosen.length > 0 ? chosen.map(withoutTwins) : findingsAt(page, 'target');
}

/** The ways out that stand on this page anyway, as a box to tick and as a choice, are not offered twice. */
function withoutTwins(finding: DraftFinding): DraftFinding {
  if (finding.code !== 'target-in-use') return finding;
  const fixes = finding.fixes.filter(({ code }) => code === 'leave-region-out');
  return { ...finding, fixes };
}

/** One question for each region, because another Client ID may be in use in each. */
function replaceQuestions(
  page: Pick<Page, 'answer' | 'answers' | 'context'>,
): TemplateResult | typeof nothing {
  const file = chosenFile(page);
  const inUse = file === undefined ? [] : clientIdsInUse(file, page.answers);
  if (inUse.length === 0) return nothing;
  return html`<div id=${controlId('mayReplace')} class="questions">${inUse.map((id) => replaceQuestion(page, id))}</div>`;
}

function replaceQuestion(page: Pick<Page, 'answer' | 'answers'>, id: ClientIdInUse): TemplateResult {
  const { mayReplace } = page.answers;
  const { uri, region, clientId } = id;
  return checkbox({
    id: `replace-${region}`,
    checked: isAgreed(id, page.answers),
    onChange: (checked) =>
      page.answer({
        mayReplace: [
          ...mayReplace.filter((other) => other.uri !== uri || other.region !== region),
          ...(checked ? [id] : []),
        ],
      }),
    content: html`${l10n.t('Replace the Client ID of {0}:', region)} <code>${clientId}</code>`,
    label: `${l10n.t('Replace the Client ID of {0}:', region)} ${clientId}`,
  });
}

function preview(page: Pick<Page, 'answers' | 'context'>): TemplateResult | typeof nothing {
  const regions = frameworkRegions(page.answers, clientRegion(page.context));
  const placement = chosenFile(page)?.placement;
  if (placement?.kind === 'possible')
    return html`<h3>${l10n.t('What will change')}</h3>${diffView(placement.diff)}`;
  if (page.answers.target?.kind !== 'by-hand' || regions.length === 0) return nothing;
  return html`<h3>${linesFor(regions)}</h3>
    <pre tabindex="0" role="group" aria-label=${linesFor(regions)}>${withId(readyLines(regions, NEW_CLIENT_ID).join('\n'))}</pre>`;
}

/** What the lines for these regions are called (rule E7). */
export function linesFor(regions: readonly string[]): string {
  return regions.length === 1 ? l10n.t('The line for clientIds') : l10n.t('The lines for clientIds');
}

function chosenFile({
  answers: { target },
  context,
}: Pick<Page, 'answers' | 'context'>): FrameworkFile | undefined {
  return target?.kind === 'existing-file'
    ? context.workspace.files.find(({ uri }) => uri === target.uri)
    : undefined;
}
