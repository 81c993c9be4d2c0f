import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { coversScope } from '../../core/clients/forFramework.ts';
import { permissionsBeyond } from '../../core/clients/permissions.ts';
import { parseJson } from '../../core/platform/text.ts';
import { type Needs, usesIn } from '../../core/privileges/needs.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { CommandFailure } from '../commandLine.ts';
import type { Io } from '../io.ts';
import { readText } from '../reading.ts';

/** What a client is said to have: as the API writes it, or as a request of this project does. */
const AssertedClient = z.object({
  scope: z.optional(z.array(z.string())),
  scopes: z.optional(z.array(z.string())),
  /** For one that calls as itself: what its roles let it do. */
  permissions: z.optional(z.array(z.string())),
});

/** What is held against what calls need. */
export type AssertedClient = { readonly scopes: readonly string[]; readonly permissions: readonly string[] };

/** What a client lacks of what calls need, and what none of them needs. */
export type Asserted = { readonly lacks: readonly string[]; readonly exceeds: readonly string[] };

/** Reads the file that `--assert` names. Throws `CommandFailure`. */
export function readAsserted(io: Io, file: string): AssertedClient {
  const read = readText(resolve(io.cwd, file));
  if (!read.ok) throw new CommandFailure(`${file}: ${read.reason}`);
  const client = AssertedClient.safeParse(parseJson(read.text)).data;
  const { scope, scopes = scope, permissions } = client ?? {};
  if (scopes === undefined && permissions === undefined)
    throw new CommandFailure(
      inOneText([
        l10n.t('{0} says nothing of a client that calls could be held against.', file),
        l10n.t(
          'It has to be JSON with {0} or {1}, such as {2}.',
          'scope',
          'permissions',
          '{"scope": ["users:readonly"]}',
        ),
      ]),
    );
  return { scopes: scopes ?? [], permissions: permissions ?? [] };
}

/** Holds a client against what calls need. A scope that also writes covers the one that only reads. */
export function heldAgainst({ scopes, permissions }: AssertedClient, needs: Needs): Asserted {
  if (needs.callsAs === 'client') {
    const needed = needs.permissions.map(({ permission }) => permission);
    const used = usesIn(needs).flatMap(({ operation }) => operation.permissions.of.flat());
    return {
      lacks: permissionsBeyond(needed, permissions),
      exceeds: permissions.filter(
        (each) => !used.some((wanted) => permissionsBeyond([wanted], [each]).length === 0),
      ),
    };
  }
  const wants = usesIn(needs)
    .map(({ operation }) => operation.scopes ?? [])
    .filter(({ length }) => length > 0);
  const isMet = (want: readonly string[], by: readonly string[]) =>
    want.some((scope) => coversScope(by, scope));
  const lacking = wants.filter((want) => !isMet(want, scopes));
  const lacks = needs.scopes
    .map(({ scope }) => scope)
    .filter((scope) => lacking.some((want) => want.includes(scope)));
  // What every call does without; of two that stand in for each other, the second one goes.
  const kept = scopes.reduceRight<readonly string[]>(
    (left, scope) => {
      const others = left.filter((each) => each !== scope);
      return wants.every((want) => !isMet(want, left) || isMet(want, others)) ? others : left;
    },
    [...new Set(scopes)],
  );
  return { lacks, exceeds: scopes.filter((scope) => !kept.includes(scope)) };
}
