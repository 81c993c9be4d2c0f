import * as l10n from '@vscode/l10n';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import { indexOperations } from '../../core/privileges/findOperations.ts';
import { matchCalls } from '../../core/privileges/matchCalls.ts';
import { type CallsAs, type Needs, needsOf } from '../../core/privileges/needs.ts';
import { NO_CHOICES, readOrgChoices } from '../../core/privileges/orgChoices.ts';
import { type TakeAwayForm, takeAway } from '../../core/privileges/takeAway.ts';
import type { TakenNeeds } from '../../core/privileges/takenNeeds.ts';
import type { Draft } from '../../core/procedures/draft.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { unmatchedTexts } from '../../core/texts/unmatchedCalls.ts';
import type { NewDraft } from '../../core/wizard/drafts.ts';
import { openNewText } from '../files/newText.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Report } from '../ui/dialogs.ts';
import { askApi } from './askApi.ts';
import { askCallSource, type CallSource } from './callSources.ts';
import { type DescribedApi, describedApi } from './describedApi.ts';

type Means = Pick<Services, 'connections' | 'dialogs' | 'log' | 'operations' | 'orgClients' | 'sessions'>;

/**
 * Finds out which scopes, permissions and roles an application needs for what it calls, and writes it into a new file: a
 * ticket for an administrator. Goes on to a new client, or to other forms, if the person wants.
 */
export async function findNeeds(means: Means, openWizard: (draft: NewDraft) => Promise<void>): Promise<void> {
  const { dialogs } = means;
  const source = await askCallSource(dialogs, means.log);
  if (source === undefined) return;
  const api = await askApi(
    means,
    l10n.t('What an application needs'),
    l10n.t('Whose API does it call? Where you are signed in, the roles are looked at, too.'),
  );
  if (api === undefined) return;
  const described = await describedApi(means, api.apiUrl);
  if (described === undefined) return;
  const callsAs = await askCallsAs(means);
  if (callsAs === undefined) return;
  const taken = await dialogs.progress(
    l10n.t('Finding what it needs…'),
    async (signal, report) =>
      await workOut(means, { source, org: api.org, described, callsAs }, signal, report),
  );
  if (taken === undefined) return;
  if ('nothingFound' in taken) {
    dialogs.warn(inOneText([nothingFoundText(), ...taken.nothingFound]));
    return;
  }
  await openTaken('markdown', taken);
  await offerMore(means, taken, api.org, openWizard);
}

async function askCallsAs({ dialogs }: Means): Promise<CallsAs | undefined> {
  return await dialogs.choose<CallsAs>(
    { title: l10n.t('What an application needs'), placeholder: l10n.t('As whom does it call?') },
    [
      {
        label: l10n.t('As the person who logs in'),
        detail: l10n.t('It needs scopes. What the person may do besides comes from their own roles.'),
        value: 'person',
      },
      {
        label: l10n.t('As itself, with Client Credentials'),
        detail: l10n.t('It needs roles. Scopes do not count for it.'),
        value: 'client',
      },
    ],
  );
}

type Question = {
  readonly source: CallSource;
  readonly org: OrgAccount | undefined;
  readonly described: DescribedApi;
  readonly callsAs: CallsAs;
};

/** What is needed; or that no call was found, with the first of what was not read. */
type WorkedOut = TakenNeeds | { readonly nothingFound: readonly string[] };

/** A message has no room for more. */
const MOST_TOLD = 3;

/** Undefined when the person cancelled. */
async function workOut(
  means: Means,
  { source, org, described, callsAs }: Question,
  signal: AbortSignal,
  report: Report,
): Promise<WorkedOut | undefined> {
  const { description } = described;
  const index = indexOperations(description.operations);
  const [found, choices] = await Promise.all([
    source.read({ operations: index }, report, signal),
    callsAs === 'client' && org !== undefined
      ? readOrgChoices(async (call) => await means.connections.call(org.account, call), signal)
      : NO_CHOICES,
  ]);
  if (found === undefined || signal.aborted) return undefined;
  if (found.calls.length === 0) return { nothingFound: found.remarks.slice(0, MOST_TOLD) };
  const matched = matchCalls(found.calls, index);
  return {
    application: source.application,
    needs: needsOf(matched.uses, callsAs, { operations: description.operations, ...choices }),
    description,
    language: textLanguage(),
    remarks: [...described.remarks, ...unmatchedTexts(matched), ...found.remarks],
  };
}

/** Where nothing was read, nothing may be said to need nothing. */
function nothingFoundText(): string {
  return l10n.t(
    'No call of the Platform API was found in it, so it is not known what it needs. Was it the right text?',
  );
}

/** VS Code calls the languages as the forms are called. */
async function openTaken(form: TakeAwayForm, taken: TakenNeeds): Promise<void> {
  await openNewText(takeAway(form, taken), form);
}

async function offerMore(
  { dialogs }: Means,
  taken: TakenNeeds,
  org: OrgAccount | undefined,
  openWizard: (draft: NewDraft) => Promise<void>,
): Promise<void> {
  const chosen = await dialogs.answer<'client' | TakeAwayForm>(
    'information',
    l10n.t(
      'What {0} needs stands in a new file. Save it where you want, or paste it into a ticket.',
      taken.application,
    ),
    [
      ...(org === undefined ? [] : [{ title: l10n.t('Create such a client'), value: 'client' as const }]),
      { title: 'Terraform', value: 'terraform' },
      { title: 'JSON', value: 'json' },
    ],
  );
  if (chosen === undefined) return;
  if (chosen !== 'client') return await openTaken(chosen, taken);
  if (org === undefined) return;
  await openWizard({
    account: org.account,
    procedure: 'general',
    draft: draftOf(taken.application, taken.needs),
  });
}

/** In which divisions the client gets its roles, the person chooses. */
function draftOf(name: string, { callsAs, scopes, roles }: Needs): Draft {
  return callsAs === 'person'
    ? { name, grantType: 'CODE', scopes: scopes.map(({ scope }) => scope) }
    : {
        name,
        grantType: 'CLIENT-CREDENTIALS',
        roles: (roles?.roles ?? []).map(({ role }) => ({ roleId: role.id, divisionIds: [] })),
      };
}
