import { type Answer, answer, SinkServer } from './server.ts';

export const GITHUB_TOKEN = 'ghs_not-a-real-token';

/** GitHub's API as far as comments and deployment statuses go: what is there by its path. */
export async function startGitHub() {
  const comments = new Map<string, string>();
  const statuses: { state: string; description: string }[] = [];
  const usual: Answer = (response, got) => {
    const say = (status: number, body: object) => answer(status, body)(response, got);
    if (got.headers.authorization !== `token ${GITHUB_TOKEN}`)
      return say(401, { message: 'Bad credentials' });
    const { body, state, description } = got.body;
    if (/^POST \/repos\/shop\/shop\/(issues\/5|commits\/c0ffee)\/comments$/.test(got.path)) {
      comments.set(String(comments.size + 1), body);
      return say(201, { id: comments.size });
    }
    const [, id = ''] = /^PATCH \/repos\/shop\/shop\/(?:issues\/)?comments\/(\d+)$/.exec(got.path) ?? [];
    if (comments.has(id)) {
      comments.set(id, body);
      return say(200, { id: Number(id) });
    }
    if (got.path === 'POST /repos/shop/shop/deployments/9/statuses' && description.length <= 140) {
      statuses.push({ state, description });
      return say(201, { id: 100 + statuses.length });
    }
    return say(404, { message: 'Not Found' });
  };
  const server = await SinkServer.start(usual);
  const env = {
    GITHUB_API_URL: server.url,
    GITHUB_REPOSITORY: 'shop/shop',
    GITHUB_SHA: 'c0ffee',
    GITHUB_SERVER_URL: 'https://github.example',
  };
  return Object.assign(server, { comments, statuses, env, inputs: { 'github-token': GITHUB_TOKEN } });
}
