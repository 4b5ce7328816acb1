import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { decodeRelease, type HelmRevision } from '../../../src/owners/helm.ts';
import type { Config, PodTemplate, Workload } from '../../../src/systems/kubernetes/objects.ts';
import type { TestNamespace } from '../../e2e/cluster.ts';
import { helm as programs } from '../../setup/artifacts.ts';

/** A release of Helm in a namespace of a test: its chart is what the test says each time. */
export class HelmShop {
  readonly ns: TestNamespace;
  /** The folder of the program, as a runner has it on its PATH. */
  readonly bin: string;
  readonly #helm: string;
  readonly #home = mkdtempSync(join(tmpdir(), 'helm-'));
  readonly #flags: readonly string[];

  /** @param flags of every upgrade */
  constructor(ns: TestNamespace, major: 3 | 4, flags: readonly string[] = []) {
    this.ns = ns;
    this.bin = programs[major].path('');
    this.#helm = programs[major].path('helm');
    this.#flags = flags;
  }

  /** The environment of a step whose runner has this Helm. */
  get env(): NodeJS.ProcessEnv {
    return { PATH: `${this.bin}${delimiter}${process.env.PATH}` };
  }

  get #own(): NodeJS.ProcessEnv {
    const home = { HELM_CACHE_HOME: this.#home, HELM_CONFIG_HOME: this.#home, HELM_DATA_HOME: this.#home };
    return { ...process.env, ...home, KUBECONFIG: this.ns.cluster.kubeconfig };
  }

  /** Runs helm to its end. @throws where it fails */
  async run(...args: string[]): Promise<string> {
    const all = [...args, '--namespace', this.ns.name];
    const { stdout } = await promisify(execFile)(this.#helm, all, { env: this.#own });
    return stdout;
  }

  /** Deploys these objects as the next version. @throws where Helm fails */
  async upgrade(version: number, objects: readonly object[], ...flags: string[]): Promise<void> {
    await this.run(...this.#upgrade(version, objects, flags));
  }

  /** Kills an upgrade as soon as Helm has written that it is under way and has applied it. */
  async killedUpgrade(
    version: number,
    objects: readonly object[],
    applied: () => Promise<boolean>,
  ): Promise<void> {
    const args = this.#upgrade(version, objects, ['--wait', '--timeout', '5m']);
    const child = spawn(this.#helm, [...args, '--namespace', this.ns.name], {
      env: this.#own,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await this.ns.until('Helm has applied it', applied);
    child.kill('SIGKILL');
    await ended;
  }

  #upgrade(version: number, objects: readonly object[], flags: readonly string[]): string[] {
    const chart = join(this.#home, `shop-${version}`);
    mkdirSync(join(chart, 'templates'), { recursive: true });
    writeFileSync(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: shop\nversion: ${version}.0.0\n`);
    const documents = objects.map((object) => JSON.stringify(object));
    writeFileSync(join(chart, 'templates/all.yaml'), documents.join('\n---\n'));
    return ['upgrade', 'shop', chart, '--install', ...this.#flags, ...flags];
  }

  /** What Helm remembers, oldest first: number and status. */
  async history(): Promise<readonly (readonly [number, string])[]> {
    const all = await this.revisions();
    return all.map(({ number, status }) => [number, status] as const);
  }

  async revisions(): Promise<HelmRevision[]> {
    const secrets = await this.ns.list<Config>('secrets', 'owner=helm,name=shop');
    const revisions = secrets.map(({ data }) => decodeRelease(data?.release));
    return revisions.filter((each) => each !== undefined).sort((a, b) => a.number - b.number);
  }

  async template(name = 'web'): Promise<PodTemplate> {
    return (await this.ns.get<Workload>(`deployment/${name}`)).spec.template;
  }

  async image(name = 'web'): Promise<string | undefined> {
    return (await this.template(name)).spec.containers[0]?.image;
  }
}
