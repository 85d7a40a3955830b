/** How often dossiers were sent back, refused or stopped without a reason. */
import type { UnexplainedCell, UnexplainedReturns } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dossiers } from '../core/api';
import type { Page } from '../core/app';
import { month, number } from '../core/format';
import { load, shown } from '../core/load';
import { barFigure } from './bars';
import { address, mustBeOfficer, unitChoice, unitOf } from './desk';
import { monthChoice } from './period';
import { speaker } from './words';

const PATH = '/agency/returns';

const u = speaker({
  title: ['Trả lại không nêu lý do', 'Returns without a reason'],
  lead: ['Yêu cầu bổ sung, từ chối và dừng mà không có mã lý do hay lời giải thích. Con số này công khai cho mọi người.', 'Requests for more papers, refusals and stops with neither a reason code nor a word. These figures are public.'],
  head: ['{share} % không có lý do', '{share} % without a reason'],
  of: ['trên {n} lần trả lại', 'of {n} returns'],
  hiddenAll: ['Ẩn: dưới 10 lần trong khoảng này, để không lộ hồ sơ nào.', 'Hidden: fewer than 10 in this period, so that no dossier can be singled out.'],
  none: ['Chưa có lần trả lại nào trong khoảng này.', 'Nothing was returned in this period.'],
  cells: ['Theo đơn vị và tháng', 'By unit and month'],
  cellsHelp: ['Phần trăm không có lý do. Ô ẩn có dưới 10 lần, hoặc có thể tính ra được ô như thế.', 'Percent without a reason. A hidden cell has fewer than 10, or would tell one that has.'],
  hidden: ['ẩn: dưới 10 lần, hoặc sẽ lộ một ô như thế', 'hidden: fewer than 10, or would tell such a cell'],
  truncated: ['Quá nhiều ô: hãy chọn khoảng ngắn hơn hoặc một đơn vị.', 'Too many cells: choose a shorter period or one unit.'],
  month: ['Tháng', 'Month'],
  unit: ['Đơn vị', 'Unit'],
  steps: ['Số lần trả lại', 'Returns'],
  share: ['Không lý do %', 'Without a reason %'],
  queue: ['Hồ sơ đang chờ', 'Dossier queue'],
});

export function returns(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const from = place.searchParams.get('from') ?? undefined;
  const to = place.searchParams.get('to') ?? undefined;
  const stop = mustBeOfficer();
  const figures = stop === undefined ? load(() => dossiers.getUnexplainedReturns({ agency: code, from, to })) : undefined;

  function view({ total, cells, truncated }: UnexplainedReturns): TemplateResult {
    const told = cells.filter((one) => !one.hidden);
    return html`${total.hidden
        ? html`<p class="empty">${u(cells.length === 0 ? 'none' : 'hiddenAll')}</p>`
        : html`<section class="headline"><p class="figure">${u('head', { share: number(total.share ?? 0, 1) })}</p><p>${u('of', { n: number(total.n ?? 0) })}</p></section>`}
      ${truncated ? html`<p class="notice bad">${u('truncated')}</p>` : nothing}
      ${cells.length === 0 ? nothing : barFigure('cells', u('cells'), u('cellsHelp'),
        told.slice(-24).map((one) => ({ label: `${one.agency?.name ?? one.agency?.code ?? ''} ${one.month === undefined ? '' : month(one.month)}`, value: one.share ?? 0, max: 100 })), table(cells),
        `unexplained-returns;agency=${code};from=${from ?? '*'};to=${to ?? '*'};share=100*without/(refused+supplement+stopped);hidden<10`)}`;
  }

  return {
    title: () => u('title'),
    view: () => html`<div class="head"><h1 tabindex="-1">${u('title')}</h1><a href=${address('/agency/queue', { unit: code })}>${u('queue')}</a></div>
      ${stop ?? html`<p class="lead">${u('lead')}</p>
      <div class="choices">${unitChoice(code!, (unit) => address(PATH, { unit, from, to }))}
        ${monthChoice(from, to, (first, last) => address(PATH, { unit: code, from: first, to: last }))}</div>
      ${shown(figures!, view)}`}`,
  };
}

function table(cells: UnexplainedCell[]): TemplateResult {
  return html`<table><thead><tr><th scope="col">${u('unit')}</th><th scope="col">${u('month')}</th><th scope="col">${u('steps')}</th><th scope="col">${u('share')}</th></tr></thead>
    <tbody>${cells.map((one) => html`<tr><th scope="row">${one.agency?.name ?? one.agency?.code ?? ''}</th><td>${one.month === undefined ? '' : month(one.month)}</td>${one.hidden
      ? html`<td colspan="2">${u('hidden')}</td>` : html`<td>${number(one.n ?? 0)}</td><td>${number(one.share ?? 0, 1)}</td>`}</tr>`)}</tbody></table>`;
}
