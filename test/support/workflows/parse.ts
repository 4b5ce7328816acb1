import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  convertWorkflowTemplate,
  isMapping,
  NoOperationTraceWriter,
  parseWorkflow,
  type WorkflowTemplate,
} from '@actions/workflow-parser';
import { type ActionTemplate, convertActionTemplate } from '@actions/workflow-parser/actions/action-template';
import { parseAction } from '@actions/workflow-parser/actions/index';
import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { MappingToken } from '@actions/workflow-parser/templates/tokens/mapping-token';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

/** The top of this repository. */
export const ROOT = resolve(import.meta.dirname, '../../..');
/** What this repository is called in workflows of others. */
export const OWN = 'rollback-actions/rollback-actions';

export interface Workflow {
  readonly path: string;
  /** What GitHub's parser makes of it: conditions, needs, steps. */
  readonly template: WorkflowTemplate;
  /** The whole of it, for what the template leaves out. */
  readonly root: MappingToken;
}

/** Reads a workflow of this repository, or the one given, with GitHub's own parser. */
export async function readWorkflow(path: string, text?: string): Promise<Workflow> {
  const content = text ?? readFileSync(join(ROOT, path), 'utf8');
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  refuse(path, context);
  if (!value) throw new Error(`${path} is empty.`);
  const files = {
    async getFileContent(ref: { path: string; owner?: string; repository?: string }) {
      if (ref.owner && `${ref.owner}/${ref.repository}` !== OWN) throw new Error('unknown repository');
      return { name: ref.path, content: readFileSync(join(ROOT, ref.path), 'utf8') };
    },
  };
  const template = await convertWorkflowTemplate(context, value, files, { fetchReusableWorkflowDepth: 1 });
  refuse(path, context);
  return { path, template, root: value.assertMapping(path) };
}

/** An action, with the whole of it for what the template leaves out. */
export type Action = ActionTemplate & { readonly root: TemplateToken };

/** Reads the `action.yml` of a folder with GitHub's own parser. */
export function readAction(folder: string): Action {
  const name = join(folder, 'action.yml');
  const file = { name, content: readFileSync(name, 'utf8') };
  const { context, value } = parseAction(file, new NoOperationTraceWriter());
  refuse(name, context);
  if (!value) throw new Error(`${name} is empty.`);
  const template = convertActionTemplate(context, value);
  refuse(name, context);
  return { ...template, root: value };
}

/** What is at a place below a part of a workflow. */
export function at(token: TemplateToken, ...path: readonly string[]): TemplateToken | undefined {
  let here: TemplateToken | undefined = token;
  for (const name of path) here = here && isMapping(here) ? here.find(name) : undefined;
  return here;
}

/** Refuses a part of a workflow that has what the harness does not know, so that nothing is left out silently. */
export function expectOnly(token: TemplateToken, where: string, known: readonly string[]): void {
  for (const { key } of token.assertMapping(where)) {
    if (!known.includes(key.toString())) throw new Error(`The harness does not know \`${key}\` of ${where}.`);
  }
}

function refuse(path: string, context: TemplateContext): void {
  const errors = context.errors.getErrors().map(({ message }) => message);
  if (errors.length > 0) throw new Error(`${path}: ${errors.join('\n')}`);
}
