/** Writes the published schema of the JSON report from the one that the code has; a test says when that is due. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { reportSchema } from '../src/report/schema.ts';

/** The schema as `docs/schema/report.schema.json` has it. */
export const publishedSchema = () => toJsonSchema(reportSchema, { target: 'draft-2020-12' });

if (process.argv[1] === import.meta.filename) {
  const path = resolve(import.meta.dirname, '../docs/schema/report.schema.json');
  writeFileSync(path, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
}
