/**
 * `npx node scripts/messages.ts [<part of a path>]`: every text of the product that people may read, a line each with its place,
 * so that all of them can be read in one sitting. What is filled in stands as `…`.
 */
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parse } from '@babel/parser';

const root = join(import.meta.dirname, '..');

export interface Text {
  /** `src/dns/plan.ts:58` */
  readonly place: string;
  readonly text: string;
}

/** The texts of `src/` whose path contains `part`, in the order of the tree. */
export function messages(part = ''): Text[] {
  return globSync('src/**/*.ts', { cwd: root })
    .filter((file) => file.includes(part))
    .sort()
    .flatMap((file) => textsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** A node of a source's tree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly loc: { readonly start: { readonly line: number } };
  readonly [key: string]: unknown;
}

/** The texts of a source that are sentences or parts of one: three words or more, and not SQL. */
export function textsOf(file: string, source: string): Text[] {
  const found: Text[] = [];
  visit(treeOf(source), (node) => {
    const text = textOf(node);
    if (text !== undefined && isForPeople(text))
      found.push({ place: `${file}:${node.loc.start.line}`, text: text.replace(/\s+/g, ' ').trim() });
  });
  return found;
}

/** The tree of a source without its types, which are blanked out, so that lines and columns stay. */
export const treeOf = (source: string): Node =>
  parse(stripTypeScriptTypes(source), { sourceType: 'module' }).program as unknown as Node;

export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Node, see);
}

function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value as string;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('…');
}

const SQL =
  /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT|REVOKE|SET|LOCK|FROM|JOIN|AND|WHERE|BEGIN|DO|CASE|COPY|ORDER|REASSIGN|COMMENT|EXECUTE|TRUNCATE|PREPARE|REINDEX|DECLARE|pg_catalog)\b/;

function isForPeople(text: string): boolean {
  const words = text.match(/(?<![\p{L}_.-])\p{Ll}{2,}(?![\p{L}_(.-])/gu) ?? [];
  return words.length >= 3 && !SQL.test(text);
}

if (process.argv[1] === import.meta.filename)
  for (const { place, text } of messages(process.argv[2])) console.log(`${place}\t${text}`);
