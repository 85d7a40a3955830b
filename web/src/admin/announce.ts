/** Writing an announcement: checked and seen as people will read it, with how many they are, before anybody is told. */
import type { Broadcast, BroadcastAudienceKindEnum, BroadcastInput, BroadcastPreview } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { moment, number } from '../core/format';
import { administration } from './api';
import { choice, editing, fault, field, figures, job, outcome, sure } from './parts';
import { phones } from './phone';
import { a, known } from './words';

interface Draft {
  audience: BroadcastAudienceKindEnum;
  code: string;
  titleVi: string;
  titleEn: string;
  bodyVi: string;
  bodyEn: string;
  startAt: string;
  from: string;
  to: string;
  spread: string;
  downFrom: string;
  downUntil: string;
}

const AUDIENCES: BroadcastAudienceKindEnum[] = ['ALL', 'PROVINCE', 'FOLLOWERS'];
const EMPTY: Draft = { audience: 'ALL', code: '', titleVi: '', titleEn: '', bodyVi: '', bodyEn: '', startAt: '', from: '08:00', to: '20:00', spread: '', downFrom: '', downUntil: '' };

export function announce(made: (one: Broadcast) => void): { view: () => TemplateResult } {
  const edit = editing<Draft>('announcement', EMPTY);
  const work = job();
  let preview: BroadcastPreview | undefined;
  let sending = false;

  function set(next: Partial<Draft>): void {
    preview = undefined;
    work.forget();
    edit.set(next);
  }

  function input(): BroadcastInput {
    const now = edit.now;
    return {
      audience: { kind: now.audience, code: now.audience === 'ALL' ? undefined : now.code.trim() },
      title: { vi: now.titleVi, en: now.titleEn },
      body: { vi: now.bodyVi, en: now.bodyEn },
      startAt: instant(now.startAt),
      hours: { from: now.from, to: now.to },
      spreadMinutes: now.spread === '' ? undefined : Number(now.spread),
      downtime: now.downFrom === '' && now.downUntil === '' ? undefined : { from: instant(now.downFrom)!, until: instant(now.downUntil)! },
    };
  }

  const look = (event: Event): void => {
    event.preventDefault();
    void work.run(async (newest) => {
      const seen = await administration.previewBroadcast({ broadcastInput: input() });
      if (!newest()) {
        return '';
      }
      preview = seen;
      return a('announcementChecked');
    });
  };

  const send = (): void => void work.run(async () => {
    const one = await administration.createBroadcast({ broadcastInput: input() });
    preview = undefined;
    edit.begin(EMPTY);
    made(one);
    return '';
  });

  function text(name: keyof Draft, label: string, pointer: string, more: { rows?: number; most?: number; type?: string; lang?: string; help?: string; required?: boolean } = {}): TemplateResult {
    return field({ label, name, value: edit.now[name], set: (next) => set({ [name]: next }), fault: fault(work, pointer), ...more });
  }

  function form(): TemplateResult {
    const { audience } = edit.now;
    const paused = edit.now.downFrom !== '' || edit.now.downUntil !== '';
    return html`<form class="fields" @submit=${look}>
      <div class="row">${choice(a('audience'), 'audience', AUDIENCES.map((kind) => [kind, known('audience', kind)]), audience, (next) => set({ audience: next as BroadcastAudienceKindEnum }))}
        ${audience === 'ALL' ? nothing : text('code', audience === 'PROVINCE' ? a('provinceCode') : a('procedureCode'), '/audience/code', { most: 40, required: true, help: a(audience === 'PROVINCE' ? 'provinceHelp' : 'followersHelp') })}</div>
      ${fault(work, '/audience') === '' ? nothing : html`<p class="wrong">${fault(work, '/audience')}</p>`}
      <div class="row">${text('titleVi', `${a('messageTitle')} (${a('inVietnamese')})`, '/title/vi', { most: 120, lang: 'vi', required: true })}${text('titleEn', `${a('messageTitle')} (${a('inEnglish')})`, '/title/en', { most: 120, lang: 'en', required: true })}</div>
      <div class="row">${text('bodyVi', `${a('messageBody')} (${a('inVietnamese')})`, '/body/vi', { rows: 4, most: 2000, lang: 'vi', required: true })}${text('bodyEn', `${a('messageBody')} (${a('inEnglish')})`, '/body/en', { rows: 4, most: 2000, lang: 'en', required: true })}</div>
      <details ?open=${paused}><summary>${a('downtime')}</summary><p class="fine">${a('downtimeHelp')}</p>
        <div class="row">${text('downFrom', a('downFrom'), '/downtime/from', { type: 'datetime-local', required: paused })}${text('downUntil', a('downUntil'), '/downtime/until', { type: 'datetime-local', required: paused })}</div>
        ${fault(work, '/downtime') === '' ? nothing : html`<p class="wrong">${fault(work, '/downtime')}</p>`}</details>
      <details><summary>${a('pace')}</summary><div class="row">${text('startAt', a('startAt'), '/startAt', { type: 'datetime-local', help: a('startHelp') })}
        ${text('from', a('hoursFrom'), '/hours/from', { type: 'time', required: true })}${text('to', a('hoursTo'), '/hours/to', { type: 'time', required: true })}
        ${text('spread', a('spread'), '/spreadMinutes', { type: 'number', help: a('spreadHelp') })}</div></details>
      <p class="actions"><button class="main" type="submit" ?disabled=${work.busy}>${a('announceLook')}</button>
        <button type="button" ?disabled=${!edit.changed} @click=${() => ((preview = undefined), work.forget(), edit.begin(EMPTY))}>${a('discard')}</button></p></form>`;
  }

  return {
    view: () => html`<section class="sheet" aria-labelledby="announce"><h2 id="announce">${a('announce')}</h2>${form()}${outcome(work)}
      ${preview === undefined ? nothing : html`<div class="report"><h3>${a('preview')}</h3>
        ${figures([a('people'), preview.recipients], [a('steps'), preview.slices], [a('firstTold'), moment(preview.firstAt)], [a('lastTold'), moment(preview.lastAt)])}
        ${phones(preview.words)}
        ${preview.recipients === 0 ? html`<p class="notice">${a('nobodyThere')}</p>` : nothing}
        <p class="actions"><button class="main" ?disabled=${work.busy} @click=${() => ((sending = true), redraw())}>${a('announceSend')}</button></p></div>`}
      ${sending && preview !== undefined ? sure(a('announceSure'), html`<p>${a('announceSureHelp', { n: number(preview.recipients), at: moment(preview.firstAt) })}</p>`, a('announceSend'), send, () => (sending = false)) : nothing}</section>`,
  };
}

/** What a field of day and time says, by Vietnam's clocks. */
function instant(local: string): Date | undefined {
  return local === '' ? undefined : new Date(`${local.length === 16 ? `${local}:00` : local}+07:00`);
}
