import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inputs as Judging } from '../assess/inputs.ts';
import { judge } from '../assess/judge.ts';
import type { Settings } from '../assess/observation.ts';
import { summaryOf, timeOf, toOutput } from '../assess/render.ts';
import { afterQuickFix, afterwards, type End, observationOf, prepareSampling } from '../assess/sampling.ts';
import { type Evidence, parseSignals, renderEvidence } from '../assess/signals.ts';
import { writePrivate } from '../base/files.ts';
import { asSentence } from '../base/sentence.ts';
import { parseSelection } from '../domain/workloads/selection.ts';
import { clustersOf } from '../owners/clusters.ts';
import { type Clusters, findOwners } from '../owners/find.ts';
import { forgottenPause } from '../owners/forgotten.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { Observed } from '../service/observe.ts';
import { warningsOf } from '../service/vitals.ts';
import { connect } from '../systems/kubernetes/connect.ts';

type Inputs = Judging & Parameters<typeof clustersOf>[1];

/** Judges whether what runs has to be rolled back; changes nothing. */
export async function main(inputs: Inputs, settings: Settings, context: Context): Promise<Outcome> {
  const given = inputs.signals === undefined ? undefined : parseSignals(fileOr(inputs.signals));
  if (given && 'evidence' in given) return outcomeOf(given.evidence, undefined, inputs, context);
  const needsCluster = inputs.workloads.length > 0 || inputs.selector !== undefined;
  const connection = needsCluster ? await connect(inputs, context) : undefined;
  try {
    const selection = connection && parseSelection(inputs.workloads, inputs.selector, []);
    const open = async () => selection && (await Observed.open(connection, selection, context.log));
    const cluster = await open();
    for (const warning of warningsOf(cluster?.memory ?? [])) context.log.warn(warning);
    if (connection && cluster)
      await warnOfForgotten(await clustersOf(connection.client, inputs, context), cluster, context);
    const sampling = await prepareSampling(inputs, given?.given, cluster, context);
    if (sampling.sinceRollback !== undefined)
      return outcomeOf(await afterwards(sampling, inputs, settings, context), undefined, inputs, context);
    const { observation, early } = await observationOf(sampling, inputs, settings, context);
    const { decision, message } = judge(observation, settings);
    if (inputs.quickFix === undefined || given || decision !== 'quick-fix-then-rollback')
      return outcomeOf({ observation, settings }, early, inputs, context);
    const evidence = await afterQuickFix(sampling, inputs, settings, message, open, context);
    return outcomeOf(evidence, undefined, inputs, context);
  } finally {
    connection?.client.close();
  }
}

/** An owner that a rollback has paused stays so until it is handed back; what cannot be read is passed over here. */
async function warnOfForgotten(
  clusters: Clusters,
  { workloads }: Observed,
  { log, record }: Context,
): Promise<void> {
  const owners = new Set((await findOwners(clusters, workloads)).values());
  for (const owner of owners) {
    const message = forgottenPause(owner, clusters.client.now);
    if (message === undefined) continue;
    log.warn(asSentence(message[0]?.toUpperCase() + message.slice(1)));
    record({
      ...{ component: 'owner', step: `find paused ${owner.name}`, status: 'done', message },
      ...(owner.pausedBy && { evidence: { since: owner.pausedBy.at } }),
    });
  }
}

function outcomeOf(
  evidence: Evidence,
  early: End['early'],
  inputs: Inputs,
  { log, rollbackId }: Context,
): Outcome {
  const judgement = judge(evidence.observation, evidence.settings);
  const { severity, decision, decideBy, result, message, rows } = judgement;
  const path =
    inputs.evidenceFile ?? join(process.env.RUNNER_TEMP ?? tmpdir(), `assess-evidence-${rollbackId}.json`);
  writePrivate(path, renderEvidence(evidence));
  const until = decideBy === null ? '' : timeOf(decideBy);
  if (early) log.info(`The bake ended early: it has clearly ${early}.`);
  if (result === 'inconclusive') log.warn(message);
  const outputs = {
    severity,
    decision,
    'decide-by': until,
    evidence: toOutput(rows),
    'evidence-file': path,
    message,
  };
  return { result, message, outputs, summary: summaryOf(judgement) };
}

/** The content of a file, where there is one of that name. */
const fileOr = (value: string): string => (existsSync(value) ? readFileSync(value, 'utf8') : value);
