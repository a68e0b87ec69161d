/** Reads statements in order: what they bind, which functions and classes they define. */
import type { Report } from '../flow/collect';
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
import { PYTHON } from '../signals';
import { Evaluator } from './evaluate';
import { explained } from './idioms';
import { importedNames } from './imports';
import { operands } from './parts';

export class StatementReader {
  private readonly tree: SyntaxTree;
  private readonly knowledge: Knowledge;
  private readonly report: Report;
  private readonly expressions: Evaluator;
  private enclosingClass: LocalClass | undefined;

  constructor(tree: SyntaxTree, scope: Scope, knowledge: Knowledge, report: Report) {
    this.tree = tree;
    this.knowledge = knowledge;
    this.report = report;
    this.expressions = new Evaluator(tree, scope, report);
  }

  read(node: NodeId): void {
    const { tree, expressions } = this;
    switch (tree.name(node)) {
      case 'ImportStatement':
        this.importStatement(node);
        return;
      case 'AssignStatement':
        this.assign(node);
        return;
      case 'UpdateStatement':
        this.update(node);
        return;
      case 'FunctionDefinition':
        this.functionDefinition(node, []);
        return;
      case 'ClassDefinition':
        this.classDefinition(node);
        return;
      case 'DecoratedStatement':
        this.decorated(node);
        return;
      case 'ReturnStatement':
      case 'YieldStatement':
        this.returnStatement(node);
        return;
      case 'ExpressionStatement':
        for (const part of operands(tree, node)) this.expression(part);
        return;
      case 'WithStatement':
        this.withStatement(node);
        return;
      case 'ForStatement':
        this.forStatement(node);
        return;
      case 'IfStatement':
      case 'WhileStatement':
      case 'TryStatement':
      case 'MatchStatement':
      case 'MatchBody':
      case 'MatchClause':
        for (const part of tree.children(node)) this.mayRun(part);
        return;
      case 'ScopeStatement':
        this.scopeStatement(node);
        return;
      case 'Script':
      case 'Body':
      case 'StatementGroup':
        for (const part of tree.children(node)) this.read(part);
        return;
      default:
        expressions.evaluate(node);
    }
  }

  private mayRun(part: NodeId): void {
    const isBlock = ['Body', 'MatchBody', 'MatchClause'].includes(this.tree.name(part));
    if (isBlock) this.expressions.scope.branch(() => this.read(part));
    else this.expression(part);
  }

  private expression(part: NodeId): void {
    if (this.tree.name(part) === 'YieldExpression') this.returnStatement(part);
    else this.expressions.evaluate(part);
  }

  private importStatement(node: NodeId): void {
    const { scope } = this.expressions;
    for (const { name, path, module } of importedNames(this.tree, node)) {
      this.report.import(module);
      if (name !== '*') scope.set(name, library(PYTHON.originOf(path)));
      else if (explained(library(module))) scope.module.stars.unshift(module);
    }
  }

  /** `a = b = value`, `a, b = value`, `a: T = value`. */
  private assign(node: NodeId): void {
    const { tree, expressions } = this;
    const sides: NodeId[][] = [[]];
    let declared: Value | undefined;
    for (const part of tree.children(node)) {
      const word = tree.name(part);
      if (word === 'AssignOp') sides.push([]);
      else if (word === 'TypeDef') declared = this.declaredValue(part);
      else if (word !== ',' && word !== '*' && word !== '⚠') sides.at(-1)?.push(part);
    }
    const source = sides.length > 1 ? (sides.pop() ?? []) : [];
    const goesTo = sides.map((side) => side.map((target) => tree.source(target)).join(', ')).join(' = ');
    const values = source.map((part) => expressions.evaluateFor(goesTo, part));
    const given: Value | undefined = values.length > 1 ? { is: 'items', items: values } : values[0];
    const value = explained(given) ? given : (declared ?? given);
    for (const targets of sides) {
      const [only, ...others] = targets;
      if (only !== undefined && others.length === 0) expressions.bind(only, value);
      else expressions.bindEach(targets, value);
    }
  }

  private update(node: NodeId): void {
    const [target = NONE, , ...source] = this.tree.children(node);
    this.expressions.evaluateAll(source);
    if (this.tree.name(target) !== 'VariableName') this.expressions.evaluate(target);
    else if (this.expressions.evaluate(target)?.is === 'text')
      this.expressions.bind(target, { is: 'some-text' });
  }

  private returnStatement(node: NodeId): void {
    const { tree, expressions } = this;
    const { owner } = expressions.scope;
    const parts = operands(tree, node).filter(
      (part) => !['return', 'yield', 'from'].includes(tree.name(part)),
    );
    const values = parts.map((part) => expressions.evaluateFor(owner?.name ?? '', part));
    const value: Value | undefined = values.length > 1 ? { is: 'items', items: values } : values[0];
    if (owner) owner.returns = merge(owner.returns, value);
  }

  private withStatement(node: NodeId): void {
    const { tree, expressions } = this;
    const parts = tree.children(node);
    for (const [at, part] of parts.entries()) {
      const word = tree.name(part);
      if (word === 'Body') this.read(part);
      else if (tree.name(parts[at - 1] ?? NONE) === 'as' || ['with', 'as', ',', 'async'].includes(word))
        continue;
      else {
        const target = tree.name(parts[at + 1] ?? NONE) === 'as' ? parts[at + 2] : undefined;
        const value = expressions.evaluateFor(target === undefined ? '' : tree.source(target), part);
        if (target !== undefined) expressions.bind(target, value);
      }
    }
  }

