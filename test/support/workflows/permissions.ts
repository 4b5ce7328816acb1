import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { evaluate, type Json } from './expressions.ts';
import { at } from './parse.ts';

/** What a token may do: `contents: read`; `'write-all'` is everything. */
export type Permissions = 'write-all' | Readonly<Record<string, Json>>;

const LEVELS: Json[] = ['none', 'read', 'write'];

/** What a job asks for; undefined where neither it nor its workflow says so, and it gets what there is. */
function asked(workflow: TemplateToken, job: TemplateToken): Permissions | undefined {
  const token = at(job, 'permissions') ?? at(workflow, 'permissions');
  if (!token) return undefined;
  const value = evaluate(token, { contexts: {} });
  if (value === 'write-all') return 'write-all';
  if (value === null || typeof value !== 'object')
    throw new Error(`The harness does not know permissions ${value}.`);
  return value as Record<string, Json>;
}

/** What a job may do. One that asks for more than its caller may does not start, as on GitHub. */
export function permissionsOf(
  where: string,
  workflow: TemplateToken,
  job: TemplateToken,
  callers: Permissions,
): Permissions {
  const wanted = asked(workflow, job) ?? callers;
  if (callers === 'write-all') return wanted;
  if (wanted === 'write-all') throw new Error(`${where} requests write-all, and its caller may not.`);
  for (const [scope, level] of Object.entries(wanted)) {
    const allowed = callers[scope] ?? 'none';
    if (LEVELS.indexOf(level) > LEVELS.indexOf(allowed))
      throw new Error(`${where} requests '${scope}: ${level}', but is only allowed '${scope}: ${allowed}'.`);
  }
  return wanted;
}
