/** A report as a table with the headings of its form; a draft and an issue look alike. */
import type { Report, ReportColumn, ReportRow } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { moment, number, plainDay } from '../core/format';
import { scrolled } from './desk';
import { recipeLine } from './figures';
import { r } from './report-words';
import { w } from './words';

export function sheet(report: Report): TemplateResult {
  return html`<section class="sheet report" aria-labelledby="report"><p class="over">${report.number} · ${report.basis}</p>
    <h2 id="report">${report.title}</h2>
    <p>${report.agency.name}, ${plainDay(report.period.from)} – ${plainDay(report.period.to)} <span class="fine">${r('unit', { unit: report.unit })}</span></p>
    ${!report.available ? html`<p class="empty">${r('notAvailable')}</p>` : report.rows.length === 0 ? html`<p class="empty">${r('noRows')}</p>` : scrolled(report.title, table(report))}
    ${report.notes.length === 0 ? nothing : html`<h3>${r('notes')}</h3><ul class="plain">${report.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
    <p class="fine">${r('asOf', { at: moment(report.asOf) })}</p>${recipeLine(report.recipe, w('recipeShort'))}</section>`;
}

function table({ columns, rows, total }: Report): TemplateResult {
  return html`<table class="form">
    <thead>${heads(columns)}<tr>${columns.map((column) => html`<th scope="col">(${column.number}${column.formula === undefined ? '' : ` = ${column.formula}`})</th>`)}</tr></thead>
    <tbody>${rows.map((row) => line(row, columns))}
      ${total === undefined ? nothing : html`<tr class="sum"><td></td><th scope="row">${r('total')}</th>${columns.slice(2).map((column) => cell(total[column.key]))}</tr>`}</tbody></table>`;
}

/** One row of headings for each level; a column without so many levels reaches down. */
function heads(columns: ReportColumn[]): TemplateResult[] {
  const depth = Math.max(...columns.map((column) => column.group.length));
  return Array.from({ length: depth + 1 }, (_, level) => {
    const cells: TemplateResult[] = [];
    for (let at = 0; at < columns.length; at++) {
      const { group, title } = columns[at];
      if (group.length === level) {
        cells.push(html`<th scope="col" rowspan=${depth - level + 1}>${title}</th>`);
      } else if (group.length > level && !(at > 0 && sameGroup(columns[at - 1].group, group, level))) {
        let span = 1;
        while (at + span < columns.length && sameGroup(columns[at + span].group, group, level)) {
          span++;
        }
        cells.push(html`<th scope="colgroup" colspan=${span}>${group[level]}</th>`);
      }
    }
    return html`<tr>${cells}</tr>`;
  });
}

function sameGroup(one: string[], other: string[], level: number): boolean {
  return one.length > level && other.slice(0, level + 1).every((name, at) => one[at] === name);
}

function line(row: ReportRow, columns: ReportColumn[]): TemplateResult {
  return html`<tr class=${row.depth > 0 ? 'inner' : ''}><td>${row.number}</td><th scope="row">${row.label}</th>${columns.slice(2).map((column) => cell(row.values[column.key]))}</tr>`;
}

function cell(value: number | undefined): TemplateResult {
  return html`<td class="number">${value === undefined ? '' : number(value)}</td>`;
}
