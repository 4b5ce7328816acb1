import { ActionError } from './errors.ts';

/** Every duration that the product sets itself. What an input sets (`timeout`, `lock-timeout`) is not here. */
const REAL = {
  /** Between the attempts of the one retry policy (`retry.ts`): the first pause; each is twice as long as the last, up to the longest. */
  RETRY_FIRST_PAUSE_MS: 200,
  RETRY_LONGEST_PAUSE_MS: 3000,

  /** The process of an action: to end its sockets, and for its post phase to give things back. */
  EXIT_MS: 1000,
  POST_PHASE_SECONDS: 30,
  /** A program that got SIGINT has this long before it is killed. */
  PROCESS_KILL_MS: 5000,

  /** Steps of a rollback that go on after its deadline: notify, and resuming traffic. */
  CHAIN_NOTIFY_MS: 20_000,
  CHAIN_RESUME_MS: 30_000,
  /** What every message promises: the next one, as long as the run goes on. */
  NEXT_UPDATE_MS: 900_000,
  /** A person has at least so long to decide, is reminded when so much is left, and a second answer within that time is not carried out. */
  QUESTION_LEAST_MS: 300_000,
  QUESTION_REMIND_MS: 600_000,
  QUESTION_AGAIN_MS: 900_000,
  /** `rollback init` asks a cache for its keys. */
  INIT_CACHE_MS: 2000,

  /** A sink: all its requests, one whose repeat does no harm, and a connection to a mail server. */
  SINK_SECONDS: 15,
  SINK_ATTEMPT_SECONDS: 5,
  SMTP_CONNECT_MS: 5000,
  /** Between two updates of Slack's message: `chat.update` takes some fifty a minute. */
  LIVE_UPDATE_MS: 1500,

  GITHUB_ATTEMPT_MS: 5000,
  /** All attempts of a request, its limits waited for. */
  GITHUB_MS: 60_000,

  /** A request to Prometheus, and all attempts of one: a sample that takes longer comes too late to decide by. */
  PROMETHEUS_ATTEMPT_MS: 10_000,
  PROMETHEUS_MS: 20_000,
  /** One sample of all signals, however many requests that takes. */
  ASSESS_SAMPLE_MS: 20_000,

  /** The API server: tried again before its first answer, and after it; one request; a log without a byte. */
  API_SERVER_FIRST_MS: 10_000,
  API_SERVER_LATER_MS: 120_000,
  API_SERVER_SILENCE_MS: 15_000,
  API_SERVER_LONGEST_LIMIT_MS: 30_000,
  POD_LOG_SILENCE_MS: 3000,
  LIST_EXPIRED_PAUSE_MS: 200,
  /** A watch is renewed, so that a connection that died in silence is noticed. */
  WATCH_RENEW_SECONDS: 30,
  WATCH_LONGEST_PAUSE_MS: 2000,
  /** A lock that is not renewed is free again, so that a dead runner cannot hold it; giving it back after the deadline. */
  LEASE_SECONDS: 30,
  LEASE_RELEASE_MS: 5000,
  LEASE_POLL_MS: 500,
  /** The state of all pods for a judgement. */
  PODS_STATE_MS: 20_000,
  /** A health check of a pod or a URL, and a command in a pod. */
  HEALTH_ATTEMPT_MS: 5000,
  HEALTH_COMMAND_MS: 30_000,
  /** A pod that a service's own check is run in becomes ready, where the service has just been started again. */
  POD_READY_MS: 60_000,
  POD_READY_POLL_MS: 500,
  /** Ending a command in a pod that had its time. */
  COMMAND_END_MS: 5000,
  /** A rollout is checked again where nothing changes; old pods may shut down while the new ones serve; a full quota; a refused pod that may be of the template before. */
  ROLLOUT_POLL_MS: 1000,
  OLD_PODS_ENDING_MS: 10_000,
  /** A kubelet that owes a pod a word for so long is taken for silent. */
  NODE_SILENT_MS: 30_000,
  QUOTA_FULL_MS: 30_000,
  /** A deploy, or an owner, that does not wait for one object before the next applies all of a release within so long. */
  RELEASE_APPLIED_MS: 60_000,
  REFUSAL_STANDS_MS: 2000,
  /** What comes again and again, a pod that no node takes, and with a node on its way; the last words at the deadline. */
  POD_TROUBLE_MS: 30_000,
  UNSCHEDULABLE_MS: 60_000,
  SCALE_UP_MS: 600_000,
  LAST_WORDS_MS: 3000,
  /** Pods that are marked good have been ready for so long, and none has died for so long. */
  STEADY_MS: 5000,
  RESTARTED_LATELY_MS: 600_000,
  /**
   * An owner that goes back: how often it is checked; its operation begins; one that hangs ends; ours ends; its own owner may
   * undo a pause; a window that blocks ours is more than Argo CD's first look, which takes it for the operation before.
   */
  OWNER_POLL_MS: 100,
  OWNER_START_MS: 10_000,
  OWNER_ENDS_MS: 60_000,
  OWNER_OPERATION_MS: 120_000,
  OWNER_HOLDS_MS: 1000,
  OWNER_BLOCKED_MS: 3000,
  /** A down-migration's Job is checked so often. */
  DOWN_POLL_MS: 500,
  /** Putting replicas and pauses back after the deadline; waiting for a copy that is being deleted. */
  SERVICE_RESTORE_MS: 120_000,
  COPY_REPLACE_MS: 8000,
  COPY_POLL_MS: 200,

  /** PostgreSQL: a connection, its end, and a server that restarts or recovers from a crash. */
  POSTGRES_CONNECT_MS: 10_000,
  POSTGRES_GOODBYE_MS: 2000,
  POSTGRES_AWAY_MS: 10_000,
  /** The switch: its locks, its statements, between two rounds of ending sessions, and checking whether it took place. */
  SWITCH_LOCK_MS: 3000,
  SWITCH_STATEMENT_MS: 15_000,
  SWITCH_ROUND_MS: 10,
  SWITCH_CHECK_MS: 15_000,
  /** Sessions that may not be ended are watched for so long: short ones are not in the way. */
  SESSIONS_WATCH_MS: 4000,
  SESSIONS_ROUND_MS: 100,
  /** Restoring in place waits for its locks. */
  IN_PLACE_LOCK_MS: 10_000,
  /** Between two attempts to get in while downtime is measured, and the longest after the switch. */
  DOWNTIME_PERIOD_MS: 5,
  DOWNTIME_LONGEST_MS: 5000,
  PROGRESS_PERIOD_MS: 5000,
  /** How often it is looked whether what is held at zero stays there. */
  HELD_LOOK_MS: 1000,
  /** Running transactions of pooled clients have to end; resuming traffic after the deadline. */
  POOLER_PAUSE_SECONDS: 15,
  POOLER_CONNECT_MS: 10_000,
  POOLER_RESUME_MS: 5000,
  POOLER_POLL_MS: 5,
  TRAFFIC_RESUME_MS: 25_000,
  SIDE_CLUSTER_POLL_MS: 200,
  SIDE_CLUSTER_STOP_MS: 20_000,
  /** Amazon RDS: a request, all attempts of one, how often a temporary instance is checked and logged, and deleting it after the deadline. */
  RDS_ATTEMPT_MS: 10_000,
  RDS_MS: 60_000,
  RDS_POLL_MS: 15_000,
  RDS_PROGRESS_MS: 60_000,
  RDS_DELETE_MS: 20_000,
  /** Which rows are different. */
  LOCATE_MS: 120_000,
  /** A plan counts the rows that were written since a backup, in all tables together. */
  PLAN_COUNT_MS: 5000,

  /** Redis: a connection, a command, and a server that restarts or fails over while it is planned, cleared and swept. */
  REDIS_CONNECT_MS: 5000,
  REDIS_SILENCE_MS: 30_000,
  REDIS_AWAY_PLAN_MS: 2000,
  REDIS_AWAY_CLEAR_MS: 20_000,
  REDIS_AWAY_SWEEP_MS: 30_000,
  REDIS_SWEEP_PAUSE_MS: 500,

  /** DNS: a datagram, a connection, a look-up, a request to Cloudflare or Route 53, and a look at the new target. */
  DNS_DATAGRAM_MS: 2000,
  DNS_CONNECTION_MS: 5000,
  DNS_LOOKUP_MS: 2000,
  /** Finding out to whom a domain is delegated; where that takes longer it is not known. */
  DELEGATION_MS: 6000,
  DNS_PROPAGATION_POLL_MS: 500,
  DNS_TARGET_MS: 5000,
  CLOUDFLARE_ATTEMPT_MS: 15_000,
  ROUTE53_CONNECT_MS: 5000,
  ROUTE53_ATTEMPT_MS: 15_000,
  /** Whether a change is at all of Route 53's servers: first, and at most, as it is queried less and less often. */
  ROUTE53_POLL_MS: 2000,
  ROUTE53_LONGEST_POLL_MS: 10_000,

  /** A store of backups without a byte; the longest pause before it is asked again. */
  STORE_SILENCE_MS: 30_000,
  STORE_LONGEST_PAUSE_MS: 8000,

  /** Images are looked up in registries in parallel: one request, and all of them together. */
  REGISTRY_ATTEMPT_MS: 3000,
  REGISTRY_MS: 5000,

  /** Terraform: how often it is checked, its lock in PostgreSQL, and putting a state back after the deadline. */
  TERRAFORM_POLL_MS: 200,
  TERRAFORM_PG_LOCK_MS: 5000,
  TERRAFORM_PUSH_MS: 30_000,

  /** The drill: a fault is seen, judged, gone; and how often it is checked. */
  DRILL_SEEN_SECONDS: 120,
  DRILL_JUDGED_SECONDS: 600,
  DRILL_GONE_SECONDS: 120,
  DRILL_POLL_MS: 200,
  DRILL_JUDGE_MS: 1000,
};

