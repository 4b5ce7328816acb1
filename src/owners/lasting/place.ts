import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Application, Source } from '../argo-cd.ts';

/** A place in Git that an owner renders: what has to be restored for a rollback of it to last. */
export interface GitPlace {
  /** The URL of the repository, as the owner has it. */
  readonly url: string;
  /** Undefined for the default one. */
  readonly branch: string | undefined;
  /** Folders and files, from the top of the repository; an empty one is all of it. */
  readonly paths: readonly string[];
  /** The commit at which it was good. */
  readonly commit: string;
}

/** Where an owner's versions come from. */
export interface OwnerPlaces {
  readonly places: readonly GitPlace[];
  /** What no commit restores, a part of a sentence each. */
  readonly others: readonly string[];
}

const isCommit = (text: string | undefined): text is string =>
  text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/**
 * The places of an application. Pure.
 *
 * @param commits the version that it went back to, one for each of its sources
 */
export function placesOfApplication(
  { spec = {}, status }: Application,
  commits: readonly string[],
): OwnerPlaces {
  const own = sourcesOf(spec);
  const sources = own.map(read);
  const places: GitPlace[] = [];
  const others: string[] = [];
  for (const [at, source] of sources.entries()) {
    const commit = commits[at];
    const paths = [
      ...(source.path === undefined ? [] : [tidy(source.path)]),
      ...(source.ref ? referredTo(source.ref, sources) : valueFilesOf(source)),
    ];
    if (source.chart !== undefined)
      others.push(`the chart ${source.chart} is not in Git, so its version is changed in the application`);
    else if (isCommit(source.branch))
      others.push(`the application names the commit ${source.branch.slice(0, 7)} itself`);
    else if (!isCommit(commit)) others.push(`the commit of ${source.url} is not known`);
    else if (paths.length > 0) places.push({ url: source.url, branch: source.branch, paths, commit });
  }
  const then = status?.history?.find(({ revision = '', revisions }) =>
    isDeepStrictEqual(revisions?.length ? revisions : [revision], commits),
  );
  const changed = then ? differences(sourcesOf(then), own) : [];
  if (changed.length > 0)
    others.push(`the source in the application has changed since (${changed.join(', ')})`);
  return { places, others };
}

/** The place of a Kustomization, whose source is a GitRepository. Pure. */
export function placesOfKustomization(
  { path = '' }: { readonly path?: string },
  source: { readonly url?: string; readonly ref?: Readonly<Record<string, string>> },
  commit: string | undefined,
): OwnerPlaces {
  const { branch, ...fixed } = source.ref ?? {};
  const [by] = Object.entries(fixed);
  if (by) return { places: [], others: [`its source names the ${by[0]} ${by[1]} itself`] };
  if (!isCommit(commit)) return { places: [], others: ['the good commit is not known'] };
  return {
    places: [{ url: source.url ?? '', branch: branch ?? 'master', paths: [tidy(path)], commit }],
    others: [],
  };
}

interface Read {
  readonly url: string;
  readonly branch: string | undefined;
  readonly path: string | undefined;
  readonly chart: string | undefined;
  readonly ref: string | undefined;
  readonly valueFiles: readonly string[];
}

const sourcesOf = ({
  source,
  sources,
}: {
  readonly source?: Source;
  readonly sources?: readonly Source[];
}): readonly Source[] => (sources?.length ? sources : source ? [source] : []);

function read({ repoURL, targetRevision, path, chart, ref, helm }: Source): Read {
  const { valueFiles } = (helm ?? {}) as { readonly valueFiles?: unknown };
  const revision = textOf(targetRevision)?.replace(/^refs\/heads\//, '');
  return {
    url: textOf(repoURL) ?? '',
    branch: revision === 'HEAD' ? undefined : revision,
    ...{ path: textOf(path), chart: textOf(chart), ref: textOf(ref) },
    valueFiles: Array.isArray(valueFiles) ? valueFiles.filter((each) => typeof each === 'string') : [],
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A path without a dot or a slash at its ends. */
export function tidy(path: string): string {
  const tidied = posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '');
  return tidied;
}

/** Value files of a chart in Git, by their paths from the top. */
const valueFilesOf = ({ path = '', valueFiles }: Read): string[] =>
  valueFiles
    .filter((file) => !file.startsWith('$') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(file))
    .map((file) => tidy(file.startsWith('/') ? file : posix.join(path, file)));

/** Files of a source that others take their values from: `$values/shop/production.yaml`. */
const referredTo = (ref: string, sources: readonly Read[]): string[] =>
  sources
    .flatMap(({ valueFiles }) => valueFiles)
    .filter((file) => file.startsWith(`$${ref}/`))
    .map((file) => tidy(file.slice(ref.length + 2)));

/** The fields of sources that are not as they were, but for which version they follow. */
function differences(then: readonly Source[], now: readonly Source[]): string[] {
  if (then.length !== now.length) return ['sources'];
  const fields = now.flatMap((source, at) =>
    [...new Set([...Object.keys(source), ...Object.keys(then[at] ?? {})])].filter(
      (field) => field !== 'targetRevision' && !isDeepStrictEqual(source[field], then[at]?.[field]),
    ),
  );
  return [...new Set(fields)];
}
