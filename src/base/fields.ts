/** The fields of an untrusted object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, and no list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a value; none where it is no such object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
