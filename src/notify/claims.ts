import { formatDuration } from '../base/duration.ts';
import { lossesOf, lossInWords } from '../record/loss.ts';
import { measuredBy } from '../record/measured.ts';
import { SEVERITIES } from '../record/severity.ts';
import type { Story } from '../record/story.ts';
import { versionOf } from './facts.ts';
import { compactPercent, type Fields } from './fields.ts';

/** Words that deny a loss: `No data loss occurred`, `nothing was lost`, `loss: none`, `did not lose any orders`. */
const DENIES = new RegExp(
  [
    String.raw`\b(?:no|zero|0|without(?: any)?|none|nothing|not any)\b[^.;\n]{0,40}\b(?:loss|lost|missing)\b`,
    String.raw`\b(?:loss|lost)\b[^.;\n]{0,12}\b(?:none|no|zero|0|nothing|not (?:occur|happen))\b`,
    String.raw`\b(?:not|never|n['’]t|nobody|no one)(?: been| has| have)? (?:lost|losing|lose)\b`,
    String.raw`\b(?:data|rows?|records?|orders?|everything)\b(?:(?!\bnot\b|n['’]t|\bnever\b|\bcan)[^.;\n]){0,30}\b(?:safe|intact|preserved|recovered|retained|unaffected|unharmed|not affected)\b`,
    String.raw`\bintact\b|\bfully (?:preserved|recovered|retained)\b`,
  ].join('|'),
  'i',
);
/** Words that own up to one. */
const ADMITS = /\b(?:lost|loss|missing|gone|not (?:be )?(?:restored|recovered)|re-?enter|again)\b/i;
const CLAIMS_WELL =
  /\b(?:operating normally|back to normal|fully (?:restored|operational|recovered)|(?:has been|have been|is|are|was|were) (?:now )?resolved|all (?:systems|services) (?:are )?(?:now )?(?:normal|operational|healthy|well|restored|back)|up and running)\b|\[resolved\]/i;
const CLAIMS_PASSED = /(?:✓|✅|\b(?:all|passing|passed|ok|green|healthy)\b)/i;
/** Fields that are about data and nothing else. */
const ABOUT_DATA = ['data-integrity', 'data-loss'];

/**
 * Takes out what people say in fields and the record contradicts. A message goes to many who cannot check it: it says what is
 * on record.
 */
export function withoutContradictions(fields: Fields, story: Story): { fields: Fields; problems: string[] } {
  const wrong = Object.entries(fields).flatMap(([name, given]) => {
    const text = typeof given === 'string' ? given : given.join('; ');
    const contradiction = contradictionOf(name, text, story);
    return contradiction === undefined ? [] : [{ name, text, contradiction }];
  });
  const names = wrong.map(({ name }) => name);
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))),
    problems: wrong.map(
      ({ name, text, contradiction }) =>
        `The field \`${name}\` is left out: it says ${JSON.stringify(text.slice(0, 120))}, and the record says that ${contradiction}.`,
    ),
  };
}

/** What of a text the record contradicts, as the end of a sentence; undefined where nothing is. */
export function contradictionIn(text: string, story: Story): string | undefined {
  const loss = lossOf(story);
  if (loss !== undefined && DENIES.test(text)) return loss;
  return CLAIMS_WELL.test(text) ? unwell(story) : undefined;
}

/** What the record says of the thing that a field is about, where the field says otherwise. */
const AGAINST: Readonly<Record<string, (text: string, story: Story) => string | undefined>> = {
  resolved: (text, story) => (text === 'true' ? unwell(story) : undefined),
  'health-checks': (text, story) => (CLAIMS_PASSED.test(text) ? failing(story) : undefined),
  'smoke-tests': (text, story) => (CLAIMS_PASSED.test(text) ? failedTests(story) : undefined),
  'ended-at': (_, story) => unwell(story),
  'error-rate': lowerRate,
  severity: lowerSeverity,
  version: (text, story) => otherVersion(text, story, 'from'),
  'previous-version': (text, story) => otherVersion(text, story, 'to'),
};

function contradictionOf(name: string, text: string, story: Story): string | undefined {
  const loss = lossOf(story);
  if (loss !== undefined && ABOUT_DATA.includes(name) && !ADMITS.test(text)) return loss;
  return AGAINST[name]?.(text, story) ?? contradictionIn(text, story);
}

function lossOf({ dataLoss, integrity }: Story): string | undefined {
  const lost = lossInWords(lossesOf(dataLoss), formatDuration);
  if (lost !== undefined) return `${lost} ${/^1 row\b/.test(lost) ? 'is' : 'are'} lost`;
  return integrity?.result === 'drift' ? 'the data differs from what it was' : undefined;
}

const unwell = ({ recovery, outcome }: Story): string | undefined =>
  outcome !== undefined && recovery.state === 'contradicted'
    ? recovery.because.join(', and that ')
    : undefined;

function failing({ components }: Story): string | undefined {
  const failed = components.filter(({ outcome, configuration }) => outcome === 'failed' && !configuration);
  return failed.length > 0 ? `${failed.length} of its components failed` : undefined;
}

const failedTests = ({ smokeTests: tests }: Story): string | undefined =>
  tests && tests.passed < tests.total
    ? `${tests.total - tests.passed} of ${tests.total} smoke tests did not pass`
    : undefined;

/** A rate of half of what was measured after the last change is another one. */
function lowerRate(text: string, { aftermath }: Story): string | undefined {
  const [, digits] = /^(?:[^\d]{0,20})(\d{1,3}(?:\.\d{1,9})?) ?%/.exec(text) ?? [];
  const { errorRate } = measuredBy(aftermath);
  if (digits === undefined || errorRate === undefined || errorRate < 0.01) return undefined;
  return Number(digits) / 100 < errorRate / 2
    ? `${compactPercent(errorRate)} of requests fail since`
    : undefined;
}

function lowerSeverity(text: string, { assessment, aftermath }: Story): string | undefined {
  const found = aftermath?.severity ?? assessment?.severity ?? '';
  const [claimed, known] = [text.toLowerCase(), found].map((word) =>
    (SEVERITIES as readonly string[]).indexOf(word),
  );
  return claimed !== undefined && known !== undefined && claimed >= 0 && claimed < known
    ? `the severity is ${found}`
    : undefined;
}

/** Versions are compared where both look like one: a name such as `the release of Monday` is none. */
function otherVersion(text: string, { components }: Story, end: 'from' | 'to'): string | undefined {
  const [claimed, known] = [text, versionOf(components, end) ?? ''].map((each) => VERSION.exec(each)?.[1]);
  return claimed === undefined || known === undefined || claimed === known
    ? undefined
    : `the version is ${known}`;
}

const VERSION = /^v?(\d+(?:\.\d+)+)$/i;
