import { incidentOf } from '../record/incident.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { requireConsent } from '../runner/consent.ts';
import { ActionError, messageOf } from '../runner/errors.ts';
import { inert } from '../runner/markdown.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import { KeptNote } from '../systems/kubernetes/kept-note.ts';
import { lockOf } from '../systems/kubernetes/lease.ts';
import { perform, type Request, tell } from './perform.ts';
import { dueOf, isFresh, isOpen, isStale, parseQuestion, type Question, untilOf } from './question.ts';
import { step as stepOf } from './steps.ts';

/** How a question is answered. */
const HOW =
  'To roll back, start it again with `decide: caller`; to leave it as it is, do nothing: nothing changes by itself.';

/** Where the question of an environment is kept: beside its lock. */
const noteOf = (place: Connection, { environment }: Context): KeptNote =>
  new KeptNote(place, `${lockOf(place, environment)}.question`);

/** What is needed to ask. */
interface Asking {
  readonly request: Request;
  /** The cluster that keeps the question; undefined where the environment has none. */
  readonly place: Connection | undefined;
  /** Whether anybody is told. */
  readonly isTold: boolean;
}

/**
 * Asks a person to decide: says why, until when and how in messages, issue and summary. Nothing is changed by it, nor by
 * silence. What is asked already, and has time left, is not asked a second time.
 *
 * @param judged the outcome of who could not decide
 */
export async function ask(asking: Asking, judged: Outcome, context: Context): Promise<Outcome> {
  const { request, place } = asking;
  const now = place?.client.now ?? new Date();
  const note = place && noteOf(place, context);
  const earlier = note && (await readOr(note, context));
  if (earlier && isOpen(earlier, now) && !isOwn(earlier, context))
    return outcomeOf(earlier, request, judged, context, `It was asked already, by rollback ${earlier.id}.`);
  const question: Question = {
    version: 1,
    id: context.rollbackId,
    ...(request.runUrl !== undefined && { run: request.runUrl }),
    asked: now.toISOString(),
    until: untilOf(String(judged.outputs?.['decide-by'] ?? ''), now),
    message: judged.message,
    signals: signalsIn(judged),
  };
  context.record({ ...eventOf(question), step: 'ask' });
  const problems = [
    await keep(note, question),
    await toldOf(asking, context),
    await issueOf(request, context),
  ].filter((each) => each !== undefined);
  for (const problem of problems) context.log.warn(problem);
  return outcomeOf(question, request, judged, context, problems.join(' '));
}

/** What `assess` has seen that is not as it should be, or that it does not know. */
function signalsIn({ outputs = {} }: Outcome): string[] {
  const rows = Array.isArray(outputs.evidence) ? (outputs.evidence as Record<string, unknown>[]) : [];
  return rows.filter(({ severity }) => severity !== 'none').map((row) => `${row.signal}: ${row.message}`);
}

/** @returns why nobody will remind of it, where nobody will */
async function keep(note: KeptNote | undefined, question: Question): Promise<string | undefined> {
  const unkept = (why: string) => `Nobody is reminded of it: ${why}`;
  if (!note) return unkept('the environment has no cluster that could keep the question.');
  try {
    return (await note.write(JSON.stringify(question)))
      ? undefined
      : unkept('somebody else has asked at the same time.');
  } catch (error) {
    return unkept(`the question could not be kept: ${messageOf(error)}`);
  }
}

/** @returns why nobody knows, where that is so: who asks and is not heard has not asked */
async function toldOf({ request, isTold }: Asking, context: Context): Promise<string | undefined> {
  const unheard = 'Nobody was told of it but by this summary';
  if (!isTold) return `${unheard}: no channel is configured (docs/notifications.md).`;
  try {
    const { result, message } = await tell('asked', 'ask', request, context);
    return result === 'done' ? undefined : `${unheard}: ${message}`;
  } catch (error) {
    return `${unheard}: ${messageOf(error)}`;
  }
}

/** The issue, where the configuration wants one. @returns why there is none */
async function issueOf(request: Request, context: Context): Promise<string | undefined> {
  const { issue } = { ...request.environment.defaultsFor('report').values };
  if (issue === undefined || issue === 'none') return undefined;
  const step = stepOf('report', undefined, 'report', [], { when: 'always' });
  try {
    const { result, message } = await perform(step, request, new Map(), context);
    return result === 'done' ? undefined : message;
  } catch (error) {
    return `There is no issue for it: ${messageOf(error)}`;
  }
}

const eventOf = ({ until, asked, signals, message }: Question) =>
  ({ component: 'decision', status: 'done', message, evidence: { until, asked, signals } }) as const;

