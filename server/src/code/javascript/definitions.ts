/** Functions and classes: what they are given, give back and hold. */
import { Scope } from '../flow/scope';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import {
  library,
  merge,
  override,
  type Knowledge,
  type LocalClass,
  type LocalFunction,
  type Value,
} from '../flow/values';
import { bindPattern } from './bindings';
import type { Definitions, Evaluator } from './evaluate';
import { explained } from './idioms';
import { behind, keyOf, operands } from './parts';
import { declaredValue } from './types';

const PARAMETERS = new Set(['VariableDefinition', 'ObjectPattern', 'ArrayPattern']);

interface Parameter {
  readonly pattern: NodeId;
  readonly type: NodeId;
  readonly fallback: NodeId;
  /** `constructor(private readonly client)`. */
  readonly isProperty: boolean;
}

export class DefinitionReader implements Definitions {
  private readonly tree: SyntaxTree;
  private readonly knowledge: Knowledge;
  private readonly evaluator: () => Evaluator;
  private readonly readBody: (body: NodeId) => void;
  private enclosingClass: LocalClass | undefined;

  constructor(
    tree: SyntaxTree,
    knowledge: Knowledge,
    evaluator: () => Evaluator,
    readBody: (body: NodeId) => void,
  ) {
    this.tree = tree;
    this.knowledge = knowledge;
    this.evaluator = evaluator;
    this.readBody = readBody;
  }

  /** Makes the name of a function declaration known before it is read. */
  declare(node: NodeId): void {
    const name = this.tree.source(this.tree.child(node, 'VariableDefinition'));
    this.evaluator().scope.set(name, { is: 'function', of: this.localFunction(node, name) });
  }

  functionValue(node: NodeId, goesTo: string): Value {
    const { tree } = this;
    const expressions = this.evaluator();
    const named = tree.child(node, 'VariableDefinition');
    const name = named === NONE || named !== ownName(tree, node) ? goesTo : tree.source(named);
    const of = this.localFunction(node, name);
    const outer = expressions.scope;
    const outerClass = this.enclosingClass;
    const scope = new Scope('function', outer, of);
    this.bindThis(scope, tree.name(node));
    expressions.scope = scope;
    this.bindParameters(node, of, scope);
    const body = tree.child(node, 'Block');
    if (body !== NONE) this.readBody(body);
    else if (tree.name(node) === 'ArrowFunction') {
      const result = expressions.evaluateFor(of.name, behind(tree, node, 'Arrow'));
      of.returns = merge(of.returns, result);
    }
    expressions.scope = outer;
    this.enclosingClass = outerClass;
    return { is: 'function', of };
  }

  classValue(node: NodeId): Value {
    const { tree } = this;
    const expressions = this.evaluator();
    const name = tree.source(tree.child(node, 'VariableDefinition'));
    const of = this.knowledge.classes.get(node) ?? { name, bases: [], attributes: new Map() };
    this.knowledge.classes.set(node, of);
    const parent = behind(tree, node, 'extends');
    const base = parent === NONE ? undefined : expressions.evaluate(parent);
    if (base?.is === 'library' || (base?.is === 'class' && base.of !== of)) of.bases = [base];
    const outerClass = this.enclosingClass;
    const outer = expressions.scope;
    this.enclosingClass = of;
    if (name !== '') outer.set(name, { is: 'class', of });
    // Unlike Python's, members are no variables here: the scope is there for `this`.
    expressions.scope = new Scope('function', outer, outer.owner);
    this.bindThis(expressions.scope, 'MethodDeclaration');
    for (const member of operands(tree, tree.child(node, 'ClassBody'))) this.member(member, of);
    override(of);
    expressions.scope = outer;
    this.enclosingClass = outerClass;
    return { is: 'class', of };
  }

