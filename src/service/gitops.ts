import type { Workload } from '../systems/kubernetes/objects.ts';

/** A tool that owns a workload and may undo what is done behind its back. */
interface Owner {
  /** `Argo CD application shop`, as a person would call it. */
  readonly name: string;
  /** It puts back what it finds changed, so a rollback would last for minutes only. */
  readonly heals: boolean;
  /** One line that keeps it from doing so. */
  readonly remedy: string;
}

/** Finds who owns a workload by the labels and annotations that the tools put on what they apply. */
export function ownerOf(workload: Workload): Owner | undefined {
  const { labels = {}, annotations = {}, managedFields = [] } = workload.metadata;
  // Argo CD's older tracking has nothing but a label that others use too.
  const byArgo = managedFields.some(({ manager }) => manager === 'argocd-controller');
  return argo(labels, annotations, byArgo) ?? flux(labels, annotations) ?? helm(labels, annotations);
}

type Texts = Readonly<Record<string, string>>;

function argo(labels: Texts, annotations: Texts, byArgo: boolean): Owner | undefined {
  const tracked = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0];
  // An application outside Argo's own namespace is tracked as namespace_name and called namespace/name.
  const application =
    tracked?.replace('_', '/') ??
    labels['argocd.argoproj.io/instance'] ??
    (byArgo ? labels['app.kubernetes.io/instance'] : undefined);
  if (!application) return undefined;
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

function helm(labels: Texts, annotations: Texts): Owner | undefined {
  const release = annotations['meta.helm.sh/release-name'];
  if (!release || labels['app.kubernetes.io/managed-by'] !== 'Helm') return undefined;
  return {
    name: `Helm release ${release}`,
    heals: false,
    remedy: `helm rollback ${release}, before the next helm upgrade`,
  };
}
