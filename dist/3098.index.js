"use strict";
exports.id = 3098;
exports.ids = [3098];
exports.modules = {

  11970:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Z3: () => (  sourcePath),
    ZZ: () => (  SOURCE_API),
    tG: () => (  deletePin),
    uv: () => (  makePin),
    xt: () => (  commitIn),
    zb: () => (  fetchedAnew)
  });
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95282);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3090);
  var _read_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24544);





const SOURCE_API = '/apis/source.toolkit.fluxcd.io/v1';
const PIN_OF = 'rollback-actions/pin-of';
const REQUESTED = 'reconcile.fluxcd.io/requestedAt';
const sourcePath = (namespace, name) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_3__  .du)(SOURCE_API, namespace, 'gitrepositories', name);
const commitIn = (revision = '') => /sha(?:1|256):([0-9a-f]{40,64})$/.exec(revision)?.[1];
async function makePin(client, { namespace, from, name, commit, of, }) {
    const { spec = {} } = await client.get(sourcePath(namespace, from));
    const { branch } = spec.ref ?? {};
    const ref = { commit, ...(branch && { branch }) };
    const path = sourcePath(namespace, name);
    const before = await client.find(path);
    if (before && !isPin(before, of))
        return `there is another GitRepository ${name}`;
    if (before)
        await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__.PATCH.merge, { spec: { ref: { tag: null, semver: null, name: null, ...ref } } });
    else
        await create(client, namespace, {
            ...{ apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository' },
            metadata: {
                name,
                namespace,
                annotations: { [PIN_OF]: of },
            },
            spec: { ...spec, suspend: false, ref },
        });
    const hasFetched = ({ status }) => commitIn(status?.artifact?.revision) === commit;
    const source = await (0,_read_until_js__WEBPACK_IMPORTED_MODULE_4__  .L)(client, path, hasFetched, _base_waits_js__WEBPACK_IMPORTED_MODULE_0__  .r.OWNER_OPERATION_MS);
    if (hasFetched(source))
        return undefined;
    const ready = source.status?.conditions?.find(({ type }) => type === 'Ready');
    return `Flux did not fetch the commit ${commit.slice(0, 7)}: ${ready?.message ?? 'it does not say why'}`;
}
async function create(client, namespace, object) {
    try {
        await client.request('POST', `${SOURCE_API}/namespaces/${namespace}/gitrepositories`, { body: object });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__  .hD && error.status === 409))
            throw error;
    }
}
const isPin = ({ metadata }, of) => metadata.annotations?.[PIN_OF] === of;
async function deletePin(client, namespace, name, of) {
    const path = sourcePath(namespace, name);
    const found = await client.find(path);
    if (found && isPin(found, of))
        await client.request('DELETE', path, { body: { preconditions: { uid: found.metadata.uid } } });
}
async function fetchedAnew(client, namespace, name) {
    const path = sourcePath(namespace, name);
    const at = new Date().toISOString();
    await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__.PATCH.merge, { metadata: { annotations: { [REQUESTED]: at } } });
    const hasReconciled = ({ status }) => status?.lastHandledReconcileAt === at;
    return (0,_read_until_js__WEBPACK_IMPORTED_MODULE_4__  .L)(client, path, hasReconciled, _base_waits_js__WEBPACK_IMPORTED_MODULE_0__  .r.OWNER_START_MS);
}


  }),

  92198:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  GJ: () => (  foreseeLast),
  LC: () => (  makeLast),
  wx: () => (  proposalWords)
});


var external_node_crypto_ = __webpack_require__(77598);
var base_errors = __webpack_require__(45145);
var sentence = __webpack_require__(4771);
var client = __webpack_require__(52310);
var slashes = __webpack_require__(71581);
var errors = __webpack_require__(5826);
; 



