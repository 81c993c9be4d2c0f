import * as z from 'zod/mini';
import { GrantType } from '../../platform/oauthClients.ts';
import { Deployment, type Draft, PublishedProcedure } from '../../procedures/draft.ts';
import { draftFindingText } from '../../procedures/draftFinding.ts';
import { check, plan } from '../../procedures/index.ts';
import { withMaskedTexts } from '../../report/maskedTexts.ts';
import { providerIds } from '../../scim/providers.ts';
import { planStepTitle } from '../../texts/planSteps.ts';
import { contextIn } from '../../wizard/orgExcerpt.ts';
import { answer, errorText, refusal, rows } from '../answer.ts';
import { orgMeant } from '../lookUp.ts';
import { rolesMeant } from '../plan/rolesMeant.ts';
import { tool } from '../tool.ts';

const Input = z.strictObject({
  procedure: PublishedProcedure.check(
    z.describe(
      'What the client is for: "general" any application, "embeddable" the Embeddable Framework (framework.js), "scim" an identity provider.',
    ),
  ),
  org: z.optional(
    z
      .string()
      .check(
        z.maxLength(300),
        z.describe('The org to make it in: its name, its ID or its region. Needed where there are several.'),
      ),
  ),
  name: z.string().check(z.maxLength(500), z.describe('What people see when they authorize the client.')),
  description: z.optional(z.string().check(z.maxLength(5000), z.describe('What it is for. Never a secret.'))),
  grantType: z.optional(
    GrantType.check(
      z.describe(
        'Of "general" and "embeddable". CODE (with PKCE) for people, CLIENT-CREDENTIALS for a program that calls as itself.',
      ),
    ),
  ),
  tokenSeconds: z.optional(
    z
      .int()
      .check(
        z.minimum(1),
        z.maximum(38_880_000),
        z.describe('Seconds that its tokens last; the procedure presets them.'),
      ),
  ),
  redirectUris: z.optional(
    z
      .array(z.string().check(z.maxLength(2000)))
      .check(
        z.maxLength(125),
        z.describe('Only those that are needed beyond, or in the place of, what the procedure presets.'),
      ),
  ),
  scopes: z.optional(
    z
      .array(z.string().check(z.maxLength(300)))
      .check(z.maxLength(200), z.describe('Real scopes: find_needs tells which are needed.')),
  ),
  roles: z.optional(
    z
      .array(
        z.strictObject({
          role: z.string().check(z.maxLength(300), z.describe('Name or ID of a role of the org.')),
          divisions: z._default(
            z
              .array(z.string().check(z.maxLength(300)))
              .check(
                z.maxLength(200),
                z.describe('Names or IDs of divisions; the Home division when left out.'),
              ),
            [],
          ),
        }),
      )
      .check(z.maxLength(50), z.describe('Of CLIENT-CREDENTIALS in "general" only.')),
  ),
  deployment: z.optional(Deployment.check(z.describe('Of "embeddable" only: who deploys the framework.'))),
  provider: z.optional(z.enum(providerIds).check(z.describe('Of "scim" only: the identity provider.'))),
});

/** What creating a client would do, in the wizard that a person saves. */
export const planClient = tool({
  name: 'plan_client',
  title: 'Plan an OAuth Client',
  description:
    'Plans a new OAuth client of Genesys Cloud: checks the answers by every rule of the published procedure, returns the exact request and each step, and opens the wizard with them filled in. It creates nothing: a person reviews the plan there and saves it. Look up scopes by find_needs first.',
  input: Input,
  effect: 'opens',
  // Each opens the wizard with other answers in it.
  mostAMinute: 5,
  run: async (input, work) => {
    const meant = await orgMeant(work, input.org);
    if (!meant.ok) return meant.told;
    const { org, said } = meant.value;
    const { desk, reads, signal } = work;
    const read = await reads.org(org);
    if (!read.ok)
      return refusal(
        said,
        `${org.orgName} could not be read. ${desk.inEnglish(() => errorText(read.error))}`,
      );
    const roles = rolesMeant(input.roles, read.value.access);
    if (!roles.ok) return refusal(said, roles.reason);
    const draft = draftOf(input, roles.value);
    const { procedure } = input;
    // Where no wizard is, nobody has VS Code's secret storage either.
    const elsewhere =
      desk.openWizard === undefined ? { secretTarget: { kind: 'undecided' } as const } : undefined;
    const context = contextIn(read.value, { procedure, draft }, { now: desk.now(), ...elsewhere });
    // Where it goes in the workspace is shown by the wizard, which knows that.
    const judged: Draft = { ...draft, target: { kind: 'by-hand' }, scimTarget: { kind: 'none' } };
    const findings = check(procedure, judged, context);
    const problems = desk.inEnglish(() =>
      findings.map((finding) => ({
        code: finding.code,
        severity: finding.severity,
        about: finding.place,
        text: draftFindingText(finding, 'en'),
      })),
    );
    const steps = plan(procedure, judged, context);
    if (steps === undefined)
      return refusal(
        said,
        'Nothing was planned: put right what is an error, and call again.',
        rows(problems),
      );
    if (signal.aborted) return refusal('The call was cancelled. Nothing was opened.');
    await desk.openWizard?.({ account: org.account, procedure, draft });
    const request = steps.find(({ kind }) => kind === 'create-client');
    return answer(
      said,
      `Nothing was created in ${org.orgName}. ${
        desk.openWizard === undefined
          ? 'A person makes it with `genesys-oauth create`, and says there where its secret goes. This is what would be done:'
          : 'The wizard is open with these answers. A person reviews and saves them there, and only then this is done:'
      }`,
      desk.inEnglish(() => steps.map((step, index) => `${index + 1}. ${planStepTitle(step)}`).join('\n')),
      request?.kind === 'create-client'
        ? `Request: ${JSON.stringify(withMaskedTexts(request.body))}`
        : undefined,
      problems.length === 0 ? undefined : `Worth knowing:\n${rows(problems)}`,
    );
  },
});

function draftOf(
  {
    name,
    description,
    grantType,
    tokenSeconds,
    redirectUris,
    scopes,
    deployment,
    provider,
  }: z.infer<typeof Input>,
  roles: Draft['roles'],
): Draft {
  return {
    name,
    ...(description !== undefined && { description }),
    ...(grantType !== undefined && { grantType }),
    ...(tokenSeconds !== undefined && { duration: String(tokenSeconds) }),
    ...(redirectUris !== undefined && { redirectUris: redirectUris.join('\n') }),
    ...(scopes !== undefined && { scopes }),
    ...(roles !== undefined && { roles }),
    ...(deployment !== undefined && { deployment }),
    ...(provider !== undefined && { provider }),
  };
}
