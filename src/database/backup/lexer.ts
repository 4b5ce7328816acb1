/**
 * Follows SQL text as psql does, far enough to know where a statement ends, whatever strings, comments and function
 * bodies hold. Texts are bytes in latin1, so that every encoding goes through unharmed.
 */
export interface Statement {
  /** The first words, in lower case. */
  readonly words: readonly string[];
  /** Its text with comments, as far as rules look at it. */
  readonly text: string;
  /** The last word, in lower case. */
  readonly last: string;
  /** The first word behind each semicolon in it, of a function's body or a rule's actions. */
  readonly inner: readonly string[];
  /** Names of functions that `watched` has, called by whatever spelling but in strings and bodies. */
  readonly calls: readonly string[];
  /** `COPY … FROM stdin`: what follows it are rows. */
  readonly copiesFromStdin: boolean;
}

/** Characters of a statement that are kept for the rules: what they look at stands at its beginning. */
const KEPT = 20_000;

/** How much of a token that is not whole yet may be held back; names and tags of dollar quotes are shorter. */
const HELD = 256;
const TOKEN =
  /[A-Za-z_\x80-\xff][\w$\x80-\xff]*'?|['"]|\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$|--|\/\*|[;\\()]/g;
const IN_ESCAPE_STRING = /\\[\s\S]|'/g;
const IN_COMMENT = /\/\*|\*\//g;

type Inside =
  | { readonly kind: 'code' | 'string' | 'escape-string' | 'name' | 'line-comment' }
  | { readonly kind: 'dollar'; readonly tag: string }
  | { readonly kind: 'comment'; readonly depth: number };

const CODE: Inside = { kind: 'code' };

export class Lexer {
  /** Set where the dump says `standard_conforming_strings = off`. */
  escapesInStrings = false;
  readonly #onStatement: (statement: Statement) => void;
  readonly #onCommand: (text: string) => void;
  readonly #watched: ReadonlySet<string>;
  #inside: Inside = CODE;
  #words: string[] = [];
  #empty = true;
  #parens = 0;
  #blocks = 0;
  #previous = '';
  #text = '';
  /** Up to where the text that is read now is in `#text`. */
  #keptTo = 0;
  #name = '';
  #calls: string[] = [];
  #inner = new Set<string>();
  #begins = false;
  /** Whether the COPY that is read brings rows; undefined until its FROM. */
  #copies: boolean | undefined;

  constructor(on: {
    statement: (statement: Statement) => void;
    command: (text: string) => void;
    /** Names of functions, in lower case, whose calls are reported. */
    watched?: ReadonlySet<string>;
  }) {
    this.#onStatement = on.statement;
    this.#onCommand = on.command;
    this.#watched = on.watched ?? new Set();
  }

  /** Between two statements, where the next line begins a new one. */
  get between(): boolean {
    return this.#inside.kind === 'code' && this.#empty;
  }

  /** Reads on; gives how much of `text` was read: all of it where it is a `whole` line. */
  read(text: string, whole: boolean): number {
    let at = 0;
    this.#keptTo = 0;
    while (at < text.length) {
      const next = this.#step(text, at, whole);
      if (next === undefined) break;
      this.#keep(text, next);
      at = next;
    }
    return at;
  }

  #keep(text: string, to: number): void {
    if (this.#text.length < KEPT) this.#text += text.slice(this.#keptTo, Math.min(to, this.#keptTo + KEPT));
    this.#keptTo = to;
  }

