import { api } from '../api.ts';

/** Takes the place that is kept for a household: the carer does it, or staff who have the family on the phone. */
export function acceptOffer(activityId: string, registrationId: string) {
  return api('POST /api/v1/activities/{id}/registrations/{registration_id}/accept', {
    params: { id: activityId, registration_id: registrationId },
  });
}
