import { implicitGrantEnds } from '../../clients/implicitGrant.ts';
import { finding } from '../draftFinding.ts';
import type { Rule } from '../procedure.ts';

/** G9 and E3: the implicit grant still works to the end, but its end is announced. */
export const grantTypeLasts: Rule = ({ grantType }) => {
  if (grantType !== 'TOKEN') return [];
  return [
    finding(
      'implicit-grant-ending',
      'grantType',
      { month: implicitGrantEnds.existingClientsEnd },
      { severity: 'warning', fixes: [{ code: 'use-pkce', args: {}, change: { grantType: 'CODE' } }] },
    ),
  ];
};
