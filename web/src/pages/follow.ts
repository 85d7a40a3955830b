/** Following a procedure: news in the inbox when a release changes it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { notifications, trouble } from '../core/api';
import { redraw } from '../core/app';
import { canSignIn, signedIn } from '../core/auth';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { load, type Loading } from '../core/load';
import { startSignIn } from './signin';

/** The button on a procedure's page; it asks only for whoever is signed in, also when that is found out later. */
export function following(): (code: string) => TemplateResult | typeof nothing {
  let list: Loading<Set<string>> | undefined;
  let busy = false;
  let said = '';

  async function press(code: string): Promise<void> {
    if (list === undefined) {
      startSignIn();
      return;
    }
    if (list.now.state !== 'there') {
      list.again();
      redraw();
      return;
    }
    const followed = list.now.value;
    busy = true;
    redraw();
    try {
      if (followed.has(code)) {
        await notifications.unfollowProcedure({ code });
        followed.delete(code);
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

  return (code) => {
    if (!canSignIn()) {
      return nothing;
    }
    list = signedIn() ? (list ?? load(async () => new Set((await notifications.listFollowedProcedures()).items.map((item) => item.code)))) : undefined;
    const now = list?.now;
    // Whether it is followed is not said before it is known.
    const pressed = now === undefined ? false : now.state === 'there' ? now.value.has(code) : nothing;
    return html`<button aria-pressed=${pressed} ?disabled=${busy || now?.state === 'loading'} @click=${() => void press(code)}>${icon('bell')} ${t('follow.do')}</button><span
      role="status">${now?.state === 'failed' ? now.trouble.message : said}</span>`;
  };
}
