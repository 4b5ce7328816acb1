import { ActionError, messageOf } from '../base/errors.ts';
import { inert } from '../base/markdown.ts';
import { incidentOf } from '../record/incident.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { requireConsent } from '../runner/consent.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import { lockOf } from '../systems/kubernetes/lease.ts';
import { KeptNote } from './kept-note.ts';
import { notify, perform, type Request } from './perform.ts';
import {
  dueOf,
  isAwaitingAnswer,
  isFresh,
  isStale,
  parseQuestion,
  type Question,
  untilOf,
} from './question.ts';
import { step as stepOf } from './steps.ts';

/** How a question is answered. */
const HOW =
  'To roll back, start it again with `decide: caller`; to leave it as it is, do nothing: nothing changes by itself.';

/** Where the question of an environment is kept: beside its lock. */
const noteOf = (place: Connection, { environment }: Context): KeptNote =>
  new KeptNote(place, `${lockOf(place, environment)}.question`);

/** What is needed to ask. */
interface DecisionContext {
  readonly request: Request;
  /** The cluster that keeps the question; undefined where the environment has none. */
  readonly place: Connection | undefined;
  /** Whether a channel is configured. */
  readonly notifies: boolean;
}

/**
 * Asks a person to decide: messages, issue and summary say why, until when and how. It changes nothing, and neither does
 * silence. An open question is not asked a second time.
 *
 * @param judged the outcome of `assess`, which could not decide
 */
export async function requestDecision(
  decision: DecisionContext,
  judged: Outcome,
  context: Context,
): Promise<Outcome> {
  const { request, place } = decision;
  const now = place?.client.now ?? new Date();
  const note = place && noteOf(place, context);
  const earlier = note && (await readOr(note, context));
  if (earlier && isAwaitingAnswer(earlier, now) && !isOwn(earlier, context))
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
    await notifiedOf(decision, context),
    await issueOf(request, context),
  ].filter((each) => each !== undefined);
  for (const problem of problems) context.log.warn(problem);
  return outcomeOf(question, request, judged, context, problems.join(' '));
}

/** The signals that are bad or unknown. */
function signalsIn({ outputs = {} }: Outcome): string[] {
  const rows = Array.isArray(outputs.evidence) ? (outputs.evidence as Record<string, unknown>[]) : [];
  return rows.filter(({ severity }) => severity !== 'none').map((row) => `${row.signal}: ${row.message}`);
}

/** @returns why no reminder will be sent, where that is so */
async function keep(note: KeptNote | undefined, question: Question): Promise<string | undefined> {
  const unkept = (reason: string) => `No reminder will be sent: ${reason}`;
  if (!note) return unkept('the environment has no cluster in which the question could be kept.');
  try {
    return (await note.write(JSON.stringify(question)))
      ? undefined
      : unkept('another run asked at the same time.');
  } catch (error) {
    return unkept(`the question could not be kept: ${messageOf(error)}`);
  }
}

