import { ACTION_STEP, meaningOf } from '../record/catalogue.ts';
import type { Story } from '../record/story.ts';
import { lossIn } from './loss.ts';
import type { Report } from './schema.ts';
import { componentsTable } from './summary.ts';
import { coded, codedObjective, link, told } from './told.ts';
import { clock, duration, instant } from './words.ts';

/** The most lines of the timeline; a record may have thousands of events. */
const MOST_LINES = 200;

/** The draft of an incident report in Markdown: what the record knows is filled in, what only people know is open. */
export function incidentReport(report: Report, story: Story): string {
  const { environment, id, started } = report;
  const what = environment === undefined ? 'Rollback' : `Rollback of ${told(environment)}`;
  const day = started ? `, ${started.slice(0, 10)}` : '';
  return [
    `# Incident report: ${what}${day}`,
    `*Draft, written from the record of rollback ${coded(id)}. What only people know is marked **open**.*`,
    '## Summary',
    summary(report),
    '## Impact',
    impact(report),
    '## Timeline',
    timeline(report, story),
    '## What went back',
    componentsTable(report.components) || 'The record names no component.',
    '## Root cause',
    '**Open.** Not known from the record.',
    '## What worked',
    list(worked(report), 'Nothing that the record shows.'),
    '## What did not',
    list(failed(report), 'Nothing that the record shows.'),
    '## Open items',
    list(
      [...report.openItems, { item: 'Find the root cause.', owner: 'owner of the change' }].map(
        ({ item, owner }) => `[ ] ${told(item)} – **${told(owner)}**`,
      ),
      '',
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function summary({ sentence, reason, actor, run, id }: Report): string {
  const began = actor ? ` It was started by ${told(actor)}.` : '';
  const why = reason ? `\n\nReason given: ${told(reason, 1000)}` : '';
  return `${told(sentence, 600)}${began}${run ? ` Evidence: ${link(`run ${id}`, run)}.` : ''}${why}`;
}

function impact({ started, ended, seconds, assessment, dataLoss, integrity }: Report): string {
  const took = seconds === undefined ? '' : ` (${duration(seconds)})`;
  const lines = [
    started && `The rollback ran from ${instant(started)}${ended ? ` to ${instant(ended)}${took}` : ''}.`,
    assessment?.severity && `Severity: ${told(assessment.severity)}.`,
    ...dataLoss.map(
      ({ component, evidence }) => `Data lost by ${coded(component)}: ${told(lossIn(evidence), 800)}`,
    ),
    integrity && `Data integrity: ${told(integrity.result)}.`,
    '**Open:** who was affected, how, and since when.',
  ];
  return list(
    lines.filter((line): line is string => Boolean(line)),
    '',
  );
}

function timeline({ run }: Report, { events }: Story): string {
  const telling = events.filter(
    (event) => event.status !== 'planned' && (event.step === ACTION_STEP || meaningOf(event) !== 'verifies'),
  );
  const shown = telling.slice(0, MOST_LINES).map(({ at, component, step, status, message }) => {
    const line = `${clock(at)} – ${coded(component)}: ${told(step)} ${status}`;
    return message ? `${line} – ${told(message)}` : line;
  });
  const rest =
    telling.length > MOST_LINES ? [`… and ${telling.length - MOST_LINES} more, in the record`] : [];
  const source = run
    ? `Times are UTC; every line is in the log of ${link('the run', run)}.\n\n`
    : 'Times are UTC.\n\n';
  return `${source}${list([...shown, ...rest], 'The record is empty.')}`;
}

function worked({ components, rto, checklist }: Report): string[] {
  const back = components.filter(({ outcome }) => outcome === 'done');
  return [
    ...back.map(
      ({ component, seconds }) =>
        `${coded(component)} went back${seconds === undefined ? '' : ` in ${duration(seconds)}`}.`,
    ),
    ...rto
      .filter(({ state }) => state === 'met')
      .map(
        (each) =>
          `${codedObjective(each)} met its objective: ${duration(each.actual ?? 0)} of ${duration(each.target)}.`,
      ),
    ...checklist
      .filter(({ state, item }) => state === 'done' && /Health|integrity|metrics|rates/.test(item))
      .map(({ item, evidence }) => `${told(item)}${evidence ? `: ${told(evidence)}` : ''}`),
  ];
}

function failed({ components, rto, checklist }: Report): string[] {
  return [
    ...components
      .filter(({ outcome }) => outcome === 'failed' || outcome === 'running')
      .map(
        ({ component, outcome, message }) =>
          `${coded(component)} ${outcome === 'failed' ? 'failed' : 'has not ended'}${message ? `: ${told(message)}` : ''}`,
      ),
    ...rto
      .filter(({ state }) => state === 'missed')
      .map(
        (each) =>
          `${codedObjective(each)} missed its objective of ${duration(each.target)}${each.actual === undefined ? '' : `: ${duration(each.actual)}`}.`,
      ),
    ...checklist
      .filter(({ state, item }) => state === 'failed' && !item.startsWith('All services'))
      .map(({ item, evidence }) => `${told(item)}: ${told(evidence ?? 'failed')}`),
  ];
}

const list = (items: readonly string[], none: string) =>
  items.length > 0 ? items.map((item) => `- ${item}`).join('\n') : none;
