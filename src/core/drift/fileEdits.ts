import { setClientId } from '../framework/edit.ts';
import { setSetting } from '../framework/setSetting.ts';
import { applyEdit } from '../framework/textEdit.ts';
import { removeConnection, updateValues } from '../scim/writeConfig.ts';
import type { FileMend, Subject } from './comparison.ts';

/** What can be done to a text at once. */
export type TextMend = Extract<FileMend, { kind: 'setting' | 'client-id' | 'values' | 'remove-connection' }>;

/** The text after what makes it match; `refused` where the text leaves open what an edit would do, and in which line. */
export type MendedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly line: number | undefined };

/** Makes a file match its org, as it is now; all else stays to the byte. */
export function mendedText(
  before: string,
  subject: Exclude<Subject, { kind: 'written' }>,
  mends: readonly TextMend[],
): MendedText {
  let text = before;
  for (const mend of mends) {
    const after = mendedOnce(text, subject, mend);
    if (after.kind === 'refused') return after;
    text = after.text;
  }
  return { kind: 'text', text };
}

function mendedOnce(
  text: string,
  subject: Exclude<Subject, { kind: 'written' }>,
  mend: TextMend,
): MendedText {
  if (mend.kind === 'setting') return edited(text, setSetting(text, mend.name, mend.value));
  if (mend.kind === 'client-id') return edited(text, setClientId(text, mend.region, mend.clientId));
  if (subject.kind !== 'scim') return { kind: 'refused', line: subject.line };
  return mend.kind === 'values' ? updateValues(text, subject, mend.values) : removeConnection(text, subject);
}

function edited(text: string, change: ReturnType<typeof setClientId | typeof setSetting>): MendedText {
  switch (change.kind) {
    case 'edit':
      return { kind: 'text', text: applyEdit(text, change.edit) };
    case 'unchanged':
      return { kind: 'text', text };
    case 'refused':
      return { kind: 'refused', line: change.line };
  }
}
