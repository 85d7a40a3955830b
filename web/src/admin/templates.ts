/** The texts of messages: written in two languages, checked and seen on a phone while they are written, published as versions. */
import type { NoticeKind, Template, TemplateInput, TemplatePreview } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { moment } from '../core/format';
import { locale } from '../core/i18n';
import { load, shown } from '../core/load';
import { administration } from './api';
import type { Inner } from './gate';
import { editing, fault, field, job, later, outcome, sure, tick, type Job } from './parts';
import { phones } from './phone';
import { a, known } from './words';

interface Pair {
  vi: string;
  en: string;
}
interface Draft {
  basedOn: number;
  title: Pair;
  body: Pair[];
  /** Kinds without a text of their own stay neutral on the lock screen. */
  full: boolean;
  lock: Pair;
  note: string;
}

const FIRST_PUBLISHED = 100;
/** Made-up values, for the preview only. */
const SAMPLES: Record<string, [string, string]> = {
  dossierCode: ['H44.07-261008-0975', 'H44.07-261008-0975'],
  status: ['Đang xử lý', 'In progress'],
  agency: ['UBND phường Mẫu', 'People’s Committee of Mẫu ward'],
  procedure: ['Thủ tục đăng ký khai sinh', 'Registration of birth'],
  procedureCode: ['1.001193', '1.001193'],
  handler: ['Bộ phận một cửa', 'One-stop unit'],
  receivedAt: ['08:30 08/10/2026', '08:30 08/10/2026'],
  dueAt: ['17:00 09/10/2026', '17:00 09/10/2026'],
  formerDueAt: ['17:00 08/10/2026', '17:00 08/10/2026'],
  replyBy: ['17:00 15/10/2026', '17:00 15/10/2026'],
  action: ['Nộp Giấy chứng sinh', 'Hand in the certificate of birth'],
  title: ['Cổng dịch vụ công tạm dừng', 'The portal will be down'],
  body: ['Cổng tạm dừng để nâng cấp.', 'The portal is being upgraded.'],
  downtimeFrom: ['22:00 12/12/2026', '22:00 12/12/2026'],
  downtimeUntil: ['02:00 13/12/2026', '02:00 13/12/2026'],
  change: ['được sửa đổi', 'was amended'],
  changedOn: ['01/12/2026', '01/12/2026'],
};

export function open(address: URL): Inner {
  const wished = address.searchParams.get('kind');
  let one: Inner | undefined;
  const list = load(async () => {
    const { items } = await administration.listTemplates();
    const current = items.find((item) => item.kind === wished) ?? items[0];
    one ??= editor(current, () => void list.refresh());
    return items;
  });
  return {
    close: () => one?.close?.(),
    view: () => html`<p class="lead">${a('templatesLead')}</p>${shown(list, (items) => html`
      <nav class="tabs" aria-label=${a('kinds')}>${items.map((item, place) => html`<a href=${`?kind=${item.kind}`}
        aria-current=${item.kind === wished || (wished === null && place === 0) ? 'true' : nothing}>${known('notice', item.kind)} <small>${a('versionOf', { n: item.version })}</small></a>`)}</nav>
      ${one?.view() ?? nothing}`)}`,
  };
}

