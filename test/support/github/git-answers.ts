import type { GitHost } from './git-host.ts';

/** The entries of a tree as `GET /git/trees` lists them. */
export function entriesOf(git: GitHost, tree: string, isRecursive: boolean): object[] {
  const args = ['ls-tree', '-z', '-l', ...(isRecursive ? ['-r', '-t'] : []), tree];
  return git
    .git(args)
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', path] = line.split('\t');
      const [mode, type, sha, size] = facts.split(/ +/);
      return { path, mode, type, sha, ...(size !== '-' && { size: Number(size) }) };
    });
}

/** A commit as lists have it. Its author has an account where the address is one of GitHub's. */
export function commitAnswer(git: GitHost, sha: string): object {
  const [name = '', email = '', ...message] = git
    .git(['log', '-1', '--format=%an%n%ae%n%B', sha])
    .trimEnd()
    .split('\n');
  const login = /^(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  return { sha, commit: { message: message.join('\n'), author: { name } }, author: login ? { login } : null };
}

/** `GET /compare/{base}...{head}`: what the head has since the commit that both come from; undefined where there is none. */
export function compareAnswer(
  git: GitHost,
  base: string,
  head: string,
  { page, size }: { page: number; size: number },
): object | undefined {
  const common = git.try('merge-base', base, head);
  if (!common) return undefined;
  const list = (range: string) => git.git(['rev-list', '--reverse', range]).split('\n').filter(Boolean);
  const [ahead, behind] = [list(`${base}..${head}`), list(`${head}..${base}`)];
  const status =
    ahead.length > 0
      ? behind.length > 0
        ? 'diverged'
        : 'ahead'
      : behind.length > 0
        ? 'behind'
        : 'identical';
  return {
    status,
    total_commits: ahead.length,
    commits: ahead.slice((page - 1) * size, page * size).map((sha) => commitAnswer(git, sha)),
    ...(page === 1 && { files: filesOf(git, common, head) }),
  };
}

const STATES: Readonly<Record<string, string>> = { A: 'added', D: 'removed', R: 'renamed' };

function filesOf(git: GitHost, from: string, to: string): object[] {
  const words = git.git(['diff', '--name-status', '-M', '-z', from, to]).split('\0').filter(Boolean);
  const files: object[] = [];
  while (words.length > 0) {
    const state = words.shift() ?? '';
    const first = words.shift() ?? '';
    const last = state.startsWith('R') ? (words.shift() ?? '') : first;
    const diff = git.git(['diff', '-M', from, to, '--', ...new Set([first, last])]);
    const at = diff.indexOf('\n@@ ');
    files.push({
      filename: last,
      ...(last !== first && { previous_filename: first }),
      status: STATES[state[0] ?? ''] ?? 'modified',
      ...(at >= 0 && { patch: diff.slice(at + 1).trimEnd() }),
    });
  }
  return files;
}
