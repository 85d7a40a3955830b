/** A change that moves deadlines: what it would do is looked at first, and only what was looked at is published. */
import type { CalendarChange } from 'client';
import { html, nothing } from 'lit-html';
import { redraw } from '../core/app';
import { consequences, progress } from './consequences';
import { job, outcome, sure, type Job, type Shown } from './parts';
import { a } from './words';

export interface Weighed {
  work: Job;
  /** What was looked at holds only for what it was looked at with. */
  changed: () => void;
  look: (event: Event) => void;
  /** What it would do, with the button that does it; or what went wrong, with a way on when somebody else was faster. */
  view: (publish: string) => Shown;
  question: (title: string) => Shown;
  close: () => void;
}

interface Change {
  send: (dryRun: boolean) => Promise<CalendarChange>;
  /** Takes over what came of it and says so. */
  published: (done: CalendarChange) => Promise<string>;
  /** Takes the newest version for the one that is edited, and keeps what was edited. */
  reread: () => Promise<void>;
}

export function weighed({ send, published, reread }: Change): Weighed {
  const work = job();
  const behind = progress();
  let would: CalendarChange | undefined;
  let sending = false;

  const publish = (): void => void work.run(async () => {
    const done = await send(false);
    would = undefined;
    const said = await published(done);
    behind.watch();
    return said;
  });

  const again = (): void => void work.run(async () => {
    await reread();
    return a('calendarReread');
  });

  return {
    work,
    changed: () => {
      would = undefined;
      work.forget();
    },
    look: (event) => {
      event.preventDefault();
      would = undefined;
      void work.run(async (newest) => {
        const found = await send(true);
        if (newest()) {
          would = found;
        }
        return '';
      });
    },
    view: (words) => html`${outcome(work)}${work.trouble?.status === 412 ? html`<p class="actions"><button @click=${again}>${a('reread')}</button></p>` : nothing}
      ${would === undefined ? nothing : html`<div class="report">${consequences(would)}
        <p class="actions"><button class="main" ?disabled=${work.busy} @click=${() => ((sending = true), redraw())}>${words}</button></p></div>`}
      ${behind.view()}`,
    question: (title) => (sending && would !== undefined
      ? sure(title, html`<p>${a('calendarSureHelp', { n: would.consequences.moved })}</p>`, a('publish'), publish, () => (sending = false))
      : nothing),
    close: behind.close,
  };
}
