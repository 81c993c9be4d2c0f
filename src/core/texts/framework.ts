import * as l10n from '@vscode/l10n';
import type { FrameworkFix, FrameworkProblem } from '../framework/problem.ts';
import { anyGrantTypeName } from './clientFields.ts';
import { monthText } from './duration.ts';

/** What is wrong with a framework.js and what to do about it, in the reader's language (BCP 47 tag). */
export function frameworkProblemText(problem: FrameworkProblem, language: string): string {
  const args = formatted(problem.args, language);
  switch (problem.code) {
    case 'no-client-id':
      return l10n.t(
        'No region has a Client ID. A public deployment needs one for each region that agents sign in to; a private one does without.',
      );
    case 'placeholder-client-id':
      return 'by' in args
        ? l10n.t(
            '"{text}" looks like a place that a build fills in. Unless it puts a Client ID for {region} here, the entry does not work.',
            args,
          )
        : l10n.t('"{text}" is not a Client ID. Put the ID of your OAuth client for {region} here.', args);
    case 'malformed-client-id':
      return l10n.t(
        '"{text}" is not a complete Client ID: one has 32 hexadecimal digits in groups of 8-4-4-4-12, and nothing around them.',
        args,
      );
    case 'unknown-region':
      return 'suggestion' in args
        ? l10n.t(
            '"{region}" is not the domain of a region, so this entry is ignored. The domain is {suggestion}.',
            args,
          )
        : l10n.t(
            '"{region}" is not a region that this extension knows. An entry counts only for agents who sign in at exactly this domain.',
            args,
          );
    case 'duplicate-region':
      return l10n.t(
        'This entry has no effect: {region} is here again in line {line}, and the last one counts.',
        args,
      );
    case 'duplicate-setting':
      return l10n.t(
        'This has no effect: {name} is here again in line {line}, and the last one counts.',
        args,
      );
    case 'auth-token-without-client-id':
      return l10n.t(
        'This file calls getAuthToken, which works only with a Client ID for the region that the agent signs in to. No region has one.',
      );
    case 'commented-out-only':
      return l10n.t('The only Client ID is in a comment ({region}), so it does not count.', args);
    case 'client-not-found':
      return l10n.t(
        '{orgs} has no OAuth client with this ID. It may have been deleted, or belong to another organization of the region.',
        args,
      );
    case 'client-not-active':
      return problem.severity === 'error'
        ? l10n.t('The client "{client}" in {org} is not active, so nobody can log in with it.', args)
        : l10n.t(
            'The client "{client}" in {org} has the state {state}, which this extension does not know. If nobody can log in, this may be why.',
            args,
          );
    case 'client-wrong-grant':
      return wrongGrantText(problem, args);
    case 'implicit-grant-ending':
      return l10n.t(
        'The client "{client}" in {org} has an implicit grant. Genesys announced that such clients stop working, in {month} at the earliest. Code Authorization / PKCE lasts.',
        { ...args, month: monthText(String(problem.args['month']), language) },
      );
    case 'missing-redirect-uri':
      return missingUrisText(problem, args);
    case 'inexact-redirect-uri':
      return 'instead' in args
        ? l10n.t(
            'The client "{client}" in {org} has the redirect URI {registered}, but the framework logs in at {uri}. Genesys Cloud compares exactly, so login fails unless your deployment uses {instead} in its place.',
            args,
          )
        : l10n.t(
            'The client "{client}" in {org} has the redirect URI {registered}, but the framework logs in at {uri}. Genesys Cloud compares exactly, so login fails.',
            args,
          );
    case 'missing-scope':
      return l10n.t(
        'The client "{client}" in {org} lacks scopes that are recommended for the framework: {scopes}.',
        args,
      );
    case 'wrong-region':
      return l10n.t(
        'This is the ID of the client "{client}" in {org}, which is in {home}, not in {region}.',
        args,
      );
  }
}

