import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AgentTool, inputSchemaOf } from '../../src/core/agents/tool.ts';
import { tools } from '../../src/core/agents/tools.ts';
import { repoFolder } from '../host/paths.ts';

/** What stands before the names of the tools in VS Code's manifest. */
const PREFIX = 'genesysOAuth_';

/** What the manifest says of a tool that its table does not: how it looks, and when it is offered. */
const SHOWN: Readonly<Record<string, { readonly icon: string; readonly when?: string }>> = {
  check_file: { icon: '$(checklist)' },
  explain_finding: { icon: '$(question)' },
  list_clients: { icon: '$(list-unordered)' },
  show_client: { icon: '$(key)' },
  diagnose_login: { icon: '$(pulse)' },
  find_needs: { icon: '$(search)' },
  plan_client: { icon: '$(add)' },
  // Whoever allows agents no change is offered none.
  change_client: { icon: '$(edit)', when: "config.genesysOAuth.agents.allowChanges != '[]'" },
};

/** What is written from the table of tools (src/core/agents/tools.ts): each file with the text that it should have. */
export async function writtenFromTools(): Promise<ReadonlyMap<string, string>> {
  const read = async (path: string) => await readFile(join(repoFolder, path), 'utf8');
  return new Map([
    ['package.json', manifest(await read('package.json'))],
    ['package.nls.json', withTitles(await read('package.nls.json'))],
  ]);
}

/** The key of the text that people read of a tool. */
export function textKey({ name }: Pick<AgentTool, 'name'>, what: 'title' | 'description'): string {
  return `tool.${name}.${what}`;
}

function manifest(text: string): string {
  const parsed = JSON.parse(text);
  parsed.contributes.languageModelTools = tools.map(contribution);
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

function contribution(tool: AgentTool) {
  const { name, description } = tool;
  return {
    name: `${PREFIX}${name}`,
    displayName: `%${textKey(tool, 'title')}%`,
    userDescription: `%${textKey(tool, 'description')}%`,
    modelDescription: description,
    toolReferenceName: referenceName(name),
    canBeReferencedInPrompt: true,
    tags: ['genesys-cloud', 'oauth'],
    ...SHOWN[name],
    inputSchema: inputSchemaOf(tool),
  };
}

/** How people name it in a prompt, behind `#`: `check_file` is `genesysCheckFile`. */
function referenceName(name: string): string {
  const words = name.split('_').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `genesys${words.join('')}`;
}

/** The titles of the table; what is said to people besides stays as it was written. */
function withTitles(text: string): string {
  const texts: Record<string, string> = JSON.parse(text);
  for (const tool of tools) texts[textKey(tool, 'title')] = tool.title;
  return `${JSON.stringify(texts, undefined, 2)}\n`;
}