const MOST_PAGES = 5;
const MAX_FILE_BYTES = 1024 ** 2;
const READ = 'contents: read';
const WRITE = 'contents: write';
const PULLS = 'pull-requests: write';
class RemoteRepository {
    name;
    #client;
    #trees = new Map();
    #roots = new Map();
    constructor(client) {
        this.#client = client;
        this.name = `${client.target.owner}/${client.target.repo}`;
    }
    async defaultBranch() {
        const { default_branch } = await this.#get('', {}, `read ${this.name}`);
        return default_branch;
    }
    async headOf(branch) {
        const what = `read the branch ${branch} of ${this.name}`;
        const found = await this.#get('/git/ref/{ref}', { ref: `heads/${branch}` }, what).catch(unlessMissing);
        return found?.object.sha;
    }
    treeOf(commit) {
        const what = `read the commit ${commit.slice(0, 7)} of ${this.name}`;
        const known = this.#roots.get(commit) ??
            this.#get('/git/commits/{commit}', { commit }, what).then(({ tree }) => tree.sha);
        this.#roots.set(commit, known);
        return known;
    }
    async entry(commit, path) {
        const sha = await this.treeOf(commit);
        let found = { path: '', mode: '040000', type: 'tree', sha };
        for (const name of path.split('/').filter(Boolean)) {
            if (found?.type !== 'tree')
                return undefined;
            found = (await this.folder(found.sha)).find((each) => each.path === name);
        }
        return found && { ...found, path };
    }
    folder(tree) {
        const known = this.#trees.get(tree) ?? this.#tree(tree, false);
        this.#trees.set(tree, known);
        return known;
    }
    async files(tree) {
        return (await this.#tree(tree, true)).filter(({ type }) => type !== 'tree');
    }
    async read({ sha, path, size = 0 }) {
        if (size > MAX_FILE_BYTES)
            throw new base_errors .lZ(`The file ${path} of ${this.name} is too large to be read (${size} bytes).`);
        const { content } = await this.#get('/git/blobs/{sha}', { sha }, `read ${path} of ${this.name}`);
        return Buffer.from(content, 'base64');
    }
    async compare(older, newer) {
        const basehead = `${older}...${newer}`;
        const what = `compare ${older.slice(0, 7)} with ${newer.slice(0, 7)} in ${this.name}`;
        const commits = [];
        const files = [];
        for (let page = 1;; page++) {
            const parameters = { basehead, per_page: 100, page };
            const answer = await this.#get('/compare/{basehead}', parameters, what).catch(unlessMissing);
            if (!answer)
                return { status: 'diverged', commits, files, isCut: true };
            commits.push(...answer.commits.map(toCommit));
            const isAll = commits.length >= answer.total_commits || answer.commits.length === 0;
            if (page === 1)
                files.push(...(answer.files ?? []));
            if (isAll || page === MOST_PAGES)
                return { status: answer.status, commits, files, isCut: !isAll };
        }
    }
    async commitsOf(head, path) {
        const what = `list the commits of ${path || 'the repository'} in ${this.name}`;
        const found = await this.#get('/commits', { sha: head, path, per_page: 100 }, what);
        return found.map(toCommit);
    }
    async makeCommit(parent, changes, message) {
        const tree = changes.find(({ path }) => path === '')?.sha ?? (await this.#makeTree(parent, changes));
        const { sha, verification } = await this.#send('POST', '/git/commits', { message, tree, parents: [parent] }, `write a commit in ${this.name}`);
        return { sha, isSigned: verification?.verified === true };
    }
    async makeSignedCommit(branch, parent, { additions, deletions, }, message) {
        const [headline = '', ...body] = message.split('\n');
        const input = {
            branch: { repositoryNameWithOwner: this.name, branchName: branch },
            expectedHeadOid: parent,
            message: { headline, body: body.join('\n').trim() },
            fileChanges: { additions, deletions: deletions.map((path) => ({ path })) },
        };
        const { createCommitOnBranch } = await this.#graphql(SIGNED_COMMIT, { input }, `write a signed commit in ${this.name}`);
        return createCommitOnBranch.commit.oid;
    }
    async setBranch(branch, sha) {
        const what = `write the branch ${branch} of ${this.name}`;
        if ((await this.headOf(branch)) === undefined) {
            await this.#send('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha }, what);
            return;
        }
        await this.#send('PATCH', '/git/refs/{ref}', { ref: `heads/${branch}`, sha, force: true }, what);
    }
    async deleteBranch(branch) {
        const what = `delete the branch ${branch} of ${this.name}`;
        await this.#send('DELETE', '/git/refs/{ref}', { ref: `heads/${branch}` }, what);
    }
    async openPullRequest(branch, base) {
        const { owner } = this.#client.target;
        const found = await this.#request('GET /repos/{owner}/{repo}/pulls', { state: 'open', head: `${owner}:${branch}`, base }, { what: `list the pull requests of ${this.name}`, permission: PULLS, repeatable: true });
        return found[0];
    }
    createPullRequest(text) {
        const what = `open a pull request in ${this.name}`;
        return this.#send('POST', '/pulls', text, what, PULLS);
    }
    updatePullRequest(number, text) {
        const what = `change the pull request ${number} of ${this.name}`;
        return this.#send('PATCH', '/pulls/{number}', { number, ...text }, what, PULLS);
    }
    async label(number, labels) {
        const what = `label the pull request ${number} of ${this.name}`;
        await this.#send('POST', '/issues/{number}/labels', { number, labels }, what, PULLS);
    }
    async #makeTree(parent, tree) {
        const entries = tree.map(({ path, mode, type, sha }) => ({ path, mode, type, sha }));
        const body = { base_tree: await this.treeOf(parent), tree: entries };
        const { sha } = await this.#send('POST', '/git/trees', body, `write a tree in ${this.name}`);
        return sha;
    }
    async #tree(sha, isRecursive) {
        const { tree, truncated } = await this.#get('/git/trees/{sha}', { sha, ...(isRecursive && { recursive: '1' }) }, `read a folder of ${this.name}`);
        if (truncated)
            throw new base_errors .lZ(`A folder of ${this.name} has more entries than GitHub lists.`);
        return tree;
    }
    #get(path, parameters, what) {
        return this.#request(`GET /repos/{owner}/{repo}${path}`, parameters, {
            ...{ what, permission: READ, repeatable: true },
        });
    }
    #send(method, path, parameters, what, permission = WRITE) {
        return this.#request(`${method} /repos/{owner}/{repo}${path}`, parameters, {
            ...{ what, permission, repeatable: true },
        });
    }
    async #graphql(query, variables, what) {
        const api = (0,slashes .h)(this.#client.target.api).replace(/\/v3$/, '');
        const { data, errors } = await this.#request(`POST ${api}/graphql`, { query, variables }, { what, permission: WRITE, repeatable: false });
        if (!data || errors?.length)
            throw new base_errors .lZ(`GitHub did not ${what}: ${errors?.[0]?.message ?? 'it does not say why'}.`);
        return data;
    }
    #request(route, parameters, purpose) {
        return this.#client.request(route, { ...parameters }, purpose);
    }
}
const SIGNED_COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const toCommit = ({ sha, commit, author }) => ({
    sha,
    message: commit.message,
    author: author?.login ?? commit.author?.name ?? 'unknown',
});
function unlessMissing(error) {
    if (error instanceof errors .y && error.status === 404)
        return undefined;
    throw error;
}