  private member(node: NodeId, of: LocalClass): void {
    const { tree } = this;
    const expressions = this.evaluator();
    const name = keyOf(tree, tree.child(node, 'PropertyDefinition', 'PrivatePropertyDefinition', 'String'));
    switch (tree.name(node)) {
      case 'MethodDeclaration': {
        const method = this.functionValue(node, name ?? '');
        const isGetter = tree.child(node, 'get') !== NONE && method.is === 'function';
        if (name !== undefined) of.attributes.set(name, isGetter ? method.of.returns : method);
        return;
      }
      case 'PropertyDeclaration': {
        const type = tree.child(node, 'TypeAnnotation');
        const declared = type === NONE ? undefined : declaredValue(tree, type, expressions.scope);
        const source = behind(tree, node, 'Equals');
        const given = source === NONE ? undefined : expressions.evaluateFor(name ?? '', source);
        const value = explained(given) ? given : (declared ?? given);
        // What is not known hides what is inherited all the same.
        if (name !== undefined && (value || source !== NONE))
          of.attributes.set(name, merge(of.attributes.get(name), value));
        return;
      }
      case 'StaticBlock':
        this.readBody(tree.child(node, 'Block'));
        return;
      default:
        expressions.evaluate(node);
    }
  }

  /** Arrow functions see the object around them; a plain function is called on whatever. */
  private bindThis(scope: Scope, kind: string): void {
    const of = this.enclosingClass;
    if (kind === 'ArrowFunction') return;
    if (kind !== 'MethodDeclaration' || !of) {
      scope.set('this', undefined);
      this.enclosingClass = undefined;
      return;
    }
    scope.set('this', { is: 'object', of });
    const [base] = of.bases;
    if (base?.is === 'library') scope.set('super', library(`${base.path}()`, base));
    else if (base?.is === 'class') scope.set('super', { is: 'object', of: base.of });
  }

  private localFunction(node: NodeId, name: string): LocalFunction {
    const known = this.knowledge.functions.get(node);
    if (known) return known;
    const parameters = this.parametersOf(node).map(({ pattern }, index) =>
      this.parameterName(pattern, index),
    );
    const made: LocalFunction = { name, parameters, method: false, passed: new Map(), returns: undefined };
    this.knowledge.functions.set(node, made);
    return made;
  }

  /** A pattern has no name: its place stands for it. */
  private parameterName(pattern: NodeId, index: number): string {
    return this.tree.name(pattern) === 'VariableDefinition' ? this.tree.source(pattern) : `#${index}`;
  }

  private parametersOf(node: NodeId): readonly Parameter[] {
    const { tree } = this;
    const list = tree.child(node, 'ParamList');
    // `x => x` has its parameter without a list.
    if (list === NONE) {
      const only = tree.name(node) === 'ArrowFunction' ? tree.child(node, 'VariableDefinition') : NONE;
      return only === NONE ? [] : [{ pattern: only, type: NONE, fallback: NONE, isProperty: false }];
    }
    const found: Parameter[] = [];
    let isProperty = false;
    let spread = false;
    let previous = '';
    for (const part of tree.children(list)) {
      const word = tree.name(part);
      const last = found.at(-1);
      if (word === ',') isProperty = spread = false;
      else if (word === 'Privacy' || word === 'readonly') isProperty = true;
      else if (word === 'Spread') spread = true;
      else if (previous === 'Equals' && last) found[found.length - 1] = { ...last, fallback: part };
      else if (word === 'TypeAnnotation' && last) found[found.length - 1] = { ...last, type: part };
      else if (PARAMETERS.has(word) && !spread)
        found.push({ pattern: part, type: NONE, fallback: NONE, isProperty });
      previous = word;
    }
    return found;
  }

  private bindParameters(node: NodeId, of: LocalFunction, scope: Scope): void {
    const { tree, enclosingClass } = this;
    const expressions = this.evaluator();
    for (const [index, { pattern, type, fallback, isProperty }] of this.parametersOf(node).entries()) {
      const usual = fallback === NONE ? undefined : expressions.evaluate(fallback);
      const declared = type === NONE ? undefined : declaredValue(tree, type, scope);
      const passed = merge(of.passed.get(this.parameterName(pattern, index)), usual);
      const value = explained(passed) ? passed : (declared ?? passed);
      bindPattern(expressions, pattern, value, (name, each) => {
        scope.set(name, each);
        if (isProperty && enclosingClass)
          enclosingClass.attributes.set(name, merge(enclosingClass.attributes.get(name), each));
      });
    }
  }
}

/** A function expression's own name; of an arrow function a definition is its parameter. */
function ownName(tree: SyntaxTree, node: NodeId): NodeId {
  return tree.name(node) === 'ArrowFunction' ? NONE : tree.child(node, 'VariableDefinition');
}
