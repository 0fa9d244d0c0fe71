import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, TextField } from 'react-aria-components/TextField';
import { LARGEST_PAGE } from '../lib/api/list-registrations.js';
import { useListUnits } from '../lib/api/list-units.js';
import { listProducersOptions } from '../lib/api/producers.js';
import { listProductsOptions } from '../lib/api/products.js';
import { useLanguage } from '../lib/language.js';
import { searchOf } from '../lib/page-search.js';
import { useSession } from '../lib/session.js';
import type { PlanView } from '../lib/plan-view.js';
import { useGoToLocality } from '../lib/use-go-to-locality.js';
import { usePlanChoice } from '../lib/use-plan-choice.js';
import { PALETTE_GROUPS, paletteEntries, paletteMatches, type PaletteEntry, type PaletteGoal } from './palette-entries.js';
import './command-palette.css';

interface Page<T> {
  items: T[];
  total: number;
}

type Lister<T, K extends QueryKey> = (query: { search?: string; pageSize: number }) => UseQueryOptions<Page<T>, Error, Page<T>, K>;

/** What is on hand of a register; past the largest page the server is asked for the words typed. */
function useRegisterEntries<T, K extends QueryKey>(list: Lister<T, K>, may: boolean, typed: string) {
  const all = useQuery({ ...list({ pageSize: LARGEST_PAGE }), enabled: may });
  const more = (all.data?.total ?? 0) > LARGEST_PAGE;
  const found = useQuery({ ...list({ search: typed, pageSize: LARGEST_PAGE }), enabled: more && typed !== '' });
  return { items: found.data?.items ?? all.data?.items ?? [], waiting: all.isLoading || found.isLoading };
}

interface PaletteProps {
  view: PlanView;
  onClose: () => void;
}

function PaletteDialog({ view, onClose }: PaletteProps) {
  const { messages, locale } = useLanguage();
  const { palette } = messages;
  const navigate = useNavigate();
  const { permissions } = useSession();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const mayRead = permissions.includes('products.read');
  const products = useRegisterEntries(listProductsOptions, mayRead, asked);
  const producers = useRegisterEntries(listProducersOptions, mayRead, asked);
  const units = useListUnits({ asOf: view.asOf });
  const { localities } = usePlanChoice();
  const goToLocality = useGoToLocality();
  const entries = paletteEntries({
    plan: view.plan,
    localities,
    products: products.items,
    producers: producers.items,
    units: units.data?.items ?? [],
    permissions,
    messages,
    locale,
  });
  const matching = entries.filter(({ label, detail }) => paletteMatches(`${label} ${detail}`, typed));
  const groups = PALETTE_GROUPS.map((group) => ({
    id: group,
    entries: matching.filter((entry) => entry.group === group),
  })).filter((group) => group.entries.length > 0);
  const go = (goal: PaletteGoal) => {
    onClose();
    if ('locality' in goal) {
      goToLocality(goal.locality);
      return;
    }
    if ('params' in goal) {
      void navigate({ to: goal.to, params: goal.params, search: searchOf(view) });
      return;
    }
    const { to, ...own } = goal;
    void navigate({ to, search: { ...searchOf(view), ...own } });
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label={palette.title} autoFocus>
        <Input className="palette-input" placeholder={palette.placeholder} />
      </TextField>
      <ListBox
        className="palette-list"
        aria-label={palette.results}
        items={groups}
        renderEmptyState={() => <p className="palette-empty">{products.waiting || producers.waiting ? palette.loading : palette.empty}</p>}
      >
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header className="palette-group">{palette.groups[group.id]}</Header>
            <Collection items={group.entries}>
              {(entry: PaletteEntry) => (
                <ListBoxItem
                  id={entry.id}
                  className="palette-item"
                  textValue={`${entry.label} ${entry.detail}`}
                  onAction={() => go(entry.goal)}
                >
                  <span>{entry.label}</span>
                  <span className="palette-detail">{entry.detail}</span>
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  );
}

/** Finds any product, producer, commune, locality, page or report action from the keyboard. */
export default function CommandPalette({ view, onClose }: PaletteProps) {
  const { messages } = useLanguage();
  return (
    <ModalOverlay className="palette-ground" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={messages.palette.title}>
          <PaletteDialog view={view} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
