/**
 * Every place in the code that sends a secret or a token, as `file: what it sends with`, below `src`. It is held against the
 * code (`test/unit/secrets`), and each is tried against everything that a workspace can say (`test/vscode/secretsGoHome`).
 */
export const PLACES = [
  'core/operations/saveEffects.ts: Connection',
  'core/operations/saveEffects.ts: clientCredentialsLogin',
  'core/proof/trial.ts: endLogin',
  'host/scim/makeToken.ts: clientCredentialsLogin',
  'host/signIn/flows/accessTokenFlow.ts: Connection',
  'host/signIn/flows/browserFlow.ts: endLogin',
  'host/signIn/flows/clientCredentialsFlow.ts: clientCredentialsLogin',
  'host/signIn/flows/practiceOrgFlow.ts: endLogin',
  'host/signIn/flows/practiceOrgFlow.ts: sendToPracticeOrg',
  'host/signIn/practiceOrg.ts: exchange',
  'host/signIn/renewal.ts: clientCredentialsLogin',
  'host/signIn/renewal.ts: refreshLogin',
  'host/signIn/sessionConnections.ts: Connection',
] as const;
export type Place = (typeof PLACES)[number];

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
  'host/privileges/knownOperations.ts',
  'host/privileges/workspaceCalls.ts',
  'host/report/lastReports.ts',
  'host/signIn/endedSessions.ts',
  'host/signIn/found.ts',
  'host/watch/atStart.ts',
] as const;
