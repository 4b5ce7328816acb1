import { formatDuration } from '../base/duration.ts';
import { inert, table } from '../base/markdown.ts';
import type { Story } from '../record/story.ts';
import type { Delivery } from './deliver.ts';
import { oneLine } from './fields.ts';
import { STATES } from './items.ts';
import type { Message } from './render.ts';
import { ESCAPES } from './targets.ts';

const ICONS: Record<Delivery['status'], string> = {
  sent: '✅',
  unknown: '❔',
  failed: '❌',
  skipped: '⏭️',
  draft: '📝',
};

/** The job summary: the sentence, the sinks, and the message itself where a person has to pass it on. */
export function summaryOf(
  sentence: string,
  message: Message,
  deliveries: readonly Delivery[],
  shown: boolean,
): string {
  const rows = deliveries.map(({ sink, status, attempts, milliseconds, message }) => [
    `${ICONS[status]} ${status}`,
    sink,
    String(attempts),
    `${(milliseconds / 1000).toFixed(1)} s`,
    inert(message ?? ''),
  ]);
  return [
    `## ${inert(sentence)}`,
    ...(rows.length > 0 ? [table(['', 'Sink', 'Attempts', 'Time', 'Why'], rows)] : []),
    ...(shown ? [`### ${inert(message.subject)}`, message.body.markdown] : []),
  ].join('\n\n');
}

/** The components as lines for Slack's thread. */
export function detailsOf(story: Story): string[] {
  const components = story.components.filter(({ configuration }) => !configuration);
  return components.map(({ component, outcome, from, to, seconds, message }) => {
    const way = from && to ? `, ${from} → ${to}` : '';
    const time = formatDuration(seconds);
    const reason = outcome === 'failed' && message ? `: ${message}` : '';
    return `• ${ESCAPES.slack(oneLine(`${component} ${STATES[outcome]}${way}${time ? `, ${time}` : ''}${reason}`))}`;
  });
}
