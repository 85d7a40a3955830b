/** Ratings written without a network. The same answers sent twice are one rating for the service, so sending again is safe. */
import type { RatingAnswers } from 'client';
import { satisfaction, trouble } from '../core/api';
import { all, put, remove } from '../core/db';

export interface WaitingRating {
  ticket: string;
  answers: RatingAnswers;
}
export type Sent = { ticket: string; receipt: string } | { ticket: string; refused: string };

export function waitingRatings(): Promise<WaitingRating[]> {
  return all<WaitingRating>('ratings');
}

export async function keepRating(ticket: string, answers: RatingAnswers): Promise<void> {
  await put('ratings', { ticket, answers });
}

/** Sends what waits; what the network does not take stays, what the service refuses for good does not. */
export async function sendRatings(): Promise<Sent[]> {
  // One tab sends; the others find nothing left.
  return navigator.locks.request('ratings', async () => {
    const sent: Sent[] = [];
    for (const { ticket, answers } of await waitingRatings()) {
      try {
        const { receipt } = await satisfaction.postRating({ ticket, ratingAnswers: answers });
        await remove('ratings', ticket);
        sent.push({ ticket, receipt });
      } catch (thrown) {
        const why = trouble(thrown);
        if ([400, 404, 409, 410].includes(why.status)) {
          await remove('ratings', ticket);
          sent.push({ ticket, refused: why.message });
        }
      }
    }
    return sent;
  });
}
