import { useMutation } from '@tanstack/react-query';
import { getFile, type Query } from './request.js';

/** Hands a file to the browser, as if it had been linked to. */
function save({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Not at once: some browsers fetch it only after the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Fetches the whole table that a list shows a page of, in a form, and saves it; gives the file's name. */
export const useDownloadTable = (path: string, query: Query) =>
  useMutation({
    mutationFn: async (format: string) => {
      const file = await getFile(path, { ...query, format });
      save(file);
      return file.name;
    },
  });
