import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { TokenType } from '@actions/workflow-parser/templates/tokens/types';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Contexts = Readonly<Record<string, Json>>;

/** What `success()`, `failure()` and `cancelled()` say; `always()` is true. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** What an expression may read. */
export interface Scope {
  readonly contexts: Contexts;
  /** Where it may ask for the status. */
  readonly status?: Status;
  /** Where `hashFiles` looks. */
  readonly workspace?: string;
}

/** The value of a part of a workflow, with all expressions in it evaluated by GitHub's own evaluator. */
export function evaluate(token: TemplateToken, scope: Scope): Json {
  if (isBasicExpression(token)) return evaluateText(token.expression, scope);
  if (isString(token) || isBoolean(token) || isNumber(token)) return token.value;
  if (isSequence(token))
    return Array.from({ length: token.count }, (_, index) => evaluate(token.get(index), scope));
  if (isMapping(token)) {
    return Object.fromEntries(
      Array.from(token, ({ key, value }) => [key.toString(), evaluate(value, scope)]),
    );
  }
  if (token.templateTokenType === TokenType.Null) return null;
  throw new Error(`The harness does not know ${token.typeName()} in a workflow.`);
}

/** The same for a mapping whose values are texts: `with`, `env`, `outputs`. */
export function textsOf(token: TemplateToken | undefined, scope: Scope): Record<string, string> {
  const values = token ? evaluate(token, scope) : {};
  if (values === null || typeof values !== 'object') throw new Error('Not a mapping.');
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, toText(value as Json)]));
}

/** How an expression's value is written into a text. */
export function toText(value: Json): string {
  return toData(value).coerceString();
}

/** Whether a condition holds. */
export function holds(condition: string, scope: Scope): boolean {
  const value = evaluateText(condition, scope);
  return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}

function evaluateText(expression: string, { contexts, status, workspace }: Scope): Json {
  const functions = new Map<string, FunctionDefinition>();
  const define = (name: string, maxArgs: number, call: (...args: string[]) => Json) =>
    functions.set(name.toLowerCase(), {
      name,
      minArgs: maxArgs && 1,
      maxArgs,
      call: (...args) => toData(call(...args.map((arg) => arg.coerceString()))),
    });
  if (status) {
    define('always', 0, () => true);
    for (const name of ['success', 'failure', 'cancelled'] as const) define(name, 0, () => status[name]);
  }
  if (workspace) define('hashFiles', 255, (...globs) => hashFiles(workspace, globs));
  // A context that is not there is an error of the parser, not an empty value.
  const parser = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), [
    ...functions.values(),
  ]);
  try {
    const value = new Evaluator(parser.parse(), toData(contexts) as data.Dictionary, functions).evaluate();
    return JSON.parse(JSON.stringify(value, data.replacer)) as Json;
  } catch (cause) {
    throw new Error(`The expression \${{ ${expression} }} can't be evaluated: ${(cause as Error).message}`, {
      cause,
    });
  }
}

function toData(value: Json | Contexts): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;
}

function hashFiles(workspace: string, globs: string[]): string {
  const files = globSync(globs, { cwd: workspace })
    .map((file) => join(workspace, file))
    .filter((file) => statSync(file).isFile())
    .sort();
  if (files.length === 0) return '';
  const all = createHash('sha256');
  for (const file of files) all.update(createHash('sha256').update(readFileSync(file)).digest());
  return all.digest('hex');
}
