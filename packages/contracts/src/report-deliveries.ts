import { DELIVERY_STATES } from '@ocop/domain';
import { z } from 'zod';
import { emailSchema } from './accounts.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { idSchema, lineSchema, remarkSchema } from './written-text.js';

/** Who gets the issued reports of an office by mail. */
export const reportRecipientSchema = z
  .object({ id: z.number().int(), name: z.string(), address: z.string(), addedAt: instantSchema, addedBy: z.string().nullable() })
  .meta({ id: 'ReportRecipient' });
export type ReportRecipient = z.infer<typeof reportRecipientSchema>;
/** `configured`: whether this installation sends mail at all. */
export const reportRecipientListSchema = listOf(reportRecipientSchema).extend({ configured: z.boolean() }).meta({ id: 'ReportRecipientList' });
export type ReportRecipientList = z.infer<typeof reportRecipientListSchema>;

export const addReportRecipientSchema = z.strictObject({ name: lineSchema(rules.recipientName, 200), address: emailSchema }).meta({ id: 'AddReportRecipient' });
export type AddReportRecipient = z.infer<typeof addReportRecipientSchema>;

/** The mail of an issued report to one recipient, whose name and address stay as they were. */
export const reportDeliverySchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    address: z.string(),
    state: z.enum(DELIVERY_STATES),
    /** Begun so far; 0 = none yet. */
    attempts: z.number().int(),
    /** Why the last attempt since it was asked for did not succeed; null = none failed, or it is sent. */
    error: z.string().nullable(),
    requestedAt: instantSchema,
    requestedBy: z.string().nullable(),
    /** When it is tried next; null unless it waits. */
    nextAttemptAt: instantSchema.nullable(),
    /** When it was sent, or given up; null while it waits. */
    endedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ReportDelivery' });
export type ReportDelivery = z.infer<typeof reportDeliverySchema>;
export const reportDeliveryListSchema = listOf(reportDeliverySchema).extend({ configured: z.boolean() }).meta({ id: 'ReportDeliveryList' });
export type ReportDeliveryList = z.infer<typeof reportDeliveryListSchema>;

/** To whom an issued report is sent, by the ids of the recipients, with a few words; null = none, or those of before. */
export const sendReportSchema = z
  .strictObject({ recipientIds: z.array(idSchema, { error: rules.recipients }).min(1, { error: rules.recipients }).max(50, { error: rules.recipients }), note: remarkSchema })
  .meta({ id: 'SendReport' });
export type SendReport = z.infer<typeof sendReportSchema>;
