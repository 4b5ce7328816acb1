/**
 * Schemas that nobody here wrote. They are taken from the folder that `ROLLBACK_TEST_SCHEMAS` names, each a script with an
 * extension or program left out that the servers here do not have.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  createDatabase,
  queryOn,
  type TestDatabase,
  urlOf,
  VERSION,
} from '../../support/postgres/database.ts';
import { newestProgram } from '../../support/postgres/tools.ts';

const folder = process.env.ROLLBACK_TEST_SCHEMAS;
/** The scripts that there are. */
export const schemas =
  folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : [];

/** Rows for a schema that comes without. Its triggers are off for them, as two of its tables refer to each other. */
const PAGILA = `SET session_replication_role = replica;
INSERT INTO country (country) SELECT 'Country ' || n FROM generate_series(1, 20) AS n;
INSERT INTO city (city, country_id) SELECT 'City ' || n, 1 + n % 20 FROM generate_series(1, 100) AS n;
INSERT INTO address (address, district, city_id, phone) SELECT 'Street ' || n, 'D', 1 + n % 100, n::text FROM generate_series(1, 300) AS n;
INSERT INTO language (name) VALUES ('English'), ('Suomi');
INSERT INTO store (manager_staff_id, address_id) VALUES (1, 1), (2, 2);
INSERT INTO staff (first_name, last_name, address_id, store_id, username) VALUES ('A', 'B', 1, 1, 'ab'), ('C', 'D', 2, 2, 'cd');
INSERT INTO customer (store_id, first_name, last_name, address_id) SELECT 1 + n % 2, 'F' || n, 'L' || n, 1 + n % 300 FROM generate_series(1, 200) AS n;
INSERT INTO film (title, language_id, length, fulltext) SELECT 'Film ' || n, 1 + n % 2, n, to_tsvector('film ' || n) FROM generate_series(1, 150) AS n;
INSERT INTO inventory (film_id, store_id) SELECT 1 + n % 150, 1 + n % 2 FROM generate_series(1, 400) AS n;
INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) SELECT '2022-03-01'::timestamptz + n * interval '1 hour', 1 + n % 400, 1 + n % 200, 1 + n % 2 FROM generate_series(1, 1000) AS n;
INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date) SELECT 1 + n % 200, 1 + n % 2, n, 1.5, '2022-01-15'::timestamptz + n % 180 * interval '1 day' FROM generate_series(1, 1000) AS n;`;

/** What a script says of other servers: its owner, its database, an extension and functions that are not there before 18. */
function adapted(path: string): string {
  const left = /OWNER TO|^(?:DROP|CREATE) DATABASE|^\\c |^(?:CREATE|COMMENT ON) EXTENSION|USING hnsw/;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !left.test(line))
    .join('\n')
    .replaceAll('uuidv7()', 'gen_random_uuid()')
    .replaceAll(') VIRTUAL', ') STORED')
    .replaceAll('public.vector(20)', 'real[]');
}

/** A database with one of the schemas, of an owner who may make databases and roles. */
export interface Stranger {
  readonly database: TestDatabase;
  /** For the owner. */
  readonly url: string;
  remove(): Promise<void>;
}

export async function loadStranger(file: string): Promise<Stranger> {
  const owner = `owner of ${basename(file)} ${randomUUID().slice(0, 8)}`;
  const password = decodeURIComponent(new URL(urlOf(VERSION)).password);
  await queryOn(urlOf(VERSION), `CREATE ROLE "${owner}" LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`);
  const database = await createDatabase(VERSION, { options: `OWNER "${owner}"` });
  const url = urlOf(VERSION, database.name, owner);
  const psql = (input: string, to: string) =>
    execFileSync(
      newestProgram('psql'),
      ['--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', `--dbname=${to}`],
      { input, stdio: ['pipe', 'ignore', 'inherit'] },
    );
  psql(adapted(join(folder as string, file)), url);
  if (file.startsWith('pagila')) psql(PAGILA, urlOf(VERSION, database.name));
  return {
    database,
    url,
    async remove() {
      const left = await queryOn<{ name: string }>(
        urlOf(VERSION),
        `SELECT datname AS name FROM pg_database WHERE datname LIKE '${database.name}%'`,
      );
      for (const { name } of left) await queryOn(urlOf(VERSION), `DROP DATABASE "${name}" WITH (FORCE)`);
      await queryOn(urlOf(VERSION), `DROP ROLE "${owner}"`);
    },
  };
}
