import { z } from 'zod';
import { vi } from 'zod/locales';
import { rules } from './messages/vi.js';

// What a schema refuses is told to a person; zod's own Vietnamese where no sentence of ours is closer.
z.config({
  ...vi(),
  customError: (issue) => (issue.code === 'unrecognized_keys' ? rules.unknownField(issue.keys) : undefined),
});