function editor(from: Template, published: () => void): Inner {
  const kind: NoticeKind = from.kind;
  const edit = editing<Draft>(`template-${kind}`, drafted(from));
  const samples: Record<string, string> = {};
  const work = job();
  const look: Job = job(true);
  let current = from;
  let preview: TemplatePreview | undefined;
  let last: HTMLTextAreaElement | HTMLInputElement | undefined;
  let sending = false;

  const soon = later(350, () => void look.run(async (newest) => {
    const { basedOn: _, note: __, ...template } = input();
    const seen = await administration.previewTemplate({ templatePreviewWish: { template, variables: variables() } });
    if (newest()) {
      preview = seen;
    }
    return '';
  }));
  soon();

  function input(): TemplateInput {
    const { basedOn, title, body, full, lock, note } = edit.now;
    return { kind, basedOn, title, body, lockScreen: full ? lock : undefined, note: note.trim() === '' ? undefined : note.trim() };
  }

  function variables(): Record<string, string> {
    const all: Record<string, string> = {};
    for (const name of current.variables) {
      const [vi, en] = SAMPLES[name] ?? [`{${name}}`, `{${name}}`];
      const typed = samples[name];
      if (typed !== '') {
        all[`${name}Vi`] = typed ?? vi;
        all[`${name}En`] = typed ?? en;
      }
    }
    return all;
  }

  function set(next: Partial<Draft>): void {
    edit.set(next);
    soon();
  }

  const publish = (): void => void work.run(async () => {
    current = await administration.publishTemplate({ templateInput: input() });
    edit.begin(drafted(current));
    published();
    return a('templatePublished', { n: current.version });
  });

  const bring = (version: number): void => void work.run(async () => {
    const old = await administration.getTemplate({ kind, version });
    set({ ...drafted(old), basedOn: current.version, note: a('broughtBack', { n: version }) });
    return a('broughtBackHelp', { n: version });
  });

  function both(label: string, name: string, pair: Pair, most: number, pointer: string, change: (next: Pair) => void, rows?: number): TemplateResult {
    const wrong = fault(look, pointer);
    return html`<div class="row">
      ${field({ label: `${label} (${a('inVietnamese')})`, name: `${name}Vi`, value: pair.vi, most, rows, lang: 'vi', set: (vi) => change({ ...pair, vi }), fault: fault(look, `${pointer}/vi`) || wrong })}
      ${field({ label: `${label} (${a('inEnglish')})`, name: `${name}En`, value: pair.en, most, rows, lang: 'en', set: (en) => change({ ...pair, en }), fault: fault(look, `${pointer}/en`) })}</div>`;
  }

  /** Puts a variable where the cursor was last. */
  function insert(name: string): void {
    if (last?.isConnected) {
      last.setRangeText(`{${name}}`, last.selectionStart ?? last.value.length, last.selectionEnd ?? last.value.length, 'end');
      last.dispatchEvent(new Event('input', { bubbles: true }));
      last.focus();
    }
  }

  function sentence(pair: Pair, place: number): TemplateResult {
    const { body } = edit.now;
    const n = place + 1;
    const put = (next: Pair[]): void => set({ body: next });
    return html`<fieldset><legend>${a('sentence', { n })}</legend>
      ${both(a('sentence', { n }), `body${place}`, pair, 500, `/body/${place}`, (next) => put(body.map((one, other) => (other === place ? next : one))), 2)}
      <p class="buttons">${place === 0 ? nothing : html`<button type="button" class="quiet" @click=${() => put(swapped(body, place))}>${a('up', { n })}</button>`}
        ${body.length === 1 ? nothing : html`<button type="button" class="quiet danger-quiet" @click=${() => put(body.filter((_, other) => other !== place))}>${a('removeOf', { name: a('sentence', { n }) })}</button>`}</p></fieldset>`;
  }

  function form(): TemplateResult {
    const { title, body, full, lock, note } = edit.now;
    return html`<form class="fields" @submit=${(event: Event) => (event.preventDefault(), (sending = true), redraw())}
        @focusin=${(event: FocusEvent) => {
          if (event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.lang !== '')) {
            last = event.target;
          }
        }}>
      <p class="chips"><span class="fine">${a('variables')}</span> ${[...current.variables].sort().map((name) => html`<button type="button" class="chip" aria-label=${a('insert', { name })} @click=${() => insert(name)}>{${name}}</button>`)}</p>
      ${both(a('messageTitle'), 'title', title, 120, '/title', (next) => set({ title: next }))}
      ${body.map(sentence)}
      ${fault(look, '/body') === '' ? nothing : html`<p class="wrong">${fault(look, '/body')}</p>`}
      <p><button type="button" ?disabled=${body.length >= 20} @click=${() => set({ body: [...body, { vi: '', en: '' }] })}>${a('sentenceNew')}</button></p>
      ${tick(a('lockOwn'), 'full', full, (on) => set({ full: on }))}
      ${full ? both(a('lockText'), 'lock', lock, 120, '/lockScreen', (next) => set({ lock: next })) : html`<p class="fine">${a('lockNone')}</p>`}
      ${field({ label: a('note'), name: 'note', value: note, most: 200, set: (next) => set({ note: next }), fault: fault(look, '/note') })}
      ${outcome(work)}
      <p class="actions"><button class="main" type="submit" ?disabled=${!edit.changed || work.busy || look.trouble !== undefined}>${a('publishTemplate')}</button>
        <button type="button" ?disabled=${!edit.changed} @click=${() => (work.forget(), edit.begin(drafted(current)), soon())}>${a('discard')}</button></p></form>`;
  }

  function versions(): TemplateResult {
    const own = Array.from({ length: Math.max(0, current.version - FIRST_PUBLISHED) }, (_, back) => current.version - 1 - back);
    const older = current.version >= FIRST_PUBLISHED ? [...own.slice(0, 10), 1] : [];
    return html`<p class="fine">${current.publishedAt === undefined ? a('shipped', { n: current.version }) : a('publishedBy', { n: current.version, at: moment(current.publishedAt) })} ${current.note ?? ''}</p>
      ${older.length === 0 ? nothing : html`<p class="actions">${older.map((version) => html`<button class="quiet" @click=${() => bring(version)}>${version === 1 ? a('bringShipped') : a('bringBack', { n: version })}</button>`)}</p>`}`;
  }

  return {
    view: () => html`<div class="two"><section class="sheet" aria-labelledby="text"><h2 id="text">${known('notice', kind)}</h2>${versions()}${form()}</section>
      <section class="sheet stays" aria-labelledby="preview"><h2 id="preview">${a('preview')}</h2>
        ${look.trouble === undefined ? nothing : html`<div class="notice bad" role="alert"><p>${a('previewRefused')} ${look.trouble.message}</p></div>`}
        ${preview === undefined ? nothing : phones(preview)}
        <details><summary>${a('samples')}</summary><p class="fine">${a('samplesHelp')}</p>${[...current.variables].sort().map((name) => field({
          label: `{${name}}`, name: `sample-${name}`, value: samples[name] ?? SAMPLES[name]?.[locale() === 'en' ? 1 : 0] ?? '', most: 500,
          set: (next) => ((samples[name] = next), soon()),
        }))}</details></section></div>
      ${sending ? sure(a('templateSure'), html`<p>${a('templateSureHelp')}</p>`, a('publish'), publish, () => (sending = false)) : nothing}`,
  };
}

function drafted(from: Template): Draft {
  return {
    basedOn: from.version,
    title: { ...from.title },
    body: from.body.map((pair) => ({ ...pair })),
    full: from.lockScreen !== undefined,
    lock: { vi: from.lockScreen?.vi ?? '', en: from.lockScreen?.en ?? '' },
    note: '',
  };
}

function swapped(list: Pair[], place: number): Pair[] {
  const next = [...list];
  [next[place - 1], next[place]] = [next[place], next[place - 1]];
  return next;
}
