import { EXPORT_FORMATS } from '@ocop/contracts';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { ApiError } from '../lib/api/api-error.js';
import { useDownloadTable } from '../lib/api/download-table.js';
import type { Query } from '../lib/api/request.js';
import { useLanguage } from '../lib/language.js';
import { Icon } from './icon.js';
import './export-menu.css';

/** A table as a file, with every row that its filters leave: a choice of forms, what is happening, and why it failed. */
export function ExportMenu({ path, query }: { path: string; query: Query }) {
  const { messages } = useLanguage();
  const { exports: words, states } = messages;
  const { mutate, isPending, error, data } = useDownloadTable(path, query);
  const explain = (failure: Error) => {
    const known = failure instanceof ApiError ? failure : null;
    return known?.kind === 'offline' ? states.offline : (known?.problem?.detail ?? states.unexpected);
  };
  return (
    <div className="export">
      <MenuTrigger>
        <Button className="tool-button" isDisabled={isPending}>
          {isPending ? words.working : words.download} <Icon name="down" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="export-menu" aria-label={words.download} onAction={(format) => mutate(String(format))}>
            {EXPORT_FORMATS.map((format) => (
              <MenuItem key={format} id={format}>
                {words.formats[format]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {error !== null && (
        <p className="export-failure" role="alert">
          {words.failed} {explain(error)}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {isPending ? words.working : data === undefined ? '' : words.downloaded(data)}
      </p>
    </div>
  );
}
