import * as z from 'zod/mini';
import { type CauseId, causeIds, causes, causesOutside, type Shows } from './causes.ts';
import { switches } from './switches.ts';
import { type CarriedOut, kindsOfTrouble, namesOfCalls, type TroubleKind } from './troubles.ts';
import { knownOperations } from './whichCalls.ts';

/** A value that one may choose: a switch, or a parameter of a trouble. */
export type Choosable = {
  readonly name: string;
  readonly meaning: string;
  /** What it takes, as the end of a sentence that begins with "takes". */
  readonly takes: string;
  /** Each value that it takes, where they can be counted. */
  readonly values?: readonly unknown[];
  /** What it is when it is left out. */
  readonly usually?: unknown;
};

/** A kind of trouble, and all that there is to know about it. */
export type KindThereIs = {
  readonly kind: TroubleKind;
  readonly meets: string;
  readonly carriedOut: CarriedOut;
  readonly parameters: readonly Choosable[];
};

/** A cause that can be brought about for a client, and what it needs of it. */
export type CauseThereIs = {
  readonly cause: CauseId;
  readonly does: string;
  readonly shows: Shows;
  readonly needs: string;
};

/** All that can be rehearsed, made from the schemas that check it. */
export type WhatThereIs = {
  readonly switches: readonly Choosable[];
  readonly troubles: readonly KindThereIs[];
  /** Which calls a trouble of any kind meets. */
  readonly calls: readonly Choosable[];
  readonly operations: readonly string[];
  readonly causes: readonly CauseThereIs[];
  /** Causes that no org shows. */
  readonly causesOutside: readonly { readonly cause: string; readonly where: string }[];
};

const fieldsOfKind = new Map(kindsOfTrouble.map(({ name, schema }) => [name, fieldsOf(schema)]));

export const whatThereIs: WhatThereIs = {
  switches: fieldsOf(switches),
  troubles: kindsOfTrouble.map(({ name, meets, carriedOut }) => ({
    kind: name,
    meets,
    carriedOut,
    parameters: parametersOf(name).filter((parameter) => !namesOfCalls.includes(parameter.name)),
  })),
  calls: parametersOf('dropped').filter(({ name }) => namesOfCalls.includes(name)),
  operations: knownOperations,
  causes: causeIds.map((cause) => {
    const { does, shows, needs } = causes[cause];
    return { cause, does, shows, needs };
  }),
  causesOutside: Object.entries(causesOutside).map(([cause, where]) => ({ cause, where })),
};

/** What a trouble of this kind takes, besides the kind: its own parameters, and which calls it meets. */
export function parametersOf(kind: TroubleKind): readonly Choosable[] {
  return (fieldsOfKind.get(kind) ?? []).filter(({ name }) => name !== 'kind');
}

function fieldsOf(schema: z.ZodMiniType): Choosable[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).flatMap(([name, field]) =>
    typeof field === 'boolean' ? [] : [choosable(name, field)],
  );
}

function choosable(name: string, field: z.core.JSONSchema.BaseSchema): Choosable {
  const values = field.type === 'boolean' ? [true, false] : field.enum;
  return {
    name,
    meaning: field.description ?? '',
    takes: takes(field),
    ...(values !== undefined && { values }),
    ...(field.default !== undefined && { usually: field.default }),
  };
}

function takes({ type, enum: values, ...field }: z.core.JSONSchema.BaseSchema): string {
  if (values !== undefined) return `one of ${values.join(', ')}`;
  if (field.anyOf !== undefined) return field.anyOf.map((each) => takes(each)).join(' or ');
  switch (type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${rangeOf(field)}`;
    case 'array': {
      const { items } = field;
      const isOfTexts = typeof items === 'object' && 'type' in items && items.type === 'string';
      return isOfTexts ? 'a list of texts' : 'a list of troubles';
    }
    case 'object':
      return 'an object with lists of texts';
    case 'null':
      return 'null';
    default:
      return 'a text';
  }
}

function rangeOf({ minimum, exclusiveMinimum, maximum }: z.core.JSONSchema.BaseSchema): string {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : minimum;
  const isOpen = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER;
  return isOpen ? `, ${least} or more` : ` from ${least} to ${maximum}`;
}
