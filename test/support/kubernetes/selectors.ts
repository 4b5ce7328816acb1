import { badRequest } from './failure.ts';
import type { KubeObject, LabelSelector, Labels } from './objects.ts';

export type Matcher = (labels: Labels) => boolean;

/** The text form, as in `?labelSelector=app=web,tier in (a,b),!canary`. */
export function parseLabelSelector(text: string): Matcher {
  const matchers = splitOutsideParentheses(text).map(requirement);
  return (labels) => matchers.every((matches) => matches(labels));
}

/** The object form, as in `spec.selector`; an absent one matches nothing, an empty one everything. */
export function selectorMatcher(selector: LabelSelector | undefined): Matcher {
  if (!selector) return () => false;
  const wanted = Object.entries(selector.matchLabels ?? {});
  const expressions = (selector.matchExpressions ?? []).map(expression);
  return (labels) =>
    wanted.every(([key, value]) => labels[key] === value) && expressions.every((matches) => matches(labels));
}

/** `?fieldSelector=a=b,c!=d`, for the few fields that a kind can be selected by. */
export function parseFieldSelector(text: string, plural: string): (object: KubeObject) => boolean {
  const fields = { ...commonFields, ...fieldsOf[plural] };
  const terms = text.split(',').filter((term) => term !== '');
  const matchers = terms.map((term) => {
    const [, field = '', operator, value = ''] = /^([^!=]+)(!=|==|=)(.*)$/.exec(term) ?? [];
    if (!operator) throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
    const read = fields[field];
    if (!read) throw badRequest(`field label not supported: ${field}`);
    return (object: KubeObject) => (String(read(object) ?? '') === value) === (operator !== '!=');
  });
  return (object) => matchers.every((matches) => matches(object));
}

type Read = (object: KubeObject) => unknown;

const commonFields: Record<string, Read> = {
  'metadata.name': ({ metadata }) => metadata.name,
  'metadata.namespace': ({ metadata }) => metadata.namespace,
};

const fieldsOf: Record<string, Record<string, Read>> = {
  pods: {
    'spec.nodeName': path('spec', 'nodeName'),
    'spec.restartPolicy': path('spec', 'restartPolicy'),
    'spec.schedulerName': path('spec', 'schedulerName'),
    'spec.serviceAccountName': path('spec', 'serviceAccountName'),
    'status.phase': path('status', 'phase'),
    'status.podIP': path('status', 'podIP'),
  },
  events: {
    'involvedObject.kind': path('involvedObject', 'kind'),
    'involvedObject.namespace': path('involvedObject', 'namespace'),
    'involvedObject.name': path('involvedObject', 'name'),
    'involvedObject.uid': path('involvedObject', 'uid'),
    'involvedObject.apiVersion': path('involvedObject', 'apiVersion'),
    'involvedObject.resourceVersion': path('involvedObject', 'resourceVersion'),
    'involvedObject.fieldPath': path('involvedObject', 'fieldPath'),
    reason: path('reason'),
    reportingComponent: path('reportingComponent'),
    source: path('source', 'component'),
    type: path('type'),
  },
  secrets: { type: path('type') },
  replicasets: { 'status.replicas': path('status', 'replicas') },
  namespaces: { 'status.phase': path('status', 'phase') },
};

function path(...keys: string[]): Read {
  return (object) =>
    keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], object);
}

const KEY = '[A-Za-z0-9]([A-Za-z0-9_./-]*[A-Za-z0-9])?';

function requirement(text: string): Matcher {
  const unset = new RegExp(`^!\\s*(${KEY})$`).exec(text);
  if (unset)
    return (
      (key) => (labels: Labels) =>
        !(key in labels)
    )(unset[1] ?? '');
  const set = new RegExp(`^(${KEY})$`).exec(text);
  if (set)
    return (
      (key) => (labels: Labels) =>
        key in labels
    )(set[1] ?? '');
  const one = new RegExp(`^(${KEY})\\s*(!=|==|=)\\s*([A-Za-z0-9_.-]*)$`).exec(text);
  if (one) {
    const [, key = '', , operator, value = ''] = one;
    return operator === '!=' ? (labels) => labels[key] !== value : (labels) => labels[key] === value;
  }
  const many = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`).exec(text);
  if (many) {
    const [, key = '', , operator, list = ''] = many;
    const values = list.split(',').map((value) => value.trim());
    return expression({ key, operator: operator === 'in' ? 'In' : 'NotIn', values });
  }
  const compared = new RegExp(`^(${KEY})\\s*([<>])\\s*(-?\\d+)$`).exec(text);
  if (compared) {
    const [, key = '', , operator, bound] = compared;
    return (labels) => {
      const value = Number.parseInt(labels[key] ?? '', 10);
      return operator === '<' ? value < Number(bound) : value > Number(bound);
    };
  }
  throw badRequest(`unable to parse requirement: found '${text}', expected: a requirement`);
}

function expression({
  key,
  operator,
  values = [],
}: {
  key: string;
  operator: string;
  values?: string[];
}): Matcher {
  switch (operator) {
    case 'In':
      return (labels) => labels[key] !== undefined && values.includes(labels[key]);
    case 'NotIn':
      return (labels) => labels[key] === undefined || !values.includes(labels[key]);
    case 'Exists':
      return (labels) => key in labels;
    case 'DoesNotExist':
      return (labels) => !(key in labels);
    default:
      throw badRequest(`"${operator}" is not a valid label selector operator`);
  }
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part, _index, all) => part !== '' || all.length > 1);
}
