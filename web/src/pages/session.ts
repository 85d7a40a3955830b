/** The session as both faces tell of it, and its end: whoever leaves leaves nothing written on this device. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { reopen } from '../core/app';
import { sessionLost, signOut, stillOpen } from '../core/auth';
import { t, type Key } from '../core/i18n';
import { dropDrafts } from '../core/kept';
import { dropDraft, ownDrafts } from '../feedback/draft';
import { forgetSurveys } from '../offline/surveys';
import { signInFailed, startSignIn } from './signin';

/** Drafts with their files, questions of ratings to come, and what this tab holds. */
export async function forgetWritten(): Promise<void> {
  dropDrafts();
  // A browser that keeps nothing has nothing to forget.
  await Promise.allSettled([ownDrafts().then((drafts) => Promise.all(drafts.map((draft) => dropDraft(draft.id)))), forgetSurveys()]);
}

export async function leave(): Promise<void> {
  await forgetWritten();
  await signOut();
  reopen();
}

/** Above every page: that the session ended or stands open elsewhere, or that signing in failed; with what to do. */
export function sessionNews(): TemplateResult {
  return html`${stillOpen() ? bad('signin.stillOpen', 'settings.signOut', () => void leave()) : nothing}
    ${sessionLost() ? bad('signin.lost', 'signin.again', startSignIn) : nothing}
    ${signInFailed() ? html`<p class="notice bad" role="alert">${t('signin.failed')}</p>` : nothing}`;
}

function bad(words: Key, button: Key, does: () => void): TemplateResult {
  return html`<div class="notice bad" role="alert"><p>${t(words)}</p><button class="main" @click=${does}>${t(button)}</button></div>`;
}
