import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLanguage } from './lib/language.js';
import { readPageSearch, type PageSearch } from './lib/page-search.js';
import { useSession } from './lib/session.js';

/** What one can go to, each shown to whom it is for. */
const NAVIGATION = [
  { to: '/', page: 'overview', permission: 'indicators.read' },
  { to: '/san-pham', page: 'products', permission: 'products.read' },
  { to: '/so-san-pham', page: 'productRegister', permission: 'products.read' },
  { to: '/so-chu-the', page: 'producers', permission: 'products.read' },
  { to: '/bang', page: 'board', permission: 'products.read' },
  { to: '/dot', page: 'rounds', permission: 'products.read' },
  { to: '/hoat-dong', page: 'activities', permission: 'indicators.read' },
  { to: '/kinh-phi', page: 'funding', permission: 'funding.read' },
  { to: '/bao-cao-xa', page: 'communeReports', permission: 'indicators.read' },
  { to: '/bao-cao', page: 'reports', permission: 'reports.read' },
  { to: '/quan-tri/quy-dinh', page: 'rules', permission: 'plans.read' },
  { to: '/quan-tri/tai-khoan', page: 'accounts', permission: 'accounts.read' },
  { to: '/quan-tri/nhat-ky', page: 'audit', permission: 'audit.read' },
] as const;

/** From page to page the year and day go along, a page's own filters do not. */
const viewOnly = (search: Record<string, unknown>): PageSearch => readPageSearch(search);

/** The pages to go to. On a phone they are wider than the screen: the one that is open is moved into sight. */
export function ShellNav() {
  const { permissions } = useSession();
  const { header, pages } = useLanguage().messages;
  const pathname = useLocation({ select: (location) => location.pathname });
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    // Not scrollIntoView: it would move the page under who comes back to the middle of it.
    if (nav.current && open) nav.current.scrollLeft = open.offsetLeft - nav.current.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} className="shell-nav" aria-label={header.navigation}>
      {NAVIGATION.filter(({ permission }) => permissions.includes(permission)).map(({ to, page }) => (
        <Link key={to} to={to} search={viewOnly} activeOptions={{ exact: to === '/' || to === '/san-pham', includeSearch: false }}>
          {pages[page]}
        </Link>
      ))}
    </nav>
  );
}
