/**
 * What is being written to an agency, on this phone: words and files, until the service has them. It belongs to the account
 * that began it, is never shown to another one, and goes by itself after two weeks.
 */
import type { FeedbackInput, FeedbackSender } from 'client';
import { account, claims } from '../core/auth';
import { all, put, remove } from '../core/db';

const KEPT_FOR = 14 * 86_400_000;

export interface DraftFile {
  name: string;
  type: string;
  blob: Blob;
}
export interface Draft {
  /** Sent with every try as the Idempotency-Key, so that many tries are one case. */
  id: string;
  owner?: string;
  savedAt: number;
  /** How the page names the dossier or procedure it is about. */
  about?: string;
  /** Words of the service that the person must read before sending. */
  notice?: string;
  input: Omit<FeedbackInput, 'sender'>;
  sender: FeedbackSender;
  files: DraftFile[];
  /** It was sent without an answer, or there was no network: the next occasion sends it. */
  waiting: boolean;
  /** Given by the service; then only files are left to send. */
  code?: string;
}

export function newDraft(about: Pick<FeedbackInput, 'dossierCode' | 'procedureCode'> = {}): Draft {
  const name = claims().name;
  return {
    id: crypto.randomUUID(),
    owner: account(),
    savedAt: Date.now(),
    input: { kind: 'PAKN', title: '', text: '', ...about },
    sender: { name: typeof name === 'string' ? name : '' },
    files: [],
    waiting: false,
  };
}

/** Whether the person at the screen may see it: its owner; or whoever goes on with what was begun by nobody signed in. */
function mine({ owner }: Draft): boolean {
  const me = account();
  return me === undefined ? owner === undefined && !navigator.onLine : owner === undefined || owner === me;
}

/** Own drafts, latest first; what is too old is thrown away. */
export async function ownDrafts(): Promise<Draft[]> {
  const kept = await all<Draft>('drafts');
  const old = kept.filter((draft) => draft.savedAt < Date.now() - KEPT_FOR);
  await Promise.all(old.map((draft) => dropDraft(draft.id)));
  return kept.filter((draft) => !old.includes(draft) && mine(draft)).sort((a, b) => b.savedAt - a.savedAt);
}

/** The one that the address names, else the one begun about the same, else a new one. */
export async function openDraft(address: URLSearchParams): Promise<Draft> {
  const id = address.get('draft');
  const dossierCode = address.get('dossier') ?? undefined;
  const procedureCode = address.get('procedure') ?? undefined;
  const about = (draft: Draft): boolean =>
    !draft.waiting && draft.input.dossierCode === dossierCode && (dossierCode !== undefined || draft.input.procedureCode === procedureCode);
  const kept = await ownDrafts().catch(() => []);
  const found = kept.find(id === null ? about : (draft) => draft.id === id);
  if (found === undefined) {
    return newDraft({ dossierCode, procedureCode });
  }
  found.owner ??= account();
  return found;
}

/** False where the browser keeps nothing, or has no room left: then it can be sent now or not at all. */
export async function saveDraft(draft: Draft): Promise<boolean> {
  draft.savedAt = Date.now();
  return put('drafts', draft).then(
    () => true,
    () => false,
  );
}

export async function dropDraft(id: string): Promise<void> {
  await remove('drafts', id).catch(() => undefined);
}

/** Where its form is. */
export function placeOf(draft: Draft): string {
  return `/feedback/new#draft=${draft.id}`;
}
