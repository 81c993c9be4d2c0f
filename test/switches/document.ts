import type { Shows } from '../../src/practiceOrg/practice/causes.ts';
import { noTrouble } from '../../src/practiceOrg/practice/switches.ts';
import { type Choosable, whatThereIs } from '../../src/practiceOrg/practice/whatThereIs.ts';

export const SWITCHES_DOCUMENT = 'docs/practice-org.md';

/** More values than these make a cell of a table unreadable. */
const MOST_VALUES_IN_CELL = 12;

const HEAD = `# What the practice org lets you rehearse

<!-- Written by \`node --import tsx test/switches/write.ts\` from \`src/practiceOrg/practice\`; change it there. -->

A **trouble** meets the next calls that fit, and is over then. A **switch** stays until it is turned back. A **cause** makes one
thing wrong for one client, so that it can be looked for.

- **On the command line**, as often as you like: \`--trouble KIND\` or \`--trouble KIND,NAME=VALUE,…\`, and
  \`--switch NAME=VALUE\`. A value is JSON, or else the text as it stands:
  \`--trouble "html,status=502,operation=POST /oauth/token" --switch clockOffsetSeconds=38880000\`.
- **While it runs**, \`PATCH /practice/switches\` takes the same names as JSON:
  \`{"troubles": [{"kind": "html", "status": 502, "operation": "POST /oauth/token"}], "hipaa": true}\`. What is left
  out stays as it is; \`troubles\` replaces all that are left. \`GET /practice/switches\` tells what is on,
  \`GET /practice/catalogue\` what there is, this page as JSON. \`POST /practice/reset\` turns everything off.
- **In the editor**, **Rehearse Trouble in the Practice Org** has those that an administrator may meet.

What there is not is told in one sentence, with exit code 2 or status 400, and then nothing is turned.`;

/** docs/practice-org.md: all that can be rehearsed, from the schemas that check it. */
export function switchesDocument(): string {
  const { switches, troubles, calls, causes, causesOutside } = whatThereIs;
  const long = troubles.flatMap(({ kind, parameters }) =>
    parameters.filter(isLong).map((parameter) => ({ kind, parameter })),
  );
  const sections = [
    HEAD,
    '## Troubles',
    table(
      ['kind', 'what the client meets', 'carried out', 'parameters'],
      troubles.map(({ kind, meets, carriedOut, parameters }) => [
        `\`${kind}\``,
        meets,
        carriedOut,
        parameters.map(withMeaning).join('<br>'),
      ]),
    ),
    ...long.map(
      ({ kind, parameter }) =>
        `\`${parameter.name}\` of \`${kind}\` is one of ${(parameter.values ?? []).map((value) => `\`${value}\``).join(', ')}.`,
    ),
    '### Which calls',
    `Every trouble also takes these. Without them, it meets the next call of the API, whichever it is. ${OPERATIONS}`,
    table(
      ['parameter', 'takes', 'what it does'],
      calls.map(({ name, takes, meaning }) => [`\`${name}\``, takes, meaning]),
    ),
    '## Switches',
    table(
      ['switch', 'takes', 'on the first day', 'what it does'],
      switches
        .filter(({ name }) => name !== 'troubles')
        .map(({ name, takes, meaning }) => [
          `\`${name}\``,
          takes,
          `\`${JSON.stringify(Reflect.get(noTrouble, name))}\``,
          meaning,
        ]),
    ),
    '## Causes',
    CAUSES,
    table(
      ['cause', 'what is the matter', 'how it shows', 'needs'],
      causes.map(({ cause, does, shows, needs }) => [`\`${cause}\``, does, showing(shows), needs]),
    ),
    'These are not in an org, so none can bring them about:',
    causesOutside.map(({ cause, where }) => `- \`${cause}\`: ${where}.`).join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

const CAUSES = `One thing is wrong for one client, and nothing else is: as a person finds it who looks for why nobody can log in.

- **On the command line**: \`--cause "redirect-uri-inexact,client=Travel Desk in the CRM"\`, with the ID or the name of a client.
- **While it runs**: \`POST /practice/causes\` takes \`{"cause": "no-role", "client": "Queue Monitor"}\` (with
  \`"alone": true\` only where none is in force, and else answers with 409),
  \`DELETE /practice/causes\` takes all back (with \`?cause=no-role\` that one), and
  \`GET /practice/causes?client=Queue%20Monitor\` tells what is in force, since when, and what could be.
- **In the editor**, **Rehearse Trouble in the Practice Org** offers exercises, in which the cause stays hidden.

Several can be in force, unless they would change the same. When one is taken back, what it has changed is as before; so it is
when the practice org starts again.`;

function showing(shows: Shows): string {
  switch (shows) {
    case 'no-login':
      return 'no login, no token';
    case 'no-login-without-pkce':
      return 'no login without PKCE';
    case 'calls-refused':
      return 'calls are refused';
    case 'former-token-refused':
      return 'a token from before is refused';
    case 'idle-token-refused':
      return 'a token that was idle is refused';
    case 'no-refresh-token':
      return 'a login brings no refresh token';
    case 'setting-only':
      return 'in a setting alone: a browser would refuse';
  }
}

const OPERATIONS =
  'An operation is one of the published ones, or of the login host: `POST /oauth/token`, `GET /oauth/authorize`, `POST /oauth/authorize`. What its places in braces are called does not matter.';

function isLong({ values = [] }: Choosable): boolean {
  return values.length > MOST_VALUES_IN_CELL;
}

function withMeaning(parameter: Choosable): string {
  const { name, takes, meaning, usually } = parameter;
  const what = isLong(parameter) ? 'see below' : takes;
  const left = usually === undefined ? '' : `; left out: \`${usually}\``;
  return `\`${name}\` (${what}${left}): ${meaning}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}
