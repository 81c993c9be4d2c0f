import { partnerPageOf, readPageName } from '../deployment.ts';
import { finding } from '../draftFinding.ts';
import type { Rule } from '../procedure.ts';
import { isNew } from '../startFrom/adopt.ts';
import { hasRedirectUris } from './redirectUris.ts';

/** E4: the page of a partner needs its name. A client that exists has its pages already, so there it is no error. */
export const namesPartnerPage: Rule = (answers) => {
  const { deployment, partnerPage } = answers;
  if (deployment !== 'partner') return [];
  const severity = isNew(answers) ? 'error' : 'warning';
  const read = readPageName(partnerPage);
  switch (read.kind) {
    case 'missing':
      return [finding('partner-page-missing', 'partnerPage', {}, { severity })];
    case 'unclear':
      return [finding('partner-page-unclear', 'partnerPage', {}, { severity })];
    case 'name': {
      const small = read.name.toLowerCase();
      // A client that exists is used as it is, and its page has the letters that it has.
      if (small === read.name || !isNew(answers)) return [];
      const fix = {
        code: 'use-small-letters' as const,
        args: { name: small },
        change: { partnerPage: small },
      };
      return [finding('partner-page-capitals', 'partnerPage', { name: read.name }, { fixes: [fix] })];
    }
  }
};

/** G14: while a partner's page has no name, none can be preset, and that it lacks one is said instead. */
export const hasRedirectUrisOnceNamed: Rule = (answers, context) => {
  const partner = partnerPageOf(answers);
  const awaitsName = partner !== undefined && partner.name === undefined;
  return awaitsName && answers.redirectUris.trim() === '' ? [] : hasRedirectUris(answers, context);
};
