/** Reads statements in order: what they bind, which functions and classes they define. */
import type { Report } from '../flow/collect';
import { elementOf, NO_FIELDS, withField } from '../flow/collections';
import { Scope } from '../flow/scope';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import { library, merge, type Knowledge, type Value } from '../flow/values';
import { JAVASCRIPT } from '../signals';
import { bindPattern, namesIn } from './bindings';
import { DefinitionReader } from './definitions';
import { Evaluator } from './evaluate';
import { explained } from './idioms';
import { importOf } from './imports';
import { behind, keyOf, operands } from './parts';
import { declaredValue } from './types';

/** Nothing that runs. */
const TYPES_ONLY = new Set(['TypeAliasDeclaration', 'InterfaceDeclaration', 'AmbientDeclaration']);
const DECLARATIONS = new Set(['FunctionDeclaration', 'ClassDeclaration']);

export class StatementReader {
  private readonly tree: SyntaxTree;
  private readonly report: Report;
  private readonly expressions: Evaluator;
  private readonly definitions: DefinitionReader;

  constructor(tree: SyntaxTree, scope: Scope, knowledge: Knowledge, report: Report) {
    this.tree = tree;
    this.report = report;
    this.definitions = new DefinitionReader(
      tree,
      knowledge,
      () => this.expressions,
      (body) => this.read(body),
    );
    this.expressions = new Evaluator(tree, scope, report, this.definitions);
  }

  read(node: NodeId): void {
    const { tree } = this;
    const kind = tree.name(node);
    if (TYPES_ONLY.has(kind)) return;
    switch (kind) {
      case 'Script':
      case 'Block':
        this.readAll(tree.children(node));
        return;
      case 'ExportDeclaration':
        this.exported(node);
        return;
      case 'ImportDeclaration':
        this.importDeclaration(node);
        return;
      case 'VariableDeclaration':
        this.variableDeclaration(node);
        return;
      case 'FunctionDeclaration':
        this.definitions.functionValue(node, '');
        return;
      case 'ClassDeclaration':
        this.classDeclaration(node);
        return;
      case 'ReturnStatement':
        this.returnStatement(node);
        return;
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoStatement':
      case 'TryStatement':
      case 'FinallyClause':
      case 'LabeledStatement':
        for (const part of tree.children(node)) this.mayRun(part);
        return;
      case 'ForStatement':
        this.forStatement(node);
        return;
      case 'CatchClause':
        this.catchClause(node);
        return;
      case 'SwitchStatement':
        this.switchStatement(node);
        return;
      case 'EnumDeclaration':
        this.enumDeclaration(node);
        return;
      case 'NamespaceDeclaration':
        this.read(tree.child(node, 'Block'));
        return;
      default:
        this.expressions.evaluate(node);
    }
  }

  /** Functions are there before the first statement runs. */
  private readAll(nodes: readonly NodeId[]): void {
    for (const node of nodes) this.hoist(node);
    for (const node of nodes) this.read(node);
  }

  private hoist(node: NodeId): void {
    const { tree } = this;
    const declared = tree.name(node) === 'ExportDeclaration' ? tree.child(node, 'FunctionDeclaration') : node;
    if (tree.name(declared) === 'FunctionDeclaration') this.definitions.declare(declared);
  }

  private exported(node: NodeId): void {
    const { tree } = this;
    if (tree.child(node, 'from') !== NONE) return;
    for (const part of operands(tree, node)) {
      if (tree.name(part) !== 'export' && tree.name(part) !== 'default') this.read(part);
    }
  }

  private mayRun(part: NodeId): void {
    const { tree } = this;
    if (tree.name(part) === 'Block' || /(?:Statement|Declaration|Clause)$/.test(tree.name(part)))
      this.block(part, this.namesDeclaredIn(tree.children(part)));
    else this.expressions.evaluate(part);
  }

  private block(node: NodeId, own: readonly string[]): void {
    this.expressions.scope.block(own, () => this.read(node));
  }

  /** What a block keeps to itself. */
  private namesDeclaredIn(statements: readonly NodeId[]): string[] {
    const { tree } = this;
    return statements.flatMap((statement) => {
      if (DECLARATIONS.has(tree.name(statement)))
        return [tree.source(tree.child(statement, 'VariableDefinition'))];
      if (tree.name(statement) !== 'VariableDeclaration' || tree.name(tree.first(statement)) === 'var')
        return [];
      return tree.children(statement).flatMap((part) => namesIn(tree, part));
    });
  }

  private importDeclaration(node: NodeId): void {
    const imported = importOf(this.tree, node);
    if (!imported) return;
    this.report.import(imported.module);
    for (const { name, member } of imported.names) {
      const path = member === '' ? imported.module : `${imported.module}.${member}`;
      this.expressions.scope.set(name, library(JAVASCRIPT.originOf(path)));
    }
  }

