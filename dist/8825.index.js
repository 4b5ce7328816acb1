"use strict";
exports.id = 8825;
exports.ids = [8825];
exports.modules = {

  58825:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    jobSpans: () => (  jobSpans)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


const MOST_PAGES = 50;
const instant = valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__  .yhX()));
const schema = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    total_count: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig(),
    jobs: valibot__WEBPACK_IMPORTED_MODULE_1__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ status: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), created_at: instant, started_at: instant, completed_at: instant })),
});
async function jobSpans(client, run) {
    const { owner, repo } = client.target;
    const what = `list the jobs of run ${run} in ${owner}/${repo}`;
    const jobs = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run}/jobs', { run, filter: 'all', per_page: 100, page }, { what, permission: 'actions: read', repeatable: true });
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(schema, answer);
        if (!parsed.success)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`GitHub did not ${what}: it answers with something else.`);
        jobs.push(...parsed.output.jobs);
        if (jobs.length >= parsed.output.total_count || parsed.output.jobs.length === 0)
            return jobs.flatMap(spanOf);
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`GitHub did not ${what}: they are more than ${MOST_PAGES} pages.`);
}
function spanOf({ status, created_at, started_at, completed_at }) {
    const from = Date.parse(started_at ?? created_at ?? '');
    const to = status === 'completed' ? Date.parse(completed_at ?? '') : Number.POSITIVE_INFINITY;
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ from, to }];
}


  })

};
;