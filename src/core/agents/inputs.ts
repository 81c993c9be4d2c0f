import * as z from 'zod/mini';

/** A client, as several tools ask for it. */
export const CLIENT = z
  .string()
  .check(z.minLength(1), z.maxLength(300), z.describe('The client: its ID, or its whole name.'));

/** The org of that client. */
export const ORG_OF_CLIENT = z.optional(
  z
    .string()
    .check(
      z.maxLength(300),
      z.describe(
        'The org that has it: its name, its ID or its region. Needed only where several have one of this name.',
      ),
    ),
);
