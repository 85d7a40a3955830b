/** Something that is fetched: waiting, there, or why not. Pages show all three. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from './app';
import { trouble, type Trouble } from './api';
import { t } from './i18n';

export type Loaded<T> = { state: 'loading' } | { state: 'there'; value: T } | { state: 'failed'; trouble: Trouble };

export interface Loading<T> {
  now: Loaded<T>;
  again: () => void;
  /** Reads anew while what is shown stays. */
  refresh: () => Promise<void>;
}

export function load<T>(ask: () => Promise<T>): Loading<T> {
  const loading: Loading<T> = { now: { state: 'loading' }, again, refresh };
  let turn = 0;
  function again(): void {
    loading.now = { state: 'loading' };
    void refresh();
  }
  async function refresh(): Promise<void> {
    const mine = ++turn;
    const next = await ask().then(
      (value): Loaded<T> => ({ state: 'there', value }),
      (thrown: unknown): Loaded<T> => ({ state: 'failed', trouble: trouble(thrown) }),
    );
    // Of two answers the one that was asked for last counts, whichever comes first.
    if (mine === turn) {
      loading.now = next;
      redraw();
    }
  }
  again();
  return loading;
}

export function shown<T>(loading: Loading<T>, there: (value: T) => TemplateResult | typeof nothing): TemplateResult | typeof nothing {
  switch (loading.now.state) {
    case 'loading':
      return html`<div class="waiting" role="status"><span class="sr">${t('loading')}</span><i></i><i></i><i></i></div>`;
    case 'there':
      return there(loading.now.value);
    case 'failed':
      return failure(loading.now.trouble, loading.again);
  }
}

export function failure(trouble: Trouble, again?: () => void): TemplateResult {
  return html`<div class="notice bad" role="alert">
    <p>${trouble.message}</p>
    ${again === undefined ? nothing : html`<button class="quiet" @click=${again}>${t('again')}</button>`}
  </div>`;
}
