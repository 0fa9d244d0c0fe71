import { z } from 'zod';

/** A moment, RFC 3339 with its offset. */
export const instantSchema = z.iso.datetime({ offset: true });
