import { beginImplicitLogin, endImplicitLogin } from '../platform/implicitLogin.ts';
import { beginLogin, endLogin, type LoginClient, type LoginResult } from '../platform/login.ts';

/** A login with a client that is to show that it works. */
export type Trial = {
  /** Where the person goes. */
  url: URL;
  /** By which the answer is known. */
  state: string;
  /** Makes a token of the address that the browser was sent back to. `secret` is asked for when only it helps. */
  end(returnedTo: URL, secret: () => Promise<string | undefined>, signal: AbortSignal): Promise<LoginResult>;
};

/** Begins the login that the grant type of the client asks for (rules G8 and G9). */
export async function beginTrial(grant: 'CODE' | 'TOKEN', client: LoginClient): Promise<Trial> {
  switch (grant) {
    case 'CODE': {
      const login = await beginLogin(client);
      return {
        url: login.url,
        state: login.state,
        end: async (returnedTo, secret, signal) => {
          const result = await endLogin(login, returnedTo, signal);
          // Only a client that must show its secret is refused as one that did not show who it is.
          if (result.ok || !isAboutClient(result.error)) return result;
          const clientSecret = await secret();
          return clientSecret === undefined
            ? result
            : await endLogin(login, returnedTo, signal, clientSecret);
        },
      };
    }
    case 'TOKEN': {
      const login = beginImplicitLogin(client);
      return { ...login, end: async (returnedTo) => endImplicitLogin(login, returnedTo) };
    }
  }
}

function isAboutClient(error: Extract<LoginResult, { ok: false }>['error']): boolean {
  return error.kind === 'login-refused' && error.code === 'invalid_client';
}