var lasting_paths = __webpack_require__(72462);
; 


async function readGitState(repository, places) {
    const branch = places[0].branch ?? (await repository.defaultBranch());
    const head = await repository.headOf(branch);
    if (head === undefined)
        throw new base_errors .lZ(`There is no branch ${branch} in ${repository.name}, so nothing can be merged there.`);
    const changes = new Map();
    for (const place of places) {
        for (const change of await changesOf(repository, place, head)) {
            const other = changes.get(change.path);
            if (other && other.sha !== change.sha)
                throw new base_errors .lZ(`The good commits have different versions of ${change.path || 'the repository'}.`);
            changes.set(change.path, change);
        }
    }
    const paths = [...changes.keys()];
    const commits = [...new Set(places.map(({ commit }) => commit))];
    const since = paths.length === 0 ? [] : commits.map((commit) => sinceThen(repository, commit, head, paths));
    const seen = await Promise.all(since);
    const dropped = new Map(seen.flatMap((each) => each.dropped).map((commit) => [commit.sha, commit]));
    const files = new Map(seen.flatMap((each) => each.files).map((file) => [file.filename, file]));
    return {
        ...{ branch, head, changes: [...changes.values()], dropped: [...dropped.values()] },
        isCut: seen.some((each) => each.isCut),
        diff: [...files.values()].flatMap(backwards),
        warnings: [...seen.flatMap((each) => each.warnings), ...automationIn([...files.values()])],
    };
}
async function changesOf(repository, place, head) {
    const { commit, paths } = place;
    const all = await (0,lasting_paths .bL)(filesOf(repository, commit), paths);
    const changes = all.map(async (path) => {
        const [good, now] = await Promise.all([repository.entry(commit, path), repository.entry(head, path)]);
        if (!good)
            throw new base_errors .lZ(`The commit ${commit.slice(0, 7)} of ${repository.name} has no ${path}.`);
        const { mode, type, sha } = good;
        return sha === now?.sha && mode === now.mode ? [] : [{ path, mode, type, sha, commit }];
    });
    return (await Promise.all(changes)).flat();
}
const filesOf = (repository, commit) => ({
    async kindOf(path) {
        const type = (await repository.entry(commit, path))?.type;
        return type === 'tree' ? 'folder' : type === 'blob' ? 'file' : undefined;
    },
    async read(path) {
        const entry = await repository.entry(commit, path);
        return entry?.type === 'blob' ? (await repository.read(entry)).toString() : undefined;
    },
});
async function sinceThen(repository, commit, head, paths) {
    const { status, commits, files, isCut } = await repository.compare(commit, head);
    const touching = await Promise.all(paths.map((path) => repository.commitsOf(head, path)));
    const touched = new Set(touching.flat().map(({ sha }) => sha));
    const warnings = status === 'ahead'
        ? []
        : [
            `the good commit ${commit.slice(0, 7)} is not in the history of the branch, so compare them by hand`,
        ];
    return {
        dropped: commits.filter(({ sha }) => touched.has(sha)).toReversed(),
        isCut: isCut || touching.some((each) => each.length === 100),
        files: status === 'ahead'
            ? files.filter(({ filename }) => paths.some((path) => (0,lasting_paths .UO)(filename, path)))
            : [],
        warnings,
    };
}
function backwards({ filename, previous_filename: before = filename, status, patch }) {
    const head = [
        `--- ${status === 'removed' ? '/dev/null' : filename}`,
        `+++ ${status === 'added' ? '/dev/null' : before}`,
    ];
    if (patch === undefined)
        return [...head, '(no text, or too long)'];
    const lines = patch.split('\n').map((line) => {
        if (line.startsWith('+'))
            return `-${line.slice(1)}`;
        if (line.startsWith('-'))
            return `+${line.slice(1)}`;
        return line.replace(/^@@ -(\S+) \+(\S+) @@/, '@@ -$2 +$1 @@');
    });
    return [...head, ...removalsFirst(lines)];
}
function removalsFirst(lines) {
    const sorted = [];
    let block = [];
    const flush = () => {
        sorted.push(...block.filter((line) => line[0] === '-'), ...block.filter((line) => line[0] !== '-'));
        block = [];
    };
    for (const line of lines) {
        if (line[0] === '+' || line[0] === '-' || line[0] === '\\')
            block.push(line);
        else {
            flush();
            sorted.push(line);
        }
    }
    flush();
    return sorted;
}
function automationIn(files) {
    const marked = files.filter(({ patch = '' }) => patch.includes('$imagepolicy'));
    return marked.map(({ filename }) => `Flux's image automation writes the image in ${filename} (\`$imagepolicy\`) and may put the newer one back; suspend it first`);
}

