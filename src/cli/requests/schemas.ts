import * as z from 'zod/mini';
import { ClientChangeRequest, NewClientRequest } from './forms.ts';

/** The JSON schemas of the request files, by the names that they have in the package. Editors complete and check by them. */
export function requestSchemas(): Readonly<Record<string, string>> {
  return {
    'new-client.schema.json': schemaText(NewClientRequest, 'A request of genesys-oauth create'),
    'client-change.schema.json': schemaText(ClientChangeRequest, 'A request of genesys-oauth change'),
  };
}

function schemaText(form: z.ZodMiniType, title: string): string {
  // What most editors know is an older draft; nothing that is used here differs between them.
  const schema = { ...z.toJSONSchema(form, { target: 'draft-7' }), title };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
