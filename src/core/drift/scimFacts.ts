import { worksInState } from '../clients/usable.ts';
import { diagnostics } from '../findings/catalogue.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import {
  type OAuthClient,
  type RoleDivision,
  roleIdsOf,
  type SettledFields,
} from '../platform/oauthClients.ts';
import type { OrgHosts } from '../platform/orgHosts.ts';
import { type KnownConnection, ScimConnection } from '../scim/configFile.ts';
import type { ScimFinding } from '../scim/inspectConfig.ts';
import { providerUrls } from '../scim/providers.ts';
import { type Difference, type FactValues, type FileMend, type OrgMend, same } from './comparison.ts';

/** What an org says of its roles and divisions, and where it is; undefined of what it does not tell. */
export type OrgNames = {
  readonly roles?: readonly { readonly id: string; readonly name: string }[];
  readonly divisions?: readonly { readonly id: string; readonly name: string }[];
  readonly hosts?: OrgHosts;
};

/** A connection, the client that it names, and what is needed to tell them apart. */
export type Held = {
  readonly known: KnownConnection;
  readonly client: OAuthClient;
  readonly names: OrgNames;
  /** What is said of the addresses of this connection. */
  readonly stale: readonly ScimFinding[];
};

/** What one fact of a connection comes to. */
export type Judged = { readonly values: FactValues; readonly difference?: Difference };

/** Each fact of a connection whose client is there, in the order in which they are shown. */
export function judgedFacts(held: Held): readonly Judged[] {
  return [
    { values: same('existence', ['yes']) },
    stateOf(held),
    grantOf(held),
    durationOf(held),
    rolesOf(held),
    divisionsOf(held),
    addressesOf(held),
  ];
}

function stateOf({ client: { state = 'active' } }: Held): Judged {
  const works = worksInState(state);
  if (works === 'yes') return { values: same('state', [state]) };
  return differing(
    { fact: 'state', meant: ['active'], there: [state] },
    {
      certain: works === 'no',
      org: works === 'no' ? { kind: 'change', change: { kind: 'activate' } } : not('unknown-word'),
      file: not('no-place-in-file'),
    },
  );
}

const CLIENT_CREDENTIALS = 'CLIENT-CREDENTIALS';

function grantOf(held: Held): Judged {
  const { authorizedGrantType: grant } = held.client;
  if (grant === undefined || grant === CLIENT_CREDENTIALS)
    return { values: same('grant', grant === undefined ? undefined : [grant]) };
  return differing(
    { fact: 'grant', meant: [CLIENT_CREDENTIALS], there: [grant] },
    {
      certain: true,
      org: giveRoles(held, { authorizedGrantType: CLIENT_CREDENTIALS }),
      file: not('no-place-in-file'),
    },
  );
}

function durationOf({ client, known }: Held): Judged {
  const { tokenDurationSeconds: written } = known;
  const { accessTokenValiditySeconds: lasts } = client;
  const values: FactValues = {
    fact: 'duration',
    meant: written === undefined ? undefined : [String(written)],
    there: lasts === undefined ? undefined : [String(lasts)],
  };
  if (written === undefined || lasts === undefined || written === lasts) return { values };
  const isForFile = ScimConnection.shape.tokenDurationSeconds.safeParse(lasts).success;
  return {
    values,
    difference: {
      fact: 'duration',
      evidence: {
        kind: 'finding',
        code: 'duration-reset',
        args: { written, lasts },
        severity: diagnostics['duration-reset'].severities[0],
      },
      certain: true,
      org: giveBack({ accessTokenValiditySeconds: written }),
      file: isForFile
        ? { kind: 'values', values: { tokenDurationSeconds: lasts } }
        : not('duration-not-for-file'),
    },
  };
}

function rolesOf(held: Held): Judged {
  const { client, known, names } = held;
  const { role } = known;
  const pairs = client.roleDivisions ?? undefined;
  const ids = pairs && roleIdsOf(pairs);
  const nameOf = (id: string) =>
    names.roles?.find((each) => each.id === id)?.name ?? (id === role?.id ? role.name : id);
  const values: FactValues = {
    fact: 'roles',
    meant: role && [nameOf(role.id)],
    there: ids?.map(nameOf).sort(),
  };
  if (role === undefined || ids === undefined || (ids.length === 1 && ids[0] === role.id)) return { values };
  const [only, ...others] = ids;
  return differing(
    { ...values, ...(values.there?.join() === values.meant?.join() && { there: ids }) },
    {
      certain: true,
      org: giveRoles(held),
      file:
        only !== undefined && others.length === 0
          ? {
              kind: 'values',
              values: { role: { id: only, name: nameOf(only) }, divisions: divisionsIn(held, only).written },
            }
          : not('not-one-role'),
    },
  );
}