function outcomeOf(
  { until, message, signals }: Question,
  { environment: { name } }: Request,
  judged: Outcome,
  { recordPath }: Context,
  more: string,
): Outcome {
  const { severity = '', decision = '' } = judged.outputs ?? {};
  const sentence = `Somebody has to decide by ${until} whether ${name} is rolled back: ${message} ${HOW}`;
  return {
    result: 'asked',
    message: [sentence, more].filter(Boolean).join(' '),
    outputs: { severity, decision, 'decide-by': until, record: recordPath },
    summary: [
      `## 🟠 ${inert(`${name}: roll back or not?`)}`,
      `**Decide by ${inert(until)}.** ${inert(message)}`,
      inert(HOW),
      signals.map((each) => `- ${inert(each)}`).join('\n'),
      inert(more),
      judged.summary ?? '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  };
}

const isOwn = ({ id }: Question, { rollbackId, run }: Context): boolean =>
  incidentOf(id, run) === incidentOf(rollbackId, run);

/**
 * Who starts a rollback while its question is kept has answered it, and that is recorded; called once the lock is held.
 *
 * @param by who has decided
 * @returns takes down how it ended
 * @throws ActionError where somebody else's answer was carried out a moment ago: two answers are one rollback
 */
export async function answer(
  place: Connection | undefined,
  request: Request,
  by: string,
  context: Context,
): Promise<(isDone: boolean) => Promise<void>> {
  const note = place && noteOf(place, context);
  const question = note && (await readOr(note, context));
  if (!place || !note || !question) return async () => {};
  const incident = incidentOf(context.rollbackId, context.run);
  const { answer: earlier, asked, until } = question;
  const now = place.client.now;
  if (earlier && earlier.incident !== incident && isFresh(earlier, now))
    requireConsent(
      context.accepts,
      'again',
      `${earlier.by} has decided already: ${request.environment.name} was rolled back by rollback ${earlier.id}, which ended at ${earlier.ended}`,
    );
  if (earlier?.incident !== incident && (earlier?.isDone || isStale(question, now))) {
    await note.drop();
    return async () => {};
  }
  const given = { by, id: context.rollbackId, incident, at: now.toISOString() };
  const late = now.getTime() < Date.parse(until) ? '' : `, after its time was over at ${until}`;
  const message = `${by} decided to roll back, which was asked at ${asked}${late}.`;
  context.record({ component: 'decision', step: 'answer', status: 'done', message, evidence: { by, asked } });
  context.log.info(message);
  const write = async (more: object) => {
    try {
      await note.read();
      await note.write(JSON.stringify({ ...question, answer: { ...given, ...more } }));
    } catch (error) {
      context.log.warn(`That the question is answered could not be kept: ${messageOf(error)}`);
    }
  };
  await write({});
  return (isDone) => write({ ended: place.client.now.toISOString(), isDone });
}

/** The question that is kept. Nobody is kept from rolling back, or from asking, because it cannot be read. */
async function readOr(note: KeptNote, { log }: Context): Promise<Question | undefined> {
  try {
    return parseQuestion(await note.read());
  } catch (error) {
    log.warn(`Whether somebody was asked to decide is not known: ${messageOf(error)}`);
    return undefined;
  }
}

/** Nothing has to be decided any more: who judged again has found it well. */
export async function settle(asking: Asking, judged: Outcome, context: Context): Promise<void> {
  const note = asking.place && noteOf(asking.place, context);
  const question = note && (await readOr(note, context));
  if (!note || !question || question.answer) return;
  await note.drop();
  context.record({ ...eventOf({ ...question, message: judged.message, signals: [] }), step: 'settle' });
  const problem = await toldOf(asking, context);
  if (problem !== undefined) context.log.warn(problem);
}

/**
 * A look at the question that is kept: reminds once before its time is over, and says once when it is. Changes nothing else.
 *
 * @throws ActionError where the environment has no cluster that could keep one
 */
export async function remind(asking: Asking, context: Context): Promise<Outcome> {
  const { request, place } = asking;
  const { name } = request.environment;
  const ended = (result: 'done' | 'no-op' | 'planned', message: string): Outcome => ({
    result,
    message,
    outputs: { record: context.recordPath },
  });
  if (!place)
    throw new ActionError(
      `${request.environment.path}: environments.${name} has no services and quiesces none, so no question is kept of which anybody could be reminded (docs/decide.md).`,
    );
  const note = noteOf(place, context);
  const question = parseQuestion(await note.read());
  if (!question) return ended('no-op', `Nobody is asked to decide about ${name}.`);
  const due = dueOf(question, place.client.now);
  const told = `Of ${name} it was asked at ${question.asked} and until ${question.until}: ${question.message}`;
  if (context.dryRun) return ended('planned', `${told} To do now: ${due}.`);
  if (due === 'forget') await note.drop();
  if (due === 'forget' || due === 'nothing')
    return ended('no-op', question.answer ? `${question.answer.by} has decided. ${told}` : told);
  const [step, mark] =
    due === 'remind' ? (['remind', 'reminded'] as const) : (['time over', 'over'] as const);
  // Who writes it first tells it.
  if (!(await note.write(JSON.stringify({ ...question, [mark]: true }))))
    return ended('no-op', `Somebody else is telling it. ${told}`);
  context.record({ ...eventOf(question), step });
  const problem = await toldOf(asking, context);
  if (problem !== undefined) throw new ActionError(problem);
  return ended(
    'done',
    due === 'remind'
      ? `Reminded: ${told} ${HOW}`
      : `The time to decide about ${name} was over at ${question.until}; nobody did, and nothing was changed. ${question.message}`,
  );
}
