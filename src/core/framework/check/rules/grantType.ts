import { implicitGrantEnds, implicitGrantStage } from '../../../procedures/implicitGrant.ts';
import type { FrameworkFix, FrameworkProblem, FrameworkSeverity } from '../../problem.ts';
import { settingEdit } from '../../settingEdit.ts';
import type { TextEdit } from '../../textEdit.ts';
import { idFixes } from '../idFixes.ts';
import { type CheckedFile, problem, type Rule } from '../rule.ts';

type Used = CheckedFile['used'][number];

const SEVERITY = {
  announced: 'hint',
  'no-new-clients': 'information',
  ended: 'warning',
} satisfies Record<string, FrameworkSeverity>;

/** The framework logs in with PKCE where the file says so, otherwise with the implicit grant (Genesys facts 5.3). */
export const grantTypesFit: Rule = (file) =>
  file.used.flatMap((used) => {
    switch (used.client.authorizedGrantType) {
      case 'CLIENT-CREDENTIALS':
      case 'SAML2-BEARER':
        return [wrongGrant(used, idFixes(used.entry.region, file.orgs))];
      case 'TOKEN':
        return implicitProblems(file, used);
      default:
        return [];
    }
  });

function implicitProblems(file: CheckedFile, used: Used): readonly FrameworkProblem[] {
  switch (file.inspection.usePKCEAuthFlow.kind) {
    case 'dynamic':
      return [];
    case 'on':
      return [wrongGrant(used, [usePkce(used, [])])];
    case 'absent':
    case 'off': {
      const { client, org, entry } = used;
      const args = { client: client.name, org: org.orgName, month: implicitGrantEnds.existingClientsEnd };
      const severity = SEVERITY[implicitGrantStage(file.today)];
      const fixes = changeToPkce(file, used);
      return [problem('implicit-grant-ending', severity, entry.valuePlace, args, { fixes })];
    }
  }
}

function wrongGrant({ client, org, entry }: Used, fixes: readonly FrameworkFix[]): FrameworkProblem {
  const args = { client: client.name, org: org.orgName, grant: client.authorizedGrantType ?? '' };
  return problem('client-wrong-grant', 'error', entry.valuePlace, args, { fixes });
}

function usePkce({ client, entry }: Used, edits: readonly TextEdit[]): FrameworkFix {
  return {
    kind: 'change-client',
    region: entry.region,
    clientId: client.id,
    change: { kind: 'use-pkce' },
    edits,
  };
}

/** Client and file change as one. The setting is for all regions, so no other client of the file may need it off. */
function changeToPkce(file: CheckedFile, used: Used): readonly FrameworkFix[] {
  const { clientIds } = file.inspection;
  if (clientIds.kind !== 'literal' || !clientIds.complete) return [];
  const othersAllowIt = file.live.every(({ region, value }) => {
    if (value.kind === 'empty' || value.kind === 'placeholder') return true;
    const client = file.used.find(({ entry }) => entry.region === region)?.client;
    return client?.id === used.client.id || client?.authorizedGrantType === 'CODE';
  });
  if (!othersAllowIt) return [];
  const setting = settingEdit(file.text, file.inspection, 'usePKCEAuthFlow', true);
  return setting.kind === 'edit' ? [usePkce(used, [setting.edit])] : [];
}