/** The role of the file in its divisions, as a client has it; undefined where the file does not say. */
function pairsMeant({ role, divisions }: KnownConnection): RoleDivision[] | undefined {
  if (role === undefined || divisions === undefined) return undefined;
  const ids = divisions === 'all' ? [ALL_DIVISIONS] : divisions.map(({ id }) => id);
  return ids.map((divisionId) => ({ roleId: role.id, divisionId }));
}

/** Gives the client the role of the file in its divisions; what the org does not list any more, nobody can give. */
function giveRoles({ known, names }: Held, more: SettledFields = {}): OrgMend {
  const roleDivisions = pairsMeant(known);
  if (roleDivisions === undefined) return not('role-missing');
  const isListed = (list: OrgNames['roles'], id: string) => list?.some((each) => each.id === id) ?? true;
  if (!roleDivisions.every(({ roleId }) => isListed(names.roles, roleId))) return not('role-gone');
  const divisions = roleDivisions.filter(({ divisionId }) => divisionId !== ALL_DIVISIONS);
  return divisions.every(({ divisionId }) => isListed(names.divisions, divisionId))
    ? giveBack({ ...more, roleDivisions })
    : not('division-gone');
}

function divisionsOf(held: Held): Judged {
  const { known, names } = held;
  const { divisions: meant, role } = known;
  const { ids, isEverywhere, nameOf, written } = divisionsIn(held, role?.id);
  if (meant === undefined || ids.length === 0)
    return { values: { fact: 'divisions', meant: undefined, there: undefined } };
  const values: FactValues = {
    fact: 'divisions',
    meant: meant === 'all' ? [ALL_DIVISIONS] : meant.map(({ id }) => nameOf(id)).sort(),
    there: isEverywhere ? [ALL_DIVISIONS] : ids.map(nameOf).sort(),
  };
  const isSame =
    meant === 'all' ? isEverywhere : meant.length === ids.length && meant.every(({ id }) => ids.includes(id));
  if (isSame) return { values: same('divisions', values.meant) };
  return differing(values, {
    // Spelt out one by one, they may still be all that there are.
    certain: meant !== 'all' || names.divisions !== undefined,
    org: giveRoles(held),
    file: { kind: 'values', values: { divisions: written } },
  });
}

/** Where a client has a role, and that as a SCIM config file says it. */
function divisionsIn({ client, known: { divisions: meant }, names }: Held, roleId: string | undefined) {
  const pairs = (client.roleDivisions ?? []).filter((each) => each.roleId === roleId);
  const ids = [...new Set(pairs.map(({ divisionId }) => divisionId))];
  const count = names.divisions?.length;
  const isEverywhere = ids.includes(ALL_DIVISIONS) || (count !== undefined && ids.length >= count);
  const inFile = meant === undefined || meant === 'all' ? [] : meant;
  const nameOf = (id: string) =>
    [...(names.divisions ?? []), ...inFile].find((each) => each.id === id)?.name ?? id;
  const written: NonNullable<KnownConnection['divisions']> = isEverywhere
    ? 'all'
    : ids.map((id) => ({ id, name: nameOf(id) }));
  return { ids, isEverywhere, nameOf, written };
}

const ADDRESSES = ['scimBaseUrl', 'authorizationUrl', 'tokenUrl'] as const;

/** Only what certainly leads elsewhere counts, by the rules of the file: a gateway has addresses of its own. */
function addressesOf({ known, names, stale }: Held): Judged {
  const written = ADDRESSES.flatMap((name) => known[name] ?? []);
  const [finding] = stale.filter(
    ({ code }) => code === 'address-of-other-region' || code === 'practice-address-stale',
  );
  if (finding === undefined) return { values: same('addresses', written) };
  const { code, args, severity } = finding;
  const right =
    names.hosts === undefined || known.provider === undefined
      ? undefined
      : { ...providerUrls(known.provider, names.hosts) };
  const there = right && ADDRESSES.flatMap((name) => (known[name] === undefined ? [] : (right[name] ?? [])));
  return {
    values: { fact: 'addresses', meant: written, there },
    difference: {
      fact: 'addresses',
      evidence: { kind: 'finding', code, args, severity },
      certain: true,
      org: not('address-is-not-of-client'),
      file:
        right === undefined
          ? not('address-unknown')
          : {
              kind: 'values',
              values: Object.fromEntries(
                ADDRESSES.flatMap((name) =>
                  known[name] === undefined || right[name] === undefined ? [] : [[name, right[name]]],
                ),
              ),
            },
    },
  };
}

function differing(
  values: FactValues,
  { certain, org, file }: Pick<Difference, 'certain' | 'org' | 'file'>,
): Judged {
  return { values, difference: { fact: values.fact, evidence: { kind: 'values' }, certain, org, file } };
}

function giveBack(fields: SettledFields): OrgMend {
  return { kind: 'change', change: { kind: 'give-back', fields } };
}

function not(why: Extract<FileMend, { kind: 'not' }>['why']): {
  readonly kind: 'not';
  readonly why: typeof why;
} {
  return { kind: 'not', why };
}
