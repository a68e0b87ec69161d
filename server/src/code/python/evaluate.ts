/**
 * What an expression stands for, as far as the file says. Every call in it is reported on the way. Recursion is bounded
 * by the depth of the tree.
 */
import { resultOf, UNREAD, type Argument, type Call } from '../flow/calls';
import { elementAt, elementOf, NO_FIELDS, spreadInto, withElement, withField } from '../flow/collections';
import type { Report } from '../flow/collect';
import type { Scope } from '../flow/scope';
import { ERROR, NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import { library, memberOf, merge, replaced, type RecordValue, type Value } from '../flow/values';
import { builtin, explained, IDIOMS } from './idioms';
import { literal, operands, PUNCTUATION, writtenName } from './parts';
import { formatted, joinedPath } from './texts';

export class Evaluator {
  scope: Scope;
  readonly tree: SyntaxTree;
  private readonly report: Report;
  /** What the value being evaluated will be called. */
  private goesTo = '';

  constructor(tree: SyntaxTree, scope: Scope, report: Report) {
    this.tree = tree;
    this.scope = scope;
    this.report = report;
  }

  /** @param goesTo source of what it is assigned to */
  evaluateFor(goesTo: string, node: NodeId): Value | undefined {
    const outer = this.goesTo;
    this.goesTo = goesTo;
    const value = this.evaluate(node);
    this.goesTo = outer;
    return value;
  }

  evaluate(node: NodeId): Value | undefined {
    const { tree } = this;
    switch (tree.name(node)) {
      case 'VariableName':
        return this.variable(tree.source(node));
      case 'String':
        return literal(tree.source(node));
      case 'ContinuedString':
        return this.joined(tree.children(node));
      case 'FormatString':
        return formatted(tree, node, (part) => this.evaluate(part));
      case 'CallExpression':
        return this.call(node);
      case 'MemberExpression':
        return this.member(node).value;
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        return this.inner(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'ConditionalExpression':
        return this.conditional(node);
      case 'NamedExpression':
        return this.named(node);
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'SetExpression':
        return { is: 'items', items: operands(tree, node).map((item) => this.evaluate(item)) };
      case 'DictionaryExpression':
        return this.dictionary(node);
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
        return this.comprehension(tree.children(node));
      case 'LambdaExpression':
        return this.lambda(node);
      default:
        this.evaluateAll(tree.children(node));
        return undefined;
    }
  }

  /** Makes a name, attribute, or tuple of them hold a value. */
  bind(target: NodeId, value: Value | undefined): void {
    const { tree } = this;
    switch (tree.name(target)) {
      case 'VariableName':
        this.scope.set(tree.source(target), value);
        return;
      case 'MemberExpression':
        this.bindMember(target, value);
        return;
      case 'ParenthesizedExpression':
      case 'TupleExpression':
      case 'ArrayExpression':
        this.bindEach(operands(tree, target), value);
    }
  }

  /** `a, b = value`; a single target takes it whole. */
  bindEach(targets: readonly NodeId[], value: Value | undefined): void {
    const items = value?.is === 'items' ? value.items : [];
    const exact = items.length === targets.length;
    for (const [at, target] of targets.entries()) {
      this.bind(target, exact ? items[at] : value?.is === 'library' ? elementOf(value) : undefined);
    }
  }

  /** `for a, b in values`. */
  bindElements(targets: readonly NodeId[], values: Value | undefined): void {
    const [only, ...others] = targets;
    if (only === undefined) return;
    if (others.length === 0) this.bind(only, elementOf(values));
    else this.bindEach(targets, elementOf(values));
  }

  private bindMember(target: NodeId, value: Value | undefined): void {
    const [object = NONE, operator = NONE, name = NONE] = this.tree.children(target);
    const holder = this.evaluate(object);
    if (this.tree.name(operator) === '[') {
      if (this.tree.name(object) !== 'VariableName') return;
      const changed = withElement(holder, this.evaluate(name), { value, written: '' });
      if (changed) this.scope.set(this.tree.source(object), changed);
      return;
    }
    if (holder?.is !== 'object' && holder?.is !== 'class') return;
    const { attributes } = holder.of;
    const attribute = this.tree.source(name);
    attributes.set(attribute, replaced(attributes.get(attribute), value));
  }

  private variable(name: string): Value | undefined {
    return this.scope.find(name, this.unbound);
  }

  private readonly unbound = (name: string): Value | undefined => {
    const known = builtin(name);
    if (known) return known;
    const star = this.scope.module.stars[0];
    return star === undefined ? undefined : library(`${star}.${name}`);
  };

  private member(node: NodeId): {
    value: Value | undefined;
    receiver: Value | undefined;
    name: string | undefined;
  } {
    const { tree } = this;
    const [object = NONE, operator = NONE, ...rest] = tree.children(node);
    const receiver = this.evaluate(object);
    if (tree.name(operator) === '[') {
      const [key] = rest.map((part) => this.evaluate(part));
      return { value: elementAt(receiver, key), receiver: undefined, name: undefined };
    }
    const name = tree.source(rest[0] ?? NONE);
    return { value: memberOf(receiver, name), receiver, name };
  }

  private call(node: NodeId): Value | undefined {
    const { tree } = this;
    const callee = tree.first(node);
    const isMember = tree.name(callee) === 'MemberExpression';
    const goesTo = this.goesTo;
    this.goesTo = '';
    const { value, receiver, name } = isMember
      ? this.member(callee)
      : { value: this.evaluate(callee), receiver: undefined, name: undefined };
    if (tree.to(callee) - tree.from(callee) === 5 && tree.source(callee) === 'super') {
      this.goesTo = goesTo;
      return this.parentObject();
    }
    // What is cast goes where the cast goes.
    if (value?.is === 'library' && value.path === 'typing.cast') this.goesTo = goesTo;
    const args = this.arguments(tree.child(node, 'ArgList'));
    this.goesTo = goesTo;
    const receiverName = isMember ? writtenName(tree, tree.first(callee)) : undefined;
    const within = this.scope.parent?.kind === 'class' ? this.scope.owner?.name : undefined;
    const call: Call = { callee, value, receiver, receiverName, method: name, args, goesTo, within };
    const named = this.report.call(call, tree);
    const result = resultOf(call, IDIOMS, named);
    return explained(result) ? result : (this.wrapped(args, goesTo) ?? result);
  }

  /** `model = prepare(model)`: whatever an unknown function does, the variable is most likely still that model. */
  private wrapped(args: readonly Argument[], goesTo: string): Value | undefined {
    return goesTo === '' ? undefined : args.find((each) => each.written === goesTo)?.value;
  }

  private parentObject(): Value | undefined {
    for (let scope: Scope | undefined = this.scope; scope; scope = scope.parent) {
      const self = scope.owner?.method === true ? scope.get(scope.owner.parameters[0] ?? '') : undefined;
      if (self?.is !== 'object' && self?.is !== 'class') continue;
      const [base] = self.of.bases;
      if (base?.is === 'library') return library(`${base.path}()`, base);
      return base?.is === 'class' ? { is: 'object', of: base.of } : undefined;
    }
    return undefined;
  }

  private arguments(list: NodeId): Argument[] {
    const { tree } = this;
    if (list === NONE) return [];
    const parts = tree.children(list);
    const args: Argument[] = [];
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] ?? NONE;
      const word = tree.name(part);
      if (word === '(' || word === ')' || word === ',') continue;
      if (word === ERROR) args.push(UNREAD);
      else if (word === '*' || word === '**') {
        const node = parts[++at] ?? NONE;
        args.push({
          name: undefined,
          spread: true,
          options: word === '**',
          written: tree.source(node),
          value: this.evaluate(node),
        });
      } else if (tree.name(parts[at + 1] ?? NONE) === 'AssignOp') {
        const node = parts[at + 2] ?? NONE;
        at += 2;
        const name = tree.source(part);
        const value = this.evaluateFor(name, node);
        args.push({ name, spread: false, options: false, written: tree.source(node), value });
      } else if (tree.name(parts[at + 1] ?? NONE) === 'for') {
        this.comprehension(parts.slice(at));
        return args;
      } else {
        const written = tree.source(part);
        args.push({ name: undefined, spread: false, options: false, written, value: this.evaluate(part) });
      }
    }
    return args;
  }

  private inner(node: NodeId): Value | undefined {
    const parts = operands(this.tree, node);
    this.evaluateAll(parts.slice(1));
    return this.evaluate(parts[0] ?? NONE);
  }

  private joined(parts: readonly NodeId[]): Value | undefined {
    const values = parts.map((part) => this.evaluate(part));
    let text = '';
    for (const value of values) {
      if (value?.is !== 'text') return undefined;
      text += value.text;
    }
    return { is: 'text', text };
  }

  private binary(node: NodeId): Value | undefined {
    const [left = NONE, operator = NONE, ...rest] = this.tree.children(node);
    if (this.tree.source(operator) === '+') return this.joined([left, ...rest]);
    const one = this.evaluate(left);
    const last = rest.pop() ?? NONE;
    this.evaluateAll(rest);
    const other = this.evaluate(last);
    switch (this.tree.source(operator)) {
      case 'or':
        return merge(one, other);
      case '|':
        return piped(one, other);
      case '/':
        return joinedPath([one, other]);
      default:
        return undefined;
    }
  }

  private conditional(node: NodeId): Value | undefined {
    const [one = NONE, , test = NONE, , other = NONE] = this.tree.children(node);
    this.evaluate(test);
    return merge(this.evaluate(one), this.evaluate(other));
  }

  private named(node: NodeId): Value | undefined {
    const [target = NONE, , expression = NONE] = this.tree.children(node);
    const value = this.evaluateFor(this.tree.source(target), expression);
    this.bind(target, value);
    return value;
  }

  private dictionary(node: NodeId): Value | undefined {
    const { tree } = this;
    const values: (Value | undefined)[] = [];
    let record: RecordValue | undefined = NO_FIELDS;
    let key: { readonly value: Value | undefined } | undefined;
    let spread = false;
    for (const part of tree.children(node)) {
      const word = tree.name(part);
      if (word === ',') key = undefined;
      else if (word === '**') spread = true;
      else if (PUNCTUATION.has(word)) continue;
      else if (spread) {
        const value = this.evaluate(part);
        if (record) record = spreadInto(record, value);
        spread = false;
      } else if (!key) {
        key = { value: this.evaluate(part) };
      } else {
        const name = key.value;
        const field = { value: this.evaluate(part), written: tree.source(part) };
        values.push(field.value);
        record = record && name?.is === 'text' ? withField(record, name.text, field) : undefined;
      }
    }
    return record ?? { is: 'items', items: values };
  }

  /** `[` expression `for` targets `in` values … `]`: the loops come first, then what they make. */
  private comprehension(parts: readonly NodeId[]): Value | undefined {
    const { tree } = this;
    const start = parts.findIndex((part) => ['for', 'async'].includes(tree.name(part)));
    let made: Value | undefined;
    this.scope.isolated(() => {
      let targets: NodeId[] = [];
      let readingTargets = false;
      for (const part of parts.slice(Math.max(start, 0))) {
        const word = tree.name(part);
        if (word === 'for' || word === 'in') {
          readingTargets = word === 'for';
          if (readingTargets) targets = [];
        } else if (PUNCTUATION.has(word)) {
          continue;
        } else if (readingTargets) {
          targets.push(part);
        } else {
          this.bindElements(targets, this.evaluate(part));
          targets = [];
        }
      }
      for (const part of parts.slice(0, Math.max(start, 0))) {
        if (!PUNCTUATION.has(tree.name(part))) made = this.evaluate(part);
      }
    });
    return { is: 'items', items: [made] };
  }

  private lambda(node: NodeId): Value | undefined {
    const { tree } = this;
    this.scope.isolated(() => {
      for (const part of tree.children(node)) {
        if (tree.name(part) !== 'ParamList') this.evaluate(part);
        else
          for (const name of operands(tree, part))
            if (tree.name(name) === 'VariableName') this.bind(name, undefined);
      }
    });
    return undefined;
  }

  evaluateAll(nodes: readonly NodeId[]): void {
    for (const node of nodes) this.evaluate(node);
  }
}

/** `prompt | model | parser` is a chain around the model; in a type, `Client | None` is the client. */
function piped(one: Value | undefined, other: Value | undefined): Value | undefined {
  const known = [one, other].find((side) => side?.is === 'library' && explained(side));
  return known ?? merge(one, other);
}
