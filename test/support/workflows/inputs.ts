import { isBasicExpression, isMapping } from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { evaluate, type Json, type Scope, toText } from './expressions.ts';
import { at, type Workflow } from './parse.ts';

export type Event = 'workflow_call' | 'workflow_dispatch' | 'workflow_run' | 'schedule' | 'push';

/** The `inputs` of a workflow, by what it declares for the event: types, defaults, what is required. */
export function inputsOf(
  { path, root }: Workflow,
  event: Event,
  given: Readonly<Record<string, Json>>,
  scope: Scope,
): Record<string, Json> {
  if (!startsBy(root, event)) throw new Error(`${path} is not started by ${event}.`);
  const declared = at(root, 'on', event, 'inputs')?.assertMapping('inputs') ?? [];
  const declarations = new Map(Array.from(declared, ({ key, value }) => [key.toString(), value]));
  const unknown = Object.keys(given).filter((name) => !declarations.has(name));
  if (unknown.length > 0) throw new Error(`${path} does not take the inputs ${unknown.join(', ')}.`);
  const entries = [...declarations].map(([name, declaration]) => {
    const where = `Input \`${name}\` of ${path}`;
    const type = text(declaration, 'type') ?? 'string';
    if (given[name] !== undefined) return [name, typed(where, declaration, type, given[name])];
    if (text(declaration, 'required') === 'true' && !at(declaration, 'default'))
      throw new Error(`${where} is required.`);
    const preset = at(declaration, 'default');
    if (preset) return [name, typed(where, declaration, type, evaluate(preset, scope))];
    return [name, type === 'boolean' ? false : type === 'number' ? 0 : ''];
  });
  return Object.fromEntries(entries) as Record<string, Json>;
}

function startsBy(root: TemplateToken, event: Event): boolean {
  const on = at(root, 'on');
  if (!on) return false;
  if (isMapping(on)) return on.find(event) !== undefined;
  const events = evaluate(on, { contexts: {} });
  return events === event || (Array.isArray(events) && events.includes(event));
}

/** A value as its declared type. Texts of numbers and booleans are taken as the form of a dispatch sends them. */
function typed(where: string, declaration: TemplateToken, type: string, value: Json): Json {
  if (type === 'boolean') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw new Error(`${where} is a boolean, and got ${JSON.stringify(value)}.`);
  }
  if (type === 'number') {
    if (value !== '' && Number.isFinite(Number(value))) return Number(value);
    throw new Error(`${where} is a number, and got ${JSON.stringify(value)}.`);
  }
  const options = at(declaration, 'options');
  const choices = options ? (evaluate(options, { contexts: {} }) as Json[]).map(toText) : undefined;
  if (choices && !choices.includes(toText(value)))
    throw new Error(`${where} is one of ${choices.join(', ')}, and got ${JSON.stringify(value)}.`);
  return toText(value);
}

/** The secrets of a workflow that is called, by what it declares. */
export function secretsOf(
  { path, root }: Workflow,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const declared = at(root, 'on', 'workflow_call', 'secrets')?.assertMapping('secrets') ?? [];
  const declarations = Array.from(declared, ({ key, value }) => ({ name: key.toString(), value }));
  const names = declarations.map(({ name }) => name.toLowerCase());
  const unknown = Object.keys(given).filter((name) => !names.includes(name.toLowerCase()));
  if (unknown.length > 0) throw new Error(`${path} does not take the secrets ${unknown.join(', ')}.`);
  const missing = declarations.filter(
    ({ name, value }) => text(value, 'required') === 'true' && !given[name],
  );
  if (missing.length > 0)
    throw new Error(`${path} requires the secrets ${missing.map(({ name }) => name).join(', ')}.`);
  return { ...given };
}

function text(token: TemplateToken, key: string): string | undefined {
  const value = at(token, key);
  return value && !isBasicExpression(value) ? value.toString() : undefined;
}
