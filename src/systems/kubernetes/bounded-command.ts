import { ActionError } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import type { KubeClient } from './client.ts';
import type { Pod } from './objects.ts';
import { execInPod } from './pods.ts';

/** A command in a pod that had its time. */
export class LateCommandError extends ActionError {}

/**
 * Ends a command that was started before, and what it has started: a process outlives the connection that it was started
 * by. Such a process has no parent in its container, and its command line says which one it is; the arguments come as
 * arguments and are not read by the shell. All of them are known before the first one gets its signal, since what has lost
 * its parent is found no more, and what has lost its child may be over by itself. What stays after two seconds is killed.
 * "ended" is said of what is gone.
 */
export const END = `
parent() { sed -n 's/^PPid:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null; }
tree() {
  echo "$1"
  for found in /proc/[0-9]*/status; do
    child=\${found#/proc/}; child=\${child%/status}
    if [ "$(parent "$child")" = "$1" ]; then tree "$child"; fi
  done
}
end() {
  all=$(tree "$1")
  kill $all 2>/dev/null
  for second in 1 2; do if kill -0 "$1" 2>/dev/null; then sleep 1; fi; done
  kill -KILL $all 2>/dev/null && sleep 1
  if ! kill -0 "$1" 2>/dev/null; then echo ended; fi
}
wanted=$(printf '%s\\n' "$@")
for status in /proc/[0-9]*/status; do
  pid=\${status#/proc/}; pid=\${pid%/status}
  if [ "$pid" = 1 ] || [ "$pid" = $$ ] || [ "$(parent "$pid")" != 0 ]; then continue; fi
  if [ "$(tr '\\0' '\\n' < "/proc/$pid/cmdline" 2>/dev/null)" = "$wanted" ]; then end "$pid"; fi
done`;

/**
 * Runs a command in a pod's default container for so many milliseconds at most, and then ends it where the image has a
 * shell to do that with.
 *
 * @throws LateCommandError that says whether it may still run
 */
export async function execWithin(
  client: KubeClient,
  pod: Pod,
  argv: readonly string[],
  withinMs: number,
): Promise<{ exitCode: number; output: string }> {
  const late = AbortSignal.timeout(withinMs);
  const bound = client.withSignal(AbortSignal.any([client.signal, late]));
  try {
    return await execInPod(bound, pod, argv);
  } catch (error) {
    client.signal.throwIfAborted();
    if (!late.aborted) throw error;
    const rest = (await endCommand(client, pod, argv))
      ? 'and was ended'
      : `and may still run in pod ${pod.metadata.name}`;
    throw new LateCommandError(`"${argv.join(' ')}" did not end within ${withinMs / 1000} s ${rest}`);
  } finally {
    bound.close();
  }
}

async function endCommand(client: KubeClient, pod: Pod, argv: readonly string[]): Promise<boolean> {
  const bound = client.withSignal(
    AbortSignal.any([client.signal, AbortSignal.timeout(WAITS.COMMAND_END_MS)]),
  );
  try {
    const { output } = await execInPod(bound, pod, ['sh', '-c', END, 'sh', ...argv]);
    return output.includes('ended');
  } catch {
    // Without a shell in the image, or with the pod gone, it is unknown, and said to be.
    return false;
  } finally {
    bound.close();
  }
}
