import { withoutFullStop } from '../base/sentence.ts';
import type { Story } from '../record/story.ts';
import { newestRuns } from '../record/story-actions.ts';
import { answersOf, headlineOf, lostIn } from './answers.ts';
import { checklistOf } from './checklist.ts';
import { judgeObjectives, type Objective } from './rto.ts';
import type { Report, Run } from './schema.ts';
import { formatShortDuration, plain } from './words.ts';

/** What a report is made of besides the story. */
export interface Accounting {
  readonly objectives: readonly Objective[];
  /** Earlier runs, oldest first. */
  readonly history: readonly Run[];
  /** Those of other environments, oldest first. */
  readonly elsewhere?: readonly Run[];
  /** The user's own items of the checklist. */
  readonly checklist: readonly string[];
  /** Lines of the record that could not be read. */
  readonly brokenLines: readonly number[];
}

/** All that is told of a rollback, once; each rendering shows it in its own way. */
export function reportOf(story: Story, accounting: Accounting): Report {
  const checklist = checklistOf(story, accounting.checklist);
  const report = {
    version: 1,
    id: story.id ?? '',
    incident: story.incident ?? '',
    outcome: story.outcome ?? 'running',
    sentence: sentenceOf(story),
    headline: headlineOf(story),
    standing: story.standing,
    answers: answersOf(story),
    lost: lostIn(story),
    environment: story.environment,
    reason: story.reason,
    actor: story.actor,
    repository: story.repository,
    sha: story.sha,
    run: story.run,
    started: story.started,
    ended: story.ended,
    seconds: story.seconds,
    counts: story.counts,
    components: story.components,
    actions: story.actions,
    rto: judgeObjectives(accounting.objectives, story, accounting.history, accounting.elsewhere),
    history: accounting.history,
    integrity: story.integrity,
    dataLoss: story.dataLoss,
    assessment: story.assessment,
    aftermath: story.aftermath,
    recovery: story.recovery,
    deliveries: story.deliveries,
    owners: story.owners,
    checklist,
    openItems: [
      ...story.openItems.map((item) => ({ item, owner: 'on-call engineer' })),
      ...checklist
        .filter(({ state }) => state === 'human')
        .map(({ item, owner = '' }) => ({ item: `${item}.`, owner })),
    ],
    events: story.events.length,
    brokenLines: accounting.brokenLines,
  };
  // What the record does not hold is not there, rather than null: JSON has no undefined.
  return JSON.parse(JSON.stringify(report)) as Report;
}

function sentenceOf(story: Story): string {
  const { outcome, environment, counts, seconds, components, actions, standing, recovery } = story;
  const lost = lostIn(story);
  const loss = lost === undefined ? '' : `; ${lost} lost`;
  const doubt = {
    unconfirmed: `; not confirmed healthy: ${plain(recovery.because.join(', '))}`,
    unhealthy: `; still not healthy: ${plain(recovery.because.join(', '))}`,
  };
  const health = standing === 'unconfirmed' || standing === 'unhealthy' ? doubt[standing] : '';
  const where = environment === undefined ? '' : ` of ${environment}`;
  const back = `${counts.done} of ${counts.total} components are back`;
  const counted = counts.total > 0;
  const took = seconds === undefined ? '' : ` in ${formatShortDuration(seconds)}`;
  switch (outcome) {
    case 'done':
      return `Rolled ${environment ?? ''} back${took}${counted ? `: ${back}` : ''}${loss}${health}.`.replace(
        '  ',
        ' ',
      );
    case 'no-op':
      return `The rollback${where} had nothing to do${counted ? `: ${counts.done} of ${counts.total} components are where they should be` : ''}${standing === 'still-unhealthy' ? `; still not healthy: ${plain(recovery.because.join(', '))}` : ''}.`;
    case 'planned':
      return `The rollback${where} is planned${counted ? ` for ${counts.total} components` : ''}; nothing was changed.`;
    case 'failed': {
      const first = components.find((each) => each.outcome === 'failed') ?? failedPart(actions);
      const failure = first?.message ? `; ${withoutFullStop(plain(first.message))}` : '';
      return `The rollback${where} failed${counted ? `: ${back}` : ''}${loss}${failure}.`;
    }
    default:
      return `The rollback${where} has not ended${counted ? `: ${back}` : ''}${loss}.`;
  }
}

/** The first part that failed and was not run again; what encloses it began before it, and says less. */
function failedPart(actions: Story['actions']): Story['actions'][number] | undefined {
  const failed = newestRuns(actions).filter(
    ({ status, means }) => status === 'failed' && means !== 'notifies',
  );
  return failed.find(({ means }) => means !== 'encloses') ?? failed[0];
}
