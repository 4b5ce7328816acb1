import { lossesOf, lossInWords } from '../record/loss.ts';
import type { Story } from '../record/story.ts';
import { duration } from '../runner/duration.ts';
import type { Fields } from './fields.ts';

/** Words that deny a loss: `No data loss occurred`, `nothing was lost`, `loss: none`. */
const DENIES =
  /\b(?:no|zero|0|without(?: any)?|none|nothing|not any)\b[^.;\n]{0,40}\b(?:loss|lost|missing)\b|\b(?:loss|lost)\b[^.;\n]{0,12}\b(?:none|no|zero|0|nothing)\b|\bintact\b|\bfully (?:preserved|recovered)\b/i;
/** Words that own up to one. */
const ADMITS = /\b(?:lost|loss|missing|gone|not (?:be )?(?:restored|recovered)|re-?enter|again)\b/i;
const SAYS_WELL =
  /\b(?:operating normally|back to normal|fully (?:restored|operational)|(?:has been|is) resolved|all (?:systems|services) (?:are )?(?:normal|operational|healthy|well))\b/i;
const SAYS_PASSED = /(?:✓|✅|\b(?:all|passing|passed|ok|green|healthy)\b)/i;
/** Fields that are about data and nothing else. */
const ABOUT_DATA = ['data-integrity', 'data-loss'];

/**
 * Takes out what people say in fields and the record contradicts. A message goes to many, and nobody who reads it can
 * look: it says what is on record.
 */
export function withoutContradictions(fields: Fields, story: Story): { fields: Fields; problems: string[] } {
  const wrong = Object.entries(fields).flatMap(([name, given]) => {
    const text = typeof given === 'string' ? given : given.join('; ');
    const why = contradictionOf(name, text, story);
    return why === undefined ? [] : [{ name, text, why }];
  });
  const names = wrong.map(({ name }) => name);
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))),
    problems: wrong.map(
      ({ name, text, why }) =>
        `The field \`${name}\` is left out: it says ${JSON.stringify(text.slice(0, 120))}, and the record says that ${why}.`,
    ),
  };
}

/** What of a text the record contradicts, as the end of a sentence; undefined where nothing is. */
export function contradictionIn(text: string, story: Story): string | undefined {
  const loss = lossOf(story);
  if (loss !== undefined && DENIES.test(text)) return loss;
  return SAYS_WELL.test(text) ? unwell(story) : undefined;
}

function contradictionOf(name: string, text: string, story: Story): string | undefined {
  const loss = lossOf(story);
  if (loss !== undefined && ABOUT_DATA.includes(name) && !ADMITS.test(text)) return loss;
  if (name === 'resolved' && text === 'true') return unwell(story);
  if (name === 'health-checks' && SAYS_PASSED.test(text)) return failing(story);
  return contradictionIn(text, story);
}

function lossOf({ dataLoss, integrity }: Story): string | undefined {
  const lost = lossInWords(lossesOf(dataLoss), duration);
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
