import { methodOf } from '../reading.ts';
import type { Desk } from './desk.ts';
import { takePath } from './json.ts';

/** Whether a text is an OpenAPI or Swagger description in YAML. */
export function isOpenApiYaml(text: string): boolean {
  return /^(?:openapi|swagger)\s{0,20}:/m.test(text) && /^paths\s{0,20}:/m.test(text);
}

/** Takes the operations of a description in YAML, written as tools write it: a path or a method in each line, indented. */
export function takeOpenApiYaml(desk: Desk, text: string): void {
  const lines = text.split('\n');
  const server = serverOf(lines);
  let isInPaths = false;
  let path: { written: string; indent: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const key = /^( {0,40})(["']?)([^\s"'#][^"'#]{0,2000}?)\2:(?:\s|$)/.exec(line);
    if (key === null) continue;
    const [, { length: indent } = '', , name = ''] = key;
    if (indent === 0) isInPaths = name === 'paths';
    if (!isInPaths) continue;
    if (name.startsWith('/')) path = { written: name, indent };
    else if (path !== undefined && indent > path.indent && indent <= path.indent + 8) {
      const method = methodOf(name);
      if (method !== undefined)
        takePath(desk, server, path.written, { method, line: index + 1, sureness: 'likely' });
    }
  }
}

function serverOf(lines: readonly string[]): string {
  const servers = lines.findIndex((line) => /^servers\s{0,20}:/.test(line));
  const url =
    servers === -1 ? undefined : lines.slice(servers, servers + 5).find((line) => /\burl\s{0,9}:/.test(line));
  if (url !== undefined) return afterColon(url);
  const host = lines.find((line) => line.startsWith('host:'));
  const basePath = afterColon(lines.find((line) => line.startsWith('basePath:')) ?? '');
  return host === undefined ? basePath : `https://${afterColon(host)}${basePath}`;
}

function afterColon(line: string): string {
  return (/:\s{0,20}["']?([^\s"']{0,2000})/.exec(line)?.[1] ?? '').replace(/\/$/, '');
}
