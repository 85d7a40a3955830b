/** Something that is fetched: waiting, there, or why not. Pages show all three. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from './app';
import { trouble, type Trouble } from './api';
import { t } from './i18n';

export type Loaded<T> = { state: 'loading' } | { state: 'there'; value: T } | { state: 'failed'; trouble: Trouble };

export interface Loading<T> {
  now: Loaded<T>;
  again: () => void;
}

export function load<T>(ask: () => Promise<T>): Loading<T> {
  const loading: Loading<T> = { now: { state: 'loading' }, again };
  function again(): void {
    loading.now = { state: 'loading' };
    ask().then(
      (value) => (loading.now = { state: 'there', value }),
      (thrown: unknown) => (loading.now = { state: 'failed', trouble: trouble(thrown) }),
    ).finally(redraw);
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
