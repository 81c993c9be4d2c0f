import * as z from 'zod/mini';

export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GENESYS = 'urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User';

const text = z.optional(z.nullable(z.string()));
const unread = z.optional(z.unknown());

function contacts(types: readonly string[]) {
  return z.optional(
    z.nullable(
      z.array(
        z.object({
          value: z.string(),
          type: z.optional(z.enum(types)),
          primary: z.optional(z.boolean()),
        }),
      ),
    ),
  );
}

const skills = z.optional(
  z.nullable(z.array(z.object({ name: z.string(), proficiency: z.optional(z.number()) }))),
);

/** The body of POST and PUT users: `ScimV2CreateUser` and `ScimV2User`. What only an answer fills is let through, unread. */
export const userRequest = z.strictObject({
  userName: z.email(),
  displayName: z.string().check(z.minLength(1)),
  active: z.optional(z.nullable(z.boolean())),
  password: text,
  title: text,
  externalId: text,
  phoneNumbers: contacts([
    ...['work', 'work2', 'work3', 'work4', 'home', 'mobile', 'other'],
    ...['microsoftteams', 'zoomphone', 'eightbyeight', 'ringcentral'],
  ]),
  emails: contacts(['work', 'other']),
  roles: z.optional(z.nullable(z.array(z.object({ value: z.string() })))),
  [ENTERPRISE]: z.optional(
    z.nullable(
      z.strictObject({
        division: text,
        department: text,
        manager: z.optional(z.nullable(z.object({ value: text }))),
        employeeNumber: text,
        dateHire: text,
      }),
    ),
  ),
  [GENESYS]: z.optional(
    z.nullable(
      z.strictObject({
        routingSkills: skills,
        routingLanguages: skills,
        externalIds: z.optional(z.nullable(z.array(z.object({ authority: z.string(), value: z.string() })))),
      }),
    ),
  ),
  id: unread,
  schemas: unread,
  groups: unread,
  meta: unread,
  name: unread,
});
export type UserRequest = z.infer<typeof userRequest>;
