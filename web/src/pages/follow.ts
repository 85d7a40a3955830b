/** Following a procedure: news in the inbox when a release changes it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { notifications, trouble } from '../core/api';
import { redraw } from '../core/app';
import { canSignIn, signedIn } from '../core/auth';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { startSignIn } from './signin';

/** The button on a procedure's page; it asks only for whoever is signed in. */
export function following(): (code: string) => TemplateResult | typeof nothing {
  let followed = new Set<string>();
  let busy = signedIn();
  let said = '';
  if (signedIn()) {
    void notifications
      .listFollowedProcedures()
      .then(({ items }) => {
        followed = new Set(items.map((item) => item.code));
      })
      .catch(() => undefined)
      .finally(() => {
        busy = false;
        redraw();
      });
  }

  async function press(code: string): Promise<void> {
    if (!signedIn()) {
      startSignIn();
      return;
    }
    busy = true;
    redraw();
    try {
      if (followed.delete(code)) {
        await notifications.unfollowProcedure({ code });
        said = t('follow.off');
      } else {
        await notifications.followProcedure({ code });
        followed.add(code);
        said = t('follow.on');
      }
    } catch (thrown) {
      said = trouble(thrown).message;
    }
    busy = false;
    redraw();
  }

  return (code) =>
    canSignIn()
      ? html`<button aria-pressed=${followed.has(code)} ?disabled=${busy} @click=${() => void press(code)}>${icon('bell')} ${t('follow.do')}</button><span role="status">${said}</span>`
      : nothing;
}
