import * as l10n from '@vscode/l10n';
import { operationsReadText } from '../../core/texts/callsInCode.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { askApi } from './askApi.ts';
import { describedApi } from './describedApi.ts';

type Means = Pick<Services, 'connections' | 'dialogs' | 'operations' | 'orgClients' | 'sessions'>;

/** Reads what an API says of its operations, for whoever wants to see in code what calls need. */
export async function readOperations(means: Means): Promise<void> {
  const api = await askApi(
    means,
    l10n.t('What calls in code need'),
    l10n.t('Whose API do they call? What it says of its operations is read.'),
  );
  if (api === undefined) return;
  const described = await describedApi(means, api.apiUrl);
  if (described === undefined) return;
  means.dialogs.tell(operationsReadText(described.description, textLanguage()));
}
