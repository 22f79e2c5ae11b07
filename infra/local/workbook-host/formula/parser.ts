// Turns a formula's text into its tree, with the usual precedence of operators.
import type { BinaryOperator, Node } from "./syntax-tree.ts";
import { FormulaSyntaxError, type Token, tokenize } from "./tokenizer.ts";

const precedence = new Map<string, number>([
  ["=", 1],
  ["<>", 1],
  ["<", 1],
  [">", 1],
  ["<=", 1],
  [">=", 1],
  ["&", 2],
  ["+", 3],
  ["-", 3],
  ["*", 4],
  ["/", 4],
  ["^", 6],
]);
/** A sign binds tighter than multiplication and looser than a power: -2^2 is -4 … as in Sheets' own documentation. */
const signPrecedence = 5;

const isBinaryOperator = (text: string): text is BinaryOperator => precedence.has(text);

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parseAll(): Node {
    const node = this.expression(0);
    if (this.position < this.tokens.length) throw new FormulaSyntaxError("Unexpected end of expression");
    return node;
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private isAt(symbol: string): boolean {
    const token = this.peek();
    return token?.kind === "symbol" && token.text === symbol;
  }

  private take(symbol: string): void {
    if (!this.isAt(symbol)) throw new FormulaSyntaxError(`Expected ${symbol}`);
    this.position += 1;
  }

  private expression(minimum: number): Node {
    let left = this.operand();
    for (;;) {
      const token = this.peek();
      if (token?.kind !== "symbol") return left;
      if (token.text === "%") {
        this.position += 1;
        left = { kind: "percent", operand: left };
        continue;
      }
      const strength = precedence.get(token.text);
      if (strength === undefined || strength <= minimum || !isBinaryOperator(token.text)) return left;
      this.position += 1;
      left = { kind: "binary", operator: token.text, left, right: this.expression(strength) };
    }
  }

  private operand(): Node {
    const token = this.peek();
    if (!token) throw new FormulaSyntaxError("Unexpected end of expression");
    this.position += 1;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: Number(token.text) };
      case "text":
        return { kind: "text", value: token.text.slice(1, -1).replaceAll('""', '"') };
      case "error":
        return { kind: "error", code: token.text };
      case "reference":
        if (!token.ref) throw new FormulaSyntaxError("Broken reference");
        return { kind: "reference", ref: token.ref };
      case "function":
        return this.call(token.text.toUpperCase());
      case "name": {
        const upper = token.text.toUpperCase();
        if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE" };
        return { kind: "name", name: token.text };
      }
      default:
        return this.bracketOrSign(token.text);
    }
  }

  private bracketOrSign(symbol: string): Node {
    if (symbol === "(") {
      const inner = this.expression(0);
      this.take(")");
      return inner;
    }
    if (symbol === "{") return this.arrayLiteral();
    if (symbol === "+" || symbol === "-") {
      return { kind: "sign", sign: symbol, operand: this.expression(signPrecedence) };
    }
    throw new FormulaSyntaxError(`Unexpected ${symbol}`);
  }

  private call(name: string): Node {
    this.take("(");
    const list: Node[] = [];
    if (this.isAt(")")) {
      this.position += 1;
      return { kind: "call", name, arguments: list };
    }
    for (;;) {
      list.push(
        this.isAt(",") || this.isAt(";") || this.isAt(")") ? { kind: "omitted" } : this.expression(0),
      );
      if (this.isAt(")")) break;
      if (!this.isAt(",") && !this.isAt(";")) throw new FormulaSyntaxError("Expected , or )");
      this.position += 1;
    }
    this.take(")");
    return { kind: "call", name, arguments: list };
  }

  private arrayLiteral(): Node {
    const rows: Node[][] = [[]];
    while (!this.isAt("}")) {
      rows.at(-1)?.push(this.expression(0));
      if (this.isAt(";")) rows.push([]);
      else if (!this.isAt(",")) break;
      this.position += 1;
    }
    this.take("}");
    return { kind: "array", rows };
  }
}

const trees = new Map<string, Node>();

/** The tree of a formula; the same text is parsed once. Throws FormulaSyntaxError. */
export function parseFormula(formula: string): Node {
  const known = trees.get(formula);
  if (known) return known;
  const tree = new Parser(tokenize(formula)).parseAll();
  if (trees.size > 100_000) trees.clear();
  trees.set(formula, tree);
  return tree;
}
