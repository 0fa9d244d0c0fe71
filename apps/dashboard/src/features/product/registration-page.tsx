import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { getRegistrationOptions } from '../../lib/api/registration-facts.js';
import { readPageSearch } from '../../lib/page-search.js';

/** Leads from a registration, all that a row of a figure knows, to the page of its product. */
export function RegistrationPage() {
  const { id } = useParams({ from: '/app/ho-so/$id' });
  const { data, error, refetch } = useQuery(getRegistrationOptions(Number(id)));
  if (error !== null) return <FailurePanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  return <Navigate to="/san-pham/$id" params={{ id: String(data.registration.productId) }} search={readPageSearch} replace />;
}
