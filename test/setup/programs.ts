import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.ts';

const POSTGRES = '/usr/lib/postgresql';

/** The path of a program of the machine. */
export function onPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].filter(
    (folder) => folder !== '',
  );
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/** The path of a browser of the machine. */
export const browser = (): string | undefined =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean);

/** Whether the machine has PostgreSQL with its programs, of which npm brings the server alone. */
export const hasPostgres = (): boolean =>
  existsSync(POSTGRES) && readdirSync(POSTGRES).some((name) => existsSync(`${POSTGRES}/${name}/bin/pg_dump`));

/** Installs PostgreSQL where the machine has none. */
export function ensurePostgres(): void {
  if (!hasPostgres()) aptInstall('postgresql');
}
