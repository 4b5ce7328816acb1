export const id = 8825;
export const ids = [8825];
export const modules = {

/***/ 58825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobSpans: () => (/* binding */ jobSpans)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


/** Pages of 100 jobs: a run may have 256 of a matrix, in each of its attempts. */
const MOST_PAGES = 50;
const instant = valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoTimestamp */ .yhX()));
const schema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    total_count: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    jobs: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), created_at: instant, started_at: instant, completed_at: instant })),
});
/**
 * When the jobs of a workflow run were at work, in all of its attempts. A job that another attempt did not run again keeps
 * its times.
 *
 * @throws ActionError where GitHub does not say
 */
async function jobSpans(client, run) {
    const { owner, repo } = client.target;
    const what = `list the jobs of run ${run} in ${owner}/${repo}`;
    const jobs = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run}/jobs', { run, filter: 'all', per_page: 100, page }, { what, permission: 'actions: read', repeatable: true });
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, answer);
        if (!parsed.success)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`GitHub did not ${what}: it answers with something else.`);
        jobs.push(...parsed.output.jobs);
        if (jobs.length >= parsed.output.total_count || parsed.output.jobs.length === 0)
            return jobs.flatMap(spanOf);
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`GitHub did not ${what}: they are more than ${MOST_PAGES} pages.`);
}
/** A job that GitHub does not know as begun yet may be this one, which it has seen last as it was queued. */
function spanOf({ status, created_at, started_at, completed_at }) {
    const from = Date.parse(started_at ?? created_at ?? '');
    const to = status === 'completed' ? Date.parse(completed_at ?? '') : Number.POSITIVE_INFINITY;
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ from, to }];
}


/***/ })

};
