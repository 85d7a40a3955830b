/** The days of a year, and what a change of them does to open deadlines before it is made. */
import { parseDate, serializeDate, type CalendarDraft, type CalendarEntryKindEnum, type CalendarOverview, type CalendarRevision } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { longDay, moment } from '../core/format';
import { load, shown, type Loading } from '../core/load';
import { administration, heading } from './api';
import type { Inner } from './gate';
import { asked, choice, editing, fault, field, table, tick, type Shown } from './parts';
import { weighed } from './weighed';
import { a, known } from './words';
import { year as picture } from './year';

export interface Day {
  date: string;
  kind: CalendarEntryKindEnum;
  nameVi: string;
  nameEn: string;
  source: string;
  confirmed: boolean;
}
interface Draft {
  /** ETag of what is edited; empty for a year that has no version yet. */
  etag: string;
  version: number;
  days: Day[];
  openVi: string;
  openEn: string;
  reason: string;
}

const KINDS: CalendarEntryKindEnum[] = ['HOLIDAY', 'SUBSTITUTE', 'SWAP_OFF', 'SWAP_WORKED'];
const FRESH: Draft = { etag: '', version: 0, days: [], openVi: '', openEn: '', reason: '' };

export function open(address: URL): Inner {
  const wished = Number(address.searchParams.get('year')) || undefined;
  let one: ReturnType<typeof yearPage> | undefined;
  const overview = load(async () => {
    const value = await administration.getCalendarOverview();
    const now = new Date().getFullYear();
    const year = wished ?? (value.years.some((known) => known.year === now) ? now : (value.years.at(-1)?.year ?? now));
    one ??= yearPage(year, !value.years.some((known) => known.year === year), () => void overview.refresh());
    return value;
  });

  function years({ years: list, warnings }: CalendarOverview): TemplateResult {
    const missing = [...warnings, ...(one === undefined || list.some(({ year }) => year === one!.year) || warnings.includes(one.year) ? [] : [one.year])];
    const next = Math.max(new Date().getFullYear(), ...list.map(({ year }) => year), ...missing) + 1;
    return html`${warnings.map((year) => html`<div class="notice bad" role="alert"><p>${a('yearMissing', { year })}</p></div>`)}
      <nav class="tabs" aria-label=${a('years')}>${list.map(({ year, unconfirmed, openPoints }) => html`<a href=${`?year=${year}`} aria-current=${one?.year === year ? 'true' : nothing}>${year}${unconfirmed > 0 || openPoints ? html` <small>${a('yearOpen', { n: unconfirmed })}</small>` : nothing}</a>`)}
        ${missing.map((year) => html`<a class="warm" href=${`?year=${year}`} aria-current=${one?.year === year ? 'true' : nothing}>${a('yearNew', { year })}</a>`)}
        ${missing.length > 0 ? nothing : html`<a href=${`?year=${next}`}>${a('yearNew', { year: next })}</a>`}</nav>`;
  }

  return {
    close: () => one?.close(),
    view: () => html`<p class="lead">${a('calendarLead')}</p>${shown(overview, (value) => html`${years(value)}${one?.view() ?? nothing}`)}`,
  };
}

