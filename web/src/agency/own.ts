import { claims } from '../core/auth';

/** The agency of the signed-in officer. */
export function ownAgency(): string | undefined {
  const agency = claims().agency;
  return typeof agency === 'string' ? agency : undefined;
}
