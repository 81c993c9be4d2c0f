import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Org } from '../org.ts';
import type { Caller } from '../world/caller.ts';
import type { World } from '../world/world.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request that passed every check: the caller may do this. */
export type Call = {
  readonly org: Org;
  readonly world: World;
  readonly caller: Caller;
  /** A `{name}` of the operation's path. */
  path(name: string): string;
  /** A query parameter; undefined: not given. */
  query(name: string): string | undefined;
  /** A request header; undefined: not sent. */
  header(name: string): string | undefined;
  /** All values of a query parameter, whether it was repeated or separated by commas; empty: not given. */
  queryList(name: string): string[];
  /** The whole query, as it was sent. */
  search(): URLSearchParams;
  /** The parsed JSON body; undefined when the operation takes none. */
  readonly body: unknown;
  /** The body as the schema takes it, or the platform's refusal; `object` is the schema's published name. */
  readBody<Schema extends z.ZodMiniType>(schema: Schema, object: string): z.output<Schema>;
  /** Notes the names of what the request says in vain; never a value. */
  ignore(names: readonly string[]): void;
  readonly language: Language;
};

export type Answer =
  | {
      readonly status: 200 | 201 | 202;
      readonly body: unknown;
      readonly etag?: string;
      /** Where that stands which was created. */
      readonly location?: string;
    }
  | { readonly status: 204 | 304 };

/** One operation of the Platform API: who may call it, and what it does. */
export type Operation = {
  readonly method: Method;
  /** As published, below the API host: `/api/v2/oauth/clients/{clientId}`. */
  readonly path: string;
  /** The token needs one of these scopes; tokens of client credentials have no scopes and need none. */
  readonly scopes: readonly string[];
  /** The caller needs one of these, or all of these, permissions. */
  readonly permissions?: { readonly any: readonly string[] } | { readonly all: readonly string[] };
  /** The refusals that are this operation's own, besides those that every operation shares. */
  readonly codes?: readonly ErrorCode[];
  /** SCIM has a content type of its own. */
  readonly family?: 'scim';
  /** Whether the operation reads a JSON body. */
  readonly takesBody?: boolean;
  /** Throws `ApiError` to refuse. */
  handle(call: Call): Answer;
};

/** 200 with a JSON body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** 204: done, nothing to say. */
export const done: Answer = { status: 204 };
