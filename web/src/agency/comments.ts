/** What people wrote, in shuffled batches of ten or more that nothing links to anybody. */
import type { CommentGroup, CommentPage, TopicCount } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { satisfaction } from '../core/api';
import type { Page } from '../core/app';
import { month, number } from '../core/format';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { accepting, address, CSV, mustBeOfficer, problem, save, scrolled, Sending, unitChoice, unitOf, XLSX } from './desk';
import { recipeLine } from './figures';
import { monthChoice } from './period';
import { speaker, w } from './words';

const PATH = '/agency/comments';

const c = speaker({
  title: ['Người dân viết gì', 'What people wrote'],
  lead: ['Ý kiến được trộn, mỗi nhóm ít nhất mười, không gắn với điểm, hồ sơ hay người viết. Mỗi lần đọc được ghi lại.', 'Comments are shuffled in groups of at least ten; nothing links them to scores, dossiers or people. Every reading is written down.'],
  topics: ['Chủ đề', 'Topics'],
  topicsHelp: ['Máy tìm chủ đề theo quy tắc công khai (bản {rules}); số là mức tối thiểu, không phải tất cả.', 'Topics are found by public rules (version {rules}); counts are a lower bound.'],
  all: ['Tất cả', 'All'],
  topic: ['Chủ đề', 'Topic'],
  mentions: ['Lượt nhắc', 'Mentions'],
  share: ['Trên số ý kiến %', 'Of comments %'],
  complaint: ['điều chưa hài lòng', 'something to complain about'],
  praise: ['không phải lời phàn nàn', 'no complaint'],
  kind: ['Loại', 'Kind'],
  hidden: ['Ẩn: có từ một đến chín ý kiến nói đến, hoặc dưới mười, để không lộ ai', 'Hidden: too few mention it, or all but a few do, so that nobody can be singled out'],
  group: ['{label}, {month}', '{label}, {month}'],
  of: ['{n} ý kiến', '{n} comments'],
  none: ['Chưa có nhóm nào đủ mười ý kiến trong khoảng này. Ý kiến chờ đến khi có đủ mười cái cùng loại.', 'No group of ten comments in this period yet. Comments wait until ten of a kind have come together.'],
  csv: ['Tải CSV', 'Download CSV'],
  xlsx: ['Tải XLSX', 'Download XLSX'],
  notes: ['Cần biết khi đọc', 'What to know when reading'],
});

export function comments(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const from = place.searchParams.get('from') ?? undefined;
  const to = place.searchParams.get('to') ?? undefined;
  const topic = place.searchParams.get('topic') ?? undefined;
  const stop = mustBeOfficer();
  const asked = { code: code ?? '', from, to, topic, limit: 5 };
  const list = stop === undefined ? new Pages<CommentGroup, CommentPage>((cursor) => satisfaction.listAgencyComments({ ...asked, cursor })) : undefined;
  const saving = new Sending();

  function download(type: string, ending: string): void {
    void saving.run(async () => {
      const answer = await satisfaction.listAgencyCommentsRaw({ ...asked, limit: 100 }, accepting(type));
      save(await answer.raw.blob(), `y-kien-${code}.${ending}`);
    });
  }

  function tab(value: string | undefined, words: string): TemplateResult {
    return html`<a href=${address(PATH, { unit: code, from, to, topic: value })} aria-current=${topic === value ? 'true' : 'false'}>${words}</a>`;
  }

  function view(page: CommentPage): TemplateResult {
    const labels = new Map(page.topics.map((one) => [one.topic, one.label]));
    const known = page.topics.filter((one) => !one.hidden);
    return html`<nav class="tabs" aria-label=${c('topics')}>${tab(undefined, `${c('all')} ${number(page.comments)}`)}${known.map((one) => tab(one.topic, `${one.label} ${number(one.mentions ?? 0)}`))}</nav>
      ${page.items.length === 0 ? html`<p class="empty">${c('none')}</p>` : html`<div class="sheets">${page.items.map((group) => batch(group, labels))}</div>`}
      ${list!.more()}
      <div class="sheets">${topics(page)}<section class="sheet" aria-labelledby="notes"><h2 id="notes">${c('notes')}</h2>
        <ul class="plain">${page.notes.map((note) => html`<li>${note}</li>`)}</ul>${recipeLine(page.recipe, w('recipeShort'))}</section></div>`;
  }

  return {
    title: () => c('title'),
    view: () => html`<h1 tabindex="-1">${c('title')}</h1>${stop ?? html`<p class="lead">${c('lead')}</p>
      <div class="choices">${unitChoice(code!, (unit) => address(PATH, { unit, from, to, topic }))}
        ${monthChoice(from, to, (first, last) => address(PATH, { unit: code, topic, from: first, to: last }))}
        <div class="actions"><button ?disabled=${saving.busy} @click=${() => download(CSV, 'csv')}>${c('csv')}</button><button ?disabled=${saving.busy} @click=${() => download(XLSX, 'xlsx')}>${c('xlsx')}</button></div></div>
      ${problem(saving.failed)}
      ${shown(list!.first, view)}`}`,
  };
}

function batch(group: CommentGroup, labels: Map<string, string>): TemplateResult {
  return html`<div class="sheet comments">
    <h2>${c('group', { label: group.label, month: month(group.month) })} <small>${c('of', { n: group.comments.length })}</small></h2>
    <ul>${group.comments.map((one) => html`<li><p class="pre">${one.text}</p>${one.topics.map((topic) => html`<span class="remark">${labels.get(topic) ?? topic}</span> `)}</li>`)}</ul></div>`;
}

function topics(page: CommentPage): TemplateResult {
  const row = (one: TopicCount): TemplateResult => html`<tr><th scope="row">${one.label}</th>${one.hidden
    ? html`<td colspan="3">${c('hidden')}</td>`
    : html`<td>${number(one.mentions ?? 0)}</td><td>${number(one.share ?? 0, 1)}</td><td>${one.complaint ? c('complaint') : c('praise')}</td>`}</tr>`;
  return html`<section class="sheet" aria-labelledby="topics"><h2 id="topics">${c('topics')}</h2><p class="fine">${c('topicsHelp', { rules: page.rules })}</p>
    ${scrolled(c('topics'), html`<table><thead><tr><th scope="col">${c('topic')}</th><th scope="col">${c('mentions')}</th><th scope="col">${c('share')}</th><th scope="col">${c('kind')}</th></tr></thead><tbody>${page.topics.map(row)}</tbody></table>`)}</section>`;
}
