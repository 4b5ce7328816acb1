import fc from 'fast-check';
import { ActionError } from '../../src/base/errors.ts';
import { often } from '../support/every-case.ts';

/** Milliseconds that one call may take; what takes longer on some input grows faster than the input. */
const LIMIT = 2000;
/** Stands in inputs that hold secrets; no message may repeat it. */
export const MARK = 'Marked-5ecret';

const SIGNS = [
  ...'\0\n\r\t "\'`$\\<>&|@[](){}*_~=:;,/%#!?.-+',
  '\u202e',
  '\ufeff',
  '\ud800',
  '::',
  '://',
  '%zz',
  '${{',
  '-0',
  '1e999',
];

/** Texts near `examples`: pieces of them cut, doubled, and with signs between that mean something somewhere. */
export function near(examples: readonly string[]): fc.Arbitrary<string> {
  const piece = fc
    .tuple(fc.constantFrom(...examples), fc.nat(40), fc.nat(60))
    .map(([text, from, length]) => text.slice(from % (text.length + 1)).slice(0, length + 1));
  const sign = fc.constantFrom(...SIGNS);
  const mutated = fc
    .tuple(
      fc.constantFrom(...examples),
      fc.nat(200),
      fc.nat(5),
      fc.oneof(sign, piece, fc.string({ unit: 'grapheme' })),
    )
    .map(
      ([text, at, length, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length),
    );
  const mixed = fc
    .array(fc.oneof(sign, piece, fc.string()), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const long = fc
    .tuple(fc.oneof(sign, piece), fc.nat(20_000))
    .map(([text, count]) => text.repeat(Math.ceil(count / (text.length || 1))));
  return fc.oneof(
    { weight: 6, arbitrary: mutated },
    { weight: 4, arbitrary: mixed },
    { weight: 1, arbitrary: long },
  );
}

/** JSON near `example`: one of its values, at any depth, is another one or missing. */
export function nearJson(example: unknown): fc.Arbitrary<unknown> {
  const strange = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('__proto__', 'NaN', '\n::error::x', 1e308, -1, ''),
  );
  return fc.oneof(
    fc.jsonValue(),
    fc.tuple(fc.nat(), strange, fc.boolean()).map(([at, value, drop]) => changed(example, at, value, drop)),
  );
}

function changed(example: unknown, at: number, value: unknown, drop: boolean): unknown {
  const copy = structuredClone({ root: example }) as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [node, key] = places[at % places.length] ?? [copy, 'root'];
  if (drop) delete node[key];
  else node[key] = value;
  return copy.root;
}

/** What `act` gives, or undefined where it refuses. @throws where it fails as no user should see it, or is slow */
export function refusedOrDone<T>(act: () => T): T | undefined {
  const first = costOf(act);
  // A garbage collection may fall into one call; an input that is slow is slow the second time too.
  const milliseconds = first.milliseconds > LIMIT ? costOf(act).milliseconds : first.milliseconds;
  if (milliseconds > LIMIT) throw new Error(`it took ${Math.round(milliseconds)} ms`);
  return first.result;
}

/** With the time of the processor, which a busy machine takes no more of. */
function costOf<T>(act: () => T): { result: T | undefined; milliseconds: number } {
  const begun = process.cpuUsage();
  const result = doneOrRefused(act);
  return { result, milliseconds: process.cpuUsage(begun).user / 1000 };
}

function doneOrRefused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const told = [error.message, ...error.details].join('\n');
    if (told.includes(MARK)) throw new Error(`a secret is told: ${told}`);
    return undefined;
  }
}

/** Seconds that each property is tried for, where somebody wants more than a test's share: `FUZZ_SECONDS=60 npm test -- …`. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0);

/** Holds a property so often that a file of them stays under 20 s, a third of that in `npm test`, or for as long as `FUZZ_SECONDS` says. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => unknown, numRuns = 1500): void {
  const runs =
    SECONDS > 0
      ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: SECONDS * 1000 }
      : { numRuns: often(numRuns), interruptAfterTimeLimit: 5000 };
  const found = fc.check(
    fc.property(arbitrary, (value) => {
      // What it gives is nobody's verdict: fast-check would take anything but true for a failure.
      property(value);
    }),
    runs,
  );
  const cause = found.errorInstance instanceof Error ? found.errorInstance.message : '';
  if (found.failed) throw new Error(`${cause}\n${fc.defaultReportMessage(found)}`);
  if (SECONDS > 0) process.stderr.write(`fuzzed ${found.numRuns} times\n`);
}
