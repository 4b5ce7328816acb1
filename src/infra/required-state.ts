import { ActionError } from '../base/errors.ts';
import { changes, type Plan } from './changes.ts';
import type { Prepared, Request } from './prepare.ts';

/**
 * A state without resources is not the one that was deployed to, but another workspace's, or one whose place was
 * mistyped: everything would be made a second time.
 *
 * @throws ActionError that says which state it was, and which workspaces there are
 */
export async function requireState(
  plan: Plan,
  { terraform, workspace }: Pick<Prepared, 'terraform' | 'workspace'>,
  { directory }: Pick<Request, 'directory'>,
): Promise<void> {
  if (!plan.isFromNothing) return;
  const makesNothing = !plan.changes.some(changes) && plan.outputs.length === 0;
  const others = (await terraform.workspaces()).filter((name) => name !== workspace);
  const there = others.length > 0 ? `; there are also the workspaces ${others.join(', ')}` : '';
  const then = makesNothing ? 'so there is nothing to roll back' : 'so all of it would be made anew';
  throw new ActionError(
    `Nothing was changed in ${directory}: the state of its workspace ${workspace} has no resources, ${then}; check \`backend-config\` and \`workspace\`${there}.`,
  );
}
