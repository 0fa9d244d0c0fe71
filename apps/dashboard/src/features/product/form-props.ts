import type { Day } from '@ocop/domain';

/** What can be entered from the page of a product, as its address names it. */
export const ACTIONS = ['buoc', 'ket-qua', 'dinh-chinh', 'quyet-dinh', 'thu-hoi', 'kiem-tra', 'sua', 'dang-ky', 'sua-dang-ky', 'quyet-dinh-truoc'] as const;
export type Action = (typeof ACTIONS)[number];

/** What was entered, and how it can be taken back at once. */
export interface Done {
  text: string;
  undo?: { registrationId: number; version: number };
}

export interface FormProps {
  today: Day;
  onDone: (done: Done) => void;
  onCancel: () => void;
  /** Leads to another form of the page. */
  onOpen: (action: Action, id?: number) => void;
}
