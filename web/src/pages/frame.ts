/** What stands around every page: the name, the ways to go, and news about network and session. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { path, redraw, translate, type Page } from '../core/app';
import { signedIn } from '../core/auth';
import { locale, setLocale, t, type Key } from '../core/i18n';
import { door, icon, type Icon } from '../core/icons';
import type { Sent } from '../offline/queue';
import { forgetLifeEvents } from './home';
import { unreadCount } from './inbox';
import { sessionNews } from './session';

const WAYS: [string, Key, Icon][] = [
  ['/', 'nav.search', 'search'],
  ['/h', 'nav.lookup', 'lookup'],
  ['/me', 'nav.mine', 'dossier'],
  ['/inbox', 'nav.inbox', 'inbox'],
  ['/settings', 'nav.settings', 'person'],
];

let news: (() => string)[] = [];

/** Shown above every page until the app is opened anew; in the language of the moment. */
export function tell(...words: (() => string)[]): void {
  news = [...news, ...words];
  redraw();
}

export function tellSent(sent: Sent[]): void {
  tell(...sent.map((one) => () => ('receipt' in one ? t('rating.sentLater') : t('rating.refusedLater', { why: one.refused }))));
}

function switchLanguage(): void {
  setLocale(locale() === 'vi' ? 'en' : 'vi');
  forgetLifeEvents();
  translate();
}

export function frame(page: Page): TemplateResult {
  const here = location.pathname;
  const other = locale() === 'vi' ? 'en' : 'vi';
  return html`<a class="skip" href="#main" @click=${toMain}>${t('nav.skip')}</a>
    <header class="top"><div>
      <a class="brand" href="/">${door()}<span>Một Cửa</span></a>
      <nav class="ways" aria-label=${t('nav.label')}>
        ${WAYS.map(([target, words, sign]) => {
          const current = target === '/' ? here === '/' || here.startsWith('/p/') : here.startsWith(target);
          const unread = target === '/inbox' && signedIn() ? unreadCount() : 0;
          return html`<a href=${target} aria-current=${current ? 'page' : nothing}>${icon(sign)}<span>${t(words)}</span>${unread > 0 ? html`<b class="count">${unread}<span class="sr"> ${t('nav.unread')}</span></b>` : nothing}</a>`;
        })}
      </nav>
      <button class="language" lang=${other} @click=${switchLanguage}>${other === 'en' ? 'English' : 'Tiếng Việt'}</button>
    </div></header>
    <main id="main">
      <div role="status">${navigator.onLine ? nothing : html`<p class="notice">${t('nav.offline')}</p>`}
        ${news.map((words) => html`<p class="notice">${words()}</p>`)}</div>
      ${sessionNews()}
      ${page.view()}
    </main>
    <footer class="bottom no-print"><p>${t('nav.about')} <a href="/feedback">${t('home.feedback')}</a> · <a href="/openapi/motcua.yaml" target="_blank">${t('nav.contract')}</a> · <a href="/agency" target="_self">${t('nav.agency')}</a> · <a href="/app/licences.txt" target="_blank">${t('nav.licences')}</a></p></footer>`;
}

function toMain(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main h1')?.focus();
}

export function notFound(): Page {
  return { title: () => t('nav.nothing'), view: () => html`<h1 tabindex="-1">${t('nav.nothing')}</h1><p>${path()}</p><p><a href="/">${t('rating.home')}</a></p>` };
}
