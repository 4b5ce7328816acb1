import { namesOf } from '../base/sentence.ts';
import { hasTemplate } from '../domain/workloads/joined.ts';
import { writtenAt } from '../domain/workloads/managed-fields.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject, PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import { selects } from './history.ts';
import type { Step } from './plan.ts';

/** Names of one kind that a line can hold. */
const MAX_NAMES = 8;

/** What else a release may hold, and is left as it is; each is left out where these credentials may not list it. */
const KINDS = [
  { word: 'cronjob', api: '/apis/batch/v1', plural: 'cronjobs' },
  { word: 'job', api: '/apis/batch/v1', plural: 'jobs' },
  { word: 'horizontalpodautoscaler', api: '/apis/autoscaling/v2', plural: 'horizontalpodautoscalers' },
  { word: 'service', api: CORE, plural: 'services' },
  { word: 'rollout', api: '/apis/argoproj.io/v1alpha1', plural: 'rollouts' },
  { word: 'cloneset', api: '/apis/apps.kruise.io/v1alpha1', plural: 'clonesets' },
] as const;
type Word = (typeof KINDS)[number]['word'];

/** The fields that are read of them. */
interface Other extends KubeObject {
  readonly spec?: {
    readonly schedule?: string;
    readonly jobTemplate?: { readonly spec?: { readonly template?: PodTemplate } };
    readonly template?: PodTemplate;
    readonly selector?: Readonly<Record<string, string>> | null;
    readonly ports?: readonly { readonly port: number; readonly targetPort?: number | string }[];
    readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
    readonly workloadRef?: { readonly kind: string; readonly name: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
  };
}

export type Others = Readonly<Record<Word, readonly Other[]>>;

/** What is left as it is, a line each, and what of it may keep the rollback from helping. */
export interface Beside {
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

/** Lists what else is in the namespace. What a cluster does not have, or these credentials may not list, is not there. */
export async function listOthers(client: KubeClient, namespace: string): Promise<Others> {
  const lists = await Promise.all(
    KINDS.map(async ({ word, api, plural }) => {
      try {
        return [word, (await client.list<Other>(objectPath(api, namespace, plural))).items] as const;
      } catch (error) {
        if (error instanceof ApiError && (error.status === 403 || error.status === 404))
          return [word, []] as const;
        throw error;
      }
    }),
  );
  return Object.fromEntries(lists) as unknown as Others;
}

/**
 * What of it belongs to what is rolled back, and how it stands to that. Pure.
 *
 * @param workloads all of the namespace
 * @param isAll the whole namespace is meant, and not some workloads of it
 */
export function describeBeside(
  others: Others,
  steps: readonly Step[],
  workloads: readonly Workload[],
  isAll: boolean,
): Beside {
  const back = steps.filter(({ action }) => action === 'roll-back');
  const related = relatedTo(others, steps, isAll);
  return {
    lines: linesOf(related),
    warnings: [
      ...others.service.flatMap((service) => serviceWarnings(service, steps, workloads)),
      ...others.service.flatMap((service) => portWarnings(service, back)),
      ...related.rollout.map(
        ({ metadata }) =>
          `rollout/${metadata.name} is left as it is; name it in \`workloads\` to roll it back as well`,
      ),
      ...related.cloneset.map(
        ({ metadata }) =>
          `cloneset/${metadata.name} is left as it is; go back by its own template (OpenKruise)`,
      ),
    ],
  };
}

/** Those that are of the releases that go back, or that scale or send to one of their workloads. */
function relatedTo(others: Others, steps: readonly Step[], isAll: boolean): Others {
  const back = steps.filter(({ action }) => action === 'roll-back');
  const releases = new Set(back.flatMap(({ workload }) => releasesOf(workload)));
  const isOfRelease = (object: Other) =>
    (isAll && back.length > 0) || releasesOf(object).some((release) => releases.has(release));
  const targets = new Set(back.map(targetOf));
  const inScope = new Set(steps.map(targetOf));
  return {
    cronjob: others.cronjob.filter(isOfRelease),
    job: others.job
      .filter(({ metadata }) => !metadata.ownerReferences?.some(({ controller }) => controller))
      .filter(isOfRelease),
    horizontalpodautoscaler: others.horizontalpodautoscaler.filter(({ spec }) =>
      targets.has(targetOf(spec?.scaleTargetRef)),
    ),
    service: others.service.filter((item) =>
      back.some(({ workload }) => sends(item, workload.spec.template)),
    ),
    rollout: others.rollout.filter(
      (item) => isOfRelease(item) && !inScope.has(`Rollout/${item.metadata.name}`),
    ),
    cloneset: others.cloneset.filter(isOfRelease),
  };
}

function linesOf(related: Others): string[] {
  const lines = [
    line('cronjob', related.cronjob, ({ spec }) =>
      [spec?.schedule, ...imagesIn(spec?.jobTemplate?.spec?.template)].filter(Boolean).join(', '),
    ),
    line('job', related.job, ({ spec }) => imagesIn(spec?.template).join(', ')),
    line(
      'horizontalpodautoscaler',
      related.horizontalpodautoscaler,
      ({ spec }) =>
        `${targetOf(spec?.scaleTargetRef).toLowerCase()}, ${spec?.minReplicas ?? 1} to ${spec?.maxReplicas}`,
    ),
    line('service', related.service, ({ spec }) => selectorWords(spec?.selector)),
    line('rollout', related.rollout, ({ spec }) =>
      [
        ...imagesIn(spec?.template),
        ...(spec?.workloadRef ? [targetOf(spec.workloadRef).toLowerCase()] : []),
      ].join(', '),
    ),
    line('cloneset', related.cloneset, ({ spec }) => imagesIn(spec?.template).join(', ')),
  ];
  return lines.filter((words) => words !== '');
}

/** Refuses a Deployment that is but the template of a Rollout: what serves is the Rollout's, by its own steps. */
export function withoutRollout(step: Step, { rollout }: Others): Step {
  const user = rollout.find(({ spec }) => targetOf(spec?.workloadRef) === targetOf(step));
  if (step.action !== 'roll-back' || !user) return step;
  const { name } = user.metadata;
  const reason = `rollout/${name} has its template from it (workloadRef) and brings the pods: name rollout/${name} instead, and both go back`;
  return { ...step, action: 'refuse', reason };
}

/** A Service whose pods will be none after the rollback, or that may have been switched to them by the deploy. */
function serviceWarnings(service: Other, steps: readonly Step[], workloads: readonly Workload[]): string[] {
  const name = `service/${service.metadata.name}`;
  const selector = selectorWords(service.spec?.selector);
  const sent = steps.filter(
    ({ action, workload }) => action !== 'no-op' && sends(service, workload.spec.template),
  );
  const lost = sent.filter(({ action, template }) => action === 'roll-back' && !sends(service, template));
  if (lost.length > 0)
    return [
      `${name} selects ${selector}, which the older pods of ${lost.map(label).join(', ')} do not have: it sends them nothing until its selector is what it was`,
    ];
  const others =
    sent.length > 0
      ? workloads.filter((workload) => hasTemplate(workload) && couldSend(service, workload))
      : [];
  if (others.length === 0) return [];
  const time = writtenAt(service, 'f:spec', 'f:selector');
  return [
    `${name} sends to ${sent.map(label).join(', ')} (${selector})${time ? `, was last changed at ${time}` : ''} and is left as it is; if the deploy switched it there from ${others.map((other) => label(refOf(other))).join(', ')}, set its selector back`,
  ];
}

/** Ports that a Service sends to and today's pods name, and the older ones do not: the release changed both. */
function portWarnings(service: Other, back: readonly Step[]): string[] {
  const wanted = [...new Set(service.spec?.ports?.map(({ port, targetPort = port }) => targetPort))];
  return back
    .filter(({ workload, template }) => sends(service, workload.spec.template) && sends(service, template))
    .flatMap((step) => {
      const now = portsOf(step.workload.spec.template);
      const then = portsOf(step.template);
      // What a template does not name may be open all the same, so one that names nothing says nothing of numbers.
      const lost = wanted.filter(
        (port) => now.has(port) && !then.has(port) && (typeof port === 'string' || then.size > 0),
      );
      return lost.length === 0
        ? []
        : [
            `service/${service.metadata.name} sends to port ${lost.join(', ')}, which the older pods of ${label(step)} do not have: set its \`targetPort\` back${then.size > 0 ? ` (they have ${[...then].join(', ')})` : ''}`,
          ];
    });
}

/** The ports that containers of a template name, as numbers and as names. */
const portsOf = ({ spec: { containers, initContainers = [] } }: PodTemplate): Set<number | string> =>
  new Set(
    [...containers, ...initContainers].flatMap(({ ports = [] }) =>
      ports.flatMap(({ name, containerPort }) =>
        name === undefined ? [containerPort] : [containerPort, name],
      ),
    ),
  );

/** True where other values of the same labels would make a Service send to a workload, as blue and green stand beside each other. */
function couldSend(service: Other, { spec }: Workload): boolean {
  const wanted = Object.entries(service.spec?.selector ?? {});
  const labels = spec.template.metadata?.labels ?? {};
  const isEqual = ([key, value]: [string, string]) => labels[key] === value;
  return (
    wanted.every(([key]) => Object.hasOwn(labels, key)) && wanted.some(isEqual) && !wanted.every(isEqual)
  );
}

const releasesOf = ({ metadata: { labels = {}, annotations = {} } }: KubeObject): string[] =>
  [
    annotations['meta.helm.sh/release-name'],
    labels['app.kubernetes.io/instance'],
    labels['app.kubernetes.io/part-of'],
    labels['argocd.argoproj.io/instance'],
  ].filter((name) => name !== undefined);

/** True where a Service sends to the pods of a template. */
function sends({ spec }: Other, template: PodTemplate): boolean {
  const matchLabels = spec?.selector ?? {};
  return Object.keys(matchLabels).length > 0 && selects({ matchLabels }, template.metadata?.labels ?? {});
}

const selectorWords = (selector: Readonly<Record<string, string>> | null | undefined) =>
  Object.entries(selector ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

const targetOf = (ref: { readonly kind: string; readonly name: string } | undefined): string =>
  ref ? `${ref.kind}/${ref.name}` : '';

function imagesIn(template: PodTemplate | undefined): string[] {
  return (template?.spec.containers ?? []).map(({ image }) => image);
}

/** `cronjob/report (0 3 * * *, report:2), cronjob/clean (…) and 4 more`; empty where there is none. */
function line(word: Word, items: readonly Other[], describe: (item: Other) => string): string {
  return namesOf(
    items.map((item) => `${word}/${item.metadata.name} (${describe(item)})`),
    MAX_NAMES,
  );
}
