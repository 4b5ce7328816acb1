import * as v from 'valibot';

/**
 * The kinds of value that an input can have. Each is a schema from the text of the input to its typed value,
 * with a message that says what was given and what is accepted.
 */

const given = (issue: { input: unknown }) => JSON.stringify(issue.input);

/** Any text. */
export const text = () => v.string();

/** Text that is masked in the log before anything else runs. */
export const secret = () => v.pipe(v.string(), v.metadata({ secret: true }));

/** `90s`, `5m`, `1h30m` → seconds. */
export const duration = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/,
      (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`,
    ),
    v.transform((value) => {
      const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
      const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(parts[at] ?? 0)) as [
        number,
        number,
        number,
      ];
      return hours * 3600 + minutes * 60 + seconds;
    }),
    v.minValue(1, 'is zero; accepted are durations of at least 1s'),
  );

/** `10ms`, `1s`, `0` → milliseconds. */
export const milliseconds = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^(0|\d{1,6}m?s)$/,
      (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`,
    ),
    v.transform((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)),
  );

/** The YAML 1.2 core schema's booleans, as `core.getBooleanInput` reads them. */
export const boolean = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^(true|True|TRUE|false|False|FALSE)$/,
      (issue) => `is ${given(issue)}; accepted are true and false`,
    ),
    v.transform((value) => value.toLowerCase() === 'true'),
  );

/** A whole number of at least `least`. */
export const integer = (least: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`),
    v.transform(Number),
    v.minValue(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`),
  );

/** A number that is not negative, with or without a fraction. */
export const amount = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^\d{1,12}(\.\d{1,12})?$/,
      (issue) => `is ${given(issue)}; accepted are numbers such as 10 and 0.05`,
    ),
    v.transform(Number),
  );

/** One of a few words. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  v.picklist(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);

/** One item a line; commas also part items. */
export const list = () =>
  v.pipe(
    v.string(),
    v.transform((value) => split(value, /[\n,]/)),
  );

/** One item a line; commas belong to the item. */
export const lines = () =>
  v.pipe(
    v.string(),
    v.transform((value) => split(value, /\n/)),
  );

function split(value: string, separator: RegExp): string[] {
  return value
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A moment as RFC 3339 or in Unix seconds → Unix seconds. */
export const moment = () =>
  v.pipe(
    v.string(),
    v.transform((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))),
    v.finite('is not a time; accepted are 2026-11-22T10:00:00Z and Unix seconds'),
  );

function parseMoment(value: string): number {
  return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
    ? Date.parse(value) / 1000
    : Number.NaN;
}

/** `99.9%` or `0.999` → 0.999; above 0 and below 1. */
export const share = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^\d+(\.\d+)?\s*%?$/,
      (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`,
    ),
    v.transform((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)),
    v.check(
      (value) => value > 0 && value < 1,
      (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`,
    ),
  );
