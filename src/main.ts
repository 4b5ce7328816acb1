/** Every action by name; its module is loaded when it is the one that runs. */
const actions: Record<string, () => Promise<{ start: () => Promise<void> }>> = {
  assess: () => import('./actions/assess.ts'),
  'mark-good': () => import('./actions/mark-good.ts'),
  'rollback-db': () => import('./actions/rollback-db.ts'),
  report: () => import('./actions/report.ts'),
  notify: () => import('./actions/notify.ts'),
  'rollback-infra': () => import('./actions/rollback-infra.ts'),
  'rollback-service': () => import('./actions/rollback-service.ts'),
  'verify-integrity': () => import('./actions/verify-integrity.ts'),
};

/** Runs the action that a stub in `dist/<name>/index.js` names. */
export async function main(name: string): Promise<void> {
  const load = actions[name];
  if (!load) throw new Error(`There is no action "${name}".`);
  await (await load()).start();
}
