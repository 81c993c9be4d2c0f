import {
  beginLogin,
  clientCredentialsLogin,
  endLogin,
  type LoginResult,
  probeClient,
  refreshLogin,
} from '../../../src/core/platform/login.ts';
import { probeLoginPage } from '../../../src/core/platform/loginPage.ts';
import { deleteToken } from '../../../src/core/platform/tokens.ts';
import type { TrialResult } from '../../../src/core/proof/proof.ts';
import { beginTrial, checkToken, outcomeOfLogin } from '../../../src/core/proof/trial.ts';
import { failureOfLogin } from '../../../src/core/signIn/attempt.ts';
import { proofFailureText, provenText, tokenEndText } from '../../../src/core/texts/proof.ts';
import { signInFailureText } from '../../../src/core/texts/signInFailures.ts';
import { automationClient } from '../../../src/practiceOrg/world/seed.ts';
import { submit } from '../../org/client.ts';
import type { Operation, Told } from '../cell.ts';
import { errorsOf, type FaultDesk, linesOf } from '../faultDesk.ts';

const REDIRECT_URI = 'http://localhost';

/** What asks a login host. */
export const logins: readonly Operation[] = [
  loginBy('sign in with the browser', 'CODE', async (desk) => {
    const { baseUrl, signInClient } = desk.org;
    const client = { loginUrl: `${baseUrl}/login`, clientId: signInClient.id, redirectUri: REDIRECT_URI };
    const login = await beginLogin(client);
    const returnedTo = await returnFrom(desk, login.url);
    return async () => await endLogin(login, returnedTo);
  }),
  loginBy('sign in with client credentials', 'CLIENT-CREDENTIALS', async ({ org }) => {
    const { id, secret } = automationClient;
    return async () => await clientCredentialsLogin(`${org.baseUrl}/login`, id, secret);
  }),
  loginBy('renew a sign-in', 'CODE', async ({ org }) => {
    const refreshToken = String((await org.logIn('administrator')).at('refresh_token'));
    return async () => await refreshLogin(`${org.baseUrl}/login`, org.signInClient.id, refreshToken);
  }),
  {
    name: 'try the login of a client',
    begin: async (desk) => {
      const { id } = await desk.clientMade({
        name: 'Under trouble',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 64_800,
        registeredRedirectUri: [REDIRECT_URI],
        scope: ['users:readonly', 'authorization:readonly', 'oauth:readonly', 'user-basic-info'],
      });
      let token: string | undefined;
      const act = async () =>
        toldOfTrial(
          await tryLogin(desk, id, (made) => {
            token = made;
          }),
        );
      return {
        act,
        again: act,
        wanted: { token: 'ended' },
        truth: async () => ({ token: await standingOf(desk, token) }),
      };
    },
  },
  {
    name: 'sign out',
    begin: async (desk) => {
      const connection = await desk.connection();
      const token = connection.accessToken;
      const { renew: _, ...unrenewed } = connection;
      const act = async (): Promise<Told> => {
        const ended = await deleteToken(unrenewed);
        const isEnded = ended.ok || ended.error.kind === 'signed-out';
        // Nobody is told; the session is forgotten here either way, and the log says that it may go on there.
        const words = isEnded ? [] : ['The log says that it could not be ended.'];
        return { isDone: isEnded, says: isEnded ? { token: 'ended' } : {}, words, errors: [] };
      };
      return {
        act,
        again: act,
        wanted: { token: 'ended' },
        truth: async () => ({ token: await standingOf(desk, token) }),
      };
    },
  },
];

/** `begun` leads the person to where the extension asks for the token. */
function loginBy(
  name: string,
  grant: 'CODE' | 'CLIENT-CREDENTIALS',
  begun: (desk: FaultDesk) => Promise<() => Promise<LoginResult>>,
): Operation {
  return {
    name,
    begin: async (desk) => {
      let token: string | undefined;
      const asked = async (login: () => Promise<LoginResult>): Promise<Told> => {
        const result = await login();
        if (result.ok) {
          token = desk.noted(result.token.accessToken);
          return { isDone: true, says: { token: 'opens the org' }, words: [], errors: [] };
        }
        const failure = failureOfLogin(result.error, { region: desk.org.region, grant });
        const words = linesOf(signInFailureText(failure));
        return { isDone: false, says: {}, words, errors: errorsOf(result.error) };
      };
      const login = await begun(desk);
      return {
        wanted: { token: 'opens the org' },
        act: async () => await asked(login),
        again: async () => await asked(await begun(desk)),
        truth: async () => ({ token: await standingOf(desk, token) }),
      };
    },
  };
}

/** Does what the person does on the login page. */
async function returnFrom({ org }: FaultDesk, page: URL): Promise<URL> {
  return await submit(org.baseUrl, { ...Object.fromEntries(page.searchParams), person: 'administrator' });
}

async function standingOf({ org }: FaultDesk, token: string | undefined): Promise<string> {
  if (token === undefined) return 'none';
  const answer = await org.call(token, 'GET', '/api/v2/organizations/me');
  return answer.status === 401 ? 'ended' : 'opens the org';
}

/** As the extension tries it, but that nobody has to look at a browser. */
async function tryLogin(
  desk: FaultDesk,
  clientId: string,
  noted: (token: string) => void,
): Promise<TrialResult> {
  const loginUrl = `${desk.org.baseUrl}/login`;
  const { signal } = new AbortController();
  const trial = await beginTrial('CODE', { loginUrl, clientId, redirectUri: REDIRECT_URI });
  const standing = await probeClient(loginUrl, clientId, signal);
  if (standing.kind === 'failed') return outcomeOfLogin(standing.error);
  if (standing.kind === 'unknown') return { kind: 'failed', failure: { kind: 'client-unknown' } };
  if (standing.kind === 'other-grant') return { kind: 'failed', failure: { kind: 'other-grant' } };
  const page = await probeLoginPage(trial.url, signal);
  if (page.kind === 'invalid')
    return { kind: 'failed', failure: { kind: 'redirect-uri-refused', redirectUri: REDIRECT_URI } };
  if ('error' in page) return outcomeOfLogin(page.error);
  const login = await trial.end(await returnFrom(desk, trial.url), async () => undefined, signal);
  if (!login.ok) return outcomeOfLogin(login.error);
  const { accessToken } = login.token;
  noted(desk.noted(accessToken));
  const checked = await checkToken({ apiUrl: desk.org.baseUrl, accessToken, language: 'en' }, signal);
  if (checked.ok) return { kind: 'proved', ...checked.value };
  const { error } = checked;
  return {
    kind: 'failed',
    failure: { kind: error.kind === 'signed-out' ? 'token-refused' : 'not-reached', error },
  };
}

function toldOfTrial(result: TrialResult): Told {
  switch (result.kind) {
    case 'proved': {
      const { tokenEnded } = result;
      const words = [provenText(result), tokenEndText(result)];
      const says = tokenEnded === undefined ? {} : { token: tokenEnded ? 'ended' : 'opens the org' };
      return { isDone: true, says, words, errors: [] };
    }
    case 'failed': {
      const { failure } = result;
      const error = 'error' in failure ? failure.error : undefined;
      return {
        isDone: false,
        says: {},
        words: linesOf(proofFailureText(failure)),
        errors: errorsOf(failure, error),
      };
    }
    case 'left':
    case 'cancelled':
      return { isDone: false, says: {}, words: [], errors: [result.kind] };
  }
}
