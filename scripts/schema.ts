/**
 * Writes the published schemas, of the report and of the configuration, from the ones that the code has; a test says
 * when that is due.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { parse } from 'yaml';
import { KINDS, type Kind } from '../src/config/kinds.ts';
import { fileSchema, secret, value } from '../src/config/schema.ts';
import { reportSchema } from '../src/report/schema.ts';

interface Node {
  properties?: Record<string, Node>;
  additionalProperties?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  const?: string;
  description?: string;
}

const root = resolve(import.meta.dirname, '..');

/** The schema as `docs/schema/report.schema.json` has it. */
export const reportJsonSchema = () => toJsonSchema(reportSchema, { target: 'draft-2020-12' });

/** The schema as `docs/schema/rollback.schema.json` has it: the code's, with what the actions say of their inputs. */
export function configurationJsonSchema() {
  // What is not JSON Schema, the words of errors and so on, is not needed by who completes and checks.
  const schema = toJsonSchema(fileSchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    definitions: { value, secret },
  }) as Node;
  const environment = schema.properties?.environments?.additionalProperties?.properties ?? {};
  for (const [name, section] of Object.entries(environment)) {
    if (name === 'components') describeComponents(section);
    else if (name === 'defaults') section.description = 'Inputs of every action that has them.';
    else describe(section, name);
  }
  return { title: 'Rollback Actions: .github/rollback.yml', ...schema };
}

function describeComponents(section: Node): void {
  section.description = 'What is put back, by a name of your own.';
  for (const component of section.additionalProperties?.oneOf ?? section.additionalProperties?.anyOf ?? []) {
    const kind = component.properties?.kind?.const as Kind;
    describe(component, KINDS[kind]);
    const { after, rto } = component.properties ?? {};
    if (after)
      after.description =
        kind === 'database'
          ? 'A list: the components that have to be back before it. A text, with `repair`: the backup from after the accident.'
          : 'The components that have to be back before it.';
    if (rto) rto.description = 'Its recovery time objective, or one for each pattern of names in the record.';
  }
}

/** Says of each input what its action says. */
function describe(section: Node, action: string): void {
  const folder = action === 'rollback' ? root : join(root, 'actions', action);
  const file = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  section.description ??= file.description;
  for (const [name, input] of Object.entries(section.properties ?? {})) {
    const description = file.inputs[name]?.description;
    if (description) input.description = description.trim();
  }
}

if (process.argv[1] === import.meta.filename) {
  const write = (name: string, schema: object) =>
    writeFileSync(join(root, 'docs/schema', name), `${JSON.stringify(schema, null, 2)}\n`);
  write('report.schema.json', reportJsonSchema());
  write('rollback.schema.json', configurationJsonSchema());
}
