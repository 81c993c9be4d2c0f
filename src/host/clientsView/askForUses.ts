import * as l10n from '@vscode/l10n';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { type AskedUses, askLastUses } from '../../core/operations/askLastUses.ts';
import { numberText } from '../../core/texts/duration.ts';
import { platformErrorText } from '../../core/texts/failures.ts';
import { wait } from '../../disk/wait.ts';
import type { LastUses } from '../clients/lastUses.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';

/** How many are asked until the view shows what was told. */
const SHOWN_EVERY = 25;

/**
 * Asks when clients were last used, those of which nobody has told yet. It can be cancelled, and goes on from there the
 * next time. `told` hears now and then that there is more to show.
 */
export async function askForUses(
  { dialogs }: Pick<Services, 'dialogs'>,
  lastUses: LastUses,
  clients: readonly FoundClient[],
  told: () => void,
): Promise<void> {
  const open = clients.filter(({ org, client }) => {
    const use = lastUses.known(org.account, client.id);
    return use === undefined || use.kind === 'untold';
  });
  if (open.length === 0) return dialogs.tell(l10n.t('The last use of these clients is known already.'));
  const count = (value: number) => numberText(value, textLanguage());
  const outcome = await dialogs.progress(
    l10n.t('Asking when clients were last used'),
    async (signal, report): Promise<AskedUses> =>
      await askLastUses(
        open,
        {
          ask: async (found, ended) => await lastUses.askOrg(found, ended),
          note: (found, use) => lastUses.note(found, use),
          wait,
          report: (asked, waitsSeconds) => {
            if (waitsSeconds === undefined && asked % SHOWN_EVERY === 0) told();
            const share = waitsSeconds === undefined ? 100 / open.length : 0;
            report(progressText(count(asked), count(open.length), waitsSeconds), share);
          },
        },
        signal,
      ),
  );
  told();
  const { asked, error } = outcome;
  const what = l10n.t(
    'Asked for {asked} of {all} clients. What was told stays, and the rest can be asked for.',
    {
      asked: count(asked),
      all: count(open.length),
    },
  );
  if (error !== undefined) dialogs.fail(platformErrorText(what, error));
  else if (asked < open.length) dialogs.tell(what);
}

/** How many of how many are asked, as numbers are written, and for how long an org asks to wait, if it does. */
export function progressText(asked: string, all: string, waitsSeconds: number | undefined): string {
  return waitsSeconds === undefined
    ? l10n.t('{asked} of {all}', { asked, all })
    : l10n.t('{asked} of {all}: asked to wait {seconds} seconds', { asked, all, seconds: waitsSeconds });
}
