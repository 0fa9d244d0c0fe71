import { FUNDING_SOURCE_KINDS, isDay, legacyEncoding, PERIOD_KINDS, planFaults, REGISTRATION_KINDS, TARGET_IDS, type PlanToJudge } from '@ocop/domain';
import { rules } from '@ocop/contracts';
import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { messages } from '../../platform/errors/messages.js';

const text = z.string().trim().min(1).max(500);
const day = z.string().refine(isDay, { error: rules.day });

/** A list in which no two items share the value of `key`. */
const uniqueBy = <T extends object>(key: keyof T & string, item: z.ZodType<T>) =>
  z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>();
    for (const [index, one] of items.entries()) {
      const value = one[key];
      if (seen.has(value)) context.addIssue({ code: 'custom', path: [index, key], message: messages.plan.duplicate(String(value)) });
      seen.add(value);
    }
  });

const planFileSchema = z.object({
  number: text,
  date: day,
  title: text,
  year: z.number().int().min(2018).max(2100),
  issuer: z.object({
    name: text,
    shortName: text,
    place: text,
    province: text,
    signatory: z.object({ onBehalfOf: text, capacity: z.array(text), name: text }),
  }),
  legalBasis: z.array(z.object({ number: text, date: day, issuer: text })),
  targets: z.array(z.object({ id: z.enum(TARGET_IDS), clause: text, text, minimum: z.number().int().nonnegative().nullable() })),
  rounds: z.array(z.object({ no: z.number().int().positive(), townRecognitionBefore: day, dossiersToProvinceBefore: day, clause: text })),
  productListSupplementBefore: day,
  communeReports: z.array(z.object({ period: z.enum(PERIOD_KINDS), name: text, clause: text, dueBefore: day.optional() })),
  workAreas: uniqueBy('no', z.object({ no: z.number().int().positive(), clause: text, name: text })),
  fundingSources: uniqueBy(
    'id',
    z.object({ id: text, name: text, kind: z.enum(FUNDING_SOURCE_KINDS), clause: text, principal: z.boolean().optional() }),
  ).refine((sources) => sources.filter(({ principal }) => principal).length <= 1, { error: messages.plan.principalOnce }),
  recipients: z.array(text),
  products: uniqueBy(
    'no',
    z.object({
      no: z.number().int().positive(),
      name: text,
      producer: text,
      commune: text,
      kind: z.enum(REGISTRATION_KINDS),
      note: text.optional(),
    }),
  ),
});
export type PlanFile = z.infer<typeof planFileSchema>;

const unitsFileSchema = z.object({
  province: z.object({ code: text, name: text, validTo: day.nullable(), successor: text.nullable() }),
  town: z.object({ code: text, name: text, validTo: day.nullable() }),
  communes: z.array(
    z.object({ code: text, name: text, type: text, validTo: day.nullable(), successor: text.nullable(), aliases: z.array(text) }),
  ),
});
export type UnitsFile = z.infer<typeof unitsFileSchema>;

/** What is wrong with a file, each reason with its line. */
export class BrokenFileError extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('; '));
    this.name = 'BrokenFileError';
  }
}

type Path = readonly (string | number)[];

/** A parsed file that can still say on which line a value stands. */
export interface LocatedFile<T> {
  value: T;
  /** @returns the reason with the line of the value at `path` */
  at(path: Path, reason: string): string;
}

function read<T>(bytes: Uint8Array, schema: z.ZodType<T>): LocatedFile<T> {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    throw new BrokenFileError([messages.plan.notUtf8]);
  }
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
  const encoding = legacyEncoding(source);
  if (encoding !== null) throw new BrokenFileError([messages.plan.legacyEncoding(encoding)]);

  const syntax: ParseError[] = [];
  const tree = parseTree(source, syntax, { disallowComments: true });
  if (tree === undefined || syntax.length > 0) {
    const reasons = syntax.map(({ error, offset }) =>
      messages.plan.line(lineOf(offset), messages.plan.notJson(printParseErrorCode(error))),
    );
    throw new BrokenFileError(reasons.length > 0 ? reasons : [messages.plan.line(1, messages.plan.notJson('EmptyFile'))]);
  }

  const at = (path: Path, reason: string): string => {
    // A missing value has no place of its own: its nearest ancestor has.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node) return messages.plan.line(lineOf(node.offset), `${path.join('.')}: ${reason}`);
    }
    return reason;
  };
  const parsed = schema.safeParse(JSON.parse(source));
  if (!parsed.success) {
    throw new BrokenFileError(parsed.error.issues.map(({ path, message }) => at(path as Path, message)));
  }
  return { value: parsed.data, at };
}

/**
 * Reads the file of a plan.
 * @throws BrokenFileError naming each line and reason
 */
export function readPlanFile(bytes: Uint8Array): LocatedFile<PlanFile> {
  const file = read(bytes, planFileSchema);
  const faults = planFaults(toJudge(file.value));
  if (faults.length > 0) throw new BrokenFileError(faults.map(({ path, fault }) => file.at(path.map((part) => NAMED_OTHERWISE[part] ?? part), messages.plan.faults[fault])));
  return file;
}

const toJudge = ({ year, date, productListSupplementBefore, targets, rounds, communeReports }: PlanFile): PlanToJudge => ({
  year,
  issuedOn: date,
  supplementBefore: productListSupplementBefore,
  targets: targets.map(({ id }) => ({ indicatorId: id })),
  rounds,
  reports: communeReports.map(({ period, dueBefore }) => ({ period, dueBefore: dueBefore ?? null })),
});
/** What the file calls those values of a plan that it calls otherwise. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = { issuedOn: 'date', supplementBefore: 'productListSupplementBefore', indicatorId: 'id', reports: 'communeReports' };

/**
 * Reads the file of administrative units.
 * @throws BrokenFileError naming each line and reason
 */
export const readUnitsFile = (bytes: Uint8Array): LocatedFile<UnitsFile> => read(bytes, unitsFileSchema);
