/** The agency's console. */
import { html } from 'lit-html';
import { adminRoute } from './admin/gate';
import { frame } from './agency/frame';
import { routeOf } from './agency/lazy';
import { PAGES } from './agency/pages';
import { redraw, start } from './core/app';
import { onChange, resume, signedIn } from './core/auth';
import { t } from './core/i18n';
import { applyTheme } from './core/kept';
import { entered } from './pages/signin';

applyTheme();

let was = false;
onChange(() => {
  const is = signedIn();
  if (is && !was) {
    entered();
  }
  was = is;
  redraw();
});

start(
  [
    ...PAGES.map(routeOf),
    adminRoute,
    [/^/, () => ({ title: () => t('nav.nothing'), view: () => html`<h1 tabindex="-1">${t('nav.nothing')}</h1>` })],
  ],
  frame,
);
// Signing in ends on the citizen's `/signed-in`, which hands back to this face; its session is found again silently.
void resume();
