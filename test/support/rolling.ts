import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import { replicaSet, workload } from '../service/fixtures.ts';
import {
  type Got,
  hang,
  json,
  kubeconfigFor,
  type Reply,
  refuse,
  type ScriptedServer,
} from '../systems/scripted-server.ts';
import { runAction, type StepOptions, type StepResult } from './action.ts';

/** The credentials of the runs, which appear nowhere. */
export const TOKEN = 'token-that-nobody-may-see';
/** A script that answers every request in the same way. */
export const many = (reply: Reply) => Array<Reply>(200).fill(reply);

/** Runs rollback-service in a folder of its own, against this server where there is one. */
export async function roll(
  inputs: StepOptions['with'],
  options: { config?: string; server?: ScriptedServer } & Partial<StepOptions> = {},
): Promise<StepResult> {
  const temp = mkdtempSync(join(tmpdir(), 'run-'));
  if (options.config !== undefined) {
    const path = join(temp, '.github/rollback.yml');
    mkdirSync(dirname(path));
    writeFileSync(path, options.config);
  }
  const kubeconfig = options.server && kubeconfigFor(options.server.url, TOKEN);
  return runAction('rollback-service', {
    ...options,
    temp,
    with: { ...(kubeconfig && { kubeconfig }), ...inputs },
  });
}

/** A step that failed says so once, in one sentence, everywhere where it has to. */
export function failed(step: StepResult): string {
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toMatchObject({ result: 'failed', seconds: expect.stringMatching(/^\d+\.\d$/) });
  expect(step.errors).toHaveLength(1);
  const [sentence = ''] = step.errors;
  expect(sentence).toMatch(/^[A-Z"/].*[.:]$|^\//s);
  expect(sentence).not.toContain('\n');
  expect(step.log).not.toMatch(/\n\s+at .*\.js:\d+/);
  return sentence;
}

const items = (kind: string, objects: object[]) => ({
  apiVersion: kind === 'PodList' ? 'v1' : 'apps/v1',
  kind,
  metadata: { resourceVersion: '9' },
  items: objects,
});

/** An API server with one Deployment of two revisions, where everything is allowed. */
export const cluster: Reply = (response, request) => {
  const owner = workload('Deployment', { status: { observedGeneration: 1 }, metadata: { generation: 1 } });
  const reference = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'web',
    uid: 'uid-web',
    controller: true,
  };
  const owned = [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')].map((set) => ({
    ...set,
    metadata: { ...set.metadata, ownerReferences: [reference] },
  }));
  const answers: [RegExp, object][] = [
    [/selfsubjectaccessreviews$/, { status: { allowed: true } }],
    [/\/deployments$/, items('DeploymentList', [owner])],
    [/\/replicasets$/, items('ReplicaSetList', owned)],
  ];
  const found = answers.find(([path]) => path.test(request.path))?.[1] ?? items('PodList', []);
  if (request.path.includes('/leases/')) return refuse(404, 'NotFound')(response, request);
  return request.query.watch ? hang(response, request) : json(found)(response, request);
};

/** Whether a request changes nothing. */
export const harmless = ({ method, path }: Got) =>
  method === 'GET' || path.endsWith('/selfsubjectaccessreviews');
