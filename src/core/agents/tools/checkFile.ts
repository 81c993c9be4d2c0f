import * as z from 'zod/mini';
import { answer, refusal, rows } from '../answer.ts';
import { tool } from '../tool.ts';

/** More than any file has that somebody works on; the rest is said when these are mended. */
const MOST_PROBLEMS = 100;

/** Problems of one file, as people see them. */
export const checkFile = tool({
  name: 'check_file',
  title: 'Check framework.js or genesys-scim.json',
  description:
    'Checks a framework.js of the Genesys Cloud Embeddable Framework, or a genesys-scim.json, and returns every problem with its code, line and what to do: wrong Client IDs and regions, missing redirect URIs or scopes of the client, tokens that end, secrets in the file. Call it after each edit of such a file. Reads only. Call explain_finding for the meaning of a code.',
  input: z.strictObject({
    path: z
      .string()
      .check(
        z.minLength(1),
        z.maxLength(4096),
        z.describe('Path of the file: absolute, or from the folder of the project.'),
      ),
    text: z.optional(
      z
        .string()
        .check(
          z.maxLength(2_000_000),
          z.describe(
            'Check this text in the place of what the file has, such as an edit that is not saved yet.',
          ),
        ),
    ),
  }),
  effect: 'reads',
  // It is looked for secrets, and no secret that is found is told.
  unmasked: ['text'],
  run: async ({ path, text }, { desk, signal }) => {
    const checked = await desk.check({ path, text }, signal);
    switch (checked.kind) {
      case 'unreadable':
        return refusal(`${path} was not checked: ${checked.reason}`);
      case 'other-product':
        return answer(
          `${checked.path} is no framework.js of the Embeddable Framework and no genesys-scim.json, so there is nothing to check in it.`,
        );
      case 'checked': {
        const { problems, remarks } = checked;
        const shown = problems.slice(0, MOST_PROBLEMS);
        return answer(
          problems.length === 0
            ? `Nothing was found in ${checked.path}.`
            : `${problems.length} found in ${checked.path}, one a line:`,
          rows(shown),
          problems.length > shown.length
            ? `${problems.length - shown.length} more are not shown.`
            : undefined,
          ...remarks,
        );
      }
    }
  },
});
