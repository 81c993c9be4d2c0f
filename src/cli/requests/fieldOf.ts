import type { ProcedureId } from '../../core/procedures/draft.ts';
import type { DraftFinding } from '../../core/procedures/draftFinding.ts';
import type { FieldPath } from './fault.ts';

/** The field of a request that a finding is about; undefined where it is about the org, or about nothing that is asked. */
export function fieldOf(
  { place, args }: Pick<DraftFinding, 'place' | 'args'>,
  procedure: ProcedureId,
): FieldPath | undefined {
  switch (place) {
    case 'duration':
      return ['tokenDurationSeconds'];
    case 'redirectUris': {
      const { line } = args;
      return typeof line === 'number' && procedure !== 'edit' ? ['redirectUris', line - 1] : ['redirectUris'];
    }
    case 'roles':
      return [procedure === 'scim' ? 'divisions' : 'roles'];
    case 'target':
      return ['frameworkFile'];
    case 'scimTarget':
      return ['scimFile'];
    case 'name':
    case 'description':
    case 'grantType':
    case 'deployment':
    case 'partnerPage':
    case 'dedicatedLoginWindow':
    case 'moreRegions':
    case 'scopes':
    case 'newRole':
    case 'provider':
    case 'holdsToken':
    case 'mayReplace':
      return [place];
    case 'org':
    case 'adopts':
    case 'edits':
    case 'withoutCounterpart':
    case 'roleNames':
    case 'divisionNames':
    case 'clientId':
      return undefined;
  }
}
