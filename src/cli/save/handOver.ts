import type { SecretKeeper } from '../../core/operations/saveEffects.ts';
import type { SecretFile } from './secretFile.ts';
import type { Telling } from './telling.ts';

/** Where the secret of the client goes that is made. */
export type HandOver = { readonly kind: 'file'; readonly file: SecretFile } | { readonly kind: 'show' };

/**
 * Hands the secret over as soon as it comes, and remembers it for as long as the plan is carried out: the client proves with
 * it that it works. Nothing is kept on this computer but what the file has.
 */
export function handingOver(to: HandOver | undefined, telling: Pick<Telling, 'secret'>): SecretKeeper {
  let known: { readonly id: string; readonly secret: string } | undefined;
  return {
    keep: async ({ id, name, orgName, region }, secret) => {
      known = { id, secret };
      switch (to?.kind) {
        case 'file':
          return await to.file.write({
            ...{ clientId: id, clientSecret: secret, clientName: name },
            ...{ organization: orgName, region },
          });
        case 'show':
          return await telling.secret('clientSecret', id, secret);
        case undefined:
          throw new Error(
            'A plan that makes a client is not carried out before it is known where its secret goes.',
          );
      }
    },
    get: async (id) => (known?.id === id ? known.secret : undefined),
    keepToken: async (id, token) => {
      switch (to?.kind) {
        case 'file':
          return await to.file.addToken(token);
        case 'show':
          return await telling.secret('accessToken', id, token);
        case undefined:
          throw new Error('A plan that makes a token is not carried out before it is known where it goes.');
      }
    },
    forget: async () => {
      known = undefined;
    },
  };
}
