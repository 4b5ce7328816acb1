/** Writes each action's tables in its README from its action.yml, and the root action's in docs/whole-rollback.md; `--check` fails where one is not up to date. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

interface ActionFile {
  inputs?: Record<string, { description: string }>;
  outputs?: Record<string, { description: string }>;
}

const BEGIN = '<!-- generated from action.yml by `npm run fix` -->';
const END = '<!-- end of what is generated -->';

const actions = resolve(import.meta.dirname, '../actions');
for (const name of readdirSync(actions)) update(join(actions, name), join(actions, name, 'README.md'));
update(resolve(actions, '..'), resolve(actions, '../docs/whole-rollback.md'));

/** Writes the tables of the action in a folder into a page. */
function update(folder: string, path: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [head, rest] = before.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined)
    throw new Error(`${path} needs the lines ${BEGIN} and ${END}.`);
  const after = `${head}${BEGIN}\n\n${tables(parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionFile)}\n${END}${tail}`;
  if (after === before) return;
  if (!process.argv.includes('--check')) {
    writeFileSync(path, after);
    return;
  }
  console.error(`${path} is not what its action.yml says: run \`npm run fix\`.`);
  process.exitCode = 1;
}

function tables({ inputs = {}, outputs = {} }: ActionFile): string {
  const given = Object.entries(inputs).map(([name, { description }]) => [`\`${name}\``, description]);
  const returned = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return `${table(['Input', 'Meaning'], given)}\n${table(['Output', 'Meaning'], returned)}`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').trim()).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
