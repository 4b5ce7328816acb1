"use strict";
exports.id = 8669;
exports.ids = [8669];
exports.modules = {

  68669:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  liveProgress: () => (  live_liveProgress)
});

var errors = __webpack_require__(45145);
var compose = __webpack_require__(64672);
var deliver = __webpack_require__(10437);
var budget = __webpack_require__(91847);
var retry = __webpack_require__(31666);
var waits = __webpack_require__(95282);
; 


const systemClock = {
    now: () => performance.now(),
    after: (milliseconds, run) => {
        setTimeout(run, milliseconds).unref();
    },
};
function liveProgress(send, failed, clock = systemClock) {
    let next;
    let sending;
    let waiting = false;
    let due = Number.NEGATIVE_INFINITY;
    let limited = Number.NEGATIVE_INFINITY;
    const pump = () => {
        if (!next || sending || waiting)
            return;
        const wait = Math.max(due, limited) - clock.now();
        if (wait > 0) {
            waiting = true;
            clock.after(wait, () => {
                waiting = false;
                pump();
            });
            return;
        }
        start();
    };
    const start = () => {
        const { state } = next;
        next = undefined;
        due = clock.now() + waits .r.LIVE_UPDATE_MS;
        sending = Promise.resolve()
            .then(() => send(state))
            .then(() => { }, (error) => {
            if (error instanceof retry .aB && error.isLimit)
                limited = clock.now() + error.retryAfterMs;
            failed(error);
        })
            .finally(() => {
            sending = undefined;
            pump();
        });
    };
    return {
        show(state) {
            next = { state };
            pump();
        },
        async flush() {
            await sending;
            if (next && !sending && clock.now() >= limited)
                start();
            await sending;
        },
    };
}

var slack = __webpack_require__(30474);
; 



const LIVE_LIMITS = { ...budget .Jr, attempts: 1, withLimits: false };
function liveSlack(settings, memory, signal, failed, { limits = LIVE_LIMITS, clock } = {}) {
    let known = memory;
    const send = async (message) => {
        const { keep } = await (0,slack .C)(settings, known, [], false).send(message, new budget .__(signal, limits));
        known = keep ?? known;
    };
    return { ...liveProgress(send, failed, clock), memory: () => known };
}

var catalogue = __webpack_require__(15379);
var incident = __webpack_require__(87688);
var read = __webpack_require__(86122);
var record_record = __webpack_require__(26503);
var record_story = __webpack_require__(88967);
var report_history = __webpack_require__(81325);
; 










function live_liveProgress(values, context, runUrl) {
    const { 'slack-token': token, 'slack-channel': channel, 'slack-api-url': api = 'https://slack.com/api', } = values;
    if (!token || !channel)
        return undefined;
    const { rollbackId, run, recordPath, redact, log, record } = context;
    const events = () => (0,read .w)(recordPath).events;
    let slack;
    let isSent = false;
    const failed = (error) => log.info(`… Slack's message is not up to date: ${(0,errors .bD)(error)}`);
    const show = () => {
        const known = events();
        slack ??= liveSlack({ api, token, channel, incident: (0,incident .w8)(rollbackId, run) }, (0,deliver .oE)(known, rollbackId, 'slack'), context.signal, failed);
        const story = (0,record_story .d)(known, rollbackId);
        slack.show((0,compose.compose)({
            event: 'progress',
            story,
            earlier: (0,report_history .rS)(values.history, story),
            redact,
            runUrl,
            continuesAtOnce: true,
        }).message);
    };
    return {
        seen(event) {
            const { component, step, status } = event;
            const means = (0,catalogue .Pr)(event);
            isSent ||= component === 'notify' && step === record_record .U && status !== 'started';
            if (!isSent || status === 'planned' || means === 'decides' || means === 'notifies')
                return;
            try {
                show();
            }
            catch (error) {
                failed(error);
            }
        },
        async end() {
            if (!slack)
                return;
            await slack.flush();
            const keep = { ...slack.memory() };
            record((0,deliver .A6)({ sink: 'slack', status: 'sent', attempts: 1, milliseconds: 0, keep }, 'progress'));
        },
    };
}


  })

};
;