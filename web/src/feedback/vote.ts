/** One vote of an account on a published answer. Whether there is one already is not told; pressing tells. */
import type { PublishedFeedback, VoteCount } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { feedback, trouble, type Trouble } from '../core/api';
import { redraw } from '../core/app';
import { canSignIn, signedIn } from '../core/auth';
import { number } from '../core/format';
import { icon, type Icon } from '../core/icons';
import { failure } from '../core/load';
import { startSignIn } from '../pages/signin';
import { f } from './words';

export function voting(code: string): (value: PublishedFeedback) => TemplateResult | typeof nothing {
  let now: VoteCount | undefined;
  let busy = false;
  let why: Trouble | undefined;

  async function press(like: boolean): Promise<void> {
    busy = true;
    why = undefined;
    redraw();
    try {
      now = now?.own === like ? await feedback.deleteVote({ code }) : await feedback.putVote({ code, voteInput: { like } });
    } catch (thrown) {
      why = trouble(thrown);
    }
    busy = false;
    redraw();
  }

  function button(like: boolean, sign: Icon, count: number): TemplateResult {
    return html`<button class="vote" aria-pressed=${now?.own === like} ?disabled=${busy || !signedIn()} @click=${() => void press(like)}>
      ${icon(sign)} ${f(like ? 'like' : 'dislike')} <strong>${number(count)}</strong></button>`;
  }

  return (value) => {
    const { likes, dislikes } = now ?? value;
    return html`<section aria-labelledby="vote"><h2 id="vote">${f('voteTitle')}</h2>${why === undefined ? nothing : failure(why)}
      <div class="actions">${button(true, 'up', likes)}${button(false, 'down', dislikes)}</div>
      ${signedIn()
        ? html`<p class="fine">${f('voteHelp')}</p>`
        : canSignIn() ? html`<p><button class="quiet" @click=${startSignIn}>${f('voteSignIn')}</button></p>` : nothing}</section>`;
  };
}
