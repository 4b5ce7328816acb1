/** From this length on a text is known again in base64 and in other letters: shorter ones would be found in anything. */
const LONG = 8;

/**
 * A text as it stands where it was written or sent: as it is, in JSON (also in JSON in JSON), in URLs and forms, in
 * HTML and Markdown, in SQL and shells, in base64, and in capital or small letters.
 */
export function encodingsOf(text: string): string[] {
  const json = inJson(text);
  const ways = [
    text,
    text.replaceAll('\r\n', '\n'),
    json,
    inJson(json),
    ...inUrls(text),
    // A URL or JSON in a URL.
    encodeURIComponent(encodeURIComponent(text.toWellFormed())),
    encodeURIComponent(json.toWellFormed()),
    ...inMarkup(text),
    text.replaceAll("'", "''"),
    text.replaceAll("'", "'\\''"),
    base64(text),
    ...(text.length >= LONG ? [...insideBase64(text), text.toUpperCase(), text.toLowerCase()] : []),
  ];
  return [...new Set(ways)];
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function inUrls(text: string): string[] {
  const whole = text.toWellFormed();
  const all = encodeURIComponent(whole);
  const form = new URLSearchParams({ x: whole }).toString().slice(2);
  // RFC 3986 has five signs more than JavaScript; servers and URL itself each encode some of them.
  const strict = all.replace(/[!'()*~]/g, percent);
  const small = (encoded: string) => encoded.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase());
  const ways = [all, strict, form, encodeURI(whole), asPassword(whole)];
  return [...ways, ...ways.map(small)];
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** As URL writes it between `user:` and `@`. */
function asPassword(text: string): string {
  const url = new URL('http://user@host');
  url.password = text;
  return url.password;
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function inMarkup(text: string): string[] {
  const numbered = (signs: RegExp) => text.replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);
  return [
    text.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? sign),
    text.replace(/[&<>]/g, (sign) => NAMED[sign] ?? sign),
    numbered(/[&<>"']/g),
    numbered(/[&<>|@[\]`*_~\\]/g),
    text.replace(/[\\`*_{}[\]()#+.!|<>~-]/g, '\\$&'),
  ];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What of a text's base64 is the same whatever stands before and after it, by where in three bytes it begins. */
function insideBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((shift) => {
    const before = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const coded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(before, whole);
    return coded.length < LONG ? [] : [coded, coded.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
