import { describe, expect, it } from '@jest/globals';
import { draftKey, readDraft, writeDraft } from './draft.js';

class Shelf {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}
const EMPTY = { name: '', note: '' };
const now = new Date('2024-05-20T08:15:00Z');

describe('a draft', () => {
  it('comes back with the moment it was typed', () => {
    const shelf = new Shelf();
    writeDraft(shelf, 'a', EMPTY, { name: 'Bún Vân Cù', note: '' }, now);
    expect(readDraft(shelf, 'a', EMPTY)).toEqual({ value: { name: 'Bún Vân Cù', note: '' }, savedAt: '2024-05-20T08:15:00.000Z' });
    expect(readDraft(shelf, 'b', EMPTY)).toBeNull();
  });

  it('is gone when the form is as it was at first', () => {
    const shelf = new Shelf();
    writeDraft(shelf, 'a', EMPTY, { name: 'x', note: '' }, now);
    writeDraft(shelf, 'a', EMPTY, { ...EMPTY }, now);
    expect(shelf.texts.size).toBe(0);
  });

  it('of a form that has other fields by now, or that cannot be read, is none', () => {
    const shelf = new Shelf();
    writeDraft(shelf, 'a', EMPTY, { name: 'x', note: '' }, now);
    expect(readDraft(shelf, 'a', { ...EMPTY, paper: '' })).toBeNull();
    shelf.setItem('a', '{"value":');
    expect(readDraft(shelf, 'a', EMPTY)).toBeNull();
  });

  it('is no reason to fail where the browser forbids storage', () => {
    const closed = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    const store = { getItem: closed, setItem: closed, removeItem: closed };
    expect(() => writeDraft(store, 'a', EMPTY, { name: 'x', note: '' }, now)).not.toThrow();
    expect(readDraft(store, 'a', EMPTY)).toBeNull();
  });

  it('of one locality does not come up in another', () => {
    const shelf = new Shelf();
    writeDraft(shelf, draftKey(1, 'tolerance of 2024', '7'), EMPTY, { name: 'x', note: '' }, now);
    expect(readDraft(shelf, draftKey(1, 'tolerance of 2024', '8'), EMPTY)).toBeNull();
    expect(readDraft(shelf, draftKey(1, 'tolerance of 2024', null), EMPTY)).toBeNull();
    expect(readDraft(shelf, draftKey(1, 'tolerance of 2024', '7'), EMPTY)?.value.name).toBe('x');
  });

  it('keeps the key it always had where no locality is named', () => {
    expect(draftKey(1, 'tolerance of 2024', null)).toBe('ocop-draft 1 tolerance of 2024');
  });
});
