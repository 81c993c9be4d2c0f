import type { Trouble } from './troubles.ts';

type Misshaping = Extract<Trouble, { kind: 'wrong-types' | 'nulls' }>;

/** A JSON answer in which the fields that the trouble names are of another type, or null. */
export function misshapen(json: unknown, trouble: Misshaping): unknown {
  const isOutermost = trouble.fields === 'outermost';
  if (Array.isArray(json)) return json.map((item) => misshapen(item, trouble));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const isInner = typeof value === 'object' && value !== null;
      const isMeant = (trouble.named ?? name) === name && (isOutermost || !isInner);
      if (isMeant) return [name, trouble.kind === 'nulls' ? null : ofAnotherType(value)];
      return [name, isInner && !isOutermost ? misshapen(value, trouble) : value];
    }),
  );
}

function ofAnotherType(value: unknown): unknown {
  if (Array.isArray(value)) return {};
  switch (typeof value) {
    case 'string':
      return 7;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return [];
  }
}
