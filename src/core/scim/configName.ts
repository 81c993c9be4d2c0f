/** The name of the SCIM config file, which VS Code checks by media/genesys-scim.schema.json. */
export const SCIM_CONFIG_NAME = 'genesys-scim.json';

/** Whether the path of a URI leads to a SCIM config file. Asked at activation, so it stands apart from the schema. */
export function isScimConfigPath(path: string): boolean {
  return path.endsWith(`/${SCIM_CONFIG_NAME}`);
}
