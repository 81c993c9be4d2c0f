import * as l10n from '@vscode/l10n';
import type { CommandHelp } from './commandText.ts';

/** What is for AI agents. */
export const agentHelp = {
  mcp: () => ({
    summary: l10n.t(
      'Serves the tools for AI agents over standard input and output (Model Context Protocol).',
    ),
    usage: ['[--orgs NAME,NAME [--allow-changes]] [OPTION…]'],
    notes: [
      [
        l10n.t('What AI agents can do'),
        [
          l10n.t(
            'They check files, look into clients, find what calls need and why a login fails, and plan clients. They see no secret.',
          ),
          l10n.t(
            'They see the organizations that --org, --orgs or --practice name; without these, all that one can sign in to here, or else the practice org.',
          ),
          l10n.t(
            'They change nothing without --allow-changes, and with it nothing that a person has not agreed to.',
          ),
          l10n.t(
            'Who is asked is up to the client: one that answers such questions by itself agrees by itself. Allow changes only to a client that asks you.',
          ),
        ],
      ],
    ],
    forms: [],
    ends: [
      ['0', l10n.t('The client has ended the connection.')],
      ['2', l10n.t('A wrong option.')],
      ['130', l10n.t('It was interrupted.')],
    ],
    examples: [
      ['genesys-oauth mcp', l10n.t('for AI agents that only read')],
      ['genesys-oauth mcp --practice --allow-changes', l10n.t('to try changes where nothing is real')],
    ],
  }),
} satisfies Readonly<Record<string, () => CommandHelp>>;
