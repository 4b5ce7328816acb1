import type { EventName } from './fields.ts';

/** What was measured before the rollback is not what it is now. */
const RATE = `{% if error_rate %}
- Error rate: {% if error_rate_before %}was {{ error_rate_before }}, {% endif %}now {{ error_rate }}
{% elsif error_rate_before %}
- Error rate: was {{ error_rate_before }}, not measured since
{% endif %}
`;

const WHERE = '{% if environment %}{{ environment }}: {% endif %}';

/**
 * The built-in messages: Liquid, with `**bold**`, `- ` for items and `[words](url)`. The first line is the subject. What is
 * unknown is left out, or marked open where a person has to find it out. Each says first how it stands, then what is broken,
 * what was lost, and what to do.
 */
export const TEMPLATES: Readonly<Record<EventName, string>> = {
  asked: `Subject: {% case question %}{% when "reminder" %}🟠 [REMINDER] ${WHERE}still to decide: roll back or not{% when "over" %}⚪ [NOT DECIDED] ${WHERE}the time to decide is over, nothing was changed{% when "settled" %}✅ [SETTLED] ${WHERE}nothing to decide any more{% else %}🟠 [DECIDE] ${WHERE}roll back or not?{% endcase %}{% if question == "open" or question == "reminder" %}{% if decide_by %} Decide by {{ decide_by }}{% endif %}{% endif %}

{% case question %}
{% when "over" %}
No decision was made{% if decide_by %} by {{ decide_by }}{% endif %}, so nothing was rolled back.
{% when "settled" %}
All is well again, so no decision is needed any more. Nothing was rolled back.
{% else %}
A person has to decide whether this is rolled back. Nothing has been changed.
{% endcase %}

**Evidence**
- {{ finding | default: "open" }}
{% for item in signals %}
- {{ item }}
{% endfor %}
{% unless question == "settled" %}

**How to answer**
- To roll back: start the workflow again with decide: caller
- To leave it as it is: do nothing; nothing changes by itself
{% endunless %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
  'quick-fix': `Subject: {% if quick_fix == "helped" %}✅ [RECOVERED] ${WHERE}a quick fix has helped, nothing was rolled back{% else %}🔴 [QUICK FIX] ${WHERE}rolled back{% if fix_until %} at {{ fix_until }}{% endif %} unless a quick fix helps{% endif %}

{% if quick_fix == "helped" %}
All is well again, so nothing was rolled back.
{% else %}
There is time for a quick fix{% if fix_until %} until {{ fix_until }}{% endif %}. Whatever has not recovered by then is rolled back.
{% endif %}

**Evidence**
- {{ finding | default: "open" }}
{% unless quick_fix == "helped" %}

**Immediate actions**
- Try a quick fix
- To roll back now: cancel this run and start it again with decide: caller
- Incident commander: {{ incident_commander | default: "open" }}

**Next update:** {{ next_update | default: "upon completion" }}
{% endunless %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
  started: `Subject: {% if nothing_to_do %}⚪ [NOTHING TO DO] ${WHERE}nothing to roll back{% if standing == "still-unhealthy" %}, and it is not healthy{% endif %}{% else %}🔴 [URGENT] ${WHERE}deployment issue, initiating rollback{% endif %}

{% if nothing_to_do %}
A rollback was started, and everything is where it would put it.
{% else %}
We are experiencing issues with the recent deployment{% if version %} (version {{ version }}){% endif %}{% if deployed_at %}, deployed at {{ deployed_at }}{% endif %}.
{% endif %}

**Issue summary**
{% if issue %}
- Issue: {{ issue }}
{% endif %}
{% if severity %}
- Severity: {{ severity }}
{% endif %}
{% if error_rate %}
- Error rate: {{ error_rate }}
{% endif %}
{% if response_times %}
- Response times: {{ response_times }}
{% endif %}
- Affected services: {{ services | default: "open" }}
- User impact: {{ impact | default: "open" }}

**Immediate actions**
{% if nothing_to_do %}
- Nothing goes back: find another cause
{% else %}
- Initiating rollback{% if previous_version %} to version {{ previous_version }}{% endif %}
- Estimated completion: {{ eta }}
{% endif %}
- Incident commander: {{ incident_commander | default: "open" }}

{% if changes.size > 0 %}
**What goes back**
{% endif %}
{% for item in changes %}
- {{ item.name }}{% if item.state != "" %}: {{ item.state }}{% endif %}
{% endfor %}
{% if more_changes > 0 %}
- … and {{ more_changes }} more
{% endif %}

**Next update:** {{ next_update | default: "upon completion" }}
{% if incident_channel %}
**Incident channel:** {{ incident_channel }}
{% endif %}
`,
  progress: `Subject: 🟠 [UPDATE] ${WHERE}rollback in progress{% if percent %}, {{ percent }}% complete{% endif %}{% if failed > 0 %}, {{ failed }} failed{% endif %}

{% if failures.size > 0 %}
**Failed**
{% endif %}
{% for item in failures %}
- ✗ {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}
{% if more_failures > 0 %}
- … and {{ more_failures }} more, in the report
{% endif %}

**Current status**
{% if components.size == 0 %}
- Nothing is on record yet
{% endif %}
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
{% if lost %}
- Data loss: {{ lost }}
{% endif %}

{% if error_rate or error_rate_before or response_times %}
**Metrics**
{% endif %}
${RATE}{% if response_times %}
- Response times: {{ response_times }}
{% endif %}

{% if eta %}
**ETA:** {{ eta }}
{% endif %}

{% if actions_required.size > 0 %}
**Actions required**
{% endif %}
{% for item in actions_required %}
- {{ item }}
{% endfor %}

**Next update:** {{ next_update | default: "upon completion" }}
`,
  completed: `Subject: {% case standing %}{% when "resolved" %}✅ [RESOLVED] ${WHERE}rollback complete{% when "unhealthy" %}🔴 [NOT RESOLVED] ${WHERE}rolled back, and still not healthy{% when "nothing" %}⚪ [NOTHING DONE] ${WHERE}nothing to roll back{% when "still-unhealthy" %}🔴 [NOT RESOLVED] ${WHERE}nothing to roll back, and still not healthy{% when "failed" %}❌ [FAILED] ${WHERE}rollback failed{% when "running" %}🟠 [NOT ENDED] ${WHERE}rollback has not ended{% when "planned" %}⚪ [PLANNED] ${WHERE}rollback is planned, nothing was changed{% when "asked" %}🟠 [DECIDE] ${WHERE}roll back or not? Nothing was changed{% when "unknown" %}🟡 [NOT KNOWN] ${WHERE}the record has nothing of a rollback{% else %}🟡 [ROLLED BACK] ${WHERE}rolled back, not confirmed healthy{% endcase %}{% if lost %}; data was lost{% endif %}

**Summary**
{% case standing %}
{% when "resolved" %}
- Rollback completed{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}
{% if evidence %}
- Confirmed by: {{ evidence }}
{% endif %}
{% when "unhealthy" %}
- Rolled back{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}; still not healthy: {{ evidence }}
{% when "nothing" %}
- Nothing to roll back: everything is where a rollback would put it{% if evidence %} ({{ evidence }}){% endif %}
{% when "still-unhealthy" %}
- Nothing to roll back: everything is where a rollback would put it. Still not healthy: {{ evidence }}
{% when "failed" %}
- The rollback failed{% if ended_at %} at {{ ended_at }}{% endif %}
{% when "running" %}
- The rollback has not ended
{% when "planned" %}
- Nothing was changed
{% when "asked" %}
- Nothing was changed: a person has to decide
{% when "unknown" %}
- The record has nothing of a rollback; not confirmed healthy
{% else %}
- Rolled back{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}; not confirmed healthy: {{ evidence }}
{% endcase %}
{% if total > 0 and standing != "planned" %}
- Restored: {{ done | minus: there }} of {{ total }}{% if previous_version and done > there %}, to version {{ previous_version }}{% endif %}{% if there > 0 %}; {{ there }} {% if there == 1 %}was{% else %}were{% endif %} there already{% endif %}
{% endif %}
{% for item in failures %}
- ✗ {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}
{% if more_failures > 0 %}
- … and {{ more_failures }} more, in the report
{% endif %}
{% if data_loss %}
- Data loss: {{ data_loss }}
{% endif %}
- Error rate: {% if error_rate %}{{ error_rate }}{% if error_rate_before %} (was {{ error_rate_before }}){% endif %}{% else %}open{% if error_rate_before %} (was {{ error_rate_before }}){% endif %}{% endif %}
{% if response_times %}
- Response times: {{ response_times }}
{% endif %}

**Verification**
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
- Health checks: {{ health_checks | default: "open" }}
- Smoke tests: {{ smoke_tests | default: "open" }}
- Data integrity: {{ data_integrity | default: "open" }}

**Follow-up actions**
{% unless standing == "resolved" or standing == "planned" %}
- Look at the metrics and the alerts; {% if standing == "failed" or standing == "running" %}once the cause is gone, run the rollback again: what is done already stays as it is{% else %}the incident stays open until a person has confirmed that all is well{% endif %}
{% endunless %}
{% for item in owners %}
- {{ item }}
{% endfor %}
- Post-mortem: {{ post_mortem | default: "open" }}
- Root cause: {{ root_cause | default: "open" }}
- Customer communication: {{ customer_communication | default: "open" }}
{% for item in follow_up %}
- {{ item }}
{% endfor %}
{% if standing == "resolved" %}

Thank you for your swift response.
{% endif %}
`,
  failed: `Subject: ❌ [FAILED] ${WHERE}rollback failed, help is needed{% if lost %}; data was lost{% endif %}

**What failed**
{% if failures.size == 0 %}
- The record does not say what; the run does
{% endif %}
{% for item in failures %}
- {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}
{% if more_failures > 0 %}
- … and {{ more_failures }} more, in the report
{% endif %}

**Current status**
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
{% if data_loss %}
- Data loss: {{ data_loss }}
{% endif %}
- User impact: {{ impact | default: "open" }}
${RATE}
**Immediate actions**
- Incident commander: {{ incident_commander | default: "open" }}
- Look at the run; once the cause is gone, run the rollback again: what is done already stays as it is
{% for item in owners %}
- {{ item }}
{% endfor %}
{% for item in actions_required %}
- {{ item }}
{% endfor %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
  customer: `Subject: {% if resolved %}Service restoration complete{% elsif standing == "unconfirmed" %}Service disruption: a fix is in place{% else %}Service disruption{% endif %}

Dear customer,

We experienced a service disruption{% if affected %} affecting {{ affected }}{% endif %}{% if started_at and ended_at %} between {{ started_at }} and {{ ended_at }}{% elsif started_at %} since {{ started_at }}{% endif %}. {% if resolved %}The issue has been resolved, and services are operating normally again.{% elsif standing == "unconfirmed" %}We have put a fix in place and are making sure that it works.{% else %}We are working on restoring services.{% endif %}

**What happened**
{% if went_back %}A recent update of our service caused unexpected problems, so we went back to the previous version{% if verified %} and verified that services are functioning correctly{% endif %}.{% elsif resolved %}We are still investigating what caused it.{% else %}We are investigating what caused it.{% endif %}

{% if impact or duration or data_integrity %}
**Impact**
{% endif %}
{% if impact %}
- {{ impact }}
{% endif %}
{% if duration %}
- Duration: {{ duration }}
{% endif %}
{% if data_integrity %}
- Data: {{ data_integrity }}
{% endif %}

**Prevention**
{{ prevention | default: "We are conducting a thorough review to prevent similar issues." }}

We apologize for any inconvenience caused.
{% if team %}

{{ team }}
{% endif %}
`,
};
