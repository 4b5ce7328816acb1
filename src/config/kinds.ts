/** What a component of an environment can be, and the action that puts it back. */
export const KINDS = {
  service: 'rollback-service',
  database: 'rollback-db',
  infra: 'rollback-infra',
  cache: 'clear-cache',
  dns: 'switch-dns',
} as const;

/** The word for it, as the configuration has it. */
export type Kind = keyof typeof KINDS;
