/** Asking to sign in, where a page needs it; and coming back from it. */
import { html, type TemplateResult } from 'lit-html';
import { go, path, redraw, reopen, type Page } from '../core/app';
import { canSignIn, finishSignIn, signedIn, signIn } from '../core/auth';
import { t } from '../core/i18n';

let failed = false;

/** What to show instead of a page for signed-in people, with what signing in is for; undefined when the person is signed in. */
export function mustSignIn(why = t('signin.why')): TemplateResult | undefined {
  if (signedIn()) {
    return undefined;
  }
  return canSignIn()
    ? html`<div class="signin"><p>${why}</p>
        <button class="main" @click=${startSignIn}>${t('signin.do')}</button>
        <p class="fine">${t('signin.privacy')}</p></div>`
    : html`<p class="notice">${t('signin.none')}</p>`;
}

/** Whether the identity server could not be asked, or gave nothing; every page tells. */
export function signInFailed(): boolean {
  return failed;
}

/** Somebody is signed in: a page that asks for it opens anew; one that is being used stays, with what was typed in it. */
export function entered(): void {
  failed = false;
  if (document.querySelector('main .signin') !== null) {
    reopen();
  }
}

export function startSignIn(): void {
  failed = false;
  void signIn(path()).catch(() => {
    failed = true;
    redraw();
  });
}

export function signedInPage(): Page {
  void finishSignIn().then(
    // The console is another document: it finds the session of the identity server by itself.
    (returnTo) => (returnTo.startsWith('/agency') ? location.replace(returnTo) : go(returnTo, true)),
    () => {
      failed = true;
      go('/me', true);
    },
  );
  return { title: () => t('signin.do'), view: () => html`<h1 tabindex="-1">${t('signin.do')}</h1><p role="status">${t('loading')}</p>` };
}
