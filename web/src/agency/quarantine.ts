/** Ratings that were set apart before they counted: how many, why, and both figures, without and with them. */
import type { QuarantineCase, QuarantineFigure, QuarantinePage } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { satisfaction } from '../core/api';
import type { Page } from '../core/app';
import { month, number, plainDay } from '../core/format';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { address, mustBeOfficer, scrolled, unitChoice, unitOf } from './desk';
import { recipeLine } from './figures';
import { speaker } from './words';

const PATH = '/agency/quarantine';

const k = speaker({
  title: ['Đánh giá để riêng', 'Ratings set apart'],
  lead: ['Trước khi tính, đánh giá của một cơ quan được xem chung. Nhóm nào không giống người dân tự đánh giá thì để riêng cả nhóm, không bỏ đi; mọi người đều xem được.', 'Before ratings count, those of an agency are looked at together. A group that does not look like people’s is set apart whole, never dropped; everybody can see it.'],
  both: ['Hài lòng chung, tính hai cách', 'Overall satisfaction, both ways'],
  without: ['Không tính phần để riêng', 'Without what is set apart'],
  with: ['Tính cả phần để riêng', 'With what is set apart'],
  figure: ['{index} % ({low}–{high} %)', '{index} % ({low}–{high} %)'],
  noFigure: ['chưa có', 'none yet'],
  answers: ['{n} câu trả lời', '{n} answers'],
  n: ['Số câu trả lời', 'Answers'],
  index: ['Chỉ số và khoảng 95 %', 'Index and 95 % interval'],
  way: ['Cách tính', 'How'],
  cases: ['Các nhóm', 'The groups'],
  none: ['Chưa có nhóm nào bị để riêng trong khoảng này.', 'Nothing was set apart in this period.'],
  held: ['{n} đánh giá, {month}', '{n} ratings, {month}'],
  why: ['Vì sao', 'Why'],
  chance: ['xác suất để người dân tự đánh giá như vậy: {chance}', 'chance that people, left alone, would rate like this: {chance}'],
  tiny: ['dưới 1 trên {n}', 'below 1 in {n}'],
  levels: ['Mức hài lòng chung từ 1 đến 5', 'Overall, levels 1 to 5'],
  'state.HELD': ['chờ xem xét', 'held'],
  'state.RELEASED': ['được tính lại', 'released'],
  'state.REJECTED': ['không được tính', 'rejected'],
  heldOn: ['Để riêng ngày {day}', 'Set apart on {day}'],
  decidedOn: ['Quyết định ngày {day}', 'Decided on {day}'],
  reviewer: ['Người xem xét không thuộc cơ quan này, cấp trên hay cấp dưới của nó, và phải nêu lý do.', 'The reviewer belongs neither to this agency nor above or below it, and has to say why.'],
});
type Key = Parameters<typeof k>[0];

export function quarantine(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const from = place.searchParams.get('from') ?? undefined;
  const to = place.searchParams.get('to') ?? undefined;
  const stop = mustBeOfficer();
  const list = stop === undefined ? new Pages<QuarantineCase, QuarantinePage>((cursor) => satisfaction.listQuarantine({ agency: code, from, to, cursor })) : undefined;

  function view(page: QuarantinePage): TemplateResult {
    return html`<section class="headline" aria-labelledby="both"><h2 id="both">${k('both')}</h2>${scrolled(k('both'), html`<table>
        <thead><tr><th scope="col">${k('way')}</th><th scope="col">${k('index')}</th><th scope="col">${k('n')}</th></tr></thead>
        <tbody>${figure('without', page.counted)}${figure('with', page.withQuarantined)}</tbody></table>`)}
        ${recipeLine(page.recipe)}</section>
      <h2>${k('cases')}</h2>
      ${page.items.length === 0 ? html`<p class="empty">${k('none')}</p>` : html`<div class="sheets">${page.items.map(held)}</div>`}
      ${list!.more()}
      <p class="fine">${k('reviewer')}</p>`;
  }

  return {
    title: () => k('title'),
    view: () => html`<h1 tabindex="-1">${k('title')}</h1>${stop ?? html`<p class="lead">${k('lead')}</p>
      ${unitChoice(code!, (unit) => address(PATH, { unit, from, to }))}${shown(list!.first, view)}`}`,
  };
}

function figure(way: Key, { n, index, interval }: QuarantineFigure): TemplateResult {
  return html`<tr><th scope="row">${k(way)}</th><td>${index === undefined || interval === undefined
    ? k('noFigure') : html`<strong>${k('figure', { index: number(index, 1), low: number(interval.low, 1), high: number(interval.high, 1) })}</strong>`}</td><td>${number(n)}</td></tr>`;
}

function held(one: QuarantineCase): TemplateResult {
  const tone = one.state === 'HELD' ? 'warm' : one.state === 'RELEASED' ? 'calm' : 'done';
  return html`<section class="sheet" aria-labelledby="case-${one.id}"><h3 id="case-${one.id}">${one.agencyName}: ${k('held', { n: number(one.ratings), month: month(one.month) })}
      <span class="status ${tone}">${k(`state.${one.state}` as Key)}</span></h3>
    <p class="fine">${k('heldOn', { day: plainDay(one.heldOn) })}${one.decidedOn === undefined ? nothing : html`. ${k('decidedOn', { day: plainDay(one.decidedOn) })}`}</p>
    ${one.explanation === undefined ? nothing : html`<blockquote>${one.explanation}</blockquote>`}
    <h4>${k('why')}</h4>
    <ul class="plain">${one.reasons.map((reason) => html`<li><strong>${reason.label}</strong>: ${k('chance', { chance: chance(reason.chance) })}</li>`)}</ul>
    <p>${k('levels')}: ${one.levels.map((count, at) => `${at + 1}: ${number(count)}`).join(' · ')}</p></section>`;
}

/** A chance as people read it. */
function chance(value: number): string {
  return value >= 0.01 ? `${number(value * 100, 1)} %` : k('tiny', { n: number(10 ** Math.min(12, Math.floor(-Math.log10(Math.max(value, 1e-12))))) });
}
