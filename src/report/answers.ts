import { namesOf } from '../base/sentence.ts';
import { lossesOf, lossInWords, repairedInWords, uncountedIn } from '../record/loss.ts';
import type { Standing } from '../record/recovery.ts';
import type { Story } from '../record/story.ts';
import { newestRuns } from '../record/story-actions.ts';
import type { StoryComponent } from '../record/story-components.ts';
import type { Answer } from './schema.ts';
import { formatShortDuration, instant, plain } from './words.ts';

const HEADLINES: Record<Standing, string> = {
  resolved: 'Rolled back and confirmed healthy',
  unconfirmed: 'Rolled back, not confirmed healthy',
  unhealthy: 'Rolled back, and still not healthy',
  nothing: 'Nothing to roll back',
  'still-unhealthy': 'Nothing to roll back, and still not healthy',
  asked: 'A person has to decide, nothing was changed',
  failed: 'The rollback failed',
  running: 'The rollback has not ended',
  planned: 'Planned, nothing was changed',
  unknown: 'The record has nothing of a rollback',
};

/** How it stands in a line that a person reads at a glance. */
export function headlineOf(story: Story): string {
  const { environment, counts, standing } = story;
  const where = environment === undefined ? '' : `${plain(environment, 60)}: `;
  const isPart = counts.total > 0 && counts.done < counts.total && standing !== 'planned';
  const back = isPart ? `, ${counts.done} of ${counts.total} are back` : '';
  const lost = lostIn(story);
  const outcome = lost === undefined ? repairedBy(story) : `${lost} lost`;
  return `${where}${HEADLINES[standing]}${back}${outcome === undefined ? '' : `; ${outcome}`}`;
}

/** What was lost, in few words; undefined where nothing is known to be. */
export const lostIn = ({ dataLoss }: Story): string | undefined =>
  lossInWords(lossesOf(dataLoss), formatShortDuration);

const repairedBy = ({ dataLoss }: Story): string | undefined =>
  repairedInWords(dataLoss.filter(({ happened }) => happened).map(({ evidence }) => evidence));

/** The questions of an engineer at three in the morning, in their order. */
export function answersOf(story: Story): Answer[] {
  return [overOf(story), brokenOf(story), lossOf(story), nextOf(story)];
}

function overOf({ standing, recovery, question }: Story): Answer {
  const reasons = plain(recovery.because.join('; '), 400);
  const answers: Record<Standing, readonly [string, Answer['tone']]> = {
    resolved: [`Yes: ${reasons}.`, 'good'],
    unconfirmed: [`Not confirmed: it went back, and ${reasons}.`, 'open'],
    unhealthy: [`No: it went back, and ${reasons}.`, 'bad'],
    nothing: [
      recovery.state === 'confirmed'
        ? `There was nothing to roll back; ${reasons}.`
        : 'There was nothing to roll back: something else is the cause, or a release that was marked good is bad.',
      recovery.state === 'confirmed' ? 'good' : 'open',
    ],
    'still-unhealthy': [`No: there was nothing to roll back, and ${reasons}.`, 'bad'],
    asked: [questionAnswer(question), 'open'],
    failed: ['No: the rollback failed.', 'bad'],
    running: ['No: the rollback has not ended.', 'bad'],
    planned: ['Nothing was changed yet: this is a plan.', 'open'],
    unknown: ['The record does not say.', 'open'],
  };
  const [answer, tone] = answers[standing];
  return { question: 'Is it over?', answer, tone };
}

/** What is asked of a person, and how it stands. */
function questionAnswer(question: Story['question']): string {
  const { state, until, message = '' } = question ?? {};
  const explanation = plain(message, 400);
  if (state === 'over') return `No decision was made in time, and nothing was changed. ${explanation}`;
  if (state === 'settled') return `There is nothing to decide any more. ${explanation}`;
  return `No: a person has to decide${until ? ` by ${instant(until)}` : ''}. ${explanation}`;
}

/** What of a rollback is not where it should be. */
export const notBackIn = ({ components }: Pick<Story, 'components'>): StoryComponent[] =>
  components.filter(({ outcome, configuration }) => !configuration && NOT_BACK.includes(outcome));

const NOT_BACK: readonly StoryComponent['outcome'][] = ['failed', 'running', 'planned'];

function brokenOf(story: Story): Answer {
  const question = 'What is still broken?';
  if (story.standing === 'planned') return { question, answer: 'Nothing was touched.', tone: 'open' };
  const left = notBackIn(story);
  if (left.length > 0) {
    const unseen = story.failedUnseen.map(({ part, name }) => part ?? name);
    const names = [...left.map(({ name }) => name), ...unseen].map((name) => plain(name, 80));
    const answer = `${names.length} of ${story.counts.total} are not back: ${namesOf(names)}.`;
    return { question, answer, tone: 'bad' };
  }
  const failed = newestRuns(story.actions).filter(
    ({ status, means }) => status === 'failed' && means !== 'notifies' && means !== 'encloses',
  );
  if (failed.length > 0)
    return {
      question,
      answer: failed
        .map(({ name, part, message }) => plain(`${part ?? name}: ${message ?? 'failed'}`, 200))
        .join(' '),
      tone: 'bad',
    };
  const isBad = story.recovery.state === 'contradicted';
  return isBad
    ? { question, answer: `${plain(story.recovery.because.join('; '), 300)}.`, tone: 'bad' }
    : { question, answer: 'Nothing that the record shows.', tone: 'good' };
}

export const LOSS_QUESTION = 'What was lost?';

function lossOf(story: Story): Answer {
  const question = LOSS_QUESTION;
  const lost = lostIn(story);
  if (lost !== undefined) return { question, answer: `${lost}.`, tone: 'bad' };
  const uncounted = uncountedIn(story.components, story.dataLoss);
  if (uncounted.length > 0)
    return {
      question,
      answer: `Unknown: the loss was not counted for ${plain(uncounted.join(', '), 200)}.`,
      tone: 'open',
    };
  if (story.integrity?.result === 'drift')
    return { question, answer: 'The data differs from what it was.', tone: 'bad' };
  if (story.dataLoss.some(({ happened }) => happened)) {
    const repaired = repairedBy(story);
    return { question, answer: `No row${repaired === undefined ? '' : `: ${repaired}`}.`, tone: 'good' };
  }
  return { question, answer: 'No database went back.', tone: 'good' };
}

function nextOf(story: Story): Answer {
  const { standing, openItems } = story;
  const isOpen = notBackIn(story).length > 0 || standing === 'failed' || standing === 'running';
  const steps = [
    isOpen &&
      'fix the cause that is named below and run the rollback again: what is done already stays as it is',
    ['unconfirmed', 'unhealthy', 'still-unhealthy', 'nothing'].includes(standing) &&
      'look at the metrics and the alerts, and resolve the incident by hand once all is well',
    standing === 'asked' &&
      'to roll back, start this again with `decide: caller`; to leave it as it is, do nothing',
    standing === 'planned' && 'read the plan, and start the rollback without `dry-run`',
    lostIn(story) !== undefined && 'decide what becomes of the lost rows, and tell those who wrote them',
    standing === 'resolved' && 'find the root cause before the release goes out again',
    openItems.length > 0 && !isOpen && 'settle the open items below',
  ].filter((step) => typeof step === 'string');
  const [first = 'nothing that the record shows', ...rest] = steps;
  const answer = [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join('; then ');
  return { question: 'What to do now?', answer: `${answer}.`, tone: 'open' };
}
