/** A URL or path without the slashes at its end, in time that grows with their number: a plain `/\/+$/` takes its square. */
export const withoutEndSlashes = (text: string): string => text.replace(/(?<!\/)\/+$/, '');
