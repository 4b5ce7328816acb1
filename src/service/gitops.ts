import type { Workload } from '../systems/kubernetes/objects.ts';

/** A tool that owns a workload and may undo what is done behind its back. */
interface Owner {
  /** `Argo CD application shop`, as a person would call it. */
  readonly name: string;
  /** It puts back what it finds changed, so a rollback would last for minutes only. */
  readonly heals: boolean;
  /** One line that keeps it from doing so. */
  readonly remedy: string;
  /** It made the workload itself, by its own logic, and no release of the user's did. */
  readonly isController?: true;
}

type Texts = Readonly<Record<string, string>>;

/** Names under which Argo CD writes: pkg/apis/application ArgoCDSSAManager, and the User-Agent of its binary. */
const ARGO_MANAGERS = ['argocd-controller', 'argocd-application-controller'];

/** Finds who owns a workload by what the tools put on what they apply. */
export function ownerOf(workload: Workload): Owner | undefined {
  const { labels = {}, annotations = {} } = workload.metadata;
  return (
    controller(workload) ??
    argo(workload, labels, annotations) ??
    flux(labels, annotations) ??
    configSync(annotations) ??
    fleet(annotations) ??
    kapp(labels) ??
    helm(labels, annotations)
  );
}

/** An object that made the workload and reconciles it: Flagger's Canary, the custom resource of an operator. */
function controller({ metadata }: Workload): Owner | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (!owner) return undefined;
  const group = owner.apiVersion.split('/')[0];
  return {
    name: `controller of ${owner.kind} ${owner.name} (${group})`,
    heals: true,
    remedy:
      owner.kind === 'Canary'
        ? 'roll back the Deployment that the Canary targets, or pause Flagger'
        : `pause it, or go back in ${owner.kind} ${owner.name} itself`,
    isController: true,
  };
}

function argo({ kind, metadata }: Workload, labels: Texts, annotations: Texts): Owner | undefined {
  const byArgo = metadata.managedFields?.some(({ manager = '' }) => ARGO_MANAGERS.includes(manager)) === true;
  // A copy of an object carries the tracking of the one that it is a copy of (resource_tracking.md).
  const [tracked, ...self] = (annotations['argocd.argoproj.io/tracking-id'] ?? '').split(':');
  const isItsOwn = self.join(':') === `apps/${kind}:${metadata.namespace}/${metadata.name}`;
  // An application outside Argo's own namespace is tracked as namespace_name and called namespace/name.
  const application =
    (isItsOwn ? tracked?.replace('_', '/') : undefined) ||
    labels['argocd.argoproj.io/instance'] ||
    // Its older tracking has nothing but a label that others use too.
    (byArgo ? labels['app.kubernetes.io/instance'] : undefined);
  if (!application)
    return byArgo
      ? {
          name: 'Argo CD of the cluster',
          heals: true,
          remedy: 'argocd app set <application> --sync-policy none',
        }
      : undefined;
  return {
    name: `Argo CD application ${application}`,
    heals: true,
    remedy: `argocd app set ${application} --sync-policy none`,
  };
}

function flux(labels: Texts, annotations: Texts): Owner | undefined {
  for (const [group, kind] of [
    ['kustomize', 'kustomization'],
    ['helm', 'helmrelease'],
  ] as const) {
    const name = labels[`${group}.toolkit.fluxcd.io/name`];
    if (!name) continue;
    const namespace = labels[`${group}.toolkit.fluxcd.io/namespace`];
    const heals = annotations[`${group}.toolkit.fluxcd.io/reconcile`] !== 'disabled';
    return {
      name: `Flux ${kind} ${name}`,
      heals,
      remedy: `flux suspend ${kind} ${name} --namespace ${namespace}`,
    };
  }
  return undefined;
}

/** kpt.dev/configsync pkg/metadata: what it manages it puts back within seconds. */
function configSync(annotations: Texts): Owner | undefined {
  if (annotations['configmanagement.gke.io/managed'] !== 'enabled') return undefined;
  return {
    name: 'Config Sync of the cluster',
    heals: true,
    remedy: 'change its source, or stop its reconciler',
  };
}

/** Rancher Fleet deploys bundles by Helm, and corrects drift only where `correctDrift` says so. */
function fleet(annotations: Texts): Owner | undefined {
  const bundle = annotations['objectset.rio.cattle.io/id'];
  return bundle === undefined
    ? undefined
    : {
        name: `Fleet bundle ${bundle.replace(/^default-/, '')}`,
        heals: false,
        remedy: 'change the Git repository of the bundle, or pause it (`spec.paused`)',
      };
}

/** carvel-dev/kapp pkg/kapp/app: the tool applies when it is run; kapp-controller runs it every ten minutes. */
function kapp(labels: Texts): Owner | undefined {
  const app = labels['kapp.k14s.io/app'];
  return app === undefined
    ? undefined
    : {
        name: `kapp app ${app}`,
        heals: false,
        remedy:
          'kctrl app pause where kapp-controller deploys it, and the older version before the next kapp deploy',
      };
}

function helm(labels: Texts, annotations: Texts): Owner | undefined {
  const release = annotations['meta.helm.sh/release-name'];
  if (!release || labels['app.kubernetes.io/managed-by'] !== 'Helm') return undefined;
  return {
    name: `Helm release ${release}`,
    heals: false,
    remedy: `helm rollback ${release}, before the next helm upgrade`,
  };
}
