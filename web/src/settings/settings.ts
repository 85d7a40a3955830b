/** Language, look, the copy on this phone, the account with what is pushed, and the person's rights over the own data. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { trouble } from '../core/api';
import { redraw, type Page } from '../core/app';
import { canSignIn, claims, signedIn } from '../core/auth';
import { moment, number } from '../core/format';
import { locale, setLocale, t } from '../core/i18n';
import { setTheme, theme, type Theme } from '../core/kept';
import { load, shown, type Loading } from '../core/load';
import { ownDrafts, type Draft } from '../feedback/draft';
import { packState, refreshPack } from '../offline/pack';
import { forgetLifeEvents } from '../pages/home';
import { leave } from '../pages/session';
import { startSignIn } from '../pages/signin';
import { choice } from './controls';
import { ownData } from './data';
import { devices } from './devices';
import { followed } from './followed';
import { pushes } from './pushes';

/** Does something and tells in words what came of it. */
export type Working = (work: () => Promise<string>) => Promise<void>;

export function settings(): Page {
  const copy = load(packState);
  let own: { drafts: Loading<Draft[]>; parts: (() => TemplateResult)[] } | undefined;
  let said = '';

  /** What only somebody signed in has; asked for when that is known. */
  function mine(): typeof own {
    own = signedIn() ? (own ?? { drafts: load(ownDrafts), parts: [pushes(working), devices(working), followed(working), ownData(working)] }) : undefined;
    return own;
  }

  async function working(work: () => Promise<string>): Promise<void> {
    said = t('loading');
    redraw();
    said = await work().catch((thrown: unknown) => trouble(thrown).message);
    redraw();
  }

  async function fetchCopy(): Promise<string> {
    const fresh = await refreshPack();
    copy.again();
    return fresh === undefined ? t('settings.copyFresh') : t('settings.copyDone', { n: number(fresh.procedures) });
  }

  function look(): TemplateResult {
    return html`<section><h2>${t('settings.look')}</h2>
      ${choice('locale', t('settings.language'), [['vi', 'Tiếng Việt'], ['en', 'English']], locale(), (next) => {
        setLocale(next as 'vi' | 'en');
        forgetLifeEvents();
      })}
      ${choice('theme', t('settings.theme'), [['auto', t('settings.auto')], ['light', t('settings.light')], ['dark', t('settings.dark')]], theme(), (next) => setTheme(next as Theme))}
    </section>`;
  }

  function phoneCopy(): TemplateResult {
    return html`<section><h2>${t('settings.copy')}</h2>
      ${shown(copy, (state) => html`<p>${state === undefined
        ? t('settings.copyNone')
        : t('settings.copyState', { n: number(state.procedures), at: moment(new Date(state.fetchedAt)) }) + ' ' + t(state.signed ? 'settings.copySigned' : 'settings.copyUnsigned')}</p>`)}
      <button @click=${() => void working(fetchCopy)}>${t('settings.copyFetch')}</button></section>`;
  }

  function account(): TemplateResult {
    if (!signedIn()) {
      return html`<section><h2>${t('settings.account')}</h2>${canSignIn() ? html`<p>${t('signin.why')}</p><button class="main" @click=${startSignIn}>${t('signin.do')}</button>` : html`<p>${t('signin.none')}</p>`}</section>`;
    }
    const drafts = mine()?.drafts.now;
    const left = drafts?.state === 'there' ? drafts.value.length : 0;
    return html`<section><h2>${t('settings.account')}</h2><p>${String(claims().name ?? '')}</p>
      ${left === 0 ? nothing : html`<p class="fine">${t('settings.signOutDrafts', { n: left })} <a href="/feedback/mine">${t('me.feedback')}</a></p>`}
      <button @click=${() => void leave()}>${t('settings.signOut')}</button></section>`;
  }

  return {
    title: () => t('settings.title'),
    view: () => html`<div class="narrow settings"><h1 tabindex="-1">${t('settings.title')}</h1>
      <p class="saying" role="status">${said}</p>${look()}${phoneCopy()}${account()}${mine()?.parts.map((part) => part())}</div>`,
  };
}
