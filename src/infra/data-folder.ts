import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

/** What `init` and `workspace select` write of the state; the rest of the folder are copies of modules and providers. */
const FILES = ['terraform.tfstate', 'environment'];

/** Where Terraform's folder is, as the deploy has it: addresses of modules' files begin with its name. */
export const dataName = (env: NodeJS.ProcessEnv): string => env.TF_DATA_DIR || '.terraform';

/** The folder in a worktree that stands for the deploy's; a path of its own where that lies outside of the checkout. */
export function dataInWorktree(
  name: string,
  { top, worktree, scratch }: { top: string; worktree: string; scratch: string },
): string {
  if (!isAbsolute(name)) return name;
  const way = relative(top, name);
  return way.startsWith('..') || isAbsolute(way) ? join(scratch, 'data') : join(worktree, way);
}

/** Notes what is in the checkout's folder, so that it is again what it was, also after a run that was killed. */
export function keepData(data: string, scratch: string): void {
  const kept = join(scratch, 'kept-data');
  mkdirSync(kept, { mode: 0o700 });
  const files = FILES.filter((name) => existsSync(join(data, name)));
  for (const name of files) copyFileSync(join(data, name), join(kept, name));
  const note: Note = { existed: existsSync(data), files };
  writeFileSync(join(kept, 'note.json'), JSON.stringify(note), { mode: 0o600 });
}

/** Puts what an earlier step has left in the checkout's folder into the one of a worktree. */
export function takeData(from: string, to: string, { withBackend }: { withBackend: boolean }): void {
  const files = FILES.filter(
    (name) => (withBackend || name !== 'terraform.tfstate') && existsSync(join(from, name)),
  );
  if (files.length > 0) mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of files) copyFileSync(join(from, name), join(to, name));
}

interface Note {
  readonly existed: boolean;
  readonly files: readonly string[];
}

/** Makes the checkout's folder what it was. */
export function giveDataBack(data: string, scratch: string): void {
  const kept = join(scratch, 'kept-data');
  const file = join(kept, 'note.json');
  if (!existsSync(file)) return;
  const { existed, files } = JSON.parse(readFileSync(file, 'utf8')) as Note;
  if (!existed) rmSync(data, { recursive: true, force: true });
  else
    for (const name of FILES) {
      if (files.includes(name)) copyFileSync(join(kept, name), join(data, name));
      else rmSync(join(data, name), { force: true });
    }
  rmSync(file);
}
