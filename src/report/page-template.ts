/** The page as a Liquid template; every value in it is escaped for HTML. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{ styleHash }}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{{ headline }}</title>
<style>{{ style | raw }}</style>
</head>
<body>
<main>
<header>
<div class="over"><span class="pill {{ outcomeClass }}">{{ outcome }}</span>
{%- if environment %}<span>{{ environment }}</span>{% endif -%}
{%- if began %}<span>{{ began }}</span>{% endif -%}
</div>
<h1>{{ headline }}</h1>
{%- if reason %}<p class="why"><b>Why:</b> {{ reason }}</p>{% endif %}
</header>

<dl class="answers">
{%- for each in answers %}
<div class="{{ each.tone }}"><dt>{{ each.question }}</dt><dd>{{ each.answer }}</dd></div>
{%- endfor %}
</dl>

{%- if groups.size > 0 or open.size > 0 %}
<section>
<h2>{{ groupsTitle }}</h2>
<ul>
{%- for each in groups %}
<li><b class="{{ each.outcome }}">{{ each.sign }}</b><span>{% if each.isMany %}{{ each.names.size }} components{% if each.reason %}<small>{{ each.reason }}</small>{% endif %}{% assign first = each.names | slice: 0, 10 %}{% for name in first %}<code>{{ name }}</code>, {% endfor %}<details><summary>and {{ each.names.size | minus: 10 }} more</summary>{% for name in each.names offset: 10 %}<code>{{ name }}</code>{% unless forloop.last %}, {% endunless %}{% endfor %}</details>{% else %}{% for name in each.names %}<code>{{ name }}</code>{% unless forloop.last %}, {% endunless %}{% endfor %}{% if each.reason %}<small>{{ each.reason }}</small>{% endif %}{% endif %}</span></li>
{%- endfor %}
{%- for each in open %}
<li><b class="failed">!</b><span>{{ each }}</span></li>
{%- endfor %}
</ul>
{%- if moreGroups > 0 %}<p class="quiet">… and {{ moreGroups }} more reasons, in the JSON report.</p>{% endif %}
</section>
{%- endif %}

<dl class="tiles">
{%- for tile in tiles %}
<div><dt>{{ tile.name }}</dt><dd class="{{ tile.tone }}">{{ tile.value }}</dd></div>
{%- endfor %}
</dl>

{%- if rto.size > 0 or trend %}
<section>
<h2>Recovery time</h2>
{%- if rto.size > 0 %}
<table>
<thead><tr><th>Component</th><th>Objective</th><th>Back after</th><th>Last</th><th>p95 of history</th><th>State</th></tr></thead>
<tbody>
{%- for each in rto %}
<tr>
<td>{% if each.coded %}<code>{{ each.component }}</code>{% else %}{{ each.component }}{% endif %}</td>
<td class="number" data-name="Objective">{{ each.target }}</td>
<td class="number" data-name="Back after">{{ each.actual }}</td>
<td class="number" data-name="Last">{{ each.last }}</td>
<td class="number" data-name="p95">{{ each.p95 }}</td>
<td><span class="pill {{ each.state }}">{{ each.state }}</span></td>
</tr>
{%- endfor %}
</tbody>
</table>
{%- endif %}
{%- if trend %}
<h2 class="next">The whole, run by run</h2>
<svg role="img" aria-label="How long each run took" height="{{ trend.height }}">
{%- for bar in trend.bars %}
<rect class="{{ bar.outcome }}" x="{{ bar.x }}%" y="{{ bar.y }}" width="{{ bar.width }}%" height="{{ bar.height }}" rx="3"><title>{{ bar.label }}: {{ bar.value }}</title></rect>
{%- endfor %}
{%- if trend.target %}
<line class="goal" x1="0" x2="100%" y1="{{ trend.target.y }}" y2="{{ trend.target.y }}"/>
<text class="goal-word" x="0" y="{{ trend.target.y | minus: 6 }}">{{ trend.target.label }}</text>
{%- endif %}
<line class="grid" x1="0" x2="100%" y1="{{ trend.height | minus: 24 }}" y2="{{ trend.height | minus: 24 }}"/>
<text class="tick" x="0" y="{{ trend.height | minus: 6 }}">{{ trend.bars.first.label }}</text>
<text class="tick" x="100%" y="{{ trend.height | minus: 6 }}" text-anchor="end">{{ trend.bars.last.label }} · {{ trend.bars.last.value }}</text>
</svg>
{%- endif %}
</section>
{%- endif %}

{%- if timeline %}
<section>
<h2>Timeline</h2>
<svg role="img" aria-label="When each component was at work" height="{{ timeline.height }}">
{%- for tick in timeline.ticks %}
<line class="grid" x1="{{ tick.x }}%" x2="{{ tick.x }}%" y1="0" y2="{{ timeline.height | minus: 20 }}"/>
<text class="tick" x="{{ tick.x }}%" y="{{ timeline.height | minus: 5 }}" text-anchor="{{ tick.anchor }}">{{ tick.label }}</text>
{%- endfor %}
{%- for bar in timeline.bars %}
<text x="0" y="{{ bar.y | plus: 15 }}">{{ bar.label }}</text>
<text class="quiet" x="100%" y="{{ bar.y | plus: 15 }}" text-anchor="end">{{ bar.value }}</text>
<rect class="track" x="0" y="{{ bar.y | plus: 22 }}" width="100%" height="9" rx="4.5"/>
<rect class="{{ bar.outcome }}" x="{{ bar.x }}%" y="{{ bar.y | plus: 22 }}" width="{{ bar.width }}%" height="9" rx="4.5"><title>{{ bar.label }}: {{ bar.outcome }}, {{ bar.value }}</title></rect>
{%- endfor %}
</svg>
{%- if timeline.note %}<p class="quiet">{{ timeline.note }}</p>{% endif %}
</section>
{%- endif %}

{%- if components.size > 0 %}
<section>
<details{% unless folded %} open{% endunless %}>
<summary><h2>{{ componentsTitle }}</h2></summary>
{%- if sharedReason %}<p class="quiet">All of them: {{ sharedReason }}</p>{% endif %}
<table>
<thead><tr><th>Component</th><th>From → to</th><th>Took</th>{% unless sharedReason %}<th>Why</th>{% endunless %}<th>State</th></tr></thead>
<tbody>
{%- for each in components %}
<tr>
<td><code{% if each.whole %} class="whole"{% endif %}>{{ each.component }}</code></td>
<td data-name="From → to">{% if each.from or each.to %}<span>{% if each.from %}<code title="{{ each.from.whole }}">{{ each.from.short }}</code>{% endif %}{% if each.from and each.to %} → {% endif %}{% if each.to %}<code title="{{ each.to.whole }}">{{ each.to.short }}</code>{% endif %}</span>{% endif %}</td>
<td class="number" data-name="Took">{{ each.time }}</td>
{%- unless sharedReason %}<td class="quiet" data-name="Why">{{ each.message }}</td>{% endunless %}
<td><span class="pill {{ each.outcome }}">{{ each.word }}</span></td>
</tr>
{%- endfor %}
</tbody>
</table>
{%- if more > 0 %}<p class="quiet">… and {{ more }} more, in the JSON report.</p>{% endif %}
{%- if along %}<p class="quiet">Went along: {{ along }}.</p>{% endif %}
</details>
</section>
{%- endif %}

{%- if data.size > 0 %}
<section>
<h2>Data</h2>
<table><tbody>
{%- for each in data %}
<tr><td>{{ each.name }}</td><td class="quiet">{{ each.value }}</td></tr>
{%- endfor %}
</tbody></table>
</section>
{%- endif %}

{%- if deliveries.size > 0 %}
<section>
<details>
<summary><h2>Notifications ({{ deliveries.size }})</h2></summary>
<table>
<thead><tr><th>At (UTC)</th><th>Message</th><th>By</th><th>Why</th><th>State</th></tr></thead>
<tbody>
{%- for each in deliveries %}
<tr>
<td class="number">{{ each.at }}</td>
<td{% if each.whole %} class="word"{% endif %} data-name="Message">{{ each.event }}</td>
<td{% if each.whole %} class="word"{% endif %} data-name="By">{{ each.sink }}</td>
<td class="quiet">{{ each.message }}</td>
<td><span class="pill {{ each.status }}">{{ each.word }}</span></td>
</tr>
{%- endfor %}
</tbody>
</table>
</details>
</section>
{%- endif %}

<section>
<h2>Checklist</h2>
<ul>
{%- for each in checklist %}
<li><b class="{{ each.state }}">{{ each.sign }}</b><span>{{ each.item }}{% if each.note %}<small>{{ each.note }}</small>{% endif %}</span></li>
{%- endfor %}
</ul>
</section>

<footer>
<p>{{ sentence }}</p>
<p>Rollback <code>{{ id }}</code>{% if actor %}, started by {{ actor }}{% endif %}{% if sha %}, commit <code>{{ sha }}</code>{% endif %}. Derived from {{ events }} events of its record alone.
{%- if run %} <a href="{{ run }}" rel="noreferrer">The run</a>.{% endif %}
{%- if broken %} Lines of the record that could not be read: {{ broken }}.{% endif %}</p>
</footer>
</main>
</body>
</html>
`;
