import { apiVersionOf, type Resource, resources } from './resources.ts';

/** What a client asks to learn which API it is talking to; undefined for other paths. */
export function discover(path: string): object | string | undefined {
  const [head = '', group = '', version = '', ...more] = path.split('/').filter((part) => part !== '');
  if (['readyz', 'livez', 'healthz'].includes(head)) return 'ok';
  if (more.length > 0) return undefined;
  if (head === 'version') return VERSION;
  if (head === 'api' && version === '') return group === '' ? API_VERSIONS : resourceList('', group);
  if (head !== 'apis') return undefined;
  if (group === '')
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: groupNames().map(describeGroup) };
  if (!groupNames().includes(group)) return undefined;
  if (version === '') return { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(group) };
  return resourceList(group, version);
}

const VERSION = {
  major: '1',
  minor: '37',
  gitVersion: 'v1.37.2',
  gitCommit: '0000000000000000000000000000000000000000',
  gitTreeState: 'clean',
  buildDate: '2026-11-01T00:00:00Z',
  goVersion: 'go1.26.0',
  compiler: 'gc',
  platform: 'linux/amd64',
};

const API_VERSIONS = {
  kind: 'APIVersions',
  versions: ['v1'],
  serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:443' }],
};

function groupNames(): string[] {
  return [...new Set(resources.map(({ group }) => group))].filter((group) => group !== '');
}

function describeGroup(name: string): object {
  const version = resources.find(({ group }) => group === name)?.version ?? '';
  const entry = { groupVersion: `${name}/${version}`, version };
  return { name, versions: [entry], preferredVersion: entry };
}

function resourceList(group: string, version: string): object | undefined {
  const served = resources.filter((resource) => resource.group === group && resource.version === version);
  const first = served[0];
  if (!first) return undefined;
  const list = served.flatMap((resource) => [describe(resource), ...subresourcesOf(resource)]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: apiVersionOf(first), resources: list };
}

function describe({ plural, kind, namespaced, verbs, shortNames, isInAll }: Resource): object {
  return {
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs,
    ...(shortNames.length > 0 && { shortNames }),
    ...(isInAll && { categories: ['all'] }),
  };
}

function subresourcesOf({ plural, namespaced, subresources }: Resource): object[] {
  return Object.entries(subresources).map(([name, { kind, verbs, group, version }]) => {
    return {
      name: `${plural}/${name}`,
      singularName: '',
      namespaced,
      ...(group && { group, version }),
      kind,
      verbs,
    };
  });
}
