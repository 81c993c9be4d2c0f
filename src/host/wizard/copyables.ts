import { readyLine } from '../../core/framework/readyLine.ts';
import { type AdminPageField, adminPageFields, SIGN_IN_CLIENT } from '../../core/procedures/adminPage.ts';
import { clientRegion } from '../../core/procedures/context.ts';
import { answersOf, procedures } from '../../core/procedures/index.ts';
import { failureText } from '../../core/texts/failures.ts';
import type { Copyable } from '../../core/wizard/messages.ts';
import type { WizardState } from '../../core/wizard/state.ts';

/** What the page named, for the clipboard; undefined while there is nothing to copy. */
export async function textOf(
  what: Copyable,
  state: WizardState,
  secretOf: (clientId: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const { run, context } = state;
  const client = run?.client;
  const region = clientRegion(context);
  switch (what) {
    case 'client-id':
      return client?.id;
    case 'client-secret':
      return client === undefined ? undefined : await secretOf(client.id);
    case 'ready-line':
      return client === undefined || region === undefined ? undefined : readyLine(region, client.id);
    case 'details':
      return run?.kind === 'stopped' ? failureText(run.failure).details.join('\n') : undefined;
    case 'admin-name':
      return adminPageText('name', state);
    case 'admin-description':
      return adminPageText('description', state);
    case 'admin-duration':
      return adminPageText('duration', state);
    case 'admin-redirect-uris':
      return adminPageText('redirect-uris', state);
    case 'admin-scopes':
      return adminPageText('scopes', state);
  }
}

/** What to enter in a field of the admin page, for the client of the wizard or for the one to sign in with. */
function adminPageText(
  field: AdminPageField,
  { connecting, memory: { procedure, draft, step }, context }: WizardState,
): string | undefined {
  const request =
    (connecting.kind === 'preparing-client' && step === 'connect') || procedure === undefined
      ? SIGN_IN_CLIENT
      : procedures[procedure].request(answersOf(procedure, draft, context));
  const fields = request === undefined ? [] : adminPageFields(request);
  return fields.find((each) => each.field === field)?.lines.join('\n');
}
