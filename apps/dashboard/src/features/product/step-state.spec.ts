import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type RegistrationDetail } from '@ocop/contracts';
import { ownMoves } from './step-state.js';

const at = (...moves: RegistrationDetail['moves']) => ({ moves }) as RegistrationDetail;
const office = permissionsOf(['economic-office']);
const commune = permissionsOf(['commune-officer']);

// Plan 1227, V.4: communes prepare dossiers and send them; scores and decisions are the town's.
describe('the moves that one may enter oneself', () => {
  it('are of a commune its own stages only', () => {
    const detail = at({ stage: 'assessed-by-commune', kind: 'next' }, { stage: 'scored-by-town', kind: 'skip' }, { stage: 'withdrawn', kind: 'next' });
    expect(ownMoves(detail, office).map(({ stage }) => stage)).toEqual(['assessed-by-commune', 'scored-by-town', 'withdrawn']);
    expect(ownMoves(detail, commune).map(({ stage }) => stage)).not.toContain('scored-by-town');
  });

  it('are none where the dossier goes nowhere, so that no form is offered that cannot be sent', () => {
    expect(ownMoves(at(), office)).toEqual([]);
    expect(ownMoves(at({ stage: 'sent-to-province', kind: 'next' }), commune)).toEqual([]);
  });
});
