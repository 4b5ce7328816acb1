import { ActionError } from '../base/errors.ts';

/** Where to go back to, as the input `to` says it. */
export type To =
  | { readonly type: 'last-good' | 'previous' }
  | { readonly type: 'revision'; readonly number: number }
  | { readonly type: 'version'; readonly tag: string }
  | { readonly type: 'annotation'; readonly key: string }
  | { readonly type: 'image'; readonly container: string; readonly image: string };

/** Reads the input `to`. @throws ActionError that lists what is accepted */
export function parseTo(text: string): To {
  if (text === 'last-good' || text === 'previous') return { type: text };
  const [word, value = ''] = splitAtEquals(text);
  if (word === 'revision' && /^[1-9]\d{0,14}$/.test(value))
    return { type: 'revision', number: Number(value) };
  if (word === 'version' && /^[\w][\w.-]{0,127}$/.test(value)) return { type: 'version', tag: value };
  if (word === 'annotation' && /^[A-Za-z0-9][\w./-]*$/.test(value)) return { type: 'annotation', key: value };
  if (word === 'image') {
    const [container, image = ''] = splitAtEquals(value);
    if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(container) && /^[\w][\w.:/@-]+$/.test(image))
      return { type: 'image', container, image };
  }
  throw new ActionError(
    `Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.`,
  );
}

function splitAtEquals(text: string): [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
