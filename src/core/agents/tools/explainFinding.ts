import * as z from 'zod/mini';
import { catalogue, isDiagnosticCode } from '../../findings/catalogue.ts';
import { documentation } from '../../findings/documentation.ts';
import type { FindingEntry, Words } from '../../findings/entry.ts';
import { nearestWords } from '../../named.ts';
import { type AgentAnswer, answer, refusal } from '../answer.ts';
import { tool } from '../tool.ts';

/** What a code of a finding means, and what to do about it. */
export const explainFinding = tool({
  name: 'explain_finding',
  title: 'Explain a Finding about an OAuth Client',
  description:
    'Explains a finding of the Genesys OAuth Client Wizard by its code, such as missing-redirect-uri: what it means, how sure it is, what to do about it. The codes are those of check_file, plan_client, change_client and of the Problems view. Reads only.',
  input: z.strictObject({
    code: z
      .string()
      .check(z.minLength(1), z.maxLength(100), z.describe('The code, such as placeholder-client-id.')),
  }),
  effect: 'reads',
  run: async ({ code }, { desk }) => desk.inEnglish(() => explained(code.trim())),
});

/** Called where texts are in English. */
function explained(code: string): AgentAnswer {
  const entry: FindingEntry | undefined = new Map<string, FindingEntry>(Object.entries(catalogue)).get(code);
  if (entry === undefined) {
    const near = nearestWords(code, Object.keys(catalogue));
    return refusal(
      `There is no finding "${code}".`,
      near.length === 0 ? undefined : `Codes near it: ${near.join(', ')}.`,
    );
  }
  const [usual, ...others] = entry.severities;
  const severity =
    others.length === 0 ? usual : `${usual}, or ${others.join(', ')} where it is more or less sure`;
  const says = `Says: ${entry.text(PLACEHOLDERS, usual)}`;
  if (!isDiagnosticCode(code))
    return answer(`${code} (${severity}) is about an answer of the wizard, or of plan_client.`, says);
  const { title, meaning, remedy } = documentation[code]();
  return answer(
    `${code} (${severity}): ${title}`,
    meaning,
    `What to do: ${remedy}`,
    says,
    'A line `// genesys-oauth-disable-next-line CODE` keeps one place of a framework.js quiet; the setting genesysOAuth.severity says how loud a code is.',
  );
}

/** Every value of a sentence by its name in braces. */
const PLACEHOLDERS: Words = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