; 

const MOST_FILES = 300;
async function propose(repository, restoration, proposal, log) {
    const { branch: base, head } = restoration;
    const { branch, title, body, labels } = proposal;
    const [open, before] = await Promise.all([
        repository.openPullRequest(branch, base),
        repository.headOf(branch),
    ]);
    if (before && !(await isOurs(repository, head, before, proposal.mark))) {
        if (open)
            return { url: open.html_url, change: 'left', isSigned: true };
        return propose(repository, restoration, { ...proposal, branch: `${branch}-${head.slice(0, 7)}` }, log);
    }
    const { sha, isSigned, beside } = await commitOf(repository, restoration, proposal, log);
    await repository.setBranch(branch, sha);
    if (beside)
        await repository.deleteBranch(beside);
    if (open) {
        const { html_url: url } = await repository.updatePullRequest(open.number, { title, body });
        return { url, change: 'updated', isSigned };
    }
    const made = await repository
        .createPullRequest({ title, body, head: branch, base })
        .catch(async (error) => (await repository.openPullRequest(branch, base)) ?? Promise.reject(error));
    await repository
        .label(made.number, labels)
        .catch((error) => log.warn(`The pull request ${made.html_url} has no label: ${(0,base_errors .bD)(error)}`));
    return { url: made.html_url, change: 'opened', isSigned };
}
async function isOurs(repository, head, tip, mark) {
    const { commits, isCut } = await repository.compare(head, tip);
    return !isCut && commits.every(({ message }) => message.split('\n').includes(mark));
}
async function commitOf(repository, { head, changes }, { branch, message }, log) {
    const made = await repository.makeCommit(head, changes, message);
    if (made.isSigned)
        return made;
    const files = await fileChanges(repository, head, changes);
    if (!files)
        return made;
    const beside = `${branch}-signed`;
    try {
        await repository.setBranch(beside, head);
        const sha = await repository.makeSignedCommit(beside, head, files, message);
        return { sha, isSigned: true, beside };
    }
    catch (error) {
        log.warn(`The commit in ${repository.name} is not signed: ${(0,base_errors .bD)(error)}`);
        return made;
    }
}
async function fileChanges(repository, head, changes) {
    const additions = [];
    const deletions = [];
    for (const { path, type, sha, mode } of changes) {
        const now = await repository.entry(head, path);
        const before = await filesBelow(repository, now);
        const after = await filesBelow(repository, { path, type, sha, mode });
        const changed = [...after].filter(([name, { sha, mode }]) => {
            const old = before.get(name);
            return old?.sha !== sha || old.mode !== mode;
        });
        const isPlain = changed.every(([name, entry]) => entry.mode === '100644' && [undefined, '100644'].includes(before.get(name)?.mode));
        if (!isPlain || additions.length + changed.length > MOST_FILES)
            return undefined;
        for (const [name, entry] of changed)
            additions.push({ path: name, contents: (await repository.read(entry)).toString('base64') });
        deletions.push(...[...before.keys()].filter((name) => !after.has(name)));
    }
    return { additions, deletions };
}
async function filesBelow(repository, entry) {
    if (!entry)
        return new Map();
    if (entry.type !== 'tree')
        return new Map([[entry.path, entry]]);
    const files = await repository.files(entry.sha);
    const prefix = entry.path === '' ? '' : `${entry.path}/`;
    return new Map(files.map((file) => [prefix + file.path, file]));
}

var markdown = __webpack_require__(26963);
; 

