"use strict";
exports.id = 4227;
exports.ids = [4227];
exports.modules = {

  94227:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  verify_integrity_action)
});

var dist = __webpack_require__(77934);
var values = __webpack_require__(92920);
; 


const inputs = {
    mode: (0,values .Yq)(['capture', 'compare', 'analyze']),
    databaseUrl: dist .lqM((0,values .rJ)()),
    database: dist .lqM((0,values .Qq)()),
    tables: dist .lqM((0,values .p_)(), ''),
    excludeTables: dist .lqM((0,values .p_)(), ''),
    snapshot: dist .lqM((0,values .Qq)()),
    dump: dist .lqM((0,values .Qq)()),
    expect: dist .lqM((0,values .Yq)(['identical', 'no-loss', 'schema-only']), 'identical'),
    compareWith: dist .lqM((0,values .Qq)()),
    compareWithUrl: dist .lqM((0,values .rJ)()),
    locate: dist .lqM((0,values .nd)(0), '20'),
    jobs: dist .lqM((0,values .nd)(1), '4'),
    since: dist .lqM((0,values .p0)()),
    postgresLog: dist .lqM((0,values .p_)(), ''),
    logs: dist .lqM((0,values .p_)(), ''),
    commands: dist .lqM((0,values .Mn)(), ''),
    commandTimeout: dist .lqM((0,values .p0)(), '5m'),
    kubeconfig: dist .lqM((0,values .Qq)()),
    context: dist .lqM((0,values .Qq)()),
    namespace: dist .lqM((0,values .Qq)()),
};

var action = __webpack_require__(99297);
; 


const verify_integrity_action = (0,action .Q)({ name: 'verify-integrity', inputs: inputs, changes: false, main });
async function main(inputs, context) {
    return (await Promise.all( [__webpack_require__.e(4006), __webpack_require__.e(6628), __webpack_require__.e(1260), __webpack_require__.e(4495), __webpack_require__.e(7633), __webpack_require__.e(1149), __webpack_require__.e(3884), __webpack_require__.e(1893), __webpack_require__.e(6426), __webpack_require__.e(7445)]).then(__webpack_require__.bind(__webpack_require__, 24698))).main(inputs, context);
}


  }),

  92920:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mn: () => (  lines),
    Qq: () => (  text),
    Rz: () => (  milliseconds),
    Yq: () => (  choice),
    n$: () => (  moment),
    nd: () => (  integer),
    p0: () => (  duration),
    p_: () => (  list),
    rJ: () => (  secret),
    uM: () => (  share),
    vj: () => (  amount),
    zM: () => (  boolean)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const given = (issue) => JSON.stringify(issue.input);
const text = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP();
const secret = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yuE({ secret: true }));
const duration = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/, (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => {
    const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
    const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(parts[at] ?? 0));
    return hours * 3600 + minutes * 60 + seconds;
}), valibot__WEBPACK_IMPORTED_MODULE_0__  .Wwf(1, 'is zero; accepted are durations of at least 1s'));
const milliseconds = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(0|\d{1,6}m?s)$/, (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)));
const boolean = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(true|True|TRUE|false|False|FALSE)$/, (issue) => `is ${given(issue)}; accepted are true and false`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => value.toLowerCase() === 'true'));
const integer = (least) => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi(Number), valibot__WEBPACK_IMPORTED_MODULE_0__  .Wwf(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`));
const amount = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d{1,12}(\.\d{1,12})?$/, (issue) => `is ${given(issue)}; accepted are numbers such as 10 and 0.05`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi(Number));
const choice = (words) => valibot__WEBPACK_IMPORTED_MODULE_0__  .KIO(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);
const list = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => split(value, /[\n,]/)));
const lines = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => split(value, /\n/)));
function split(value, separator) {
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
const moment = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))), valibot__WEBPACK_IMPORTED_MODULE_0__  .E2x('is not a time; accepted are 2026-11-22T10:00:00Z and Unix seconds'));
function parseMoment(value) {
    return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
        ? Date.parse(value) / 1000
        : Number.NaN;
}
const share = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d+(\.\d+)?\s*%?$/, (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)), valibot__WEBPACK_IMPORTED_MODULE_0__  .z6Y((value) => value > 0 && value < 1, (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`));


  }),

  99297:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    P: () => (  RESULTS),
    Q: () => (  defineAction)
  });
const RESULTS = {
    done: 'done',
    'no-op': 'no-op',
    planned: 'planned',
    asked: 'no-op',
    failed: 'failed',
    intact: 'done',
    drift: 'failed',
    captured: 'done',
    analyzed: 'done',
    judged: 'done',
    inconclusive: 'done',
    ready: 'done',
    'at-risk': 'done',
    'not-ready': 'failed',
};
const defineAction = (action) => action;


  })

};
;