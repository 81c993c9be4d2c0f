import type { Node } from 'jsonc-parser';
import { mayHoldSecret } from '../../platform/secretShape.ts';
import { withoutInvisible } from '../../platform/text.ts';
import { propertyValue, stringProperty } from '../../scim/jsonDocument.ts';

/** Where a block of code begins or ends in Markdown; what stands beside its beginning names the language. */
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[^\r\n]*$/gm;

/** A text in quotes, also one that does not end, or what no JSON has outside of them though it may look like a blank. */
const TEXT_OR_BLANK = /"(?:[^"\\\n\r]|\\.)*"?|[^\P{Default_Ignorable_Code_Point}]|[^\S \t\r\n]/gu;

/**
 * The JSON in what was pasted, with blanks in the place of everything else, so that all its places stay: of Markdown one
 * block of code alone, and outside of texts in quotes no characters that nobody sees.
 */
export function jsonIn(pasted: string): string {
  return jsonBlock(pasted).replace(TEXT_OR_BLANK, (found) =>
    found.startsWith('"') ? found : ' '.repeat(found.length),
  );
}

/** The first block that may be JSON; all of the text where there is no block. */
function jsonBlock(text: string): string {
  const fences = [...text.matchAll(FENCE)];
  const blocks = fences.flatMap((fence, index) => {
    const start = fence.index + fence[0].length;
    return index % 2 === 0 ? [{ start, end: fences[index + 1]?.index ?? text.length }] : [];
  });
  const block = blocks.find(({ start, end }) => /^\s*[{[]/.test(text.slice(start, end))) ?? blocks[0];
  if (block === undefined) return text;
  return (
    blank(text.slice(0, block.start)) + text.slice(block.start, block.end) + blank(text.slice(block.end))
  );
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

const MOST_CHARACTERS_OF_A_NAME = 40;

/** The name of a key as it is told to people: nothing of one that may be a secret; without what nobody sees, in one line, and not longer than a line. */
export function shownKey(key: string): string {
  if (mayHoldSecret(key)) return '…';
  const plain = withoutInvisible(key.slice(0, 500))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...plain];
  return characters.length <= MOST_CHARACTERS_OF_A_NAME
    ? plain
    : `${characters.slice(0, MOST_CHARACTERS_OF_A_NAME).join('')}…`;
}

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
