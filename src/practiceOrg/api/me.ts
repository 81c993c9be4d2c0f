import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import { type Caller, rolesOf } from '../world/caller.ts';
import type { Person } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type Operation, ok } from './operation.ts';
import { tokenView } from './tokensMe.ts';
import { authorizationView } from './userRoles.ts';

/** What `expand` may ask for. Of these the org knows four; the rest is accepted and adds nothing. */
const expandable = `
  routingStatus presence integrationPresence conversationSummary outOfOffice geolocation station
  authorization lasttokenissued authorization.unusedRoles team workPlanBidRanks
  externalContactsSettings groups customAttributes profileSkills certifications locations skills
  languages languagePreference employerInfo biography dateLastLogin dateWelcomeSent date
  geolocationsettings organization presencedefinitions divisionedpresencedefinitions
  locationdefinitions orgauthorization orgproducts favorites superiors directreports adjacents
  routingskills routinglanguages fieldconfigs token trustors logCapture autoanswersettings
`
  .trim()
  .split(/\s+/);

export const usersMe: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v2/users/me',
    scopes: ['user-basic-info'],
    codes: ['not.a.user'],
    handle({ org, world, caller, queryList }) {
      const wishes = queryList('expand');
      const unknown = wishes.find((wish) => !expandable.includes(wish));
      if (unknown !== undefined) {
        throw new ApiError('invalid.query.param.value', {
          value: unknown,
          parameter: 'expand',
          allowed: expandable.join(', '),
        });
      }
      if (caller.person === null) throw new ApiError('not.a.user');
      return ok({ ...userView(world, caller.person), ...expansions(org, caller, wishes) });
    },
  },
];

function expansions(org: Org, caller: Caller, wishes: readonly string[]) {
  return {
    ...(wishes.includes('authorization') && { authorization: authorizationView(rolesOf(org.world, caller)) }),
    ...(wishes.includes('organization') && { organization: organizationView(org) }),
    ...(wishes.includes('token') && { token: tokenView(org, caller) }),
  };
}

/** The published `User`, as far as the org knows a person. */
function userView(world: World, person: Person) {
  const division = world.divisions.get(person.divisionId);
  return {
    id: person.id,
    name: person.name,
    division: {
      id: person.divisionId,
      name: division?.name ?? '',
      selfUri: `/api/v2/authorization/divisions/${person.divisionId}`,
    },
    email: person.email,
    primaryContactInfo: [{ address: person.email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [],
    state: person.state,
    title: person.title,
    username: person.email,
    version: person.version,
    acdAutoAnswer: false,
    selfUri: `/api/v2/users/${person.id}`,
  };
}

export const organizationsMe: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/me',
    scopes: ['organization', 'organization:readonly'],
    handle: ({ org }) => ok(organizationView(org)),
  },
];

/** The published `Organization`. `features.hipaa` is the HIPAA flag (Genesys facts 2.4). */
function organizationView({ organization, switches }: Org) {
  return {
    id: organization.id,
    name: organization.name,
    defaultLanguage: 'en-us',
    defaultCountryCode: 'US',
    thirdPartyOrgName: organization.shortName,
    domain: organization.domain,
    features: {
      realtimeCIC: false,
      purecloud: true,
      hipaa: switches.hipaa,
      ucEnabled: true,
      pci: false,
      purecloudVoice: true,
      xmppFederation: false,
      chat: true,
      informalPhotos: true,
      directory: true,
      contactCenter: true,
      unifiedCommunications: true,
      custserv: false,
    },
    version: 1,
    state: 'active',
    voicemailEnabled: true,
    productPlatform: 'GenesysCloud',
    selfUri: `/api/v2/organizations/${organization.id}`,
  };
}