const MOST_COMMITS = 50;
const MOST_LINES = 400;
const texts_short = (commit) => commit.slice(0, 7);
const commitsOf = (places) => [...new Set(places.map(({ commit }) => texts_short(commit)))];
const safe = (text) => (0,markdown .Xl)((0,markdown .tJ)(text));
const titleOf = ({ owners }, places) => `Roll back ${owners.join(', ')} to ${commitsOf(places).join(', ')}`.slice(0, 200);
const markOf = (key) => `Rollback-Actions: ${key}`;
const commitMessageOf = (cause, places, key) => [
    titleOf(cause, places),
    '',
    ...cause.reason.split('\n').slice(0, 5),
    `Rollback ${cause.id}`,
    '',
    markOf(key),
].join('\n');
function bodyOf(cause, places, { changes, warnings, ...rest }) {
    const run = cause.run ? ` ([the run](${cause.run}))` : '';
    const paths = changes.map(({ path }) => `- <code>${safe(path || '/')}</code>`);
    return [
        `Rollback ${safe(cause.id)}${run} put the workloads of ${cause.owners.map(safe).join(', ')} back to ${commitsOf(places).join(', ')}. They stay paused until this is merged and they are handed back.`,
        `**Why:** ${safe(cause.reason)}`,
        `It restores these paths to what they were, and nothing else:\n\n${paths.join('\n')}`,
        droppedWords(rest),
        ...warnings.map((warning) => `⚠️ ${safe(warning)}.`),
    ].join('\n\n');
}
function droppedWords({ dropped, isCut }) {
    if (dropped.length === 0 && !isCut)
        return 'No other commit has changed them since.';
    const more = dropped.length - MOST_COMMITS;
    const rest = isCut ? ['- … there may be more'] : more > 0 ? [`- … and ${more} more`] : [];
    const lines = dropped.slice(0, MOST_COMMITS).map((commit) => `- ${commitWords(commit)}`);
    return `**What these commits have done to them goes:**\n\n${[...lines, ...rest].join('\n')}`;
}
const commitWords = ({ sha, message, author }) => `${sha} ${safe(message.split('\n', 1)[0] ?? '')} (${safe(author)})`;
function byHand(cause, places, seen) {
    const { url, branch = 'HEAD' } = places[0];
    const title = titleOf(cause, places);
    const all = seen?.changes.length
        ? seen.changes.map(({ commit, path }) => ({ commit, paths: [path] }))
        : places;
    const named = [...Map.groupBy(all, ({ commit }) => commit)].map(([commit, own]) => [commit, own.flatMap(({ paths }) => paths.map((path) => quoted(path || '.'))).join(' ')]);
    const commands = [
        `git clone ${quoted(url)} config && cd config`,
        `git switch --create rollback ${quoted(branch === 'HEAD' ? 'origin/HEAD' : `origin/${branch}`)}`,
        ...named.map(([commit, paths]) => `git diff HEAD ${commit} -- ${paths} # what changes`),
        ...named.map(([commit, paths]) => `git restore --source=${commit} --staged --worktree -- ${paths}`),
        `git commit --message ${quoted(title)}`,
        'git push --set-upstream origin rollback && gh pr create --fill',
    ];
    const diff = seen?.diff.length ? [block('diff', cut(seen.diff))] : [];
    const also = seen ? [droppedWords(seen), ...seen.warnings.map((warning) => `⚠️ ${(0,markdown .tJ)(warning)}.`)] : [];
    return [`### ${(0,markdown .tJ)(title)}`, ...also, ...diff, block('sh', commands)].join('\n\n');
}
const cut = (lines) => lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`]
    : lines;
function block(language, lines) {
    const longest = Math.max(2, ...(lines
        .join('\n')
        .match(/`{3,}/g)
        ?.map(({ length }) => length) ?? []));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence].join('\n');
}
const quoted = (text) => /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

; 








