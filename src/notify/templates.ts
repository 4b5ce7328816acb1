import type { EventName } from './fields.ts';

/**
 * The built-in messages: Liquid, with `**bold**`, `- ` for items and `[words](url)`. The first line is the subject.
 * What nobody knows is left out, or marked open where somebody has to find it out.
 */
export const TEMPLATES: Readonly<Record<EventName, string>> = {
  started: `Subject: 🔴 [URGENT] {% if environment %}{{ environment }}: {% endif %}deployment issue, initiating rollback

We are experiencing issues with the recent deployment{% if version %} (version {{ version }}){% endif %}{% if deployed_at %}, deployed at {{ deployed_at }}{% endif %}.

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
- Affected services: {{ services | default: "open" }}
- User impact: {{ impact | default: "open" }}

**Immediate actions**
- Initiating rollback{% if previous_version %} to version {{ previous_version }}{% endif %}
{% if eta %}
- Estimated completion: {{ eta }}
{% endif %}
- Incident commander: {{ incident_commander | default: "open" }}

**Next update:** {{ next_update | default: "in 15 minutes or upon completion" }}
{% if incident_channel %}
**Incident channel:** {{ incident_channel }}
{% endif %}
`,
  progress: `Subject: 🟠 [UPDATE] {% if environment %}{{ environment }}: {% endif %}rollback in progress{% if percent %}, {{ percent }}% complete{% endif %}

**Current status**
{% if components.size == 0 %}
- Nothing is on record yet
{% endif %}
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
{% for item in failures %}
- ✗ {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}

{% if error_rate or response_times %}
**Metrics**
{% endif %}
{% if error_rate %}
- Error rate: {% if error_rate_before %}was {{ error_rate_before }}, {% endif %}now {{ error_rate }}
{% endif %}
{% if response_times %}
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
`,
  completed: `Subject: ✅ [RESOLVED] {% if environment %}{{ environment }}: {% endif %}rollback complete

**Summary**
- Rollback completed{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}
{% if total %}
- Restored: {{ done }} of {{ total }}{% if previous_version %}, to version {{ previous_version }}{% endif %}
{% endif %}
- Error rate: {% if error_rate %}{{ error_rate }}{% if error_rate_before %} (was {{ error_rate_before }}){% endif %}{% else %}open{% endif %}

**Verification**
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
- Health checks: {{ health_checks | default: "open" }}
- Smoke tests: {{ smoke_tests | default: "open" }}
- Data integrity: {{ data_integrity | default: "open" }}
{% if data_loss %}
- Data loss: {{ data_loss }}
{% endif %}

**Follow-up actions**
- Post-mortem: {{ post_mortem | default: "open" }}
- Root cause: {{ root_cause | default: "open" }}
- Customer communication: {{ customer_communication | default: "open" }}
{% for item in follow_up %}
- {{ item }}
{% endfor %}

Thank you for your swift response.
`,
  failed: `Subject: ❌ [FAILED] {% if environment %}{{ environment }}: {% endif %}rollback failed, help is needed

**What failed**
{% if failures.size == 0 %}
- The record does not say what; the run does
{% endif %}
{% for item in failures %}
- {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}

**Current status**
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
- User impact: {{ impact | default: "open" }}
{% if error_rate %}
- Error rate: {{ error_rate }}
{% endif %}

**Immediate actions**
- Incident commander: {{ incident_commander | default: "open" }}
- Look at the run; once the cause is gone, run the rollback again: what is done already stays as it is
{% for item in actions_required %}
- {{ item }}
{% endfor %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
  customer: `Subject: {% if resolved %}Service restoration complete{% else %}Service disruption{% endif %}

Dear customer,

We experienced a service disruption{% if started_at and ended_at %} between {{ started_at }} and {{ ended_at }}{% endif %}. {% if resolved %}The issue has been resolved, and services are operating normally again.{% else %}We are working on restoring services.{% endif %}

**What happened**
A deployment introduced unexpected issues{% if affected %} affecting {{ affected }}{% endif %}.

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

{% if resolved %}
**Resolution**
We went back to the previous stable version{% if verified %} and verified that services are functioning correctly{% endif %}.
{% endif %}

**Prevention**
{{ prevention | default: "We are conducting a thorough review to prevent similar issues." }}

We apologize for any inconvenience caused.
{% if team %}

{{ team }}
{% endif %}
`,
};
