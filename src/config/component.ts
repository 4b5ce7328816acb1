import type { Kind } from './kinds.ts';

/** A part of the platform, as the file says it. */
export interface RawComponent {
  readonly kind: Kind;
  /** A list is of the components that come first; a text is the input of this name. */
  readonly after?: readonly string[] | string | { readonly env: string };
  readonly rto?: string | Readonly<Record<string, string>>;
  readonly [input: string]: unknown;
}

/** The components that have to be back before one, where the file says so. */
export const comesAfter = (component: RawComponent | undefined): readonly string[] | undefined =>
  Array.isArray(component?.after) ? (component.after as readonly string[]) : undefined;
