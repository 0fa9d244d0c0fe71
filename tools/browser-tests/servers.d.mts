export interface Server {
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}
/** Starts the product as a person would, on a free port over a data folder of its own, with `settings` of its environment. */
export function startServer(args?: readonly string[], settings?: Readonly<Record<string, string>>): Promise<Server>;
