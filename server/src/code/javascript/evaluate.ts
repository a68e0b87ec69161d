/**
 * What an expression stands for, as far as the file says. Every call in it is reported on the way. Recursion is bounded
 * by the depth of the tree.
 */
import { pass, resultOf, UNREAD, type Argument, type Call } from '../flow/calls';
import type { Report } from '../flow/collect';
import { elementOf, NO_FIELDS, spreadInto, withElement, withField } from '../flow/collections';
import type { Scope } from '../flow/scope';
import { ERROR, NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import { merge, replaced, SOME_TEXT, type RecordValue, type Value } from '../flow/values';
import { bindPattern } from './bindings';
import { builtin, explained, IDIOMS, moduleOf } from './idioms';
import { callable, memberNamed } from './members';
import { behind, keyOf, literal, operands, writtenName } from './parts';

/** Who reads the functions and classes that stand in expressions. */
export interface Definitions {
  /** @param goesTo what it is assigned to */
  functionValue(node: NodeId, goesTo: string): Value;
  classValue(node: NodeId): Value;
}

/** Array methods that hand each element to a function. */
const EACH = new Set(['map', 'forEach', 'filter', 'find', 'some', 'every', 'flatMap']);

export class Evaluator {
  scope: Scope;
  readonly tree: SyntaxTree;
  private readonly report: Report;
  private readonly definitions: Definitions;
  /** What the value being evaluated will be called. */
  private goesTo = '';

  constructor(tree: SyntaxTree, scope: Scope, report: Report, definitions: Definitions) {
    this.tree = tree;
    this.scope = scope;
    this.report = report;
    this.definitions = definitions;
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
      case 'this':
      case 'super':
        return this.scope.get(tree.name(node));
      case 'String':
        return literal(tree.source(node));
      case 'TemplateString':
        return this.template(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.call(node);
      case 'MemberExpression':
        return this.member(node).value;
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
      case 'PostfixExpression':
      case 'InstantiationExpression':
        return this.inner(node);
      case 'SequenceExpression':
        return operands(tree, node)
          .map((part) => this.evaluate(part))
          .at(-1);
      case 'BinaryExpression':
        return this.binary(node);
      case 'ConditionalExpression':
        return this.conditional(node);
      case 'AssignmentExpression':
        return this.assignment(node);
      case 'ArrayExpression':
        return this.array(node);
      case 'ObjectExpression':
        return this.object(node);
      case 'ArrowFunction':
      case 'FunctionExpression':
        return this.definitions.functionValue(node, this.goesTo);
      case 'ClassExpression':
        return this.definitions.classValue(node);
      case 'DynamicImport':
        return moduleOf(this.evaluate(behind(tree, node, '(')));
      case 'TypeAnnotation':
      case 'TypeArgList':
        return undefined;
      default:
        this.evaluateAll(tree.children(node));
        return undefined;
    }
  }

  evaluateAll(nodes: readonly NodeId[]): void {
    for (const node of nodes) this.evaluate(node);
  }

  private variable(name: string): Value | undefined {
    return this.scope.find(name, builtin);
  }

  private inner(node: NodeId): Value | undefined {
    const [value] = operands(this.tree, node)
      .filter((part) => this.tree.name(part) !== 'await')
      .map((part) => this.evaluate(part));
    return value;
  }

  /** A text with holes is known where what fills them is. */
  private template(node: NodeId): Value | undefined {
    const { tree } = this;
    let text = '';
    let at = tree.from(node) + 1;
    for (const hole of tree.children(node)) {
      const value = operands(tree, hole)
        .map((part) => this.evaluate(part))
        .find((each) => each !== undefined);
      if (tree.name(hole) !== 'Interpolation' || value?.is !== 'text')
        return this.unknownTemplate(node, hole);
      text += tree.text.slice(at, tree.from(hole)) + value.text;
      at = tree.to(hole);
    }
    text += tree.text.slice(at, tree.to(node) - 1);
    return text.includes('\\') ? undefined : { is: 'text', text };
  }

  private unknownTemplate(node: NodeId, upTo: NodeId): undefined {
    const holes = this.tree.children(node);
    this.evaluateAll(holes.slice(holes.indexOf(upTo) + 1));
    return undefined;
  }

  private binary(node: NodeId): Value | undefined {
    const { tree } = this;
    const [left = NONE, operator = NONE, right = NONE] = tree.children(node);
    const one = this.evaluate(left);
    const word = tree.source(operator);
    if (word === 'as' || word === 'satisfies') return one;
    const other = this.evaluate(right);
    switch (word) {
      case '??':
      case '||':
        return merge(one, other);
      case '&&':
        return other;
      case '+':
        return one?.is === 'text' && other?.is === 'text'
          ? { is: 'text', text: one.text + other.text }
          : undefined;
      default:
        return undefined;
    }
  }

  private conditional(node: NodeId): Value | undefined {
    const [test = NONE, , one = NONE, , other = NONE] = this.tree.children(node);
    this.evaluate(test);
    return merge(this.evaluate(one), this.evaluate(other));
  }

  private assignment(node: NodeId): Value | undefined {
    const { tree } = this;
    const [target = NONE, operator = NONE, source = NONE] = tree.children(node);
    const value = this.evaluateFor(tree.source(target), source);
    if (tree.name(operator) === 'Equals') {
      this.assign(target, value);
      return value;
    }
    const before = this.evaluate(target);
    const either = /^(?:\?\?|\|\|)=$/.test(tree.source(operator));
    const after = either ? merge(before, value) : before?.is === 'text' ? SOME_TEXT : undefined;
    if (after) this.assign(target, after);
    return after;
  }

  private assign(target: NodeId, value: Value | undefined): void {
    const { tree } = this;
    if (tree.name(target) === 'MemberExpression') this.assignMember(target, value);
    else
      bindPattern(this, target, value, (name, each) => {
        this.scope.assign(name, each);
      });
  }

  private assignMember(target: NodeId, value: Value | undefined): void {
    const { tree } = this;
    const object = tree.first(target);
    const holder = this.evaluate(object);
    const key = this.keyOf(target);
    if (holder?.is === 'object' || holder?.is === 'class') {
      if (key?.is !== 'text') return;
      const { attributes } = holder.of;
      attributes.set(key.text, replaced(attributes.get(key.text), value));
    } else if (tree.name(object) === 'VariableName') {
      const changed = withElement(holder, key, { value, written: '' });
      if (changed) this.scope.assign(tree.source(object), changed);
    }
  }

  /** The key of a member expression, where it is known. */
  private keyOf(node: NodeId): Value | undefined {
    const { tree } = this;
    const computed = behind(tree, node, '[');
    if (computed !== NONE) return this.evaluate(computed);
    const name = keyOf(tree, tree.child(node, 'PropertyName', 'PrivatePropertyName'));
    return name === undefined ? undefined : { is: 'text', text: name };
  }

  private member(node: NodeId): {
    value: Value | undefined;
    receiver: Value | undefined;
    name: string | undefined;
  } {
    const receiver = this.evaluate(this.tree.first(node));
    const key = this.keyOf(node);
    if (key?.is !== 'text') return { value: elementOf(receiver), receiver: undefined, name: undefined };
    return { value: memberNamed(receiver, key.text), receiver, name: key.text };
  }

  private call(node: NodeId): Value | undefined {
    const { tree } = this;
    const goesTo = this.goesTo;
    this.goesTo = '';
    const first = tree.first(node);
    const callee = unwrapped(tree, tree.name(first) === 'new' ? tree.next(first) : first);
    const isMember = tree.name(callee) === 'MemberExpression';
    const { value, receiver, name } = isMember
      ? this.member(callee)
      : { value: this.evaluate(callee), receiver: undefined, name: undefined };
    const args = this.arguments(tree.child(node, 'ArgList'));
    this.goesTo = goesTo;
    const receiverName = isMember ? writtenName(tree, tree.first(callee)) : undefined;
    const call: Call = {
      callee,
      value: callable(value),
      receiver,
      receiverName,
      method: name,
      args,
      goesTo,
    };
    const named = this.report.call(call, tree);
    const result = handed(call) ?? resultOf(call, IDIOMS, named);
    return explained(result) ? result : (this.wrapped(args, goesTo) ?? result);
  }

  /** `client = traced(client)`: whatever an unknown function does, the variable is most likely still that client. */
  private wrapped(args: readonly Argument[], goesTo: string): Value | undefined {
    return goesTo === '' ? undefined : args.find((each) => each.written === goesTo)?.value;
  }

  private arguments(list: NodeId): Argument[] {
    const { tree } = this;
    if (list === NONE) return [];
    let spread = false;
    const args: Argument[] = [];
    for (const part of operands(tree, list)) {
      if (tree.name(part) === 'Spread') {
        spread = true;
        continue;
      }
      const value = this.evaluate(part);
      args.push({ name: undefined, spread, options: !spread, written: tree.source(part), value });
      spread = false;
    }
    if (tree.child(list, ERROR) !== NONE) args.push(UNREAD);
    return args;
  }

  private array(node: NodeId): Value | undefined {
    const { tree } = this;
    const items: (Value | undefined)[] = [];
    let spread = false;
    for (const part of operands(tree, node)) {
      if (tree.name(part) === 'Spread') spread = true;
      else {
        const value = this.evaluate(part);
        items.push(spread ? elementOf(value) : value);
        spread = false;
      }
    }
    return { is: 'items', items };
  }

  private object(node: NodeId): Value | undefined {
    let record = NO_FIELDS;
    for (const property of operands(this.tree, node)) record = this.property(record, property);
    return record;
  }

  private property(record: RecordValue, node: NodeId): RecordValue {
    const { tree } = this;
    const first = tree.first(node);
    if (tree.name(first) === 'Spread') return spreadInto(record, this.evaluate(tree.next(first)));
    const name = keyOf(tree, tree.child(node, 'PropertyDefinition', 'PropertyName', 'String', 'Number'));
    const source = behind(tree, node, ':');
    const isMethod = tree.child(node, 'ParamList') !== NONE;
    const value = isMethod
      ? this.definitions.functionValue(node, name ?? '')
      : source === NONE
        ? this.variable(name ?? '')
        : this.evaluateFor(name ?? '', source);
    if (tree.name(first) === '[') return { ...spreadInto(record, undefined), open: true };
    const written = source === NONE ? (name ?? '') : tree.source(source);
    return name === undefined ? record : withField(record, name, { value, written });
  }
}

/** `(a)()`, `new A<T>()`. */
function unwrapped(tree: SyntaxTree, node: NodeId): NodeId {
  let here = node;
  while (tree.name(here) === 'InstantiationExpression' || tree.name(here) === 'PostfixExpression')
    here = tree.first(here);
  return here;
}

/** Tells a callback what it is given, and what comes of it: `models.map((each) => …)`, `loading.then((model) => …)`. */
function handed({ receiver, method, args }: Call): Value | undefined {
  const callback = args[0]?.value;
  if (method === undefined || callback?.is !== 'function') return undefined;
  const one = (value: Value | undefined) => [{ name: undefined, spread: false, value }];
  if (method === 'then') {
    pass(callback, one(receiver));
    return callback.of.returns;
  }
  if (!EACH.has(method) || (receiver?.is !== 'items' && receiver?.is !== 'record')) return undefined;
  pass(callback, one(elementOf(receiver)));
  return method === 'map' ? { is: 'items', items: [callback.of.returns] } : undefined;
}