export type Waits = Readonly<typeof REAL>;

/**
 * The real waits, or the shorter ones that a test sets: `ROLLBACK_TEST_WAITS={"API_SERVER_FIRST_MS": 100}`.
 *
 * A runner sets GITHUB_ACTIONS for every step and lets no workflow change it, and where it is set the variable is not read; so
 * no workflow can shorten a wait, by accident or otherwise. No wait can be made longer.
 *
 * @throws ActionError where a test sets a wait that does not exist, or would not be shorter
 */
export function waitsFor({ GITHUB_ACTIONS, ROLLBACK_TEST_WAITS }: NodeJS.ProcessEnv): Waits {
  if (GITHUB_ACTIONS !== undefined || !ROLLBACK_TEST_WAITS) return Object.freeze({ ...REAL });
  const overrides = JSON.parse(ROLLBACK_TEST_WAITS) as Record<string, unknown>;
  for (const [name, value] of Object.entries(overrides)) {
    const real = Object.hasOwn(REAL, name) && REAL[name as keyof Waits];
    if (real === false || typeof value !== 'number' || !(value > 0 && value <= real))
      throw new ActionError(
        `ROLLBACK_TEST_WAITS asks for ${name} = ${value}; a test can shorten waits that exist, and no more.`,
      );
  }
  return Object.freeze({ ...REAL, ...overrides });
}

export const WAITS = waitsFor(process.env);
