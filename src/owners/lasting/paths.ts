import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { tidy } from './place.ts';

/** The files of one version of a repository. */
export interface Files {
  kindOf(path: string): Promise<'folder' | 'file' | undefined>;
  /** The text of a file; undefined where there is no such file. */
  read(path: string): Promise<string | undefined>;
}

/** Files that say what else a folder is made of: Kustomize's, and Helm's. */
export const MAKERS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization', 'Chart.yaml'];
/** More folders than real bases have. */
const MOST_FOLDERS = 200;

/**
 * These paths, and those outside of them that their folders are made of: Kustomize's bases and components, charts beside
 * a chart.
 */
export async function withBases(files: Files, paths: readonly string[]): Promise<string[]> {
  const all = new Set<string>(paths);
  const seen = new Set<string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || seen.size > MOST_FOLDERS) continue;
    seen.add(path);
    for (const maker of MAKERS) {
      const text = (await files.read(posix.join(path, maker))) ?? '';
      for (const named of pathsIn(text, path)) {
        const kind = await files.kindOf(named);
        if (kind === 'folder') waiting.push(named);
        if (kind && ![...all].some((other) => isWithin(named, other))) all.add(named);
      }
    }
  }
  return [...all].filter((path) => ![...all].some((other) => other !== path && isWithin(path, other)));
}

export const isWithin = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/** Every text of a manifest that may be a path; what is no path is not there, and is passed over. */
function pathsIn(text: string, folder: string): string[] {
  const found = parseAllDocuments(text).flatMap((document) => textsIn(document.toJS({ maxAliasCount: 100 })));
  return (
    found
      .map((each) => each.replace(/^file:\/\//, ''))
      .filter((each) => each.length < 500 && !/[\n\0]/.test(each) && !/^[a-z+]+:\/\//i.test(each))
      // A generator names a file as `key=path`.
      .map((each) => each.slice(each.indexOf('=') + 1))
      .filter((each) => each !== '' && !each.startsWith('/') && isBelowTop(posix.join(folder, each)))
      .map((each) => tidy(posix.join(folder, each)))
  );
}

const isBelowTop = (path: string): boolean => path !== '..' && !path.startsWith('../');

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
