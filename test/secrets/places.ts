/**
 * Every place in the code that sends a secret or a token, as `file: what it sends with`, below `src`; with a number where it
 * is not the first of its kind in a file. It is held against the code (`test/unit/secrets`), and each is tried against
 * everything that a workspace can say (`test/vscode/secretsGoHome`).
 */
export const PLACES = [
  'core/operations/saveEffects.ts: Connection',
  'core/operations/saveEffects.ts: clientCredentialsLogin',
  'core/proof/trial.ts: endLogin',
  'core/signIn/practiceOrg.ts: endLogin',
  'core/signIn/practiceOrg.ts: exchange',
  'core/signIn/practiceOrg.ts: sendToPracticeOrg',
  'core/signIn/renewal.ts: clientCredentialsLogin',
  'core/signIn/renewal.ts: refreshLogin',
  'host/scim/makeToken.ts: clientCredentialsLogin',
  'host/signIn/flows/accessTokenFlow.ts: Connection',
  'host/signIn/flows/browserFlow.ts: endLogin',
  'host/signIn/flows/clientCredentialsFlow.ts: clientCredentialsLogin',
  'host/signIn/sessionConnections.ts: Connection',
] as const;
export type Place = (typeof PLACES)[number];

/** The same of the command line alone, tried in `test/org/secretsOfCommands.test.ts`. */
export const COMMAND_LINE_PLACES = [
  'cli/orgs/openOrg.ts: Connection',
  'cli/orgs/openOrg.ts: Connection (2)',
  'cli/orgs/openOrg.ts: clientCredentialsLogin',
] as const;

/**
 * What in a workspace is read, by the file of `src/host` that reads it: the editor's file system or documents, a search
 * for files, or the disk.
 */
export const READERS = [
  'host/files/leadsTo.ts',
  'host/files/read.ts',
  'host/files/search.ts',
  'host/files/write.ts',
  'host/privileges/givenFile.ts',
  'host/privileges/workspaceCalls.ts',
  'host/report/keptAnswers.ts',
  'host/report/lastReports.ts',
  'host/signIn/endedSessions.ts',
  'host/watch/watchedFiles.ts',
] as const;
