import { code, inert, table } from '../base/markdown.ts';
import { type Change, type ChangeKind, changes, type Plan } from './changes.ts';
import { type AttributeDifference, differences } from './diff.ts';
import { reasonOf } from './gate.ts';

/** The most attributes of one resource that are shown. */
const MAX_ATTRIBUTES = 40;

const WORDS: Record<ChangeKind, string> = {
  none: 'stays',
  read: 'is read',
  create: 'is created',
  update: 'is updated in place',
  import: 'is imported',
  move: 'moves',
  replace: 'is replaced',
  delete: 'is destroyed',
  forget: 'is forgotten',
  unknown: 'has something unknown done to it',
};

const ICONS: Partial<Record<ChangeKind, string>> = {
  create: '🟢',
  update: '🟡',
  import: '🔵',
  move: '🔵',
  replace: '🔴',
  delete: '🔴',
  forget: '🟠',
  unknown: '🔴',
};

/** The output `changes`: what the plan does, in Terraform's own words. */
export function toOutput(plan: Plan): object[] {
  return plan.changes.filter(changes).map((change) => ({
    address: change.address,
    actions: change.kind === 'move' || change.kind === 'import' ? [change.kind] : change.actions,
    reason: reasonOf(change) ?? null,
  }));
}

/** The plan as lines for the log: drift first, then what is done, resource by resource. */
export function toLines(plan: Plan): string[] {
  const drift = plan.drift.flatMap((change) => [`drift: ${driftOf(change)}`, ...differenceLines(change)]);
  const done = plan.changes
    .filter(changes)
    .flatMap((change) => [describeInfraChange(change), ...differenceLines(change)]);
  const outputs = plan.outputs.flatMap(({ name, values }) => [
    `output ${name} changes`,
    ...differences(values).map(line),
  ]);
  return [...drift, ...done, ...outputs];
}

/** The job summary: the sentence first, then why not, then drift, then each resource with its attributes. */
export function summaryOf(
  sentence: string,
  plan: Plan,
  { refused = [], warned = [] }: { refused?: readonly string[]; warned?: readonly string[] } = {},
): string {
  const touched = plan.changes.filter(changes);
  const parts = [
    `## ${inert(sentence)}`,
    section(
      'Refused',
      refused.map((reason) => `- ⛔ ${inert(reason)}`),
    ),
    section(
      'Warnings',
      warned.map((warning) => `- ⚠️ ${inert(warning)}`),
    ),
    plan.drift.length > 0 &&
      `### Changed outside of Terraform\n\n${plan.drift.map((change) => details(`⚠️ ${code(change.address)} ${driftWord(change)}`, change)).join('\n')}`,
    touched.length > 0 &&
      `### What the plan does\n\n${touched.map((change) => details(`${ICONS[change.kind] ?? ''} ${code(change.address)} ${inert(wordsOf(change))}`, change)).join('\n')}`,
    plan.outputs.length > 0 &&
      `### Outputs that change\n\n${differenceTable(plan.outputs.flatMap(({ name, values }) => differences(values).map((item) => ({ ...item, path: `${name}${item.path && `.${item.path}`}` }))))}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** `aws_instance.web is replaced, because …`. */
export const describeInfraChange = (change: Change): string => `${change.address} ${wordsOf(change)}`;

function wordsOf(change: Change): string {
  const reason = reasonOf(change);
  const from = change.movedFrom ? ` (it was ${change.movedFrom})` : '';
  return `${WORDS[change.kind]}${from}${reason ? `, because ${reason}` : ''}`;
}

const driftOf = (change: Change): string => `${change.address} ${driftWord(change)}`;

const driftWord = ({ kind }: Change): string =>
  kind === 'delete' ? 'was deleted outside of Terraform' : 'was changed outside of Terraform';

/** What is gone as a whole needs no list of what it had. */
const shownDifferences = (change: Change): AttributeDifference[] =>
  change.kind === 'delete' || change.kind === 'forget' ? [] : differences(change.values);

function differenceLines(change: Change): string[] {
  return limited(shownDifferences(change).map(line));
}

const line = ({ path, before, after }: AttributeDifference): string =>
  `    ${path || 'value'}: ${before} → ${after}`;

function details(head: string, change: Change): string {
  const found = shownDifferences(change);
  if (found.length === 0) return `${head}<br>`;
  return `<details><summary>${head}</summary>\n\n${differenceTable(found)}\n\n</details>`;
}

function differenceTable(found: readonly AttributeDifference[]): string {
  const rows = found
    .slice(0, MAX_ATTRIBUTES)
    .map(({ path, before, after }) => [code(path), code(before), code(after)]);
  const more = found.length > MAX_ATTRIBUTES ? `\n\n… and ${found.length - MAX_ATTRIBUTES} more` : '';
  return `${table(['Attribute', 'Before', 'After'], rows)}${more}`;
}

const limited = (lines: string[]): string[] =>
  lines.length > MAX_ATTRIBUTES
    ? [...lines.slice(0, MAX_ATTRIBUTES), `    … and ${lines.length - MAX_ATTRIBUTES} more`]
    : lines;

const section = (title: string, items: readonly string[]): string =>
  items.length > 0 ? `### ${title}\n\n${items.join('\n')}` : '';
