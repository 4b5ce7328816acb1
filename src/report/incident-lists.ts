import { namesOf, withoutFullStop } from '../base/sentence.ts';
import { groupsOf, isNotBack, sharedBy } from './reasons.ts';
import type { Report } from './schema.ts';
import { cell, name, text } from './wiki.ts';
import { formatShortDuration } from './words.ts';

/** Names in one line. */
const MOST_NAMES = 10;
const OPEN = '**Open**';

const objectiveOf = ({ component, pattern }: Report['rto'][number]): string =>
  component === 'all' && pattern === 'all' ? 'The whole' : text(component);

/** What went well, a line each. */
export function well({ components, rto, checklist }: Report): string[] {
  const back = components.filter(({ outcome, configuration }) => outcome === 'done' && !configuration);
  const times = back.map(({ seconds = 0 }) => seconds);
  return [
    ...(back.length > 0
      ? [`${back.length} components went back; the slowest took ${formatShortDuration(Math.max(...times))}`]
      : []),
    ...rto
      .filter(({ state }) => state === 'met')
      .map(
        (each) =>
          `${objectiveOf(each)} was back after ${formatShortDuration(each.actual ?? 0)}, objective ${formatShortDuration(each.target)}`,
      ),
    ...checklist
      .filter(({ state, item }) => state === 'done' && /Health|integrity|metrics|rates/.test(item))
      .map(({ item, evidence }) => `${text(item)}${evidence ? `: ${text(evidence)}` : ''}`),
  ];
}

/** What did not. */
export function badly({ components, rto, checklist }: Report): string[] {
  const left = components.filter((each) => !each.configuration && isNotBack(each));
  const groups = groupsOf(left);
  return [
    ...groups.map((group) => {
      const names = group.map((each) => name(each.name));
      const word = group[0]?.outcome === 'failed' ? 'failed' : 'did not end';
      return `${namesOf(names, MOST_NAMES)} ${word}${sharedBy(group) ? `: ${text(sharedBy(group))}` : ''}`;
    }),
    ...rto
      .filter(({ state }) => state === 'missed')
      .map(
        (each) =>
          `${objectiveOf(each)} missed its objective of ${formatShortDuration(each.target)}${each.actual === undefined ? '' : `: ${formatShortDuration(each.actual)}`}`,
      ),
    ...checklist
      .filter(({ state, item }) => state === 'failed' && !item.startsWith('All services'))
      .map(({ item, evidence }) => `${text(NOT_SO[item] ?? item)}: ${text(evidence ?? 'failed')}`),
  ];
}

/** What an item of the checklist is about, where it does not hold. */
const NOT_SO: Readonly<Record<string, string>> = {
  'Health checks passing': 'Health checks',
  'Data integrity verified': 'Data integrity',
  'Performance metrics normal': 'Performance metrics',
  'Error rates below threshold': 'Error rates',
  'Customer communication sent': 'Customer communication',
  'Monitoring alerts cleared': 'Alerts',
  'Stakeholders notified': 'Telling stakeholders',
};

/** What there is to do about an open item of the checklist. */
const TO_DO: Readonly<Record<string, string>> = {
  'All services rolled back successfully': 'Bring back what is not back',
  'Health checks passing': 'Check the health of every service',
  'Data integrity verified': 'Compare the data with what it was',
  'Performance metrics normal': 'Look at the response times',
  'Error rates below threshold': 'Look at the error rates',
  'Customer communication sent': 'Tell customers',
  'Post-mortem scheduled': 'Schedule the post-mortem',
  'Root cause analysis started': 'Find the root cause',
  'Monitoring alerts cleared': 'Look whether alerts still fire',
  'Stakeholders notified': 'Tell stakeholders',
};

/** The follow-up actions, each in the imperative and with an owner. */
export function actionItems({ components, openItems, checklist, lost }: Report): string {
  const left = components.filter((each) => !each.configuration && isNotBack(each));
  const names = left.map((each) => name(each.name));
  const listed = new Set(checklist.map(({ item }) => `${item}.`));
  const isListed = (item: string) => left.some((each) => item.startsWith(`${each.name} `));
  const items = [
    ...(left.length > 0 ? [[`Bring back ${namesOf(names, MOST_NAMES)}`, 'on-call engineer']] : []),
    ...(lost === undefined
      ? []
      : [
          [
            `Decide what becomes of what was lost (${text(lost)}), and tell those who wrote it`,
            'database owner',
          ],
        ]),
    ...openItems
      .filter(({ item }) => !listed.has(item) && !isListed(item))
      .map(({ item, owner }) => [`Settle: ${text(withoutFullStop(item))}`, text(owner)]),
    ...checklist
      .filter(({ state }) => state === 'human')
      .map(({ item, owner = '' }) => [text(TO_DO[item] ?? item), text(owner)]),
  ];
  const rows = items.map(([what = '', owner = '']) => `| ${cell(what)} | ${cell(owner)} | ${OPEN} |`);
  return ['| What | Owner | Due |', '| --- | --- | --- |', ...rows].join('\n');
}