  /** The position behind the next token, or undefined where its end is not there yet. */
  #step(text: string, at: number, whole: boolean): number | undefined {
    const inside = this.#inside;
    switch (inside.kind) {
      case 'code':
        return this.#code(text, at, whole);
      case 'string':
        return this.#until(text, at, text.indexOf("'", at), 1);
      case 'name': {
        const end = text.indexOf('"', at);
        this.#name += text.slice(at, Math.min(end < 0 ? text.length : end, at + HELD));
        if (end >= 0) this.#call(this.#name);
        return this.#until(text, at, end, 1);
      }
      case 'line-comment':
        return this.#until(text, at, text.indexOf('\n', at), 1);
      case 'dollar': {
        const end = text.indexOf(inside.tag, at);
        if (end >= 0) return this.#until(text, at, end, inside.tag.length);
        return whole ? text.length : behind(at, text.length - inside.tag.length);
      }
      case 'escape-string':
        return this.#escapeString(text, at, whole);
      case 'comment':
        return this.#comment(text, at, inside.depth, whole);
    }
  }

  #until(text: string, _at: number, end: number, length: number): number {
    if (end < 0) return text.length;
    this.#inside = CODE;
    return end + length;
  }

  #escapeString(text: string, at: number, whole: boolean): number | undefined {
    IN_ESCAPE_STRING.lastIndex = at;
    const found = IN_ESCAPE_STRING.exec(text);
    if (!found) return whole || !text.endsWith('\\') ? text.length : behind(at, text.length - 1);
    if (found[0] === "'") this.#inside = CODE;
    return IN_ESCAPE_STRING.lastIndex;
  }

  #comment(text: string, at: number, depth: number, whole: boolean): number | undefined {
    IN_COMMENT.lastIndex = at;
    const found = IN_COMMENT.exec(text);
    if (!found) return whole ? text.length : behind(at, text.length - 1);
    const now = depth + (found[0] === '/*' ? 1 : -1);
    this.#inside = now === 0 ? CODE : { kind: 'comment', depth: now };
    return IN_COMMENT.lastIndex;
  }

  #code(text: string, at: number, whole: boolean): number | undefined {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    const start = found?.index ?? text.length;
    if (!whole && start > text.length - HELD) return behind(at, Math.min(start, text.length - HELD));
    if (this.#empty && text.slice(at, start).trim() !== '') this.#empty = false;
    if (!found) return text.length;
    const [token] = found;
    if (token === '--') this.#inside = { kind: 'line-comment' };
    else if (token === '/*') this.#inside = { kind: 'comment', depth: 1 };
    else if (token === '\\') this.#onCommand(text.slice(start));
    else {
      this.#keep(text, start + token.length);
      this.#codeToken(token);
    }
    return start + token.length;
  }

  #codeToken(token: string): void {
    if (token === ';' && this.#parens === 0 && this.#blocks === 0) return this.#end();
    this.#empty = false;
    if (token === '(') this.#parens++;
    else if (token === ')') this.#parens = Math.max(0, this.#parens - 1);
    else if (token.startsWith('$')) this.#inside = { kind: 'dollar', tag: token };
    else if (token === '"') {
      this.#inside = { kind: 'name' };
      this.#name = '';
    } else if (token.endsWith("'")) {
      const escapes = this.escapesInStrings || /^e'$/i.test(token);
      this.#inside = { kind: escapes ? 'escape-string' : 'string' };
    } else if (token !== ';') this.#word(token.toLowerCase());
    this.#begins = token === ';';
  }

  #call(name: string): void {
    if (this.#watched.has(name.toLowerCase()) && this.#calls.length < 10)
      this.#calls.push(name.toLowerCase());
  }

  /** Counts BEGIN and END of a function's body in standard SQL, as psql does. */
  #word(word: string): void {
    if (this.#words.length < 6) this.#words.push(word);
    this.#call(word);
    if (this.#begins) this.#inner.add(word);
    const [first, second, third, fourth] = this.#words;
    const what = second === 'or' && third === 'replace' ? fourth : second;
    if (first === 'create' && (what === 'function' || what === 'procedure') && this.#parens === 0) {
      if (word === 'begin' || (word === 'case' && this.#blocks > 0)) this.#blocks++;
      else if (word === 'end' && this.#blocks > 0) this.#blocks--;
    }
    // The first FROM alone: one in a WHERE (`IS DISTINCT FROM stdin`) would make rows of what is not one.
    if (first === 'copy' && this.#previous === 'from' && this.#parens === 0)
      this.#copies ??= word === 'stdin';
    this.#previous = word;
  }

  #end(): void {
    const isEmpty = this.#empty;
    const statement = {
      words: this.#words,
      text: this.#text,
      last: this.#previous,
      inner: [...this.#inner],
      calls: this.#calls,
      copiesFromStdin: this.#copies === true,
    };
    this.#words = [];
    this.#text = '';
    this.#calls = [];
    this.#inner = new Set();
    this.#begins = false;
    this.#previous = '';
    this.#copies = undefined;
    this.#empty = true;
    if (!isEmpty) this.#onStatement(statement);
  }
}

const behind = (at: number, next: number) => (next > at ? next : undefined);
