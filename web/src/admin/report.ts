/** What a release would change, or did: counts, refused records with line and reason, differences field by field. */
import type { Difference, RecordChange, RefusedRecord, ReleaseReport } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { figures, table } from './parts';
import { a, known } from './words';

const AT_ONCE = 100;

export function report(value: ReleaseReport): TemplateResult {
  const changes = value.changes ?? [];
  return html`${figures(
    [a('added'), value.added],
    [a('amended'), value.amended],
    [a('abolished'), value.abolished, value.abolished > 0 ? 'warm' : ''],
    [a('unchanged'), value.unchanged],
    [a('refused'), value.refused.length, value.refused.length > 0 ? 'warm' : ''],
  )}
  ${records(a('refusedRecords'), a('refusedHelp'), value.refused)}
  ${records(a('warnings'), a('warningsHelp'), value.warnings ?? [])}
  ${changes.length === 0
    ? nothing
    : html`<h3>${a('changes')}</h3><ul class="changes">${changes.slice(0, AT_ONCE).map(change)}</ul>
        ${changes.length > AT_ONCE || value.moreChanges ? html`<p class="fine">${a('changesMore', { n: AT_ONCE })}</p>` : nothing}`}`;
}

function records(title: string, help: string, list: RefusedRecord[]): TemplateResult | typeof nothing {
  return list.length === 0
    ? nothing
    : html`<h3>${title}</h3><p class="fine">${help}</p>${table(title, [a('line'), a('code'), a('why')],
        list.slice(0, AT_ONCE).map((one) => html`<tr><td>${one.line}</td><td>${one.code ?? '–'}</td><td>${one.reason}</td></tr>`))}
      ${list.length > AT_ONCE ? html`<p class="fine">${a('changesMore', { n: AT_ONCE })}</p>` : nothing}`;
}

function change(one: RecordChange): TemplateResult {
  const tone = one.change === 'ABOLISHED' ? 'warm' : one.change === 'NEW' ? '' : 'done';
  const head = html`<span class="status ${tone}">${known('change', one.change)}</span> <strong>${one.code}</strong> ${one.name ?? ''}`;
  return one.differences.length === 0
    ? html`<li><div class="plain">${head}</div></li>`
    : html`<li><details><summary>${head} <small>${a('places', { n: one.differences.length })}</small></summary>
        <dl class="differences">${one.differences.map(difference)}</dl></details></li>`;
}

function difference(one: Difference): TemplateResult {
  const [, part = ''] = one.pointer.split('/');
  return html`<dt>${known('part', part)} <code>${one.pointer}</code> <small>${known('difference', one.kind)}</small></dt>
    ${one.before === undefined ? nothing : html`<dd><del>${text(one.before)}</del></dd>`}
    ${one.after === undefined ? nothing : html`<dd><ins>${text(one.after)}</ins></dd>`}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