  private forStatement(node: NodeId): void {
    const { tree, expressions } = this;
    const targets: NodeId[] = [];
    let behindIn = false;
    for (const part of tree.children(node)) {
      const word = tree.name(part);
      if (word === 'in') behindIn = true;
      else if (word === 'Body') expressions.scope.branch(() => this.read(part));
      else if (['for', 'async', ',', '*', 'else'].includes(word)) continue;
      else if (!behindIn) targets.push(part);
      else expressions.bindElements(targets, expressions.evaluate(part));
    }
  }

  private scopeStatement(node: NodeId): void {
    const { tree, expressions } = this;
    const where = tree.name(tree.first(node)) === 'global' ? 'global' : 'nonlocal';
    for (const part of tree.children(node)) {
      if (tree.name(part) === 'VariableName') expressions.scope.declareElsewhere(tree.source(part), where);
    }
  }

  private decorated(node: NodeId): void {
    const { tree } = this;
    const decorators: string[] = [];
    for (const part of tree.children(node)) {
      if (tree.name(part) === 'FunctionDefinition') this.functionDefinition(part, decorators);
      else if (tree.name(part) === 'ClassDefinition') this.classDefinition(part);
      else {
        decorators.push(tree.source(part));
        this.expressions.evaluate(part);
      }
    }
  }

  private functionDefinition(node: NodeId, decorators: readonly string[]): void {
    const { tree, expressions, enclosingClass } = this;
    const outer = expressions.scope;
    const inClass = outer.kind === 'class' ? enclosingClass : undefined;
    const of = this.localFunction(node, inClass !== undefined && !decorators.includes('@staticmethod'));
    const property = decorators.some((each) => /property$|\.setter$/.test(each));
    outer.set(of.name, property ? of.returns : { is: 'function', of });
    inClass?.attributes.set(of.name, property ? of.returns : { is: 'function', of });

    const scope = new Scope('function', outer, of);
    this.parameters(tree.child(node, 'ParamList'), of, scope);
    if (inClass && of.method) {
      const isClass = decorators.includes('@classmethod');
      scope.set(of.parameters[0] ?? '', { is: isClass ? 'class' : 'object', of: inClass });
    }
    expressions.scope = scope;
    this.read(tree.child(node, 'Body'));
    expressions.scope = outer;
  }

  private localFunction(node: NodeId, method: boolean): LocalFunction {
    const known = this.knowledge.functions.get(node);
    if (known) return known;
    const { tree } = this;
    const list = tree.child(node, 'ParamList');
    const parameters = tree
      .children(list)
      .filter((part) => tree.name(part) === 'VariableName')
      .map((part) => tree.source(part));
    const name = tree.source(tree.child(node, 'VariableName'));
    const made: LocalFunction = { name, parameters, method, passed: new Map(), returns: undefined };
    this.knowledge.functions.set(node, made);
    return made;
  }

  private parameters(list: NodeId, of: LocalFunction, scope: Scope): void {
    const { tree, expressions } = this;
    const parts = tree.children(list);
    for (const [at, part] of parts.entries()) {
      if (tree.name(part) !== 'VariableName' || tree.name(parts[at - 1] ?? NONE) === 'AssignOp') continue;
      const type = parts.slice(at + 1, at + 2).find((each) => tree.name(each) === 'TypeDef');
      const behind = at + (type === undefined ? 1 : 2);
      const fallback = tree.name(parts[behind] ?? NONE) === 'AssignOp' ? parts[behind + 1] : undefined;
      const usual = fallback === undefined ? undefined : expressions.evaluate(fallback);
      const declared = type === undefined ? undefined : this.declaredValue(type);
      const name = tree.source(part);
      const passed = merge(of.passed.get(name), usual);
      scope.set(name, explained(passed) ? passed : (declared ?? passed));
    }
  }

  private classDefinition(node: NodeId): void {
    const { tree, expressions } = this;
    const name = tree.source(tree.child(node, 'VariableName'));
    const known = this.knowledge.classes.get(node);
    const of: LocalClass = known ?? { name, bases: [], attributes: new Map() };
    this.knowledge.classes.set(node, of);
    const bases = operands(tree, tree.child(node, 'ArgList')).flatMap((base) => {
      const value = expressions.evaluate(base);
      return value?.is === 'library' || (value?.is === 'class' && value.of !== of) ? [value] : [];
    });
    of.bases = [...bases.filter(explained), ...bases.filter((base) => !explained(base))];
    const outer = expressions.scope;
    const outerClass = this.enclosingClass;
    outer.set(name, { is: 'class', of });
    this.enclosingClass = of;
    expressions.scope = new Scope('class', outer, outer.owner);
    this.read(tree.child(node, 'Body'));
    for (const [variable, value] of expressions.scope.bindings)
      if (value?.is !== 'function') of.attributes.set(variable, merge(of.attributes.get(variable), value));
    override(of);
    expressions.scope = outer;
    this.enclosingClass = outerClass;
  }

  /** What a variable of a declared type holds: an object of it. */
  private declaredValue(typeDef: NodeId): Value | undefined {
    const type = this.expressions.evaluate(operands(this.tree, typeDef).at(-1) ?? NONE);
    if (type?.is === 'class') return { is: 'object', of: type.of };
    return type?.is === 'library' && explained(type) ? library(`${type.path}()`) : undefined;
  }
}
