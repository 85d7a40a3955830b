/** Questions of ratings to come, kept so that they can be answered without a network; gone when they are, or when the person leaves. */
import type { Survey } from 'client';
import { get, put, remove } from '../core/db';

const keyOf = (ticket: string): string => `survey:${ticket}`;

export function keptSurvey(ticket: string): Promise<Survey | undefined> {
  return get<Survey>('values', keyOf(ticket));
}

export function keepSurvey(ticket: string, survey: Survey): Promise<void> {
  return put('values', survey, keyOf(ticket));
}

export function forgetSurvey(ticket: string): Promise<void> {
  return remove('values', keyOf(ticket));
}

/** All of them: a ticket tells of a dossier. */
export function forgetSurveys(): Promise<void> {
  return remove('values', IDBKeyRange.bound(keyOf(''), keyOf('\uffff')));
}
