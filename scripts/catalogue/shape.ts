/** Keys and list indices from the top of a data file. */
export type Path = readonly (string | number)[];

/** Called once for each defect. */
export type Report = (path: Path, message: string) => void;

/** What a value of a data file must look like; a value that passes `check` has type `T`. */
export interface Shape<T> {
  readonly check: (value: unknown, path: Path, report: Report) => void;
  /** Carries the type only; never set. */
  readonly type?: T;
}

/** A key that may be left out. */
export interface OptionalKey<T> {
  readonly optional: Shape<T>;
}

type Keys = Readonly<Record<string, Shape<unknown> | OptionalKey<unknown>>>;
type RequiredKeys<K extends Keys> = { [N in keyof K as K[N] extends OptionalKey<unknown> ? never : N]: K[N] };
type OptionalKeys<K extends Keys> = { [N in keyof K as K[N] extends OptionalKey<unknown> ? N : never]: K[N] };
type Value<S> = S extends Shape<infer T> ? T : S extends OptionalKey<infer T> ? T : never;
type RecordOf<K extends Keys> = { readonly [N in keyof RequiredKeys<K>]: Value<K[N]> } & {
  readonly [N in keyof OptionalKeys<K>]?: Value<OptionalKeys<K>[N]>;
};

/** An object with these keys and no others. */
export function record<K extends Keys>(keys: K): Shape<RecordOf<K>> {
  return {
    check: (value, path, report) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        report(path, 'must be a map');
        return;
      }
      for (const [key, item] of Object.entries(value)) {
        const rule = Object.hasOwn(keys, key) ? keys[key] : undefined;
        if (!rule) report([...path, key], 'unknown key');
        else ('optional' in rule ? rule.optional : rule).check(item, [...path, key], report);
      }
      for (const [key, rule] of Object.entries(keys)) {
        if (!('optional' in rule) && !Object.hasOwn(value, key)) report(path, `missing key ${key}`);
      }
    },
  };
}

/** Makes a key of a `record` optional. */
export const optional = <T>(shape: Shape<T>): OptionalKey<T> => ({ optional: shape });

/** A list of at least `min` items; no scalar twice. */
export function list<T>(item: Shape<T>, min = 0): Shape<readonly T[]> {
  return {
    check: (value, path, report) => {
      if (!Array.isArray(value)) {
        report(path, 'must be a list');
        return;
      }
      if (value.length < min) report(path, `needs at least ${min} items`);
      value.forEach((entry: unknown, index) => {
        if (value.indexOf(entry) !== index) report([...path, index], 'stands here twice');
        item.check(entry, [...path, index], report);
      });
    },
  };
}

/** Text of this form. `what` completes the message "must be …". */
export const textLike = (form: RegExp, what: string): Shape<string> => ({
  check: (value, path, report) => {
    if (typeof value !== 'string' || !form.test(value)) report(path, `must be ${what}`);
  },
});

/** One line of text, without blanks around it. */
export const text = textLike(/^\S(.*\S)?$/, 'one line of text');

/** True or false. */
export const flag: Shape<boolean> = {
  check: (value, path, report) => {
    if (typeof value !== 'boolean') report(path, 'must be true or false');
  },
};

/** One of these ids or words; any other id is dangling. */
export const oneOf = <const T extends string>(values: readonly T[]): Shape<T> => ({
  check: (value, path, report) => {
    if (!values.some((allowed) => allowed === value)) {
      report(path, `${JSON.stringify(value)} is none of ${values.join(', ')}`);
    }
  },
});
