import * as l10n from '@vscode/l10n';
import type { FileMend, OrgMend, WhyNot } from '../drift/comparison.ts';
import { placeOf } from './regions.ts';

/** What would make the org match, or why nothing can. */
export function orgMendText(mend: OrgMend): string {
  switch (mend.kind) {
    case 'change':
      return l10n.t('the client is changed, after a preview.');
    case 'create':
      return l10n.t(
        'a deleted client does not come back. The wizard makes another one, which has another ID.',
      );
    case 'not':
      return whyNotText(mend.why);
  }
}

/** The same of what was meant. */
export function fileMendText(mend: FileMend): string {
  switch (mend.kind) {
    case 'setting':
      return l10n.t('the setting {0} is turned off, after a preview.', mend.name);
    case 'choose-client':
      return l10n.t('you choose another client, whose ID is written after a preview.');
    case 'client-id':
      return l10n.t('{0} gets an entry with this ID, after a preview.', placeOf(mend.region));
    case 'values':
      return l10n.t('what the organization has is written into the connection, after a preview.');
    case 'remove-connection':
      return l10n.t('the connection is taken out of the file, after a preview.');
    case 'take-over':
      return mend.leavesCode
        ? l10n.t(
            'what the organization has is taken for what is meant from now on. The code that was kept stays as it is, because it is not known here where you saved it: it can be written anew.',
          )
        : l10n.t('what the organization has is taken for what is meant from now on.');
    case 'forget':
      return l10n.t('what is remembered of the client is forgotten.');
    case 'not':
      return whyNotText(mend.why);
  }
}

function whyNotText(why: WhyNot): string {
  switch (why) {
    case 'stays-in-its-region':
      return l10n.t('not possible: a client stays in the region in which it was made.');
    case 'other-entry-there':
      return l10n.t(
        'not possible by itself: the file has another entry for that region. Decide there which one is right.',
      );
    case 'unknown-word':
      return l10n.t('not offered: the organization uses a word that is not known here.');
    case 'grant-in-use':
      return l10n.t('not offered: another grant type would break whatever uses the client now.');
    case 'implicit-withdrawn':
      return l10n.t('not possible: Genesys withdraws the implicit grant, and may refuse it from now on.');
    case 'no-place-in-file':
      return l10n.t('not possible: the file does not say this.');
    case 'page-of-framework':
      return l10n.t('not possible: the framework logs in at this page, whatever the file says.');
    case 'others-need-setting':
      return l10n.t('not offered: another client of the file needs the setting as it is.');
    case 'not-one-role':
      return l10n.t('not possible: a connection has one role, and the client does not.');
    case 'role-missing':
      return l10n.t('not possible: the file does not say which role the client is to have, and where.');
    case 'role-gone':
      return l10n.t('not offered: the organization does not list the role of the file.');
    case 'division-gone':
      return l10n.t('not offered: the organization does not list every division of the file.');
    case 'address-is-not-of-client':
      return l10n.t('not possible: an address is nothing of the client.');
    case 'address-unknown':
      return l10n.t('not possible: it is not known here what the address should be.');
    case 'duration-not-for-file':
      return l10n.t('not possible: a connection cannot have this duration.');
  }
}