function wrongGrantText({ severity }: FrameworkProblem, args: Record<string, string>): string {
  const grant = args['grant'] ?? '';
  if (severity === 'information')
    return l10n.t(
      'Nothing is known of the grant type of the client "{client}" in {org} ({grant}), so it was not checked whether agents can log in.',
      { ...args, grant: anyGrantTypeName(grant || undefined) },
    );
  if (grant === 'TOKEN')
    return l10n.t(
      'usePKCEAuthFlow is on, but the client "{client}" in {org} has the grant type Implicit Grant (Browser). The two do not go together, so login most likely fails.',
      args,
    );
  return l10n.t(
    'The client "{client}" in {org} has the grant type {grant}, with which no agent can log in. The framework needs Code Authorization / PKCE.',
    { ...args, grant: anyGrantTypeName(grant) },
  );
}

/** Only a client without any redirect URI is certain to fail: a deployment may have a page of its own. */
function missingUrisText({ severity }: FrameworkProblem, args: Record<string, string>): string {
  if ('instead' in args)
    return l10n.t(
      'The client "{client}" in {org} does not have {uris}, where the framework logs in. It has {instead}: all is well if your deployment uses that page in its place.',
      args,
    );
  return severity === 'error'
    ? l10n.t(
        'The client "{client}" in {org} has no redirect URI at all, so nobody can log in. The framework logs in at {uris}.',
        args,
      )
    : l10n.t(
        'The client "{client}" in {org} lacks redirect URIs that the framework logs in at: {uris}. Unless your deployment has a page of its own, login fails without them, letter by letter.',
        args,
      );
}

/** What a repair is called where it is offered. */
export function frameworkFixText(fix: FrameworkFix): string {
  switch (fix.kind) {
    case 'edit':
      return editText(fix);
    case 'change-client':
      return changeText(fix);
    case 'create-client':
      return fix.region === undefined
        ? l10n.t('Create an OAuth client…')
        : l10n.t('Create an OAuth client for {region}…', { region: fix.region });
    case 'choose-client':
      return l10n.t('Choose a client of {region}…', { region: fix.region });
    case 'copy-redirect-uris':
      return l10n.t("Copy what is missing and open the client's page");
  }
}

/** What another place has to do with a problem. */
export function relatedText({ what }: FrameworkProblem['related'][number]): string {
  switch (what) {
    case 'counts-instead':
      return l10n.t('This one counts.');
    case 'get-auth-token':
      return l10n.t('getAuthToken is called here.');
    case 'login-window':
      return l10n.t('dedicatedLoginWindow is on, so the login window needs its own redirect URI.');
  }
}

function editText({ code, args }: Extract<FrameworkFix, { kind: 'edit' }>): string {
  switch (code) {
    case 'correct-client-id':
      return l10n.t('Change to {clientId}', args);
    case 'correct-region':
      return l10n.t('Change to {region}', args);
    case 'move-to-region':
      return l10n.t('Move to {region}', args);
    case 'remove-duplicate-region':
      return l10n.t('Remove the entry without effect');
    case 'remove-duplicate-setting':
      return l10n.t('Remove the setting without effect');
    case 'use-entry':
      return l10n.t('Use this Client ID for {region}', args);
  }
}

function changeText({ change }: Extract<FrameworkFix, { kind: 'change-client' }>): string {
  switch (change.kind) {
    case 'add-redirect-uris':
      return l10n.t('Add the redirect URIs to the client…');
    case 'replace-redirect-uris':
      return l10n.t('Correct the redirect URI of the client…');
    case 'add-scopes':
      return l10n.t('Add the scopes to the client…');
    case 'activate':
      return l10n.t('Activate the client…');
    case 'use-pkce':
      return l10n.t('Change the client to Code Authorization / PKCE…');
  }
}

function formatted(args: FrameworkProblem['args'], language: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' ? new Intl.ListFormat(language).format(value) : quotable(name, String(value)),
    ]),
  );
}

const LONGEST_QUOTE = 60;

/** What a file says may be of any length; a sentence about it may not. */
function quotable(name: string, text: string): string {
  const characters = [...text];
  if ((name !== 'text' && name !== 'region') || characters.length <= LONGEST_QUOTE) return text;
  return `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
}
