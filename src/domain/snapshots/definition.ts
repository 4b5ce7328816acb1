/** A token of SQL: a quoted text or name, a word or number, a cast, or one sign. */
const TOKEN = /\s+|E?'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|::|[\p{L}\p{N}_$.]+|[\s\S]/gsu;
/** What follows `::` where PostgreSQL itself casts between texts. */
const TEXT_CAST = /::(text|character varying|varchar|bpchar|character)(\(\d+\))?(\[\])*/y;

/**
 * A definition as PostgreSQL writes it, in one of the forms that it may have: a dump and restore moves casts between
 * texts and the brackets around single values (`x IN ('a')` on a varchar), which says nothing about the definition.
 */
export function normalized(definition: string): string {
  return withoutBrackets(tokens(definition)).join(' ');
}

function tokens(definition: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < definition.length; ) {
    TEXT_CAST.lastIndex = at;
    const cast = TEXT_CAST.exec(definition)?.[0];
    TOKEN.lastIndex = at;
    const token = cast ?? TOKEN.exec(definition)?.[0] ?? definition.slice(at);
    if (cast === undefined && token.trim() !== '') found.push(token);
    at += token.length;
  }
  return found;
}

/** Takes out brackets around one value, or one array of values, wherever they stand. */
function withoutBrackets(all: readonly string[]): string[] {
  const out: string[] = [];
  const open: number[] = [];
  for (const token of all) {
    if (token === '(') open.push(out.length);
    out.push(token);
    if (token !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const inside = out.slice(start + 1, -1);
    if (isOneValue(inside)) out.splice(start, out.length - start, ...inside);
  }
  return out;
}

function isOneValue(inside: readonly string[]): boolean {
  if (inside.length === 1) return true;
  const closing = inside.indexOf(']');
  return inside[0] === 'ARRAY' && inside[1] === '[' && closing === inside.length - 1;
}
