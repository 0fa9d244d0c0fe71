import { z } from 'zod';

/** Raised when what an older program wrote could be read wrongly by a newer one, or the other way. */
export const FORMAT = 1;
/** The first member of the file; says what the others are. */
export const MANIFEST = 'manifest.json';
/** Files of the data folder that belong to the database, as members are called. */
export const FILES = ['secret-key', 'audit-seals.log'] as const;
export type FileName = (typeof FILES)[number];

const content = { bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) };
const tableSchema = z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.number().int().min(0), ...content });
export type TableContent = z.infer<typeof tableSchema>;

/** Asked first, so that a format of later is told from a file that is damaged. */
export const headSchema = z.object({ kind: z.literal('ocop-backup'), format: z.number().int(), version: z.string() });
export const manifestSchema = z.strictObject({
  ...headSchema.shape,
  /** Invented data, or the office's own. */
  demo: z.boolean(),
  /** The one moment of every row. */
  takenAt: z.iso.datetime(),
  /** Newest migration of the tables. */
  migration: z.string(),
  /** Of the key by which second factors are encrypted, wherever it lies. */
  secretKeySha256: z.string(),
  files: z.array(z.strictObject({ name: z.enum(FILES), ...content })),
  tables: z.array(tableSchema),
  /** Where each counter of ids stood. */
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().regex(/^\d+$/), called: z.boolean() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The members behind the manifest, in their order. */
export const membersOf = ({ files, tables }: Manifest) => [
  ...files.map((file) => ({ ...file, member: `files/${file.name}`, table: null })),
  ...tables.map((table) => ({ ...table, member: `tables/${table.name}.copy`, table })),
];

export const rowsOf = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);