function yearPage(year: number, fresh: boolean, published: () => void): { year: number; view: () => Shown; close: () => void } {
  const edit = editing<Draft>(`calendar-${year}`, FRESH);
  const draft: Loading<unknown> = load(async () => {
    if (!edit.changed && !fresh) {
      edit.begin(await read(year));
    }
  });
  const history = fresh ? undefined : load(() => administration.listCalendarVersions({ year }));
  let pane: Shown = nothing;

  const change = weighed({
    send: (dryRun) => {
      const { etag, days, openVi, openEn, reason } = edit.now;
      const openPoints = openVi.trim() === '' && openEn.trim() === '' ? undefined : { vi: openVi, en: openEn };
      return administration.publishCalendar(
        { year, dryRun, calendarInput: { reason, openPoints, days: days.map((day) => ({ ...day, date: parseDate(day.date) })) } },
        etag === '' ? heading('If-None-Match', '*') : heading('If-Match', etag),
      );
    },
    published: async (done) => {
      edit.begin(await read(year));
      fresh = false;
      void history?.refresh();
      published();
      return a('calendarPublished', { year, n: done.version });
    },
    reread: async () => {
      const { etag, version } = await read(year);
      edit.set({ etag, version });
    },
  });

  function set(next: Partial<Draft>): void {
    change.changed();
    edit.set(next);
  }

  function editDay(place: number | undefined): void {
    const now: Day = place === undefined
      ? { date: `${year}-01-01`, kind: 'HOLIDAY', nameVi: '', nameEn: '', source: '', confirmed: false }
      : edit.now.days[place];
    pane = asked(a(place === undefined ? 'dayNew' : 'dayEdit'), html`
      ${field({ label: a('date'), name: 'date', type: 'date', value: now.date, required: true })}
      ${choice(a('kind'), 'kind', KINDS.map((kind) => [kind, known('day', kind)]), now.kind)}
      ${field({ label: a('nameVi'), name: 'nameVi', value: now.nameVi, required: true, most: 200, lang: 'vi' })}
      ${field({ label: a('nameEn'), name: 'nameEn', value: now.nameEn, required: true, most: 200, lang: 'en' })}
      ${field({ label: a('source'), name: 'source', value: now.source, required: true, most: 300, lang: 'vi', help: a('sourceHelp') })}
      ${tick(a('confirmedHelp'), 'confirmed', now.confirmed)}`,
      (data) => {
        const text = (name: string): string => String(data.get(name)).trim();
        const next: Day = { date: text('date'), kind: text('kind') as CalendarEntryKindEnum, nameVi: text('nameVi'), nameEn: text('nameEn'), source: text('source'), confirmed: data.has('confirmed') };
        const others = edit.now.days.filter((_, other) => other !== place);
        set({ days: [...others, next].sort((one, other) => one.date.localeCompare(other.date)) });
      }, () => (pane = nothing));
    redraw();
  }

  function row(day: Day, place: number): TemplateResult {
    const name = `${day.nameVi} ${day.date}`;
    const wrong = ['', '/date', '/kind', '/nameVi', '/nameEn', '/source'].map((part) => fault(change.work, `/days/${place}${part}`)).filter(Boolean).join(' ');
    return html`<tr><th scope="row">${longDay(new Date(day.date))}</th><td><span class="status ${day.kind === 'SWAP_WORKED' ? 'warm' : ''}">${known('day', day.kind)}</span></td>
      <td><span lang="vi">${day.nameVi}</span><br /><small lang="en">${day.nameEn}</small>${wrong === '' ? nothing : html`<p class="wrong">${wrong}</p>`}</td><td lang="vi">${day.source}</td>
      <td>${day.confirmed ? a('yes') : html`<span class="status warm">${a('unconfirmed')}</span>`}</td>
      <td class="buttons"><button class="quiet" aria-label=${a('editOf', { name })} @click=${() => editDay(place)}>${a('edit')}</button>
        <button class="quiet danger-quiet" aria-label=${a('removeOf', { name })} @click=${() => set({ days: edit.now.days.filter((_, other) => other !== place) })}>${a('remove')}</button></td></tr>`;
  }

  function editor(): TemplateResult {
    const { days, openVi, openEn, reason, version } = edit.now;
    return html`<section class="sheet" aria-labelledby="days"><div class="head"><h2 id="days">${version === 0 ? a('yearFirst', { year }) : a('yearVersion', { year, n: version })}</h2>
        <button @click=${() => editDay(undefined)}>${a('dayNew')}</button></div>
      ${picture(year, days)}
      ${days.length === 0 ? html`<p class="empty">${a('daysNone')}</p>` : table(a('days'), [a('date'), a('kind'), a('name'), a('source'), a('confirmed'), ''], days.map(row), 'wide')}
      <form class="fields" @submit=${change.look}>
        <div class="row">${field({ label: a('openVi'), name: 'openVi', value: openVi, rows: 2, most: 1000, lang: 'vi', set: (next) => set({ openVi: next }), help: a('openHelp'), fault: fault(change.work, '/openPoints') + fault(change.work, '/openPoints/vi') })}
          ${field({ label: a('openEn'), name: 'openEn', value: openEn, rows: 2, most: 1000, lang: 'en', set: (next) => set({ openEn: next }), fault: fault(change.work, '/openPoints/en') })}</div>
        ${field({ label: a('reason'), name: 'reason', value: reason, required: true, most: 500, set: (next) => set({ reason: next }), help: a('reasonHelp'), fault: fault(change.work, '/reason') })}
        <p class="actions"><button class="main" type="submit" ?disabled=${change.work.busy}>${a('look')}</button>
          <button type="button" ?disabled=${!edit.changed} @click=${() => (change.changed(), fresh ? edit.begin(FRESH) : (edit.begin(edit.now), draft.again()))}>${a('discard')}</button>
          <span class="fine">${a('lookHelp')}</span></p></form>
      ${change.view(a('publishCalendar'))}</section>`;
  }

  return {
    year,
    close: change.close,
    view: () => html`${shown(draft, editor)}
      ${history === undefined ? nothing : html`<section aria-labelledby="history"><h2 id="history">${a('history')}</h2>${shown(history, ({ items }) => revisions(items))}</section>`}
      ${change.question(a('calendarSure', { year }))}
      ${pane}`,
  };
}

async function read(year: number): Promise<Draft> {
  const answer = await administration.getCalendarDraftRaw({ year });
  const value: CalendarDraft = await answer.value();
  return {
    etag: answer.raw.headers.get('ETag') ?? '',
    version: value.version,
    days: value.days.map((day) => ({ ...day, date: serializeDate(day.date) })),
    openVi: value.openPoints?.vi ?? '',
    openEn: value.openPoints?.en ?? '',
    reason: '',
  };
}

/** Who published what, when and why. */
export function revisions(items: CalendarRevision[]): TemplateResult {
  return items.length === 0
    ? html`<p class="empty">${a('versionsNone')}</p>`
    : table(a('history'), [a('version'), a('publishedAt'), a('author'), a('reason')], items.map(
        (one) => html`<tr><th scope="row">${one.version}</th><td>${moment(one.publishedAt)}</td><td>${one.author}</td><td lang="vi">${one.reason}</td></tr>`));
}
