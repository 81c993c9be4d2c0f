import type { RefusalReason } from './edit.ts';
import { inspectExactly } from './inspect.ts';
import { type BooleanSettingName, settingEdit } from './settingEdit.ts';
import { applyEdit, type TextEdit } from './textEdit.ts';

/** Lines count from 1: of the value after the edit, or of what stands in the way. */
export type SettingChange =
  | { readonly kind: 'edit'; readonly edit: TextEdit; readonly line: number }
  | { readonly kind: 'unchanged'; readonly line: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly line: number | undefined };

/**
 * How to turn a setting on or off in a framework.js (procedure rules E3 and E4). The edit has been tried on the text:
 * afterwards the setting has that value, and no other object has it, too. Where this cannot be known, it is refused.
 */
export function setSetting(text: string, name: BooleanSettingName, value: boolean): SettingChange {
  const before = inspectExactly(text);
  if (before === undefined) return { kind: 'refused', reason: 'uncertain', line: undefined };
  const line = before[name].kind === 'absent' ? before.configs[0]?.place.line : before[name].place.line;
  const result = settingEdit(text, before, name, value);
  if (result.kind === 'refused') return { ...result, line };
  if (result.kind === 'unchanged' && line !== undefined) return { ...result, line };
  if (result.kind !== 'edit') return { kind: 'refused', reason: 'uncertain', line };

  const after = inspectExactly(applyEdit(text, result.edit))?.[name];
  const asExpected = after?.kind === (value ? 'on' : 'off') && after.alone;
  if (!asExpected) return { kind: 'refused', reason: 'uncertain', line };
  return { ...result, line: after.place.line };
}
