/** An element of an answer of AWS's Query protocol: its text, and its children by their names. */
export interface Element {
  readonly text: string;
  readonly children: ReadonlyMap<string, readonly Element[]>;
}

/** None goes beyond the next `<`, so that what is never closed takes no longer to read. */
const TOKEN = /<!--(?:[^-]|-[^-])*-->|<[?!][^<>]*>|<(\/?)([A-Za-z_][\w.:-]*)[^<>]*?(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Deeper than any answer goes. */
const DEEPEST = 64;

interface Open {
  readonly name: string;
  text: string;
  readonly children: Map<string, Element[]>;
}

/** The root of such an answer; undefined where it is not one. No answer of this protocol says anything in attributes. */
export function elementOf(xml: string): Element | undefined {
  const root: Open = { name: '', text: '', children: new Map() };
  const path = [root];
  for (const [token, isEnd, name, isEmpty, text] of xml.matchAll(TOKEN)) {
    const here = path.at(-1) as Open;
    if (text !== undefined) here.text += text.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, decoded);
    else if (name === undefined || token.startsWith('<!')) continue;
    else if (isEnd) {
      if (here.name !== name) return undefined;
      path.pop();
      put(path.at(-1) as Open, here);
    } else {
      const open: Open = { name, text: '', children: new Map() };
      if (isEmpty) put(here, open);
      else path.push(open);
      if (path.length > DEEPEST) return undefined;
    }
  }
  const [first] = [...root.children.values()].flat();
  return path.length === 1 ? first : undefined;
}

function put({ children }: Open, { name, text, children: own }: Open): void {
  const element = { text: own.size > 0 ? '' : text, children: own };
  children.set(name, [...(children.get(name) ?? []), element]);
}

function decoded(whole: string, entity: string): string {
  const code = /^#x/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : entity.startsWith('#')
      ? Number(entity.slice(1))
      : Number.NaN;
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return Object.hasOwn(ENTITIES, entity) ? (ENTITIES[entity] as string) : whole;
}

/** All elements at the end of a path: `all(answer, 'TagList', 'Tag')`. */
export const all = (element: Element | undefined, ...path: readonly string[]): readonly Element[] =>
  path.reduce<readonly Element[]>(
    (found, name) => found.flatMap(({ children }) => children.get(name) ?? []),
    element ? [element] : [],
  );

/** The text of the first; empty where there is none. */
export const textAt = (element: Element | undefined, ...path: readonly string[]): string =>
  all(element, ...path)[0]?.text.trim() ?? '';
