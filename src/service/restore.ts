import { ActionError, messageOf } from '../base/errors.ts';
import { asSentence } from '../base/sentence.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import { isHeld } from '../domain/workloads/held.ts';
import { configRefs } from './config-refs.ts';
import { bringConfigurationBack, type Captured } from './configuration-back.ts';
import { markBefore, type Result, type RollbackRun, reportResult } from './execution.ts';
import { handFieldsOver } from './hand-over.ts';
import { sameTemplate, withoutRestart } from './history.ts';
import { noteOnRevision } from './notes.ts';
import { restorePatch } from './patch.ts';
import { patchWorkload, readWorkload } from './patch-workload.ts';
import type { Step } from './plan.ts';
import { isReactionTo } from './reaction.ts';
import { unmarkPending } from './restart.ts';

/** Brings the configuration and every workload that was changed back to what they were before. */
export async function restoreAll(running: RollbackRun, results: readonly Result[]): Promise<Result[]> {
  const client = running.client.withSignal(
    timeLimit(WAITS.SERVICE_RESTORE_MS, 'What was changed did not go back'),
  );
  running.log.warn(
    'A workload failed and `on-failure` is restore: all that was changed goes back to what it was.',
  );
  const captured = withoutThoseOf(
    results.filter(({ step }) => staysPut(running, step)),
    running.captured,
  );
  await bringConfigurationBack(client, running.namespace.name, captured, running.log);
  const restored = await Promise.all(results.map((result) => restoreOne({ ...running, client }, result)));
  client.close();
  return restored;
}

/** True where what it ran before this run did not serve: bringing that back would not help. */
const staysPut = ({ changed }: RollbackRun, step: Step): boolean =>
  changed.has(step) && step.current?.available !== true && !isHeld(step.workload);

/** The captured configuration without that of workloads that stay as they are now. */
function withoutThoseOf(results: readonly Result[], captured: Captured): Captured {
  const used = new Set<string>(results.flatMap(({ step }) => configRefs(step.template)));
  const rest = [...captured].map(
    ([uid, copies]) =>
      [uid, Object.fromEntries(Object.entries(copies).filter(([ref]) => !used.has(ref)))] as const,
  );
  return new Map(rest);
}

async function restoreOne(running: RollbackRun, result: Result): Promise<Result> {
  const { client } = running;
  const { step, outcome, message } = result;
  if (step.action !== 'roll-back' && step.action !== 'no-op') return result;
  if (staysPut(running, step)) {
    const note = 'It was not brought back to what it was, because that did not serve either.';
    return { ...result, message: `${asSentence(message)} ${note}` };
  }
  try {
    const current = await readWorkload(client, step.workload);
    if (sameTemplate(current.spec.template, step.workload.spec.template)) {
      if (running.pending.includes(step)) await unmarkPending(running, [step]);
      return result;
    }
    const changed = await patchWorkload(running, current, (fresh) => {
      const mine = isReactionTo(withoutRestart(step.template), withoutRestart(fresh.spec.template));
      if (!mine) throw new ActionError('someone else has changed it since');
      return restorePatch(fresh, step);
    });
    await handFieldsOver({ ...running, client }, step.workload, changed);
    if (step.current && step.action === 'roll-back') {
      const mark = markBefore(step.current.object, running.rollback.id);
      await noteOnRevision({ client, log: running.log }, step.current.object, mark);
    }
    if (outcome === 'failed')
      return reportResult(running, {
        ...result,
        message: `${asSentence(message)} It was brought back to what it was.`,
      });
    return reportResult(running, {
      ...result,
      outcome: 'restored',
      message: 'brought back to what it was, because another workload failed',
    });
  } catch (error) {
    const failure = `${asSentence(message)} It could not be brought back: ${asSentence(messageOf(error))}`;
    return reportResult(running, { ...result, outcome: 'failed', message: failure });
  }
}
