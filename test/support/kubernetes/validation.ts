import { invalid, Undecodable } from './failure.ts';
import { isSame } from './json.ts';
import type { ControllerRevision, KubeObject, Labels } from './objects.ts';
import type { Resource } from './resources.ts';
import {
  validateJob,
  validatePodSpec,
  validatePodUpdate,
  validateWorkload,
  validateWorkloadUpdate,
} from './validation-workloads.ts';

/** What the API server refuses in any object of a kind, new or changed. */
export function validate(resource: Resource, object: KubeObject): void {
  validateMetadata(resource, object);
  if (resource.plural === 'configmaps') validateConfigMap(resource, object as ConfigObject);
  if (resource.plural === 'secrets') validateSecret(resource, object as ConfigObject);
  if (resource.plural === 'pods')
    validatePodSpec(resource, object, (object as { spec?: object }).spec, 'spec');
  if (resource.group === 'apps') validateWorkload(resource, object);
  if (resource.plural === 'jobs') validateJob(resource, object);
}

/** What it refuses only as a change of an object that is there. */
export function validateUpdate(resource: Resource, object: KubeObject, before: KubeObject): void {
  const { name } = before.metadata;
  const added = (object.metadata.finalizers ?? []).filter(
    (each) => !before.metadata.finalizers?.includes(each),
  );
  if (before.metadata.deletionTimestamp && added.length > 0) {
    throw invalid(
      resource,
      name,
      'metadata.finalizers',
      'Forbidden: no new finalizers can be added if the object is being deleted',
    );
  }
  if (resource.plural === 'configmaps' || resource.plural === 'secrets') {
    validateConfigUpdate(resource, object as ConfigObject, before as ConfigObject);
  }
  if (resource.plural === 'controllerrevisions') {
    const [next, old] = [object as ControllerRevision, before as ControllerRevision];
    if (!isSame(next.data, old.data)) throw invalid(resource, name, 'data', 'field is immutable');
  }
  if (resource.plural === 'pods') validatePodUpdate(resource, object, before);
  if (resource.group === 'apps') validateWorkloadUpdate(resource, object, before);
}

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const CONFIG_KEY = /^[-._a-zA-Z0-9]{1,253}$/;
const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const ANNOTATION_BYTES = 256 * 1024;
const CONFIG_BYTES = 1024 * 1024;

interface ConfigObject extends KubeObject {
  data?: Labels;
  binaryData?: Labels;
  immutable?: boolean;
  type?: string;
}

function validateMetadata(resource: Resource, { metadata }: KubeObject): void {
  const refuse = (field: string, why: string) => invalid(resource, metadata.name, `metadata.${field}`, why);
  const pattern = resource.plural === 'namespaces' ? DNS_LABEL : DNS_SUBDOMAIN;
  if (!pattern.test(metadata.name) || metadata.name.length > 253) {
    throw refuse(
      'name',
      `Invalid value: "${metadata.name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.'`,
    );
  }
  for (const [key, value] of Object.entries(metadata.labels ?? {})) {
    if (!QUALIFIED.test(key))
      throw refuse('labels', `Invalid value: "${key}": name part must consist of alphanumeric characters`);
    if (typeof value !== 'string')
      throw new Undecodable(
        `json: cannot unmarshal ${typeof value} into Go struct field ObjectMeta.metadata.labels of type string`,
      );
    if (!LABEL_VALUE.test(value))
      throw refuse(
        'labels',
        `Invalid value: "${value}": a valid label must be an empty string or consist of alphanumeric characters`,
      );
  }
  let bytes = 0;
  for (const [key, value] of Object.entries(metadata.annotations ?? {})) {
    if (!QUALIFIED.test(key.toLowerCase()))
      throw refuse(
        'annotations',
        `Invalid value: "${key}": name part must consist of alphanumeric characters`,
      );
    if (typeof value !== 'string')
      throw new Undecodable(
        `json: cannot unmarshal ${typeof value} into Go struct field ObjectMeta.metadata.annotations of type string`,
      );
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > ANNOTATION_BYTES)
    throw refuse('annotations', `Too long: may not be more than ${ANNOTATION_BYTES} bytes`);
}

function validateConfigMap(resource: Resource, object: ConfigObject): void {
  for (const value of Object.values(object.data ?? {})) {
    if (typeof value !== 'string')
      throw new Undecodable(
        `json: cannot unmarshal ${typeof value} into Go struct field ConfigMap.data of type string`,
      );
  }
  validateKeys(resource, object);
}

function validateSecret(resource: Resource, object: ConfigObject): void {
  for (const value of Object.values(object.data ?? {})) {
    if (typeof value !== 'string' || !BASE64.test(value))
      throw new Undecodable('illegal base64 data at input byte 0');
  }
  validateKeys(resource, object);
}

function validateKeys(resource: Resource, { metadata, data = {}, binaryData = {} }: ConfigObject): void {
  const entries = [...Object.entries(data), ...Object.entries(binaryData)];
  const wrong = entries.find(([key]) => !CONFIG_KEY.test(key));
  if (wrong)
    throw invalid(
      resource,
      metadata.name,
      `data[${wrong[0]}]`,
      `Invalid value: "${wrong[0]}": a valid config key must consist of alphanumeric characters, '-', '_' or '.'`,
    );
  const bytes = entries.reduce((sum, [, value]) => sum + Buffer.byteLength(value), 0);
  if (bytes > CONFIG_BYTES)
    throw invalid(resource, metadata.name, '[]', `Too long: may not be more than ${CONFIG_BYTES} bytes`);
}

function validateConfigUpdate(resource: Resource, object: ConfigObject, before: ConfigObject): void {
  const { name } = before.metadata;
  if (before.type !== object.type) {
    throw invalid(resource, name, 'type', `Invalid value: "${object.type}": field is immutable`);
  }
  if (!before.immutable) return;
  if (!object.immutable)
    throw invalid(resource, name, 'immutable', 'Forbidden: field is immutable when `immutable` is set');
  for (const field of ['data', 'binaryData'] as const) {
    if (isSame(object[field] ?? {}, before[field] ?? {})) continue;
    throw invalid(resource, name, field, 'Forbidden: field is immutable when `immutable` is set');
  }
}
