import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** An input of a workflow, as its file declares it. */
interface Declared {
  readonly type?: string;
  readonly required?: boolean;
  readonly options?: readonly string[];
}

interface Start {
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * A stand-in for GitHub's `POST /repos/{owner}/{repo}/actions/workflows/{file}/dispatches`, which refuses what GitHub
 * refuses: no token, no User-Agent, unknown keys, inputs that the workflow does not declare, values that are not texts.
 */
export async function startGithub(path: string, token: string, declared: Readonly<Record<string, Declared>>) {
  const started: Start[] = [];
  const refused: string[] = [];
  let failures = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const answer = (status: number, message?: string) => {
      if (message) refused.push(message);
      response
        .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
        .end(message && JSON.stringify({ message }));
    };
    if (failures > 0) {
      failures--;
      return answer(502, 'Server Error');
    }
    if (!request.headers['user-agent'])
      return answer(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      );
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, 'Bad credentials');
    if (request.method !== 'POST' || request.url !== path) return answer(404, 'Not Found');
    const problem = problemOf(body, declared);
    if (problem) return answer(problem === 'Problems parsing JSON' ? 400 : 422, problem);
    started.push(JSON.parse(body) as Start);
    answer(204);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    started,
    refused,
    /** The next requests are answered by 502. */
    fail: (count: number) => {
      failures = count;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function problemOf(body: string, declared: Readonly<Record<string, Declared>>): string | undefined {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(body);
  } catch {
    return 'Problems parsing JSON';
  }
  const unknown = Object.keys(value).find((key) => !['ref', 'inputs', 'return_run_details'].includes(key));
  if (unknown) return `"${unknown}" is not a permitted key.`;
  if (typeof value.ref !== 'string') return `"ref" wasn't supplied.`;
  const { inputs = {} } = value;
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
    return `For 'properties/inputs', ${JSON.stringify(inputs)} is not an object.`;
  const given = inputs as Record<string, unknown>;
  for (const [name, item] of Object.entries(given)) {
    const input = declared[name];
    if (!input) return `Unexpected inputs provided: ["${name}"]`;
    if (typeof item !== 'string')
      return `For 'properties/inputs/${name}', ${JSON.stringify(item)} is not a string.`;
    if (input.type === 'choice' && !input.options?.includes(item))
      return `Provided value '${item}' for input '${name}' not in the list of allowed values`;
  }
  const missing = Object.keys(declared).find((name) => declared[name]?.required && !given[name]);
  return missing && `Required input '${missing}' not provided`;
}
