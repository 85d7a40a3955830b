/** Figures of feedback in a period, by the rules of the 766 index. */
import type { FeedbackStatistics } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Page } from '../core/app';
import { asDay, number } from '../core/format';
import { load, shown } from '../core/load';
import { feedback as api } from './api';
import { barFigure, type Bar } from './bars';
import { address, mustBeOfficer, unitChoice, unitOf } from './desk';
import { dayChoice, daysOf } from './period';
import { speaker } from './words';

const PATH = '/agency/feedback/figures';

const g = speaker({
  title: ['Số liệu phản ánh', 'Figures of feedback'],
  back: ['Về danh sách', 'Back to the queue'],
  total: ['{n} vụ việc trong kỳ', '{n} cases in the period'],
  rates: ['{onTime} đúng hạn · {satisfied} được xử lý thoả đáng', '{onTime} on time · {satisfied} handled satisfactorily'],
  none: ['Không có vụ việc nào trong kỳ này.', 'No cases in this period.'],
  where: ['Vụ việc đi đến đâu', 'What became of them'],
  whereHelp: ['Mỗi vụ việc tính một lần cho cơ quan; trễ khi bất kỳ bước nào ở đây trễ.', 'A case counts once for the agency; it is late when any step here was late.'],
  what: ['Số vụ việc', 'Cases'],
  figure: ['Mục', 'What'],
  answeredInTime: ['Trả lời đúng hạn', 'Answered in time'],
  answeredLate: ['Trả lời trễ', 'Answered late'],
  passedOnInTime: ['Chuyển đi, từ chối đúng hạn', 'Passed on in time'],
  passedOnLate: ['Chuyển đi, từ chối trễ', 'Passed on late'],
  openInTime: ['Đang xử lý, còn hạn', 'Open, within time'],
  openOverdue: ['Đang xử lý, quá hạn', 'Open, overdue'],
  carriedOver: ['Kỳ trước chuyển sang', 'Carried over'],
  received: ['Nhận trong kỳ', 'Received'],
  conduct: ['Về hành vi', 'About conduct'],
  regulation: ['Về quy định', 'About regulations'],
  bothSubjects: ['Về cả hai', 'About both'],
  unsatisfied: ['Chưa thoả đáng', 'Not satisfactory'],
  unsatisfiedHelp: ['Trễ, bị chê nhiều hơn khen, hoặc lặp lại; mỗi vụ việc một lần.', 'Late, more disliked than liked, or repeated; each case once.'],
  disliked: ['Bị chê nhiều hơn khen', 'More dislikes than likes'],
  repeated: ['Người gửi gửi lại', 'Sent again'],
  reopened: ['Mở lại', 'Reopened'],
  published: ['Đã công khai', 'Published'],
  repair: ['Yêu cầu khắc phục', 'Repairs'],
  repairRate: ['{rate} % được giải quyết, theo {judged} người đã trả lời; nửa số đó trong {days} ngày', '{rate} % solved, say {judged} senders; half of them within {days} days'],
  repairHidden: ['Ẩn: dưới 10 vụ việc, để không lộ ai.', 'Hidden: fewer than 10 cases, so that nobody can be singled out.'],
});
type Key = Parameters<typeof g>[0];

const WHERE: Key[] = ['answeredInTime', 'answeredLate', 'passedOnInTime', 'passedOnLate', 'openInTime', 'openOverdue'];
const MORE: Key[] = ['carriedOver', 'received', 'conduct', 'regulation', 'bothSubjects', 'unsatisfied', 'disliked', 'repeated', 'reopened', 'published'];

export function feedbackFigures(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const days = daysOf(place);
  const stop = mustBeOfficer();
  const figures = stop === undefined ? load(() => api.getFeedbackStatistics({ code: code!, from: asDay(days.from), to: asDay(days.to) })) : undefined;

  function view(value: FeedbackStatistics): TemplateResult {
    const of = (key: Key): number => Number((value.feedback as unknown as Record<string, number>)[key] ?? 0);
    const share = (part: number): string => `${number(part)} (${number(value.total === 0 ? 0 : (100 * part) / value.total, 2)} %)`;
    const bars: Bar[] = WHERE.map((key) => ({ label: g(key), value: of(key), max: value.total }));
    return html`<section class="headline"><p class="over">${value.agency.name}</p><p class="figure">${g('total', { n: number(value.total) })}</p>
        <p>${g('rates', { onTime: share(value.onTime), satisfied: share(value.satisfied) })}</p></section>
      <div class="sheets">${value.total === 0
          ? html`<p class="empty">${g('none')}</p>`
          : barFigure('where', g('where'), g('whereHelp'), bars, html`<table><thead><tr><th scope="col">${g('figure')}</th><th scope="col">${g('what')}</th></tr></thead>
              <tbody>${[...WHERE, ...MORE].map((key) => html`<tr><th scope="row">${g(key)}${key === 'unsatisfied' ? html`<br /><small>${g('unsatisfiedHelp')}</small>` : nothing}</th><td>${number(of(key))}</td></tr>`)}</tbody></table>`,
            `petitions;agency=${code};from=${days.from};to=${days.to};total=carriedOver+received;satisfied=total-(late|disliked|repeated)`)}
        ${repair(value)}</div>`;
  }

  return {
    title: () => g('title'),
    view: () => html`<p class="over"><a href=${address('/agency/feedback', { unit: code })}>${g('back')}</a></p><h1 tabindex="-1">${g('title')}</h1>
      ${stop ?? html`<div class="choices">${unitChoice(code!, (unit) => address(PATH, { unit, ...days }))}${dayChoice(days, PATH, { unit: code })}</div>${shown(figures!, view)}`}`,
  };
}

function repair({ repair: one }: FeedbackStatistics): TemplateResult {
  return html`<section class="sheet" aria-labelledby="repair"><h2 id="repair">${g('repair')}</h2>
    <p>${one.suppressed ? g('repairHidden') : g('repairRate', { rate: number(100 * (one.recoveryRate ?? 0), 1), judged: number(one.judged ?? 0), days: number(one.medianDays ?? 0, 1) })}</p></section>`;
}
