import * as z from 'zod/mini';
import { METHODS, type Operation } from './operation.ts';

/** What is read of an operation in a description (Swagger 2 or OpenAPI 3), as Genesys Cloud writes it. */
const Described = z.object({
  operationId: z.optional(z.string()),
  /** The name that the SDKs are made with; the same as the ID wherever both were seen. */
  'x-purecloud-method-name': z.optional(z.string()),
  'x-inin-requires-permissions': z.optional(
    z.nullable(z.object({ type: z.optional(z.string()), permissions: z.array(z.string()) })),
  ),
  /** Each entry is one way to be let in: the names of schemes, with the scopes of which one suffices. */
  security: z.optional(z.array(z.record(z.string(), z.array(z.string())))),
  description: z.optional(z.unknown()),
  responses: z.optional(z.unknown()),
});
type Described = z.infer<typeof Described>;

/** The errors that an operation names, which only tell more about it. */
const Responses = z.record(
  z.string(),
  z.object({ 'x-inin-error-codes': z.optional(z.record(z.string(), z.unknown())) }),
);

const PathItem = z.record(z.string(), z.unknown());

/** An operation as it was found: `path` is written as in the description. */
export type Found = {
  readonly path: string;
  readonly operation: Operation;
  /** Something in it is written by nobody else. */
  readonly isOfGenesys: boolean;
};

/** The operations of one path; what cannot be understood is counted. */
export function reducedItem(path: string, item: unknown): { found: Found[]; unread: number } {
  const methods = PathItem.safeParse(item).data;
  if (methods === undefined) return { found: [], unread: 1 };
  const found: Found[] = [];
  let unread = 0;
  for (const method of METHODS) {
    const written = methods[method.toLowerCase()];
    if (written === undefined) continue;
    const described = Described.safeParse(written).data;
    if (described === undefined) {
      unread++;
      continue;
    }
    const operation: Operation = {
      method,
      path,
      name: described['x-purecloud-method-name'] ?? described.operationId,
      permissions: permissionsAsked(described),
      scopes: scopesOf(described),
      callers: refusesClients(described) ? 'people' : 'all',
    };
    found.push({ path, operation, isOfGenesys: isOfGenesys(described) });
  }
  return { found, unread };
}

function permissionsAsked({ 'x-inin-requires-permissions': asked }: Described): Operation['permissions'] {
  const { type, permissions: of } = asked ?? { type: 'ANY', permissions: [] };
  switch (type) {
    case 'ANY':
      return { mode: 'any', of };
    case 'ALL':
      return { mode: 'all', of };
    default:
      return { mode: of.length > 1 ? 'unknown' : 'all', of };
  }
}

/** Genesys's name of its scheme, which both forms of a description use. */
const SCHEME = 'PureCloud OAuth';

function scopesOf({ security = [] }: Described): string[] {
  return [...new Set(security.flatMap((way) => way[SCHEME] ?? []))];
}

function isOfGenesys({ 'x-inin-requires-permissions': asked, security = [] }: Described): boolean {
  return asked !== undefined || security.some((way) => SCHEME in way);
}

/** Genesys facts 13: by the code of its refusal, or in the words that stand where the operation is explained. */
function refusesClients({ responses, description }: Described): boolean {
  const byStatus = Responses.safeParse(responses).data ?? {};
  const codes = Object.values(byStatus).flatMap((each) => Object.keys(each['x-inin-error-codes'] ?? {}));
  return (
    codes.includes('not.a.user') ||
    (typeof description === 'string' && /not valid when using the client credentials/i.test(description))
  );
}
