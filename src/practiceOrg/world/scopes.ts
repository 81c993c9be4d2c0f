import type { Language } from '../language.ts';
import { scopeSubjects } from './scopeSubjects.ts';

/** An OAuth scope of the platform with its description in each language. */
export type Scope = { readonly id: string; readonly description: Readonly<Record<Language, string>> };

/** Every scope, by id. `name` reads and writes, `name:readonly` only reads (Genesys facts 4). */
export const scopes: ReadonlyMap<string, Scope> = new Map(
  scopeSubjects.flatMap(({ name, forms, en, ja }) => {
    const all: [string, Scope][] = [];
    if (forms !== 'readonly') {
      all.push([name, { id: name, description: { en: `View and change ${en}`, ja: `${ja}の表示と変更` } }]);
    }
    if (forms !== 'full') {
      const id = `${name}:readonly`;
      all.push([id, { id, description: { en: `View ${en}`, ja: `${ja}の表示` } }]);
    }
    return all;
  }),
);
