/** What stands around every page of the console: the name, the menu by role, and news about the session. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { adminWay } from '../admin/gate';
import { redraw, translate, type Page } from '../core/app';
import { claims, signedIn } from '../core/auth';
import { locale, setLocale, t } from '../core/i18n';
import { door } from '../core/icons';
import { leave, sessionNews } from '../pages/session';
import { isHere, titleOf } from './lazy';
import { PAGES, type ConsolePage } from './pages';
import { w } from './words';

const ROLES = ['officer', 'admin'] as const;

let menuOpen = false;

/** Roles of the token, for the menu only: the service judges by its own reading. */
function roles(): string[] {
  const access = claims().realm_access as { roles?: string[] } | undefined;
  return access?.roles ?? [];
}

function menu(): TemplateResult[] {
  // Signed out, or without a role that this menu knows, people see what officers have.
  const held = ROLES.filter((role) => roles().includes(role));
  return (held.length === 0 ? (['officer'] as const) : held).map(
    (role) => html`<p class="over">${w(`role.${role}`)}</p>
      <ul>${PAGES.filter((page) => page.role === role && page.hidden !== true).map(way)}${role === 'admin' ? html`<li>${adminWay()}</li>` : nothing}</ul>`,
  );
}

function way(page: ConsolePage): TemplateResult {
  return html`<li><a href=${page.path} aria-current=${isHere(page) ? 'page' : nothing} @click=${() => (menuOpen = false)}>${titleOf(page)}</a></li>`;
}

function toMain(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main h1')?.focus();
}

export function frame(page: Page): TemplateResult {
  const other = locale() === 'vi' ? 'en' : 'vi';
  return html`<a class="skip" href="#main" @click=${toMain}>${t('nav.skip')}</a>
    <header class="top"><div>
      <a class="brand" href="/agency">${door()}<span>Một Cửa <small>${w('face')}</small></span></a>
      <button class="menu-button" aria-expanded=${menuOpen} aria-controls="menu" @click=${() => ((menuOpen = !menuOpen), redraw())}>${w('menu')}</button>
      <button class="quiet" lang=${other} @click=${() => (setLocale(other), translate())}>${other === 'en' ? 'English' : 'Tiếng Việt'}</button>
      ${signedIn() ? html`<button class="quiet" @click=${() => void leave()}>${t('settings.signOut')}</button>` : nothing}
    </div></header>
    <div class="console">
      <nav class="ways ${menuOpen ? 'open' : ''}" id="menu" aria-label=${t('nav.label')}>${menu()}</nav>
      <main id="main">
        ${sessionNews()}
        ${page.view()}
      </main>
    </div>
    <footer class="bottom"><p>${String(claims().name ?? '')} <a href="/" target="_self">${w('citizens')}</a></p></footer>`;
}
