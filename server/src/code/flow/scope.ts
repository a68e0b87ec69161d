/** Variables of a module, class or function while its statements are read in order. */
import { merge, SOME_TEXT, type FunctionValue, type Value } from './values';

interface Change {
  readonly name: string;
  readonly had: boolean;
  readonly value: Value | undefined;
}

export class Scope {
  /** Packages of `from x import *`, last first. */
  readonly stars: string[] = [];
  private readonly variables = new Map<string, Value | undefined>();
  /** What a variable holds once everything ran, which is what functions that use it see. */
  private readonly settled = new Map<string, Value | undefined>();
  private readonly elsewhere = new Map<string, Scope>();
  private readonly changes: Change[] = [];
  private branches = 0;

  readonly kind: 'module' | 'class' | 'function';
  readonly parent: Scope | undefined;
  /** The function whose body this is. */
  readonly owner: FunctionValue['of'] | undefined;

  constructor(kind: Scope['kind'], parent?: Scope, owner?: FunctionValue['of']) {
    this.kind = kind;
    this.parent = parent;
    this.owner = owner;
  }

  get module(): Scope {
    return this.parent?.module ?? this;
  }

  /** Starts the second reading: variables are unset again, what they end up as stays known. */
  rewind(): void {
    this.variables.clear();
    this.changes.length = 0;
  }

  get(name: string): Value | undefined {
    return this.find(name, () => undefined);
  }

  /** @param otherwise for a name that is nowhere bound */
  find(name: string, otherwise: (name: string) => Value | undefined): Value | undefined {
    const now = this.variables.get(name);
    if (now || this.variables.has(name)) return now;
    let bound = false;
    const last = this.settled.get(name);
    if (last || this.settled.has(name)) return last;
    for (let scope = this.parent; scope; scope = scope.parent) {
      const value = scope.settled.get(name);
      if (!value && !scope.settled.has(name)) continue;
      if (scope.kind !== 'class') return value;
      bound = true;
    }
    return bound ? undefined : otherwise(name);
  }

  /** What its own variables hold once everything ran. */
  get bindings(): ReadonlyMap<string, Value | undefined> {
    return this.settled;
  }

  has(name: string): boolean {
    return this.settled.has(name) || (this.parent?.has(name) ?? false);
  }

  set(name: string, value: Value | undefined): void {
    const other = this.elsewhere.get(name);
    if (other) {
      other.set(name, value);
      return;
    }
    if (this.branches > 0) {
      this.changes.push({ name, had: this.variables.has(name), value: this.variables.get(name) });
    }
    this.variables.set(name, value);
    this.settled.set(name, either(this.settled.get(name), value));
  }

  /** Sets a variable where it was declared: here or, in languages whose functions see it, in a scope around. */
  assign(name: string, value: Value | undefined): void {
    if (this.settled.has(name) || !this.parent) this.set(name, value);
    else if (this.parent.has(name)) this.parent.assign(name, value);
    else this.module.set(name, value);
  }

  /** `global` and `nonlocal`. */
  declareElsewhere(name: string, where: 'global' | 'nonlocal'): void {
    let scope = where === 'global' ? this.module : this.parent;
    while (scope?.parent && !scope.settled.has(name)) scope = scope.parent;
    if (scope && scope !== this) this.elsewhere.set(name, scope);
  }

  /**
   * Reads statements that may not run. What they make unknown stays what it was, but a text they change is afterwards
   * one of several.
   */
  branch(read: () => void): void {
    this.track(read, ({ name, had, value }) => {
      if (!had) return;
      this.variables.set(name, either(value, this.variables.get(name)));
    });
  }

  /** As `branch`, for a block with variables of its own. */
  block(own: readonly string[], read: () => void): void {
    const outer = own.map((name) => ({
      name,
      had: this.variables.has(name),
      value: this.variables.get(name),
    }));
    this.branch(read);
    for (const { name, had, value } of outer) {
      if (had) this.variables.set(name, value);
    }
  }

  /** Reads an expression with variables of its own. */
  isolated(read: () => void): void {
    this.track(read, ({ name, had, value }) => {
      if (had) this.variables.set(name, value);
      else this.variables.delete(name);
    });
  }

  private track(read: () => void, undo: (change: Change) => void): void {
    const mark = this.changes.length;
    this.branches++;
    read();
    this.branches--;
    for (const change of this.changes.slice(mark).reverse()) undo(change);
    if (this.branches === 0) this.changes.length = 0;
  }
}

/** What a variable holds that held one value and was then, perhaps, given another. */
function either(before: Value | undefined, now: Value | undefined): Value | undefined {
  if (!before || !now) return isText(before) ? SOME_TEXT : (now ?? before);
  if (isText(before) && isText(now)) return merge(before, now);
  const alike = before.is === 'library' && now.is === 'library' && before.path === now.path;
  return alike ? merge(before, now) : now;
}

function isText(value: Value | undefined): boolean {
  return value?.is === 'text' || value?.is === 'some-text';
}
