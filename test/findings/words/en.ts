import type { DocumentWords } from '../documents.ts';

/** What is said around the catalogue, in English. */
export const words: DocumentWords = {
  title: 'What the extension finds',
  written: 'Written by `npm run findings` from `src/core/findings`; change it there.',
  certainty: [
    'An **error** is what is certain to fail. A **warning** is likely to; **information** and a **hint** are what the',
    'sources disagree on, what only you can know, or advice. `genesysOAuth.severity` sets how loud each code is, or turns',
    'it off; a comment `// genesys-oauth-disable-next-line code` leaves out one place of a framework.js.',
    'Rules and facts are those of `docs/rules.md` and `docs/genesys.md` in the repository.',
  ],
  inFiles: 'In files',
  inWizard: 'In the wizard',
  wizardLead: 'Each stands at the answer that it is about. With an error, the wizard does not save.',
  severities: 'How loud',
  usual: (loud: string) => `${loud}, unless the settings say otherwise`,
  says: 'Says',
  toDo: 'What to do',
  rests: 'Comes from',
  rule: (list: string) => `rule ${list}`,
  facts: (list: string) => `facts ${list}`,
  columns: ['Code', 'How loud', 'Says', 'Rule'],
  loudness: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  colon: ': ',
};
