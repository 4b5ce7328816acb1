import type { AnyAction } from './runner/action.ts';

/** Every action by name; its module is loaded when it is the one that runs. */
const modules: Record<string, () => Promise<{ action: AnyAction }>> = {
  assess: () => import('./actions/assess.ts'),
  'clear-cache': () => import('./actions/clear-cache.ts'),
  'hand-back': () => import('./actions/hand-back.ts'),
  'mark-good': () => import('./actions/mark-good.ts'),
  notify: () => import('./actions/notify.ts'),
  report: () => import('./actions/report.ts'),
  rollback: () => import('./actions/rollback.ts'),
  'rollback-db': () => import('./actions/rollback-db.ts'),
  'rollback-infra': () => import('./actions/rollback-infra.ts'),
  'rollback-service': () => import('./actions/rollback-service.ts'),
  'smoke-test': () => import('./actions/smoke-test.ts'),
  'switch-dns': () => import('./actions/switch-dns.ts'),
  'verify-integrity': () => import('./actions/verify-integrity.ts'),
};

/** Runs the action that a stub in `dist/<name>/index.js` names. */
export async function main(name: string): Promise<void> {
  const [{ run }, action] = await Promise.all([import('./runner/run.ts'), load(name)]);
  await run(action, load);
}

async function load(name: string): Promise<AnyAction> {
  const module = modules[name];
  if (!module) throw new Error(`There is no action "${name}".`);
  return (await module()).action;
}
