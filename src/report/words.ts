import { withoutInvisible } from '../base/invisible.ts';
import { beginning } from '../base/redact.ts';

/** `4.2 s`, `2 min 5 s`, `1 h 3 min`. */
export function formatShortDuration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
}

/** `2026-11-22 03:00:05 UTC`. */
export const instant = (at: string): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** `03:00:05`. */
export const clock = (at: string): string => new Date(at).toISOString().slice(11, 19);

/** Text of others on one line, without secrets and signs that cannot be seen or turn the line around, cut at a word. */
export function plain(text: string, most = 300): string {
  const line = withoutInvisible(beginning(text, most * 4).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')).trim();
  const signs = [...line];
  if (signs.length <= most) return line;
  const cut = signs.slice(0, most).join('');
  const word = cut.lastIndexOf(' ');
  return `${word > cut.length / 2 ? cut.slice(0, word) : signs.slice(0, most - 1).join('')}…`;
}

/** What a version is called where there is little room: `api:2.0.0` of an image, one after another. */
export function short(version: string): string {
  return plain(version)
    .split(' ')
    .map((image) => image.replace(/^\S*\//, '').replace(/@sha256:([0-9a-f]{12})[0-9a-f]*$/, '@$1'))
    .join(' ');
}

/** A value of any shape in words, to a readable depth: `seconds: 598, tables: (orders: 12)`. */
export function facts(value: unknown, depth = 4): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === 0) return '…';
  const inner = (each: unknown) =>
    typeof each === 'object' && each !== null ? `(${facts(each, depth - 1)})` : String(each);
  if (Array.isArray(value)) return value.map(inner).join(', ');
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${inner(each)}`)
    .join(', ');
}