function proposalWords({ pullRequest, reason }) {
    if (reason === undefined)
        return pullRequest ? `; merge ${pullRequest} first` : '';
    return pullRequest ? `; ${reason}` : `; no pull request: ${reason}`;
}
const LABELS = ['rollback'];
async function makeLast(owners, config, cause, how) {
    const all = owners.flatMap(({ name, places: { places } }) => places.map((place) => ({ name, place: withPaths(place, config.paths) })));
    const groups = [...Map.groupBy(all, ({ place }) => JSON.stringify([place.url, place.branch])).values()];
    const results = await Promise.all(groups.map(async (group) => {
        const names = [...new Set(group.map(({ name }) => name))];
        const places = group.map(({ place }) => place);
        const warnings = owners.filter(({ name }) => names.includes(name)).flatMap((owner) => owner.warnings);
        const result = await restored(places, warnings, config, { ...cause, owners: names }, how);
        return names.map((owner) => ({ owner, ...result }));
    }));
    return owners.map((owner) => ofOwner(owner, results.flat()));
}
const foreseeLast = (owners, config, how) => makeLast(owners, config, { id: '', reason: '', run: undefined }, { ...how, readOnly: true });
const withPaths = (place, paths) => paths.length > 0 ? { ...place, paths } : place;
function ofOwner({ name, places }, results) {
    const own = results.filter(({ owner }) => owner === name);
    const unlasting = own.find(({ reason }) => reason !== undefined);
    const reason = places.others[0] ?? unlasting?.reason ?? (own.length === 0 ? 'its source is not known' : undefined);
    const pullRequest = own.flatMap((each) => each.pullRequest ?? []);
    const planned = own.flatMap((each) => each.planned ?? []);
    const texts = own.flatMap((each) => each.byHand ?? []);
    return {
        owner: name,
        ...(pullRequest.length > 0 && { pullRequest: pullRequest.join(' ') }),
        ...(planned.length > 0 && { planned: planned.join(' and ') }),
        ...(own.length > 0 && own.every(({ isThere }) => isThere) && { isThere: true }),
        ...(reason !== undefined && { reason }),
        ...(texts.length > 0 && { byHand: texts.join('\n\n') }),
    };
}
async function restored(places, warnings, config, cause, { log, signal, readOnly }) {
    let seen;
    try {
        const repository = repositoryOf(places[0].url, config, signal);
        const found = await readGitState(repository, places);
        seen = { ...found, warnings: [...found.warnings, ...warnings] };
        if (seen.changes.length === 0)
            return { isThere: true };
        if (!config.isWanted)
            throw new base_errors .lZ('no pull request was wanted');
        if (readOnly)
            return { planned: repository.name };
        const key = keyOf(cause.owners, seen.branch);
        const proposed = await propose(repository, seen, {
            branch: `rollback-actions/${key}`,
            title: titleOf(cause, places),
            body: bodyOf(cause, places, seen),
            message: commitMessageOf(cause, places, key),
            ...{ mark: markOf(key), labels: LABELS },
        }, log);
        for (const warning of seen.warnings)
            log.warn(`${proposed.url}: ${warning}.`);
        if (proposed.change === 'left')
            return {
                pullRequest: proposed.url,
                reason: `someone has added commits to ${proposed.url}, so it was left as it is`,
            };
        return { pullRequest: proposed.url };
    }
    catch (error) {
        const failure = signal.aborted ? signal.reason : error;
        return { reason: (0,sentence .Qu)((0,base_errors .bD)(failure)), byHand: byHand(cause, places, seen) };
    }
}
function repositoryOf(url, config, signal) {
    const { token, api, server } = config;
    const name = config.repository ?? nameIn(url, server);
    if (!name)
        throw new base_errors .lZ(`${url} is not on ${server}; name the repository with \`gitops-repository\`.`);
    if (!token)
        throw new base_errors .lZ(`there is no \`gitops-token\` for ${name}`);
    const [owner = '', repo = ''] = name.split('/');
    return new RemoteRepository(new client.GitHubClient({ token, owner, repo, api, input: 'gitops-token' }, signal));
}
function nameIn(url, server) {
    const host = new URL(server).hostname;
    const [, at, name] = /^(?:[a-z+]+:\/\/(?:[^@/]*@)?|[^@/]+@)([^:/]+)(?::\d+)?[:/]+([^/]+\/[^/]+?)(?:\.git)?\/?$/i.exec(url) ??
        [];
    return at?.toLowerCase() === host || at?.toLowerCase() === `ssh.${host}` ? name : undefined;
}
function keyOf(owners, branch) {
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([owners.toSorted(), branch]))
        .digest('hex');
    const word = (owners[0] ?? '')
        .split(' ')
        .at(-1)
        ?.replace(/[^a-z0-9-]+/gi, '-')
        .slice(0, 40);
    return `${word}-${hash.slice(0, 8)}`;
}


  }),

  29857:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Z: () => (  readStanding),
    z: () => (  PARTLY)
  });
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3090);
  var _argo_cd_window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79251);
  var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54138);
  var _flux_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11970);
  var _notes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18664);
  var _place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37341);






