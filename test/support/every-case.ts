/**
 * Whether a run tries every case of the long tables of whole actions, and every run of a property, as `npm run test:all` does.
 * `npm test` takes some of each kind, so that it takes minutes.
 */
export const EVERY_CASE = process.env.EVERY_CASE !== undefined;

/** How often a property is tried: as often as it says, or a third of that. */
export const often = (numRuns: number): number => (EVERY_CASE ? numRuns : Math.ceil(numRuns / 3));
