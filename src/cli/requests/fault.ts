/** Something in a request file that cannot be taken, and where it stands there. */
export type Fault = {
  /** The field, such as `roles[0].divisions`; undefined where the file as a whole is meant. */
  readonly field: string | undefined;
  /** Counted from 1; undefined where it stands nowhere. */
  readonly position: { readonly line: number; readonly column: number } | undefined;
  readonly message: string;
};

/** Where something is in a request: names of fields and positions in lists, from the outside in. */
export type FieldPath = readonly (string | number)[];

/** The same as people and programs write it. */
export function fieldText(path: FieldPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
