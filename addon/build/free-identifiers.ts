// Finds the names that a classic script uses without declaring them: what it expects of its surroundings.
import type {
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
  Pattern,
  Program,
} from "acorn";

type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

type Scope = { readonly names: Set<string>; readonly parent: Scope | null; readonly isFunction: boolean };

/** Free names; one asked about only by `typeof name` is safe where it is absent, and is left out. */
export function freeIdentifiers(program: Program): Set<string> {
  const free = new Set<string>();
  const top = newScope(null, true);
  hoist(program.body, top);
  for (const statement of program.body) visit(statement, top, free);
  return free;
}

function newScope(parent: Scope | null, isFunction: boolean): Scope {
  return { names: new Set(), parent, isFunction };
}

function isDeclared(name: string, scope: Scope | null): boolean {
  for (let at = scope; at; at = at.parent) if (at.names.has(name)) return true;
  return false;
}

function functionScope(scope: Scope): Scope {
  return scope.isFunction || !scope.parent ? scope : functionScope(scope.parent);
}

/** Declares what a list of statements declares; `var` goes up to the function. */
function hoist(body: readonly AnyNode[], scope: Scope): void {
  for (const node of body) {
    if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") {
      if (node.id) scope.names.add(node.id.name);
    } else if (node.type === "VariableDeclaration" && node.kind !== "var") {
      for (const { id } of node.declarations) declare(id, scope);
    }
    hoistVars(node, functionScope(scope));
  }
}

function hoistVars(node: AnyNode, scope: Scope): void {
  if (isFunction(node) || node.type === "ClassDeclaration" || node.type === "ClassExpression") return;
  if (node.type === "VariableDeclaration" && node.kind === "var") {
    for (const { id } of node.declarations) declare(id, scope);
  }
  for (const child of childrenOf(node)) hoistVars(child, scope);
}

function declare(pattern: Pattern, scope: Scope): void {
  switch (pattern.type) {
    case "Identifier":
      scope.names.add(pattern.name);
      return;
    case "ObjectPattern":
      for (const part of pattern.properties) {
        declare(part.type === "RestElement" ? part.argument : part.value, scope);
      }
      return;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) declare(element, scope);
      return;
    case "RestElement":
      declare(pattern.argument, scope);
      return;
    case "AssignmentPattern":
      declare(pattern.left, scope);
      return;
    case "MemberExpression":
      return;
  }
}

function isFunction(node: AnyNode): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}

function visit(node: AnyNode, scope: Scope, free: Set<string>): void {
  if (node.type === "Identifier") {
    if (!isDeclared(node.name, scope)) free.add(node.name);
    return;
  }
  if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier") {
    return;
  }
  if (isFunction(node)) {
    const inner = newScope(scope, true);
    if (node.type !== "ArrowFunctionExpression") inner.names.add("arguments");
    if (node.type === "FunctionExpression" && node.id) inner.names.add(node.id.name);
    for (const parameter of node.params) declare(parameter, inner);
    if (node.body.type === "BlockStatement") hoist(node.body.body, inner);
    for (const parameter of node.params) visit(parameter, inner, free);
    visitAll(node.body.type === "BlockStatement" ? node.body.body : [node.body], inner, free);
    return;
  }
  const inner = opensScope(node) ? newScope(scope, false) : scope;
  if (node.type === "BlockStatement") hoist(node.body, inner);
  if (node.type === "SwitchStatement") {
    hoist(
      node.cases.flatMap(({ consequent }) => consequent),
      inner,
    );
  }
  if (node.type === "ForStatement" && node.init) hoist([node.init], inner);
  if (node.type === "ForInStatement" || node.type === "ForOfStatement") hoist([node.left], inner);
  if (node.type === "CatchClause" && node.param) declare(node.param, inner);
  if ((node.type === "ClassExpression" || node.type === "ClassDeclaration") && node.id) {
    inner.names.add(node.id.name);
  }
  visitAll(childrenOf(node), inner, free);
}

function visitAll(nodes: readonly AnyNode[], scope: Scope, free: Set<string>): void {
  for (const node of nodes) visit(node, scope, free);
}

const SCOPED = new Set([
  "BlockStatement",
  "SwitchStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "CatchClause",
  "ClassExpression",
  "ClassDeclaration",
]);

function opensScope(node: AnyNode): boolean {
  return SCOPED.has(node.type);
}

/** Nodes below a node, except names that are no references: property names, labels. */
function childrenOf(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "Property":
    case "MethodDefinition":
      return node.computed ? [node.key, node.value] : [node.value];
    case "LabeledStatement":
      return [node.body];
    case "BreakStatement":
    case "ContinueStatement":
      return [];
    case "MetaProperty":
      return [];
    default:
      return Object.values(node).flatMap((value: unknown) =>
        Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
      );
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
