import { withoutSecrets } from '../privileges/calls/secretsInText.ts';

type Texts = {
  readonly description?: string | null | undefined;
  readonly registeredRedirectUri?: readonly string[] | null | undefined;
};

/** A client without the secrets that people write into descriptions and addresses. What is called by its name keeps it. */
export function withMaskedTexts<Client extends Texts>(client: Client): Client {
  const { description, registeredRedirectUri: uris } = client;
  return {
    ...client,
    ...(description != null && { description: withoutSecrets(description) }),
    ...(uris != null && { registeredRedirectUri: uris.map(withoutSecrets) }),
  };
}
