/** The part of the contract that only administrators call; its code is loaded with their pages. */
import { AdministrationApi, serializeDate, type InitOverrideFunction } from 'client';
import { configuration } from '../core/api';
import { accessToken } from '../core/auth';

export const administration = new AdministrationApi(configuration);

/** One more header on a call. */
export function heading(name: string, value: string): InitOverrideFunction {
  return async ({ init }) => ({ headers: { ...init.headers, [name]: value } });
}

/** An answer that may have changed a moment ago: the browser asks whether its copy still holds. */
export const unkept: RequestInit = { cache: 'no-cache' };

/** The search is public and goes without a token; its explanation is for administrators, so the token goes along. */
export const asEditor: InitOverrideFunction = async ({ init }) => ({
  headers: { ...init.headers, Authorization: `Bearer ${(await accessToken()) ?? ''}` },
});

/** A day of the contract, which the client reads as midnight where the browser is, as a moment of that day in Vietnam. */
export function asDay(date: Date): Date {
  return new Date(serializeDate(date));
}
