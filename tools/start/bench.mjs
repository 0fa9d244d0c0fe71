import { join } from 'node:path';
import { node, prepare, root, run } from './workspace.mjs';

prepare();
process.exit(run(node, [join(root, 'tools', 'bench', 'src', 'bench.ts')]));
