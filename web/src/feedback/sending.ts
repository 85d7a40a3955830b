/** Sends what was written: the words once, whatever the network does, then file after file. */
import type { FeedbackReceipt } from 'client';
import { feedback, Trouble, trouble } from '../core/api';
import { account } from '../core/auth';
import { t } from '../core/i18n';
import { dropDraft, ownDrafts, saveDraft, type Draft } from './draft';
import { upload } from './upload';
import { f } from './words';

const KEY_USED = '/problems/idempotency-key-reused';

/** Told to the window when what waited has been sent; `detail` has the code of the case by the draft's id. */
export const SENT = 'motcua-feedback-sent';

export interface Progress {
  /** The file on its way, from 1; 0 while the words are. */
  file: number;
  files: number;
  share: number;
}
export type Outcome =
  | { state: 'sent'; code: string; receipt?: FeedbackReceipt; refused: string[] }
  /** It stays here and is sent later; with the receipt when the words have arrived. */
  | { state: 'kept'; receipt?: FeedbackReceipt }
  | { state: 'failed'; trouble: Trouble };

/** One at a time, in whichever tab. */
export async function send(draft: Draft, tell: (progress: Progress) => void = () => undefined): Promise<Outcome> {
  return navigator.locks.request('feedback', () => sendNow(draft, tell));
}

async function sendNow(draft: Draft, tell: (progress: Progress) => void): Promise<Outcome> {
  if (!navigator.onLine) {
    return keep(draft);
  }
  let receipt: FeedbackReceipt | undefined;
  if (draft.code === undefined) {
    tell({ file: 0, files: draft.files.length, share: 0 });
    try {
      receipt = await feedback.sendFeedback({ feedbackInput: inputOf(draft), idempotencyKey: draft.id });
    } catch (thrown) {
      const why = trouble(thrown);
      // Signed out while writing, the form stays, with a way to sign in; what waits already waits on.
      if (passes(why) || (why.signedOut && draft.waiting)) {
        return keep(draft);
      }
      draft.waiting = false;
      await saveDraft(draft);
      return { state: 'failed', trouble: why };
    }
    draft.code = receipt.code;
    draft.waiting = true;
    await saveDraft(draft);
  }
  return sendFiles(draft, draft.code, receipt, tell);
}

async function sendFiles(draft: Draft, code: string, receipt: FeedbackReceipt | undefined, tell: (progress: Progress) => void): Promise<Outcome> {
  const refused: string[] = [];
  const files = draft.files.length;
  for (let file = 1; draft.files.length > 0; file++) {
    const next = draft.files[0];
    try {
      tell({ file, files, share: 0 });
      await upload(code, next, (share) => tell({ file, files, share }));
    } catch (thrown) {
      const why = trouble(thrown);
      if (passes(why) || why.signedOut) {
        return keep(draft, receipt);
      }
      refused.push(`${next.name}: ${why.message}`);
    }
    draft.files.shift();
    await saveDraft(draft);
  }
  await dropDraft(draft.id);
  return { state: 'sent', code, receipt, refused };
}

async function keep(draft: Draft, receipt?: FeedbackReceipt): Promise<Outcome> {
  draft.waiting = true;
  if (await saveDraft(draft)) {
    return { state: 'kept', receipt };
  }
  draft.waiting = false;
  return { state: 'failed', trouble: new Trouble(0, t('trouble.offline')) };
}

/** Whether it says nothing about what was sent: no network, a service that is busy or out of order. */
function passes({ status }: Trouble): boolean {
  return status <= 0 || status === 429 || status >= 500;
}

/** Nothing that was left empty, and of a repair no contact: none is needed. */
function inputOf({ input, sender }: Draft): Parameters<typeof feedback.sendFeedback>[0]['feedbackInput'] {
  const given = <T extends object>(from: T): T =>
    Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined && value !== '')) as T;
  return { ...given(input), ...(input.kind === 'REPAIR' ? {} : { sender: given(sender) }) };
}

/** Why it failed, in words for somebody who does not know what a key is. */
export function failureWords(why: Trouble): string {
  return why.type.endsWith(KEY_USED) ? f('keyUsed') : why.message;
}

/** What became of it, for somebody who does not have its form before the eyes. */
export function toldLater(outcome: Outcome): string[] {
  switch (outcome.state) {
    case 'sent':
      return [[f('sentLater', { code: outcome.code }), ...outcome.refused].join(' ')];
    case 'failed':
      return [f('refusedLater', { why: failureWords(outcome.trouble) })];
    case 'kept':
      return [];
  }
}

/** Sends what waits for this account, and tells in words what became of it; what the service refuses stays as a draft. */
export async function sendWaiting(): Promise<string[]> {
  const said: string[] = [];
  const codes: Record<string, string> = {};
  for (const draft of (await ownDrafts()).filter((one) => one.waiting && one.owner !== undefined && one.owner === account())) {
    const outcome = await send(draft);
    if (outcome.state === 'sent') {
      codes[draft.id] = outcome.code;
    }
    said.push(...toldLater(outcome));
  }
  dispatchEvent(new CustomEvent(SENT, { detail: codes }));
  return said;
}
