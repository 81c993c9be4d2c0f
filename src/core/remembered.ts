/**
 * The same function, which works out only once what belongs to an object: what was read of an org stays the same object as
 * long as it is the same answer, and is looked into with every letter that is typed. Forgotten with the object.
 */
export function remembered<K extends object, V>(workOut: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const found = known.get(of) ?? { value: workOut(of) };
    known.set(of, found);
    return found.value;
  };
}
