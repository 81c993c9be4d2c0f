import type { Node } from 'jsonc-parser';
import { propertyValue, stringProperty } from '../../scim/jsonDocument.ts';

const TERRAFORM_TYPE = 'genesyscloud_oauth_client';

/**
 * The objects in a JSON that each are a client: the JSON itself, the elements of a list, those of a listing of the API
 * (`entities`), or the clients in a state of Terraform, as it stands in its file or as `terraform show -json` says it.
 */
export function clientsIn(root: Node): readonly Node[] {
  if (root.type === 'array') return objectsIn(root);
  if (root.type !== 'object') return [];
  const entities = propertyValue(root, 'entities');
  if (entities?.type === 'array') return objectsIn(entities);
  const ofTerraform = terraformClients(root);
  return ofTerraform ?? [root];
}

function objectsIn({ children = [] }: Node): readonly Node[] {
  return children.filter(({ type }) => type === 'object');
}

/** Undefined where this is no state of Terraform. */
function terraformClients(root: Node): readonly Node[] | undefined {
  const resources = resourcesIn(propertyValue(propertyValue(root, 'values'), 'root_module') ?? root);
  if (resources !== undefined) return resources.flatMap(instancesOf);
  return stringProperty(root, 'type') === TERRAFORM_TYPE ? instancesOf(root) : undefined;
}

/** Those of a module and of the modules in it; nothing is nested deeper than the JSON that was read. */
function resourcesIn(module: Node): readonly Node[] | undefined {
  const resources = propertyValue(module, 'resources');
  const modules = propertyValue(module, 'child_modules');
  if (resources?.type !== 'array' && modules?.type !== 'array') return undefined;
  const own = resources === undefined ? [] : objectsIn(resources);
  const others = modules === undefined ? [] : objectsIn(modules).flatMap((each) => resourcesIn(each) ?? []);
  return [...own, ...others];
}

function instancesOf(resource: Node): readonly Node[] {
  if (stringProperty(resource, 'type') !== TERRAFORM_TYPE) return [];
  const instances = propertyValue(resource, 'instances');
  const holders =
    instances?.type === 'array'
      ? objectsIn(instances).map((instance) => propertyValue(instance, 'attributes'))
      : [propertyValue(resource, 'values')];
  return holders.filter((node) => node !== undefined).filter(({ type }) => type === 'object');
}
