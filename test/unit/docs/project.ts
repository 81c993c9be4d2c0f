import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { repoFolder } from '../../host/paths.ts';
import { type Documents, headingsOf } from './markdown.ts';

/** Where somebody may cite a rule or a fact, below the repository. */
const PLACES = ['src', 'webview', 'test', 'docs', '.github', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
/** What others wrote, and what tries this with rules and facts that are not there. */
const LEFT_OUT = ['test/fixtures/', 'test/webview/themes/', 'test/unit/docs.test.ts'];
const READ = /\.(?:[cm]?[jt]s|css|md|ya?ml|html)$/;

/** Every text in which a rule or a fact may be cited, by its path. */
export function textsOfProject(): Documents {
  return new Map(
    PLACES.flatMap(filesIn)
      .filter((file) => READ.test(file) && !LEFT_OUT.some((folder) => file.startsWith(folder)))
      .map((file) => [file, readText(file)]),
  );
}

/** The documents for people, by their path. */
export function documentsOf(texts: Documents): Documents {
  return new Map([...texts].filter(([file]) => /^(?:docs\/.*|README|CONTRIBUTING)\.?(?:md)?$/.test(file)));
}

export function readText(file: string): string {
  return readFileSync(join(repoFolder, file), 'utf8');
}

export function isInProject(file: string): boolean {
  return existsSync(join(repoFolder, file));
}

/** The numbers of the facts of docs/genesys.md, each that of a heading: 1, 1.1, … */
export function knownFacts(genesys: string): string[] {
  return headingsOf(genesys).flatMap(({ text }) => /^(\d+(?:\.\d+)*)\.? /.exec(text)?.[1] ?? []);
}

/** A rule of docs/rules.md: its number, and what stands below its heading. */
export type WrittenRule = { number: string; line: number; text: string };

/** The rules of docs/rules.md, each below a heading such as "E4 Redirect URIs". */
export function writtenRules(rules: string): WrittenRule[] {
  const headings = headingsOf(rules);
  const lines = rules.split('\n');
  return headings.flatMap(({ text, line }, index) => {
    const [, number] = /^([A-Z]\d+) /.exec(text) ?? [];
    const end = headings[index + 1]?.line ?? lines.length + 1;
    return number === undefined ? [] : [{ number, line, text: lines.slice(line, end - 1).join('\n') }];
  });
}

function filesIn(place: string): string[] {
  if (place.includes('.md')) return [place];
  return readdirSync(join(repoFolder, place), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${place}/${name.split(sep).join('/')}`,
  );
}