  /** `const a: T = value, { b } = other`. */
  private variableDeclaration(node: NodeId): void {
    const { tree, expressions } = this;
    let target = NONE;
    let declared: Value | undefined;
    let source = NONE;
    const bind = (): void => {
      if (target !== NONE) this.declare(target, declared, source);
      target = source = NONE;
      declared = undefined;
    };
    let previous = '';
    for (const part of tree.children(node)) {
      const word = tree.name(part);
      if (word === ',' || word === ';') bind();
      else if (word === 'TypeAnnotation') declared = declaredValue(tree, part, expressions.scope);
      else if (previous === 'Equals') source = part;
      else if (/^(?:VariableDefinition|ObjectPattern|ArrayPattern)$/.test(word)) target = part;
      previous = word;
    }
    bind();
  }

  private declare(target: NodeId, declared: Value | undefined, source: NodeId): void {
    const { tree, expressions } = this;
    const given = source === NONE ? undefined : expressions.evaluateFor(tree.source(target), source);
    const value = explained(given) ? given : (declared ?? given);
    this.reportModule(given);
    bindPattern(expressions, target, value, (name, each) => {
      expressions.scope.set(name, originOf(each));
    });
  }

  /** `require('openai')` is an import too. */
  private reportModule(value: Value | undefined): void {
    if (value?.is === 'library') this.report.import(/^[^.([]*/.exec(value.path)?.[0] ?? '');
  }

  private classDeclaration(node: NodeId): void {
    const { tree, expressions } = this;
    const value = this.definitions.classValue(node);
    expressions.scope.set(tree.source(tree.child(node, 'VariableDefinition')), value);
  }

  private returnStatement(node: NodeId): void {
    const { tree, expressions } = this;
    const { owner } = expressions.scope;
    for (const part of operands(tree, node)) {
      if (tree.name(part) === 'return') continue;
      const value = expressions.evaluateFor(owner?.name ?? '', part);
      if (owner) owner.returns = merge(owner.returns, value);
    }
  }

  private forStatement(node: NodeId): void {
    const { tree, expressions } = this;
    const spec = tree.child(node, 'ForOfSpec', 'ForInSpec', 'ForSpec');
    const body = tree.children(node).at(-1) ?? NONE;
    const parts = operands(tree, spec);
    if (tree.name(spec) === 'ForSpec') {
      for (const part of parts) this.read(part);
      this.mayRun(body);
      return;
    }
    const isOf = tree.name(spec) === 'ForOfSpec';
    const values = expressions.evaluate(parts.at(-1) ?? NONE);
    const target = tree.child(spec, 'VariableDefinition', 'ObjectPattern', 'ArrayPattern', 'VariableName');
    const own = [...namesIn(tree, target), ...this.namesDeclaredIn(tree.children(body))];
    expressions.scope.block(own, () => {
      bindPattern(expressions, target, isOf ? elementOf(values) : undefined, (name, value) => {
        expressions.scope.set(name, value);
      });
      this.read(body);
    });
  }

  private catchClause(node: NodeId): void {
    const { tree, expressions } = this;
    for (const name of tree.children(node).flatMap((part) => namesIn(tree, part)))
      expressions.scope.set(name, undefined);
    this.mayRun(tree.child(node, 'Block'));
  }

  private switchStatement(node: NodeId): void {
    const { tree, expressions } = this;
    expressions.evaluate(tree.child(node, 'ParenthesizedExpression'));
    const groups: NodeId[][] = [[]];
    for (const part of operands(tree, tree.child(node, 'SwitchBody'))) {
      if (tree.name(part).endsWith('Label')) groups.push([]);
      groups.at(-1)?.push(part);
    }
    for (const group of groups)
      expressions.scope.block(this.namesDeclaredIn(group), () => {
        this.readAll(group);
      });
  }

  private enumDeclaration(node: NodeId): void {
    const { tree, expressions } = this;
    let record = NO_FIELDS;
    const body = tree.child(node, 'EnumBody');
    for (const part of operands(tree, body)) {
      const name = tree.name(part) === 'PropertyName' ? keyOf(tree, part) : undefined;
      const equals = tree.next(part);
      if (name === undefined || tree.name(equals) !== 'Equals') continue;
      const source = tree.next(equals);
      record = withField(record, name, { value: expressions.evaluate(source), written: tree.source(source) });
    }
    expressions.scope.set(tree.source(behind(tree, node, 'enum')), record);
  }
}

/** A name that a project's own module hands on. */
function originOf(value: Value | undefined): Value | undefined {
  return value?.is === 'library' ? library(JAVASCRIPT.originOf(value.path), value) : value;
}