/** @returns why the question reached no channel, where that is so */
async function notifiedOf(
  { request, notifies }: DecisionContext,
  context: Context,
): Promise<string | undefined> {
  const unsent = 'The question stands in this summary alone';
  if (!notifies) return `${unsent}: no channel is configured (docs/notifications.md).`;
  try {
    const { result, message } = await notify('asked', 'ask', request, context);
    return result === 'done' ? undefined : `${unsent}: ${message}`;
  } catch (error) {
    return `${unsent}: ${messageOf(error)}`;
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

const eventOf = ({ until, asked: openedAt, signals, message }: Question) =>
  ({
    component: 'decision',
    status: 'done',
    message,
    evidence: { until, asked: openedAt, signals },
  }) as const;

function outcomeOf(
  { until, message, signals }: Question,
  { environment: { name } }: Request,
  judged: Outcome,
  { recordPath }: Context,
  more: string,
): Outcome {
  const { severity = '', decision = '' } = judged.outputs ?? {};
  const sentence = `A person has to decide by ${until} whether ${name} is rolled back: ${message} ${HOW}`;
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
 * Starting a rollback answers an open question, and the answer is recorded; called once the lock is held.
 *
 * @param by the person who decided
 * @returns records how the rollback ended
 * @throws ActionError where another answer was carried out a moment ago: two answers are one rollback
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
  const { answer: earlier, asked: openedAt, until } = question;
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
  const late = now.getTime() < Date.parse(until) ? '' : `, after its deadline at ${until}`;
  const message = `${by} decided to roll back, which was asked at ${openedAt}${late}.`;
  context.record({
    component: 'decision',
    step: 'answer',
    status: 'done',
    message,
    evidence: { by, asked: openedAt },
  });
  context.log.info(message);
  const write = async (more: object) => {
    try {
      await note.read();
      await note.write(JSON.stringify({ ...question, answer: { ...given, ...more } }));
    } catch (error) {
      context.log.warn(`The answer to the question could not be recorded: ${messageOf(error)}`);
    }
  };
  await write({});
  return (isDone) => write({ ended: place.client.now.toISOString(), isDone });
}

/** The question that is kept. One that cannot be read prevents neither a rollback nor a new question. */
async function readOr(note: KeptNote, { log }: Context): Promise<Question | undefined> {
  try {
    return parseQuestion(await note.read());
  } catch (error) {
    log.warn(`Whether a decision was asked for is unknown: ${messageOf(error)}`);
    return undefined;
  }
}

/** Closes the question: a new judgement found that all is well. */
export async function closeQuestion(
  decision: DecisionContext,
  judged: Outcome,
  context: Context,
): Promise<void> {
  const note = decision.place && noteOf(decision.place, context);
  const question = note && (await readOr(note, context));
  if (!note || !question || question.answer) return;
  await note.drop();
  context.record({ ...eventOf({ ...question, message: judged.message, signals: [] }), step: 'settle' });
  const problem = await notifiedOf(decision, context);
  if (problem !== undefined) context.log.warn(problem);
}

/**
 * Reminds once of an open question before its deadline, and says once that the deadline has passed. Changes nothing else.
 *
 * @throws ActionError where the environment has no cluster in which a question could be kept
 */
export async function remind(decision: DecisionContext, context: Context): Promise<Outcome> {
  const { request, place } = decision;
  const { name } = request.environment;
  const ended = (result: 'done' | 'no-op' | 'planned', message: string): Outcome => ({
    result,
    message,
    outputs: { record: context.recordPath },
  });
  if (!place)
    throw new ActionError(
      `${request.environment.path}: environments.${name} has no service and no database with \`quiesce\`, so no cluster keeps a question, and there is nothing to remind of (docs/decide.md).`,
    );
  const note = noteOf(place, context);
  const question = parseQuestion(await note.read());
  if (!question) return ended('no-op', `No decision about ${name} is open.`);
  const due = dueOf(question, place.client.now);
  const pending = `A decision about ${name} was asked for at ${question.asked}, due by ${question.until}: ${question.message}`;
  if (context.dryRun) return ended('planned', `${pending} To do now: ${due}.`);
  if (due === 'forget') await note.drop();
  if (due === 'forget' || due === 'nothing')
    return ended('no-op', question.answer ? `${question.answer.by} has decided. ${pending}` : pending);
  const [step, mark] =
    due === 'remind' ? (['remind', 'reminded'] as const) : (['time over', 'over'] as const);
  // The run that writes it first sends it.
  if (!(await note.write(JSON.stringify({ ...question, [mark]: true }))))
    return ended('no-op', `Another run is sending it. ${pending}`);
  context.record({ ...eventOf(question), step });
  const problem = await notifiedOf(decision, context);
  if (problem !== undefined) throw new ActionError(problem);
  return ended(
    'done',
    due === 'remind'
      ? `Reminded: ${pending} ${HOW}`
      : `The time to decide about ${name} ended at ${question.until} without a decision, and nothing was changed. ${question.message}`,
  );
}
