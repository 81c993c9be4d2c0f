import { parse } from '@cdktf/hcl2json';
import * as z from 'zod/mini';

/** A text, with what stands for itself in it taken as it stands; or the name of something else in the file. */
const Text = z.pipe(z.string(), z.transform(textOf));
const Texts = z.array(Text);
const name = z.string();

const Client = z.strictObject({
  name: Text,
  description: z.optional(Text),
  authorized_grant_type: Text,
  access_token_validity_seconds: z.number(),
  registered_redirect_uris: z.optional(Texts),
  scopes: z.optional(Texts),
  roles: z.optional(z.array(z.strictObject({ role_id: Text, division_id: Text }))),
});
export type HclClient = z.infer<typeof Client>;

const Policy = z.strictObject({ domain: Text, entity_name: Text, action_set: Texts });
const Role = z.strictObject({
  name: Text,
  description: Text,
  permissions: z.optional(Texts),
  permission_policies: z.optional(z.array(Policy)),
});

const Gateway = z.strictObject({
  protocol: Text,
  host: Text,
  port: Text,
  path_params: z.array(z.strictObject({ path_name: Text, path_value: Text })),
});

/** What Terraform finds in a file about clients and their roles: of each type of block those of one name, in the order of the text. */
const HclFile = z.strictObject({
  provider: z.optional(
    z.strictObject({
      genesyscloud: z.array(z.strictObject({ aws_region: z.optional(Text), gateway: z.array(Gateway) })),
    }),
  ),
  import: z.optional(z.array(z.strictObject({ to: Text, id: Text }))),
  resource: z.strictObject({
    genesyscloud_oauth_client: z.record(name, z.array(Client)),
    genesyscloud_auth_role: z.optional(z.record(name, z.array(Role))),
  }),
});
export type HclFile = z.infer<typeof HclFile>;

/** Reads a file by the parser of HCL's own makers. Rejects what Terraform would refuse, or what names no known field. */
export async function readHcl(text: string): Promise<HclFile> {
  return HclFile.parse(await parse('clients.tf', text));
}

const REFERENCE = /^\$\{([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)+)\}$/;

/** The parser leaves templates as they are written. One that Terraform would evaluate is none of ours. */
function textOf(written: string): string | { readonly reference: string } {
  const [, reference] = REFERENCE.exec(written) ?? [];
  if (reference !== undefined) return { reference };
  return written.replaceAll(/\$\$\{|%%\{|[$%]\{/g, (sign) => {
    if (sign.length === 2) throw new Error(`Terraform would evaluate ${JSON.stringify(written)}.`);
    return sign.slice(1);
  });
}
