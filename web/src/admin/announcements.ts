/** Announcements: how far those on their way are, and the means to hold them. New ones are written in `announce`. */
import type { Broadcast, BroadcastPage } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { moment, number } from '../core/format';
import { locale } from '../core/i18n';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { announce } from './announce';
import { administration } from './api';
import type { Inner } from './gate';
import { job, outcome, sure } from './parts';
import { phones } from './phone';
import { a, known } from './words';

const TURN = 3000;
const MOVING = ['PLANNING', 'SCHEDULED', 'RUNNING'];

export function open(): Inner {
  const ask = (cursor?: string): Promise<BroadcastPage> => administration.listBroadcasts({ limit: 20, cursor });
  const list = new Pages<Broadcast, BroadcastPage>(ask);
  const work = job();
  let stopping: Broadcast | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const form = announce((made) => {
    void list.first.refresh();
    work.said = a('announced', { n: number(made.progress.recipients) });
  });

  /** How far those that are shown are by now; when that cannot be told, they stay as they were. */
  async function look(): Promise<void> {
    const fresh = new Map((await ask().catch(() => undefined))?.items.map((one) => [one.id, one]));
    const { now } = list.first;
    if (now.state === 'there') {
      now.value.items = now.value.items.map((one) => fresh.get(one.id) ?? one);
      redraw();
    }
  }

  /** Looks again while something moves and the page is looked at. */
  function watch(): void {
    timer = setTimeout(() => {
      const { now } = list.first;
      const moving = now.state === 'there' && now.value.items.some(({ state }) => MOVING.includes(state));
      void (moving && !document.hidden ? look() : Promise.resolve()).then(() => closed || watch());
    }, TURN);
  }
  watch();

  const act = (does: (id: string) => Promise<Broadcast>, id: string, said: string): void => void work.run(async () => {
    const done = await does(id);
    const { now } = list.first;
    if (now.state === 'there') {
      now.value.items = now.value.items.map((one) => (one.id === id ? done : one));
    }
    return said;
  });

  function card(one: Broadcast): TemplateResult {
    const { recipients, slices, released, told, queued, waiting } = one.progress;
    const title = one.words[locale()].title;
    const tone = one.state === 'PAUSED' || one.state === 'STOPPED' ? 'warm' : one.state === 'DONE' ? 'done' : '';
    return html`<li class="sheet"><div class="head"><h3>${title}</h3><span class="status ${tone}">${known('broadcast', one.state)}</span></div>
      <p class="fine">${known('audience', one.audience.kind)} ${one.audience.code ?? ''} · ${a('startsAt', { at: moment(one.startAt) })} · ${a('between', { from: one.hours.from, to: one.hours.to })}${one.nextSliceAt === undefined ? nothing : html` · ${a('nextAt', { at: moment(one.nextSliceAt) })}`}</p>
      <progress max=${Math.max(1, recipients)} value=${told} aria-label=${a('progressOf', { title })}></progress>
      <p>${a('toldOf', { told: number(told), of: number(recipients) })} <small>${a('slicesOf', { released: number(released), of: number(slices), queued: number(queued), waiting: number(waiting) })}</small></p>
      <details><summary>${a('preview')}</summary>${phones(one.words)}</details>
      ${one.state === 'DONE' || one.state === 'STOPPED' ? nothing : html`<p class="actions">
        ${one.state === 'PAUSED'
          ? html`<button ?disabled=${work.busy} aria-label=${a('resumeOf', { title })} @click=${() => act((id) => administration.resumeBroadcast({ id }), one.id, a('resumed'))}>${a('resume')}</button>`
          : html`<button ?disabled=${work.busy} aria-label=${a('pauseOf', { title })} @click=${() => act((id) => administration.pauseBroadcast({ id }), one.id, a('paused'))}>${a('pause')}</button>`}
        <button class="danger-quiet" ?disabled=${work.busy} aria-label=${a('stopOf', { title })} @click=${() => ((stopping = one), redraw())}>${a('stop')}</button></p>`}</li>`;
  }

  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
    view: () => html`<p class="lead">${a('announcementsLead')}</p>${form.view()}
      <section aria-labelledby="sent"><h2 id="sent">${a('sent')}</h2>${outcome(work)}
        ${shown(list.first, (page) => html`${page.items.length === 0 ? html`<p class="empty">${a('sentNone')}</p>` : html`<ul class="broadcasts">${page.items.map(card)}</ul>`}
          ${list.more()}`)}</section>
      ${stopping === undefined ? nothing : sure(a('stopSure'), html`<p>${a('stopSureHelp')}</p>`, a('stop'),
        ((id) => () => act((which) => administration.stopBroadcast({ id: which }), id, a('stopped')))(stopping.id), () => (stopping = undefined), true)}`,
  };
}
