/** The agency's console. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { adminRoute, adminWay } from './admin/gate';
import { queue } from './agency/queue';
import { scores } from './agency/scores';
import { w, type Word } from './agency/words';
import { redraw, reopen, start, type Page } from './core/app';
import { claims, onChange, resume, sessionLost, signedIn, signOut } from './core/auth';
import { locale, setLocale, t } from './core/i18n';
import { door } from './core/icons';
import { applyTheme } from './core/kept';
import { startSignIn } from './pages/signin';

const WAYS: [string, Word][] = [
  ['/agency', 'title'],
  ['/agency/queue', 'queue'],
];

applyTheme();
let was = false;
onChange(() => {
  const is = signedIn();
  // A page that asked to sign in opens anew; one that is being used stays, with what was typed in it.
  (is && !was ? reopen : redraw)();
  was = is;
});

function frame(page: Page): TemplateResult {
  const other = locale() === 'vi' ? 'en' : 'vi';
  return html`<header class="top"><div>
      <a class="brand" href="/agency">${door()}<span>Một Cửa <small>${w('face')}</small></span></a>
      <nav class="ways" aria-label=${t('nav.label')}>${WAYS.map(
        ([target, words]) => html`<a href=${target} aria-current=${location.pathname === target ? 'page' : nothing}>${w(words)}</a>`,
      )}${adminWay()}</nav>
      <button class="quiet" lang=${other} @click=${() => (setLocale(other), reopen())}>${other === 'en' ? 'English' : 'Tiếng Việt'}</button>
      ${signedIn() ? html`<button class="quiet" @click=${() => void signOut()}>${t('settings.signOut')}</button>` : nothing}
    </div></header>
    <main id="main">
      ${sessionLost() ? html`<div class="notice bad" role="alert"><p>${t('signin.lost')}</p><button class="main" @click=${startSignIn}>${t('signin.again')}</button></div>` : nothing}
      ${page.view()}
    </main>
    <footer class="bottom"><p>${String(claims().name ?? '')} <a href="/" target="_self">${w('citizens')}</a></p></footer>`;
}

start(
  [
    [/^\/agency$/, scores],
    [/^\/agency\/queue$/, queue],
    adminRoute,
    [/^/, () => ({ title: () => t('nav.nothing'), view: () => html`<h1 tabindex="-1">${t('nav.nothing')}</h1>` })],
  ],
  frame,
);
// Signing in ends on the citizen's `/signed-in`, which hands back to this face; its session is found again silently.
void resume();
