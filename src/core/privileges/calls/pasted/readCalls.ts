import { type CallsRead, Gathering, type ReadingOptions } from '../reading.ts';
import { withoutSecrets } from '../secretsInText.ts';
import type { Desk } from './desk.ts';
import { readJsonCalls } from './json.ts';
import { takeLines } from './lines.ts';
import { isOpenApiYaml, takeOpenApiYaml } from './openApiYaml.ts';
import { takeTerraform } from './terraform.ts';

/** What is pasted may be as large as this; a HAR of a morning is. */
export const MOST_MEGABYTES = 5;
export const MOST_CHARACTERS = MOST_MEGABYTES * 1_000_000;

/**
 * Finds the calls of the Platform API in what a person has: a list or table of endpoints, commands, a HAR, a Postman
 * collection, an OpenAPI description, Terraform, log lines. It takes time with the length of the text. Secrets are masked
 * before anything is read, and nothing but methods, paths, names and lines comes out.
 */
export function readCalls(pasted: string, options: ReadingOptions = {}): CallsRead {
  const desk: Desk = { gathering: new Gathering(), options };
  if (pasted.length > MOST_CHARACTERS) {
    desk.gathering.note({ kind: 'too-large', mostMegabytes: MOST_MEGABYTES });
    return desk.gathering.result();
  }
  if (readJsonCalls(pasted, desk)) return desk.gathering.result();
  const text = withoutSecrets(pasted.replace(/^\uFEFF/, ''));
  if (isOpenApiYaml(text)) {
    takeOpenApiYaml(desk, text);
    return desk.gathering.result();
  }
  takeTerraform(desk, text);
  // JSON may write a slash with a backslash before it.
  takeLines(desk, text.replaceAll('\\/', '/'));
  return desk.gathering.result();
}
