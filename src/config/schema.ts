import * as v from 'valibot';
import { COMMON, INPUTS, SECRETS } from './inputs.ts';
import { KINDS, type Kind } from './kinds.ts';

/** Consent is a person's for one run: in a file it would be given for every later one. */
const CONFIGURABLE = COMMON.filter((name) => name !== 'accept');

/** What belongs to one run, or to the chain, and not to a component. */
const OF_THE_RUN = [
  'config',
  'environment',
  'component',
  'rollback-id',
  'reason',
  'record',
  'dry-run',
  'phase',
];

/** Names that a sentence can hold; the inputs of all actions together are more. */
const MAX_LISTED_NAMES = 60;

/** A map that has these keys and no others. */
const map = <const E extends v.ObjectEntries>(entries: E, form: string) =>
  v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') {
      const known = Object.keys(entries).sort();
      return known.length > MAX_LISTED_NAMES
        ? `has the key ${received}, which no action has as an input`
        : `has the unknown key ${received}; known are ${known.join(', ')}`;
    }
    return received === 'undefined' ? 'is missing' : form;
  });

const scalar = v.union([v.string(), v.number(), v.boolean()]);
const variable = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an environment variable'),
);

/** The value of an environment variable. */
const reference = v.strictObject({ env: variable });

/** What an input may be given as. */
export const value = v.union(
  [scalar, v.array(scalar), reference],
  'must be a text, a number, true or false, a list of those, or `{env: NAME}` for the value of an environment variable',
);
/** What an input may be given as that holds a secret. */
export const secret = map(
  { env: variable },
  'is a secret, which does not belong into a file; name the environment variable that holds it, `{env: NAME}`, or give it as an input',
);

/** A value of an input as the file has it. */
export type Value = v.InferOutput<typeof value>;

const entriesFor = (names: readonly string[], secrets: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, v.optional(secrets.includes(name) ? secret : value)]));

type Action = keyof typeof INPUTS;
const actions = Object.keys(INPUTS) as Action[];

const section = (action: Action) =>
  map(entriesFor([...CONFIGURABLE, ...INPUTS[action]], SECRETS[action]), 'must be a map of inputs');

const ownRto = v.union(
  [v.string(), v.record(v.string(), v.string())],
  'must be a duration such as 5m, or a map of patterns such as `deployment/api-*` to durations',
);

const order = v.array(v.string('must be the name of a component'), 'must be a list of components');
/** What comes first is a list, a backup is a text. */
const ORDER_OR_BACKUP =
  'must be a list of components, or a text: the backup from after the accident (`strategy: repair`)';

const component = (kind: Kind) => {
  const action = KINDS[kind];
  const names = [...CONFIGURABLE, ...INPUTS[action]].filter((name) => !OF_THE_RUN.includes(name));
  const isInput = names.includes('after');
  return map(
    {
      ...entriesFor(names, SECRETS[action]),
      kind: v.literal(kind),
      after: v.optional(isInput ? v.union([order, v.string(), reference], ORDER_OR_BACKUP) : order),
      rto: v.optional(ownRto),
    },
    'must be a map of inputs',
  );
};

const kinds = Object.keys(KINDS) as Kind[];

const environment = map(
  {
    defaults: v.optional(
      map(
        entriesFor(
          [...new Set([...CONFIGURABLE, ...actions.flatMap((action) => INPUTS[action])])],
          [...new Set(actions.flatMap((action) => SECRETS[action]))],
        ),
        'must be a map of inputs',
      ),
    ),
    components: v.optional(
      v.record(
        v.pipe(
          v.string(),
          v.regex(
            /^[a-z0-9][a-z0-9-]{0,40}$/,
            'is not a name; accepted are small letters, digits and dashes',
          ),
        ),
        v.variant(
          'kind',
          kinds.map(component) as [ReturnType<typeof component>],
          `must be one of ${kinds.join(', ')}`,
        ),
        'must be a map of components',
      ),
    ),
    ...Object.fromEntries(actions.map((action) => [action, v.optional(section(action))])),
  },
  'must be a map of sections',
);

/** The whole file. */
export const fileSchema = map(
  {
    environments: v.pipe(
      v.record(v.string(), environment, 'must be a map of environments'),
      v.minEntries(1, 'must have at least one environment'),
    ),
  },
  'must have the form `environments: {<name>: {<section>: {<input>: <value>}}}`',
);
