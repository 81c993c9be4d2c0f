import {
  type FrameworkUse,
  insteadOf,
  type JudgedClient,
  type Shortcoming,
  shortcomings,
  switchState,
} from '../../clients/forFramework.ts';
import { implicitGrantEnds, regionOfPage } from '../../clients/frameworkNeeds.ts';
import { type Context, clientRegion } from '../context.ts';
import { partnerPageOf } from '../deployment.ts';
import type { Answers } from '../draft.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import { frameworkRegions } from '../frameworkRegions.ts';
import type { Rule } from '../procedure.ts';
import { plainUri, redirectUriLines, withLines, withUri } from '../redirectUris.ts';
import { adoptedClient, isNew } from '../startFrom/adopt.ts';

/** E3 to E5, G9: what the client lacks for the framework, by the same judgement as in framework.js. */
export const suitsFramework: Rule = (answers, context) => {
  const client = adoptedClient(answers, context) ?? described(answers);
  const [first, ...others] = frameworkRegions(answers, clientRegion(context));
  const inFirst = shortcomings(client, useOf(first, answers, context));
  // Only pages differ from region to region.
  const elsewhere = others.flatMap((region) =>
    shortcomings(client, useOf(region, answers, context)).filter(isAboutPages),
  );
  return [...inFirst, ...elsewhere].flatMap((lack) => findingsOf(lack, answers));
};

/** The client that the answers describe. */
export function described({ grantType, redirectUris, scopes }: Answers): JudgedClient {
  return {
    authorizedGrantType: grantType,
    registeredRedirectUri: redirectUriLines(redirectUris).map(({ uri }) => uri),
    scope: [...scopes],
  };
}

/** A file that is still to be made is made to suit. For a client that exists nobody is asked about the login window. */
function useOf(region: string | undefined, answers: Answers, { workspace, today }: Context): FrameworkUse {
  const { dedicatedLoginWindow, grantType, target } = answers;
  const file =
    target?.kind === 'existing-file' ? workspace.files.find(({ uri }) => uri === target.uri) : undefined;
  const answered = dedicatedLoginWindow ? 'on' : 'off';
  const ofNewFile = grantType === 'CODE' ? 'on' : 'off';
  return {
    region,
    partner: partnerPageOf(answers),
    dedicatedLoginWindow:
      file === undefined || isNew(answers) ? answered : switchState(file.dedicatedLoginWindow),
    usePKCEAuthFlow: file === undefined ? ofNewFile : switchState(file.usePKCEAuthFlow),
    today,
  };
}

function isAboutPages({ code }: Shortcoming): boolean {
  return code === 'missing-redirect-uri' || code === 'inexact-redirect-uri';
}

/** What is said at the answers of something that the client they describe lacks; nothing where other rules say it. */
export function findingsOf(lack: Shortcoming, answers: Answers): readonly DraftFinding[] {
  const { severity } = lack;
  const { redirectUris, scopes } = answers;
  switch (lack.code) {
    case 'client-not-active':
      // What a client is that exists already, another rule asks.
      return [];
    case 'client-wrong-grant':
      return severity === 'warning' && lack.grant === 'TOKEN'
        ? [finding(lack.code, 'grantType', {}, { severity, fixes: [USE_PKCE] })]
        : [];
    case 'implicit-grant-ending':
      return [
        finding(
          lack.code,
          'grantType',
          { month: implicitGrantEnds.existingClientsEnd },
          // A client that exists works on for longer than the org makes new ones.
          { severity: isNew(answers) ? 'warning' : severity, fixes: [USE_PKCE] },
        ),
      ];
    case 'inexact-redirect-uri': {
      const { registered, uri } = lack;
      // What came along when a line was pasted is said by another rule, whose correction leads here.
      if (isNew(answers) && plainUri(registered) !== registered) return [];
      const line = redirectUriLines(redirectUris).find((each) => each.uri === registered.trim())?.line ?? 1;
      const change = { redirectUris: withLines(redirectUris, line, [uri]) };
      return [
        finding(
          lack.code,
          'redirectUris',
          { line, uri, ...insteadOf(lack) },
          { severity, fixes: [{ code: 'correct-line', args: { line }, change }] },
        ),
      ];
    }
    case 'missing-redirect-uri':
      return lack.uris.map((uri) =>
        finding(
          lack.code,
          'redirectUris',
          { uris: uri, ...(lack.instead === undefined ? pageOf(answers) : insteadOf(lack)) },
          {
            severity,
            fixes: [{ code: 'add-uri', args: { uri }, change: { redirectUris: withUri(redirectUris, uri) } }],
          },
        ),
      );
    case 'missing-scope':
      // That there are none at all is another rule's.
      if (scopes.length === 0) return [];
      return [
        finding(
          lack.code,
          'scopes',
          { scopes: lack.scopes },
          {
            severity,
            fixes: [
              { code: 'add-framework-scopes', args: {}, change: { scopes: [...scopes, ...lack.scopes] } },
            ],
          },
        ),
      ];
  }
}

/** Whose page it is, where the person has answered that. */
function pageOf(answers: Answers): { partner?: string } {
  const partner = partnerPageOf(answers)?.name;
  return partner === undefined ? {} : { partner };
}

const USE_PKCE = { code: 'use-pkce', args: {}, change: { grantType: 'CODE' } } as const;

/** E4: the framework's page of a region for which framework.js gets no Client ID is of no use to anybody. */
export const redirectsToNoOtherRegion: Rule = (answers, context) => {
  const own = frameworkRegions(answers, clientRegion(context));
  if (own.length === 0) return [];
  const { redirectUris, moreRegions } = answers;
  const partner = partnerPageOf(answers);
  return redirectUriLines(redirectUris).flatMap(({ line, uri }) => {
    const other = regionOfPage(uri, partner);
    if (other === undefined || own.includes(other)) return [];
    return [
      finding(
        'redirect-uri-other-region',
        'redirectUris',
        { line, region: other },
        {
          fixes: [
            { code: 'add-region', args: { region: other }, change: { moreRegions: [...moreRegions, other] } },
            {
              code: 'remove-line',
              args: { line },
              change: { redirectUris: withLines(redirectUris, line, []) },
            },
          ],
        },
      ),
    ];
  });
};
