import { LONGEST_SECTION } from '@ocop/domain';
import { z } from 'zod';
import { rules } from './messages/vi.js';

const text = (error: string, max: number) => z.string({ error }).normalize('NFC').trim().min(1, { error }).max(max, { error });
/** One line of text in NFC: no control character, no half of a character, no blank at its ends. */
export const lineSchema = (error: string, max: number) => text(error, max).regex(/^[^\p{Cc}\p{Cs}]*$/u, { error });
/** The same of several lines; JSON carries NUL and halves of a character, PostgreSQL does not. */
const lines = (error: string, max: number) => text(error, max).refine((written) => !/[\0\p{Cs}]/u.test(written), { error });

/** A name of a product or producer; one of signs alone could never be found again. */
export const nameSchema = lineSchema(rules.name, 300).refine((name) => /[\p{L}\p{N}]/u.test(name), { error: rules.name });
export const aliasesSchema = z.array(nameSchema, { error: rules.aliases }).max(20, { error: rules.aliases });

/** Number or title of a paper; null = none is known. */
export const paperSchema = lineSchema(rules.paper, 300).nullable();
export const decisionNumberSchema = lineSchema(rules.decisionNumber, 100);
export const reasonSchema = lines(rules.reason, 500);
/** A part of a report in NFC, several lines; empty = nothing to add. */
export const sectionTextSchema = z
  .string({ error: rules.sectionText })
  .normalize('NFC')
  .trim()
  .max(LONGEST_SECTION, { error: rules.sectionText })
  .refine((written) => !/[\0\p{Cs}]/u.test(written), { error: rules.sectionText });
/** A remark of several lines; null = none. */
export const remarkSchema = lines(rules.remark, 2_000).nullable();

/** A whole number in a body. */
export const wholeIn = (error: string, min: number, max: number) => z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
export const idSchema = wholeIn(rules.id, 1, 999_999_999);
/** The version the person looked at; somebody who changed the record meanwhile is not overwritten. */
export const versionSchema = wholeIn(rules.id, 1, 999_999_999);
export const roundNoSchema = wholeIn(rules.roundNo, 1, 9);
