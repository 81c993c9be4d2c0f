import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as path from 'node:path/posix';
import { describe, it } from 'mocha';
import { repoFolder } from '../../host/paths.ts';
import { inLanguageOf } from '../../languages.ts';
import { headingsOf, linksOf } from '../docs/markdown.ts';
import { isInProject, readText } from '../docs/project.ts';

/** Pages for people who read one language only, in English. Each has its Japanese one. */
const PAGES = ['README.md', 'SECURITY.md', 'src/cli/npm/README.md'];
/** Those whose Japanese page has the same headings one after the other; where it ends, it says so. */
const SAME_HEADINGS = PAGES.slice(1);

/** What stands in the English page alone is for those who change this project. */
const DEVELOPING = /^(?:Develop|How it is built)$/;
const IN_ENGLISH = /英語/;

/** What a reader types, which is the same in each language: options, commands, settings, variables and programs. */
const TYPED =
  /(?<![\w-])--[a-z][a-z-]+|\bgenesysOAuth\.[a-zA-Z.]*[a-zA-Z]|\bGENESYS[A-Z_]+[A-Z]|\bnpx? (?:--no )?[a-z][\w-]*(?: [a-z][\w-]*)?|#genesys[A-Z]\w+/g;

type Section = { readonly level: number; readonly heading: string; readonly text: string };

function sectionsOf(page: string): Section[] {
  const text = readText(page);
  const lines = text.split('\n');
  const headings = headingsOf(text);
  return headings.map(({ level, text: heading, line }, index) => ({
    level,
    heading,
    text: lines.slice(line, (headings[index + 1]?.line ?? lines.length + 1) - 1).join('\n'),
  }));
}

const typedIn = (text: string) => [...new Set(text.match(TYPED) ?? [])].sort();
/** Programs that are copied whole; what a program answers is in the language of the reader. */
const programsIn = (text: string) =>
  [...text.matchAll(/```(?!text)\w+\n[\s\S]*?```/g)].map(([program]) => program);
const rowsIn = (text: string) => text.split('\n').filter((line) => line.startsWith('|')).length;

describe('A page in Japanese', () => {
  for (const page of SAME_HEADINGS)
    describe(inLanguageOf('ja', page), () => {
      const english = sectionsOf(page);
      const japanese = sectionsOf(inLanguageOf('ja', page));

      it('has the headings of the English one, as far as it goes, and says where it does not', () => {
        const end = japanese.findIndex(
          ({ heading }, index) => IN_ENGLISH.test(heading) && index === japanese.length - 1,
        );
        const own = end < 0 ? japanese : japanese.slice(0, end);
        assert.ok(own.length >= 7, String(own.length));
        assert.deepEqual(
          own.map(({ level }) => level),
          english.slice(0, own.length).map(({ level }) => level),
        );
        if (end < 0) assert.equal(japanese.length, english.length);
      });

      it('has the commands, options, programs and rows of each section, which nobody translates', () => {
        for (const [index, { heading, text }] of japanese.entries()) {
          if (IN_ENGLISH.test(heading)) continue;
          const other = english[index]?.text ?? '';
          const missing = typedIn(other).filter((each) => !typedIn(text).includes(each));
          assert.deepEqual(missing, [], `${heading} (${english[index]?.heading})`);
          assert.deepEqual(programsIn(text), programsIn(other), heading);
          assert.equal(rowsIn(text), rowsIn(other), heading);
        }
      });
    });

  it('README.ja.md names whatever README.md has a reader type', () => {
    const english = sectionsOf('README.md').filter(({ heading }) => !DEVELOPING.test(heading));
    const japanese = typedIn(readText('README.ja.md'));
    assert.deepEqual(
      typedIn(english.map(({ text }) => text).join('\n')).filter((each) => !japanese.includes(each)),
      [],
    );
  });

  it('leads to Japanese pages, or says that what it leads to is English', () => {
    const pages = readdirSync(repoFolder)
      .filter((name) => name.endsWith('.ja.md'))
      .concat(
        readdirSync(join(repoFolder, 'docs')).flatMap((name) =>
          name.endsWith('.ja.md') ? `docs/${name}` : [],
        ),
      )
      .concat('src/cli/npm/README.ja.md');
    assert.ok(pages.length >= 4, pages.join());
    const silent = pages.flatMap((page) => {
      const lines = readText(page).split('\n');
      return linksOf(readText(page)).flatMap(({ target, line }) => {
        const file = path.join(path.dirname(page), target.split('#')[0] ?? '');
        if (/^[a-z]+:|^#/.test(target) || !file.endsWith('.md') || file.endsWith('.ja.md')) return [];
        const said = lines.slice(Math.max(0, line - 2), line + 1).join('\n');
        const hasJapanese = isInProject(inLanguageOf('ja', file)) && !/英語|\[English\]/.test(said);
        return hasJapanese || !/英語|\[English\]/.test(said) ? [`${page}:${line} ${target}`] : [];
      });
    });
    assert.deepEqual(silent, []);
  });
});
