/**
 * The same function, which works out only once what belongs to an object: what was read of an org stays the same object as
 * long as it is the same answer, and is looked into with every letter that is typed. Forgotten with the object.
 */
export function remembered<K extends object, V>(workOut: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found.value;
    const value = workOut(of);
    known.set(of, { value });
    return value;
  };
}

/** The same of a text, as long as one thing is looked at: what is in a file stands there again and again. */
export function rememberingAll<V>(workOut: (of: string) => V): (of: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    const value = workOut(text);
    known.set(text, { value });
    return value;
  };
}
