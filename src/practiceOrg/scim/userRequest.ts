import * as z from 'zod/mini';
import { EMAIL_TYPES, ENTERPRISE, GENESYS, PHONE_TYPES } from './schemas.ts';

const text = z.optional(z.string());

function contacts(types: readonly string[]) {
  return z.optional(
    z.array(
      z.object({
        value: z.string(),
        type: z.optional(z.enum(types)),
        primary: z.optional(z.boolean()),
      }),
    ),
  );
}

const skills = z.optional(z.array(z.object({ name: z.string(), proficiency: z.optional(z.number()) })));

/** What POST and PUT users (`ScimV2CreateUser`, `ScimV2User`) need of a document. What only an answer fills is left out. */
export const userRequest = z.object({
  userName: z.email(),
  displayName: z.string().check(z.minLength(1)),
  active: z.optional(z.boolean()),
  password: text,
  title: text,
  externalId: text,
  phoneNumbers: contacts(PHONE_TYPES),
  emails: contacts(EMAIL_TYPES),
  roles: z.optional(z.array(z.object({ value: z.string() }))),
  [ENTERPRISE]: z.optional(
    z.object({
      division: text,
      department: text,
      manager: z.optional(z.object({ value: z.string() })),
      employeeNumber: text,
      dateHire: text,
    }),
  ),
  [GENESYS]: z.optional(
    z.object({
      routingSkills: skills,
      routingLanguages: skills,
      externalIds: z.optional(z.array(z.object({ authority: z.string(), value: z.string() }))),
    }),
  ),
});
export type UserRequest = z.infer<typeof userRequest>;
