import { ApiError } from '../lib/api/api-error.js';
import { useLanguage } from '../lib/language.js';

/** Why a form was not taken, said once for all of it; what concerns a field stands beside the field as well. */
export function FormRefusal({ error }: { error: Error | null }) {
  const { messages } = useLanguage();
  const { states } = messages;
  if (error === null) return null;
  const known = error instanceof ApiError ? error : null;
  const text = known?.kind === 'offline' ? states.offline : (known?.problem?.detail ?? states.unexpected);
  return (
    <div className="failure" role="alert">
      <p>{text}</p>
      {known?.problem === null && known.requestId !== null && <p className="muted">{states.requestId(known.requestId)}</p>}
    </div>
  );
}
