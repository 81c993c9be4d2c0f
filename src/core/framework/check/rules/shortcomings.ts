import type { ClientRepair } from '../../../clients/change.ts';
import {
  type FrameworkUse,
  type Shortcoming,
  shortcomingArgs,
  shortcomings,
  switchState,
} from '../../../clients/forFramework.ts';
import { frameworkRedirectUris } from '../../../clients/frameworkNeeds.ts';
import { mistypedPages } from '../../../clients/mistypedPages.ts';
import { letsPeopleLogIn } from '../../../clients/usable.ts';
import { regionOf } from '../../../platform/regions.ts';
import { type FrameworkFinding, type FrameworkFix, finding } from '../../frameworkFinding.ts';
import { type SettingEdit, settingEdit } from '../../setSetting.ts';
import type { TextEdit } from '../../textEdit.ts';
import { isFor } from '../clientOfEntry.ts';
import type { CheckedFile, Rule } from '../rule.ts';
import { idFixes } from '../rule.ts';

type Used = CheckedFile['used'][number];

/** What the clients of this file lack, each for the region that it stands under, and what can be done about it. */
export const clientsSuitFramework: Rule = (file) => {
  const pkce = pkceFor(file);
  return file.used.flatMap((used) =>
    shortcomings(used.client, useIn(file, used)).map((lack) => {
      const args = { client: used.client.name, org: used.org.orgName, ...shortcomingArgs(lack) };
      return finding(lack.code, used.entry.valuePlace, args, {
        severity: lack.severity,
        related: relatedTo(file, used, lack),
        fixes: fixesOf(file, used, lack, pkce),
      });
    }),
  );
};

function useIn({ inspection, today }: CheckedFile, used: Used): FrameworkUse {
  return {
    region: regionKnown(used),
    partner: undefined,
    dedicatedLoginWindow: switchState(inspection.dedicatedLoginWindow),
    usePKCEAuthFlow: switchState(inspection.usePKCEAuthFlow),
    today,
  };
}

/** Where a key is no domain that is known, nobody knows which pages its agents need. */
function regionKnown({ entry: { region }, org }: Used): string | undefined {
  return region === org.region || regionOf(region) !== undefined ? region : undefined;
}

/** The login window's page is needed because of its setting. */
function relatedTo({ inspection }: CheckedFile, used: Used, lack: Shortcoming): FrameworkFinding['related'] {
  const { dedicatedLoginWindow: setting } = inspection;
  if (lack.code !== 'missing-redirect-uri' || setting.kind !== 'on') return [];
  const anyway = frameworkRedirectUris(used.entry.region, false);
  return lack.uris.every((uri) => anyway.includes(uri))
    ? []
    : [{ place: setting.place, what: 'login-window' }];
}

function fixesOf(file: CheckedFile, used: Used, lack: Shortcoming, pkce: PkceFix): readonly FrameworkFix[] {
  const { client, entry, org } = used;
  // The practice org has no admin page to paste them on.
  const copy = (uris: readonly string[]): readonly FrameworkFix[] =>
    org.practice ? [] : [{ kind: 'copy-redirect-uris', region: org.region, clientId: client.id, uris }];
  switch (lack.code) {
    case 'client-not-active':
      return lack.severity === 'error' ? [change(used, { kind: 'activate' })] : [];
    case 'client-wrong-grant':
      if (lack.grant === 'TOKEN') return [change(used, { kind: 'use-pkce' })];
      return lack.severity === 'error' ? idFixes(entry.region, file.orgs) : [];
    case 'implicit-grant-ending':
      return pkce(used);
    case 'inexact-redirect-uri': {
      const replacements = [{ from: lack.registered, to: lack.uri }];
      return [...settingsChange(used, { kind: 'replace-redirect-uris', replacements }), ...copy([lack.uri])];
    }
    case 'missing-redirect-uri':
      return [
        ...settingsChange(used, { kind: 'add-redirect-uris', uris: lack.uris }),
        ...replacing(file, used, lack.uris),
        ...copy(lack.uris),
      ];
    case 'missing-scope':
      return settingsChange(used, { kind: 'add-scopes', scopes: lack.scopes });
  }
}

/**
 * What may be such a page mistyped is replaced only by whoever chooses that, never by the first fix: it may be right for
 * something that is not seen here. What this file needs of the client in other regions stays (procedure rule G11).
 */
function replacing({ live }: CheckedFile, used: Used, missing: readonly string[]): readonly FrameworkFix[] {
  const { client, entry } = used;
  const served = live.filter((each) => each === entry || isFor(each, client.id));
  const inUse = served.flatMap(({ region }) => frameworkRedirectUris(region, true));
  const replacements = mistypedPages(client.registeredRedirectUri ?? [], missing, entry.region, inUse);
  return replacements.length === 0
    ? []
    : settingsChange(used, { kind: 'replace-redirect-uris', replacements });
}

function change({ client, org }: Used, what: ClientRepair, edits: readonly TextEdit[] = []): FrameworkFix {
  return { kind: 'change-client', region: org.region, clientId: client.id, change: what, edits };
}

/** Of a grant type that nobody knows, nobody knows either whether its clients have such a setting. */
function settingsChange(used: Used, what: ClientRepair): readonly FrameworkFix[] {
  return letsPeopleLogIn(used.client.authorizedGrantType) === 'yes' ? [change(used, what)] : [];
}

type PkceFix = (used: Used) => readonly FrameworkFix[];

/** Client and file change as one. The setting is for all regions, so no other client of the file may need it off. */
function pkceFor(file: CheckedFile): PkceFix {
  const { text, inspection } = file;
  const { clientIds } = inspection;
  if (clientIds.kind !== 'literal' || !clientIds.complete) return () => [];
  let found: { setting: SettingEdit; needOff: ReadonlySet<string | undefined> } | undefined;
  return (used) => {
    // The same for all clients, and read only where one asks.
    found ??= {
      setting: settingEdit(text, inspection, 'usePKCEAuthFlow', true),
      needOff: clientsWithoutPkce(file),
    };
    const { setting, needOff } = found;
    const othersAllowIt = needOff.size === 0 || (needOff.size === 1 && needOff.has(used.client.id));
    return othersAllowIt && setting.kind === 'edit'
      ? [change(used, { kind: 'use-pkce' }, [setting.edit])]
      : [];
  };
}

/** IDs of the clients of the file that need not be of PKCE; undefined stands for any that is not known. */
function clientsWithoutPkce({ live, used }: CheckedFile): ReadonlySet<string | undefined> {
  const clients = new Map(used.map(({ entry, client }) => [entry.region, client]));
  const holding = live.filter(({ value }) => value.kind === 'client-id' || value.kind === 'dynamic');
  const others = holding
    .map(({ region }) => clients.get(region))
    .filter((client) => client?.authorizedGrantType !== 'CODE');
  return new Set(others.map((client) => client?.id));
}
