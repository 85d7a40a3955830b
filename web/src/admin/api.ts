/** The part of the contract that only administrators call; its code is loaded with their pages. */
import { AdministrationApi, ReferenceApi, type InitOverrideFunction } from 'client';
import { configuration } from '../core/api';

export const administration = new AdministrationApi(configuration);
export const reference = new ReferenceApi(configuration);

/** One more header on a call. */
export function heading(name: string, value: string): InitOverrideFunction {
  return async ({ init }) => ({ headers: { ...init.headers, [name]: value } });
}

/** An answer that may have changed a moment ago: the browser asks whether its copy still holds. */
export const unkept: RequestInit = { cache: 'no-cache' };
