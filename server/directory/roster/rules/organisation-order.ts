import type { OrganisationKind } from '../../tables.ts';

/** What may stand under what. Kinds only go down, so that no chain of parents can lead back to itself. */
export const allowedParents: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  district: [],
  subdistrict: ['district'],
  community: ['subdistrict', 'district'],
  school: ['community', 'subdistrict', 'district'],
  kindergarten: ['community', 'subdistrict', 'district'],
  grade: ['school', 'kindergarten'],
  class: ['grade', 'school', 'kindergarten'],
};
