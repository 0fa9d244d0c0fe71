/** How the mail of an issued report to one recipient stands; “failed” = it is not tried any more until a person asks. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
