import * as v from 'valibot';
import { MEANINGS } from '../record/catalogue.ts';

const text = v.string();
const instant = v.pipe(v.string(), v.isoTimestamp(), v.description('RFC 3339, in UTC'));
const seconds = v.pipe(v.number(), v.minValue(0));
const maybe = <const T extends v.GenericSchema>(schema: T) => v.exactOptional(schema);
const outcome = v.picklist(['running', 'done', 'failed', 'no-op', 'planned']);
const status = v.picklist(['started', 'done', 'no-op', 'planned', 'failed', 'skipped']);

const means = v.picklist(MEANINGS);

const step = v.object({
  step: text,
  means: v.pipe(means, v.description('Only `restores` puts something back')),
  status,
  started: maybe(instant),
  ended: maybe(instant),
  seconds: maybe(seconds),
  message: maybe(text),
});

const component = v.object({
  component: v.pipe(text, v.description('As the record names it: deployment/web, ConfigMap/settings …')),
  key: v.pipe(text, v.description('The same with where it is before it: this one and no other')),
  name: v.pipe(text, v.description('For people: with what sets it apart where others are called the same')),
  from: maybe(text),
  to: maybe(text),
  outcome: v.pipe(
    v.picklist(['running', 'done', 'no-op', 'planned', 'failed', 'skipped']),
    v.description('`done`: it was put back, and that is proven'),
  ),
  started: maybe(instant),
  ended: maybe(instant),
  seconds: maybe(v.pipe(seconds, v.description('From its first start to its end'))),
  message: maybe(text),
  configuration: v.pipe(
    v.boolean(),
    v.description('Goes back with something else and is not counted: a ConfigMap, a resource'),
  ),
  steps: v.array(step),
  isVerified: v.pipe(v.boolean(), v.description('Whether what it went back to passed a check')),
});

const rto = v.object({
  component: v.pipe(text, v.description('Its label in the input `rto`, else the pattern')),
  pattern: v.pipe(
    text,
    v.description('Which components it is for, those of earlier runs too; `all` is the whole rollback'),
  ),
  target: v.pipe(seconds, v.description('The objective')),
  actual: maybe(
    v.pipe(seconds, v.description('From the start of the rollback until it was back, this time')),
  ),
  last: maybe(v.pipe(seconds, v.description('The same, the time before'))),
  lastIn: maybe(
    v.pipe(text, v.description('The environment that `last` is from, where it never went back in this one')),
  ),
  p95: maybe(v.pipe(seconds, v.description('95 of 100 earlier times were no longer'))),
  runs: v.pipe(v.number(), v.description('How many earlier times there are')),
  state: v.picklist(['met', 'missed', 'untested']),
});

const checklistItem = v.object({
  item: text,
  state: v.picklist(['done', 'failed', 'human', 'not-applicable']),
  evidence: maybe(text),
  owner: maybe(v.pipe(text, v.description('Who has to do it, where it is for a human'))),
});

const run = v.object({
  id: text,
  at: instant,
  environment: maybe(text),
  outcome: v.picklist(['done', 'failed']),
  seconds: v.pipe(seconds, v.description('The whole rollback')),
  components: v.pipe(v.record(text, seconds), v.description('Seconds until each that is back was')),
});

const action = v.object({
  name: text,
  means: maybe(means),
  part: maybe(v.pipe(text, v.description('The step of the whole rollback that it was: switch orders'))),
  status,
  started: maybe(instant),
  ended: maybe(instant),
  seconds: maybe(seconds),
  message: maybe(text),
});

const answer = v.object({ question: text, answer: text, tone: v.picklist(['good', 'bad', 'open']) });

const assessment = v.object({
  severity: maybe(text),
  decision: maybe(text),
  decideBy: maybe(text),
  result: maybe(text),
  evidence: v.optional(v.unknown()),
  message: maybe(text),
});

/** The JSON report: everything that the other renderings show. `docs/schema/report.schema.json` is made of it. */
export const reportSchema = v.pipe(
  v.object({
    version: v.literal(1),
    id: text,
    incident: v.pipe(text, v.description('What all attempts of a run have in common; else the id')),
    outcome,
    sentence: v.pipe(text, v.description('The result in one sentence')),
    headline: v.pipe(text, v.description('How it stands, at a glance')),
    standing: v.picklist([
      'resolved',
      'unconfirmed',
      'unhealthy',
      'nothing',
      'still-unhealthy',
      'asked',
      'failed',
      'running',
      'planned',
      'unknown',
    ]),
    answers: v.pipe(v.array(answer), v.description('What is asked first, in that order')),
    lost: maybe(v.pipe(text, v.description('What was lost, in few words'))),
    environment: maybe(text),
    reason: maybe(text),
    actor: maybe(text),
    repository: maybe(text),
    sha: maybe(text),
    run: maybe(v.pipe(text, v.description('URL of the workflow run'))),
    started: maybe(instant),
    ended: maybe(instant),
    seconds: maybe(seconds),
    counts: v.object({ done: v.number(), failed: v.number(), total: v.number() }),
    components: v.array(component),
    actions: v.array(action),
    rto: v.array(rto),
    history: v.pipe(v.array(run), v.description('Earlier runs of this environment, oldest first')),
    integrity: maybe(
      v.object({
        result: text,
        tables: maybe(v.number()),
        rows: maybe(v.number()),
        message: maybe(text),
      }),
    ),
    dataLoss: v.array(
      v.object({
        component: text,
        name: text,
        happened: v.pipe(v.boolean(), v.description('False where it was found out, and did not go back')),
        evidence: v.unknown(),
      }),
    ),
    assessment: maybe(assessment),
    aftermath: maybe(assessment),
    recovery: v.object({
      state: v.pipe(
        v.picklist(['confirmed', 'unconfirmed', 'contradicted']),
        v.description('Whether something that was seen after the last change says that all is well'),
      ),
      because: v.array(text),
    }),
    deliveries: v.array(
      v.object({
        sink: text,
        event: maybe(text),
        status,
        isUnknown: v.pipe(
          v.boolean(),
          v.description('True where it was sent, and the receiver did not say whether it was taken'),
        ),
        at: instant,
        message: maybe(text),
        evidence: v.optional(v.unknown()),
      }),
    ),
    checklist: v.array(checklistItem),
    owners: v.pipe(
      v.array(
        v.object({
          name: text,
          state: v.picklist(['paused', 'handed back', 'not paused']),
          since: maybe(instant),
          pullRequest: maybe(text),
          message: maybe(text),
        }),
      ),
      v.description('Who keeps what went back, such as Argo CD or Flux, and how that stands'),
    ),
    openItems: v.array(v.object({ item: text, owner: text })),
    events: v.pipe(v.number(), v.description('How many events of the record this derives from')),
    brokenLines: v.pipe(v.array(v.number()), v.description('Lines of the record that could not be read')),
  }),
  v.title('Rollback report'),
);

export type Report = v.InferOutput<typeof reportSchema>;
export type ReportComponent = Report['components'][number];
export type Answer = Report['answers'][number];
export type Rto = Report['rto'][number];
export type ChecklistItem = Report['checklist'][number];
export type Run = v.InferOutput<typeof run>;

/** One line of the history file. */
export const runSchema = run;