const PARTLY = 'not all of it goes back to a version that Git tells';
const IMAGE_UPDATER = 'argocd-image-updater.argoproj.io/';
async function readStanding(clusters, { name, object }, commits) {
    if (!object)
        return { name, note: undefined, places: nowhere('its source is not known'), warnings: [] };
    const { client, namespace, api, plural } = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__  .J)(clusters, object);
    const path = (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_0__  .du)(api, namespace, plural, object.name);
    if (object.type !== 'application')
        return readFluxStanding(client, name, path, commits);
    const application = await client.get(path);
    const note = (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__  .nJ)(application) ?? (await (0,_argo_cd_window_js__WEBPACK_IMPORTED_MODULE_1__  .Cu)(client, clusters.argo.namespace, application));
    const known = commits ?? note?.commits;
    const isUpdated = Object.keys(application.metadata.annotations ?? {}).some((key) => key.startsWith(IMAGE_UPDATER));
    return {
        name,
        note,
        places: known ? (0,_place_js__WEBPACK_IMPORTED_MODULE_5__  .iJ)(application, known) : nowhere(PARTLY),
        warnings: isUpdated
            ? [
                `Argo CD Image Updater keeps the images of the ${name} and may put the newer one back; pause it first`,
            ]
            : [],
    };
}
const nowhere = (reason) => ({ places: [], others: [reason] });
async function readFluxStanding(client, name, path, commits) {
    const object = await client.get(path);
    const note = (0,_notes_js__WEBPACK_IMPORTED_MODULE_4__  .nJ)(object);
    const { sourceRef } = object.spec ?? {};
    const [commit] = commits ?? note?.commits ?? [];
    const base = { name, note, warnings: [] };
    if (sourceRef?.kind !== 'GitRepository')
        return { ...base, places: nowhere('its source is not a GitRepository') };
    if (!commit)
        return { ...base, places: nowhere(PARTLY) };
    const own = { name: sourceRef.name ?? '', namespace: sourceRef.namespace, ...note?.sourceRef };
    const namespace = own.namespace ?? object.metadata.namespace ?? '';
    const source = await client.get((0,_flux_source_js__WEBPACK_IMPORTED_MODULE_3__  .Z3)(namespace, own.name));
    return { ...base, places: (0,_place_js__WEBPACK_IMPORTED_MODULE_5__  .LH)(object.spec ?? {}, source.spec ?? {}, commit) };
}


  }),

  72462:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CS: () => (  MAKERS),
    UO: () => (  isWithin),
    bL: () => (  withBases)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
  var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37341);



const MAKERS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization', 'Chart.yaml'];
const MOST_FOLDERS = 200;
async function withBases(files, paths) {
    const all = new Set(paths);
    const seen = new Set();
    const waiting = [...paths];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        if (seen.has(path) || seen.size > MOST_FOLDERS)
            continue;
        seen.add(path);
        for (const maker of MAKERS) {
            const text = (await files.read(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, maker))) ?? '';
            for (const named of pathsIn(text, path)) {
                const kind = await files.kindOf(named);
                if (kind === 'folder')
                    waiting.push(named);
                if (kind && ![...all].some((other) => isWithin(named, other)))
                    all.add(named);
            }
        }
    }
    return [...all].filter((path) => ![...all].some((other) => other !== path && isWithin(path, other)));
}
const isWithin = (path, folder) => folder === '' || path === folder || path.startsWith(`${folder}/`);
function pathsIn(text, folder) {
    const found = (0,yaml__WEBPACK_IMPORTED_MODULE_1__  .hR)(text).flatMap((document) => textsIn(document.toJS({ maxAliasCount: 100 })));
    return (found
        .map((each) => each.replace(/^file:\/\//, ''))
        .filter((each) => each.length < 500 && !/[\n\0]/.test(each) && !/^[a-z+]+:\/\//i.test(each))
        .map((each) => each.slice(each.indexOf('=') + 1))
        .filter((each) => each !== '' && !each.startsWith('/') && isBelowTop(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, each)))
        .map((each) => (0,_place_js__WEBPACK_IMPORTED_MODULE_2__  .DZ)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, each))));
}
const isBelowTop = (path) => path !== '..' && !path.startsWith('../');
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(textsIn);
}


  }),

  24544:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  readUntil)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);


async function readUntil(client, path, isWanted, withinMs = Number.POSITIVE_INFINITY) {
    const end = performance.now() + withinMs;
    for (;;) {
        const object = await client.get(path);
        if (isWanted(object) || performance.now() > end)
            return object;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.OWNER_POLL_MS, client.signal);
    }
}


  }),

  52310:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    GitHubClient: () => (  GitHubClient)
  });
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31666);
  var _base_slashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71581);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39668);
  var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5826);





