import type { KubeObject } from '../systems/kubernetes/objects.ts';
import type { Owner } from './owner.ts';

/** An object that made the workload and reconciles it: Flagger's Canary, the custom resource of an operator. */
export function controllerOwning({ metadata }: KubeObject): Owner | undefined {
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

/** kpt.dev/configsync pkg/metadata: what it manages it puts back within seconds. */
export function configSyncOf({ metadata: { annotations = {} } }: KubeObject): Owner | undefined {
  if (annotations['configmanagement.gke.io/managed'] !== 'enabled') return undefined;
  return {
    name: 'Config Sync of the cluster',
    heals: true,
    remedy: 'change its source, or stop its reconciler',
  };
}

const RESOURCE_SET = 'resourceset.fluxcd.controlplane.io';

/**
 * A ResourceSet of the Flux Operator, which applies what it makes every hour by default. `fluxcd.controlplane.io/reconcile:
 * disabled` on what it has made holds in newer versions alone (flux-operator#1004).
 */
export function resourceSetOf({ metadata: { labels = {} } }: KubeObject): Owner | undefined {
  const name = labels[`${RESOURCE_SET}/name`];
  const namespace = labels[`${RESOURCE_SET}/namespace`];
  if (!name) return undefined;
  return {
    name: `Flux ResourceSet ${name}`,
    heals: true,
    remedy: `kubectl annotate resourceset ${name} --namespace ${namespace} fluxcd.controlplane.io/reconcile=disabled`,
  };
}

/** Rancher Fleet deploys bundles by Helm, and corrects drift only where `correctDrift` says so. */
export function fleetOf({ metadata: { annotations = {} } }: KubeObject): Owner | undefined {
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
export function kappOf({ metadata: { labels = {} } }: KubeObject): Owner | undefined {
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
