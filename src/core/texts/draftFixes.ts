import * as l10n from '@vscode/l10n';
import type { Fix } from '../procedures/draftFinding.ts';
import { anyGrantTypeName } from './clientFields.ts';

/** What the button says that applies a fix. */
export function fixText({ code, args }: Fix): string {
  switch (code) {
    case 'remove-invisible':
      return l10n.t('Remove what nobody sees');
    case 'remove-line':
      return l10n.t('Remove line {line}', args);
    case 'split-line':
      return l10n.t('Write them one per line');
    case 'replace-line':
      return l10n.t('Write it as it is sent');
    case 'correct-line':
      return l10n.t('Correct line {line}', args);
    case 'add-region':
      return l10n.t('Serve {region}, too', args);
    case 'use-small-letters':
      return l10n.t('Write {name}', args);
    case 'add-uri':
      return l10n.t('Add this URI');
    case 'remove-scope':
      return l10n.t('Remove "{scope}"', args);
    case 'replace-scope':
      return l10n.t('Use "{near}" instead', args);
    case 'add-framework-scopes':
      return l10n.t('Add them');
    case 'use-pkce':
      return l10n.t('Use Code Authorization / PKCE');
    case 'keep-grant-type':
      return l10n.t('Keep {0}', anyGrantTypeName(String(args['grant'])));
    case 'replace-client-id':
      return l10n.t('Replace it');
    case 'leave-region-out':
      return l10n.t('Leave {region} out', args);
    case 'copy-by-hand':
      return l10n.t('Add the ID myself');
    case 'remove-role':
      return l10n.t('Remove it');
    case 'leave-out':
      return l10n.t('Leave it out');
    case 'use-home-division':
      return l10n.t('Use the Home division');
    case 'remove-division':
      return l10n.t('Remove it');
    case 'use-scim-role':
      return l10n.t('Use {role} alone', args);
    case 'use-longest-duration':
      return l10n.t('Use 450 days');
    case 'no-scim-file':
      return l10n.t('Write no file');
  }
}
