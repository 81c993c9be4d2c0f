import * as z from 'zod/mini';
import { OAuthClientRequest } from '../platform/oauthClients.ts';
import { DiffLine, Replaced } from './placement.ts';

/** One thing that Save will do. Review shows these and nothing else; execute does these and nothing else. */
export const PlanStep = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create-client'),
    orgName: z.string(),
    url: z.string(),
    body: OAuthClientRequest,
  }),
  /** The person has made the client already; no request is sent. */
  z.object({ kind: z.literal('use-client'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('keep-secret') }),
  z.object({
    kind: z.literal('edit-framework-file'),
    uri: z.string(),
    path: z.string(),
    region: z.string(),
    replaces: Replaced,
    diff: z.array(DiffLine),
  }),
  z.object({
    kind: z.literal('create-framework-file'),
    uri: z.string(),
    path: z.string(),
    region: z.string(),
    dedicatedLoginWindow: z.boolean(),
    pkce: z.boolean(),
    text: z.string(),
  }),
]);
export type PlanStep = z.infer<typeof PlanStep>;

/** Everything Save will do, in order. */
export const Plan = z.array(PlanStep);
export type Plan = z.infer<typeof Plan>;
