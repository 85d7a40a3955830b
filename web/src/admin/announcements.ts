/** Announcements: how far those on their way are, and the means to hold them. New ones are written in `announce`. */
import type { Broadcast, BroadcastPage } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { moment, number } from '../core/format';
import { locale, t } from '../core/i18n';
import { load, shown } from '../core/load';
import { announce } from './announce';
import { administration } from './api';
import type { Inner } from './gate';
import { job, outcome, refresh, sure } from './parts';
import { phones } from './phone';
import { a, known } from './words';

const TURN = 3000;
const MOVING = ['PLANNING', 'SCHEDULED', 'RUNNING'];

export function open(): Inner {
  const ask = (): Promise<BroadcastPage> => administration.listBroadcasts({ limit: 20 });
  const list = load(ask);
  const work = job();
  let stopping: Broadcast | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const form = announce((made) => {
    void refresh(list, ask);
    work.said = a('announced', { n: number(made.progress.recipients) });
  });

  /** Looks again while something moves and the page is looked at. */
  function watch(): void {
    timer = setTimeout(() => {
      const moving = list.now.state === 'there' && list.now.value.items.some(({ state }) => MOVING.includes(state));
      void (moving && !document.hidden ? refresh(list, ask) : Promise.resolve()).then(() => closed || watch());
    }, TURN);
  }
  watch();

  const act = (does: (id: string) => Promise<Broadcast>, id: string, said: string): void => void work.run(async () => {
    await does(id);
    await refresh(list, ask);
    return said;
  });

  async function more(page: BroadcastPage): Promise<void> {
    const next = await administration.listBroadcasts({ cursor: page.nextCursor, limit: 20 });
    list.now = { state: 'there', value: { ...next, items: [...page.items, ...next.items] } };
    redraw();
  }

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
        ${shown(list, (page) => html`${page.items.length === 0 ? html`<p class="empty">${a('sentNone')}</p>` : html`<ul class="broadcasts">${page.items.map(card)}</ul>`}
          ${page.nextCursor === undefined ? nothing : html`<button @click=${() => void more(page)}>${t('more')}</button>`}`)}</section>
      ${stopping === undefined ? nothing : sure(a('stopSure'), html`<p>${a('stopSureHelp')}</p>`, a('stop'),
        ((id) => () => act((which) => administration.stopBroadcast({ id: which }), id, a('stopped')))(stopping.id), () => (stopping = undefined), true)}`,
  };
}
