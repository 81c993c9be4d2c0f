import type { ObjectExpression } from 'acorn';
import type { RefusalReason } from './edit.ts';
import { appendProperty, colonLike, firstProperty } from './insert.ts';
import { type FrameworkInspection, inspectExactly } from './inspect.ts';
import { quoteOf, stringLiteral } from './layout.ts';
import { isComplete, keyOf } from './nodes.ts';
import { parseExpression } from './parse.ts';
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
  if (result.kind === 'unchanged') return result;

  const after = inspectExactly(applyEdit(text, result.edit))?.[name];
  const asExpected = after?.kind === (value ? 'on' : 'off') && after.alone;
  if (!asExpected) return { kind: 'refused', reason: 'uncertain', line };
  return { ...result, line: after.place.line };
}

/** The settings that can be turned on and off here. */
type BooleanSettingName = 'dedicatedLoginWindow' | 'usePKCEAuthFlow';

/** An edit; `unchanged` when the setting has that value already, in this line; or why it is left alone. */
export type SettingEdit =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  | { readonly kind: 'unchanged'; readonly line: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/**
 * How to turn a setting on or off in a text that was inspected: a value that is there is replaced, one that is not goes
 * into `settings` of the framework's `config`, which is made where it is missing. Refused where the text leaves open
 * whether the value would count.
 */
export function settingEdit(
  text: string,
  inspection: Pick<FrameworkInspection, BooleanSettingName | 'configs'>,
  name: BooleanSettingName,
  value: boolean,
): SettingEdit {
  const setting = inspection[name];
  switch (setting.kind) {
    case 'dynamic':
      return refused('value-is-dynamic');
    case 'absent':
      return addSetting(text, inspection, name, value);
    case 'on':
    case 'off': {
      if (!setting.alone) return refused('several');
      const { start, end, line } = setting.place;
      if ((setting.kind === 'on') === value) return { kind: 'unchanged', line };
      return { kind: 'edit', edit: { start, end, newText: String(value) } };
    }
  }
}

function refused(reason: RefusalReason): SettingEdit {
  return { kind: 'refused', reason };
}

function addSetting(
  text: string,
  { configs }: Pick<FrameworkInspection, 'configs'>,
  name: string,
  value: boolean,
): SettingEdit {
  const [found, ...others] = configs;
  if (found === undefined) return refused('absent');
  if (others.length > 0) return refused('several');
  const config = parseExpression(text, found.place.start, found.place.end);
  if (config?.type !== 'ObjectExpression' || config.end !== found.place.end) return refused('uncertain');

  const index = config.properties.findLastIndex((property) => keyOf(property) === 'settings');
  const behind = { ...config, properties: config.properties.slice(index + 1) };
  if (!isComplete(behind)) return refused('uncertain');
  const settings = config.properties[index];
  if (settings === undefined) {
    return { kind: 'edit', edit: addedTo(text, config, 'settings', `{ ${name}: ${value} }`) };
  }
  if (settings.type !== 'Property' || settings.value.type !== 'ObjectExpression') {
    return refused('not-a-literal');
  }
  return { kind: 'edit', edit: addedTo(text, settings.value, name, String(value)) };
}

/** The edit that adds a property as the last one of an object, in the style of the one before it. */
function addedTo(text: string, object: ObjectExpression, name: string, value: string): TextEdit {
  const last = object.properties.at(-1);
  if (last === undefined) return firstProperty(text, object, `${name}: ${value}`);
  const quote = quoteOf(text.slice(last.start));
  const key = quote === undefined ? name : stringLiteral(name, quote);
  // A method, a getter or a shorthand has no colon to copy, and gets the usual one.
  const colon = last.type === 'Property' ? colonLike(text.slice(last.key.end, last.value.start)) : ': ';
  return appendProperty(text, last, colon.endsWith(':') ? '' : ' ')(`${key}${colon}${value}`);
}
