import type { Story } from '../record/story.ts';
import type { StoryComponent } from '../record/story-components.ts';
import { oneLine } from './fields.ts';

/** What a rollback is about to do, before it is over. */
interface GoingBack {
  /** What will change, as far as every part was planned: `deployment/web`, `2.0.0 → 1.4.0`. */
  readonly changes: readonly { readonly name: string; readonly state: string }[];
  /** Whether everything was looked at and nothing of it has to change. */
  readonly isNothing: boolean;
}

/** What will go back to what, by the plans that the record holds. Pure. */
export function goingBack({ components, standing }: Story): GoingBack {
  const changing = components
    .filter(({ outcome }) => !['no-op', 'skipped'].includes(outcome))
    // What goes back with something else, such as a ConfigMap, comes after it.
    .toSorted((one, other) => Number(one.configuration) - Number(other.configuration));
  return {
    changes: changing.map((each) => ({ name: oneLine(each.name), state: wayOf(each) })),
    isNothing:
      ['nothing', 'still-unhealthy'].includes(standing) || (components.length > 0 && changing.length === 0),
  };
}

/** `2.0.0 → 1.4.0` where it is one image of one name, else all of both; a database has only where it goes. */
function wayOf({ from, to }: StoryComponent): string {
  if (to === undefined) return '';
  if (from === undefined) return `back to ${oneLine(to)}`;
  const [before, after] = [from, to].map((each) => each.split(' ').map(shortOf));
  const [one, other] = [before?.[0], after?.[0]];
  const isSame = before?.length === 1 && after?.length === 1 && one?.name === other?.name && one?.name !== '';
  if (isSame) return oneLine(`${one?.version} → ${other?.version}`);
  return oneLine([before, after].map((all) => all?.map(({ whole }) => whole).join(' ')).join(' → '));
}

/** An image without its registry, and with as much of its digest as people read. */
function shortOf(image: string) {
  const whole = image.replace(/^\S*\//, '').replace(/@sha256:([0-9a-f]{12})[0-9a-f]*$/, '@$1');
  const [, name = '', version = whole] = /^([^:@]+)[:@](.+)$/.exec(whole) ?? [];
  return { whole, name, version };
}