const LIMITS = { attemptMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.GITHUB_ATTEMPT_MS, attempts: 3 };
const MAX_ANSWER_BYTES = 16 * 1024 ** 2;
const boundedFetch = async (url, options) => {
    const close = options?.method === 'POST' && { Connection: 'close' };
    const response = await fetch(url, { ...options, headers: { ...options?.headers, ...close } });
    if (!response.body)
        return response;
    const { text } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_2__  .JY)(response.body, MAX_ANSWER_BYTES);
    return new Response(response.ok ? text : withoutLongNumbers(text), response);
};
function withoutLongNumbers(text) {
    const short = (_, value) => typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value;
    try {
        return JSON.stringify(JSON.parse(text, short));
    }
    catch {
        return text;
    }
}
async function octokitFor({ token, api }) {
    const { getOctokit } = await __webpack_require__.e(  2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
    return getOctokit(token, {
        baseUrl: (0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_4__  .h)(api),
        log: quiet,
        request: { fetch: boundedFetch },
    });
}
class GitHubClient {
    target;
    #octokit;
    #signal;
    #limits;
    constructor(target, signal, limits = LIMITS) {
        this.target = target;
        this.#signal = signal;
        this.#limits = limits;
    }
    request(route, parameters, purpose) {
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_0__  .L5)(() => this.#attempt(route, parameters, purpose), {
            signal: this.#signal,
            attempts: this.#limits.attempts,
            isPassing: (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__  .y && error.passing,
            repeatable: purpose.repeatable,
            withinMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.GITHUB_MS,
        });
    }
    async #attempt(route, parameters, { what, permission }) {
        const { owner, repo, input = 'github-token' } = this.target;
        this.#octokit ??= octokitFor(this.target);
        const octokit = await this.#octokit;
        const silence = AbortSignal.timeout(this.#limits.attemptMs);
        const signal = AbortSignal.any([this.#signal, silence]);
        try {
            const { data, status } = await octokit.request(route, {
                ...(route.includes('{owner}') && { owner, repo }),
                ...parameters,
                request: { signal },
            });
            if (status === 204 || (typeof data === 'object' && data !== null))
                return data;
            throw new Error(signal.aborted ? 'no answer' : 'it answers with something that is not JSON');
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const seconds = this.#limits.attemptMs / 1000;
            throw _errors_js__WEBPACK_IMPORTED_MODULE_3__  .y.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, {
                permission,
                input,
            });
        }
    }
}


  }),

  5826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  GitHubError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69355);





const MOST_DETAILS = 2000;
class GitHubError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    status;
    passing;
    mayBeDone;
    isLimit;
    retryAfterMs;
    constructor(sentence, facts, details, cause) {
        super(sentence, { details, cause });
        this.name = 'GitHubError';
        this.status = facts.status;
        this.passing = facts.passing;
        this.mayBeDone = facts.mayBeDone;
        this.isLimit = facts.isLimit;
        this.retryAfterMs = facts.retryAfterMs;
    }
    static from(error, what, needed) {
        const { response, status } = error;
        if (!response || status === undefined)
            return GitHubError.#silent(error, what);
        const serverMessage = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(String(response.data?.message ?? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)))
            .replace(/\s+/g, ' ')
            .slice(0, 300);
        const limited = status === 429 || (status === 403 && isRateLimit(response.headers, serverMessage));
        const refused = `GitHub did not ${what} (${status}: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)(serverMessage)})`;
        const facts = {
            status,
            passing: limited || status >= 500,
            mayBeDone: status >= 500,
            isLimit: limited,
            retryAfterMs: limited ? pauseOf(response.headers) : 0,
        };
        const details = response.data?.errors === undefined
            ? []
            : [(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .Ir)(JSON.stringify(response.data.errors), MOST_DETAILS)];
        const todo = remedy(status, limited, serverMessage, needed);
        return new GitHubError(`${refused}${todo}.`, facts, details, error);
    }
    static #silent(error, what) {
        const sentence = `GitHub cannot be reached to ${what}: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .N4)(error)}; check the network of the runner, or run it again.`;
        const facts = {
            status: undefined,
            passing: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .dJ)(error),
            mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .Xm)(error),
            isLimit: false,
            retryAfterMs: 0,
        };
        return new GitHubError(sentence, facts, [], error);
    }
}
const isRateLimit = (headers, serverMessage) => headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(serverMessage);
function pauseOf(headers) {
    if (headers['retry-after'] !== undefined)
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .Vs)(headers['retry-after']);
    if (headers['x-ratelimit-remaining'] !== '0')
        return 0;
    return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - Date.now()) || 0;
}
const NO_RIGHT_HELPS = [
    [/is locked/i, '; unlock it, or name another one'],
    [/more than \d+ comments/i, '; name another one'],
    [/was archived/i, '; an archived repository takes nothing'],
    [/SAML/i, '; authorize the token for the single sign-on of the organization'],
    [/IP allow list/i, "; use a runner whose address is on the organization's IP allow list"],
];
function remedy(status, limited, serverMessage, { permission, input }) {
    if (limited)
        return '; its rate limit is used up: run it again later';
    const known = NO_RIGHT_HELPS.find(([words]) => status === 403 && words.test(serverMessage));
    if (known)
        return known[1];
    if (status === 401)
        return `; the token is wrong or has expired: give another one as \`${input}\``;
    if (status === 403 || status === 404)
        return input === 'github-token'
            ? `; give the job \`permissions: {${permission}}\`, or a \`github-token\` that may do it`
            : `; give a \`${input}\` with ${permission} in that repository`;
    return status >= 500 ? '; run it again, or look at githubstatus.com' : '';
}


  })

};
;