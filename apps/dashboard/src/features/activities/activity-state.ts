import type { Activity, NewActivity } from '@ocop/contracts';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import { typedDay } from '../../lib/typed-day.js';

/** What stands for the whole locality among its communes, as in the address of the list. */
export const WHOLE = 'none';

/** The form of an activity as typed; `place`: a commune's number, or `WHOLE`. */
export interface ActivityState {
  workArea: string;
  name: string;
  heldOn: string;
  severalDays: boolean;
  endedOn: string;
  place: string;
  participants: string;
  paper: string;
  note: string;
}

/** What a form starts with when one comes from another activity; `takenBack`: that one, whose form has a draft of its own. */
export interface ActivityBefore {
  fields: ActivityState;
  takenBack?: number;
}

export const newActivity = (heldOn: string, place: string): ActivityState => ({
  workArea: '', name: '', heldOn, severalDays: false, endedOn: '', place, participants: '', paper: '', note: '',
});

/** What comes next is often of the same work area, day and place. */
export const nextActivity = ({ workArea, heldOn, place }: ActivityState): ActivityState => ({ ...newActivity(heldOn, place), workArea });

/** An activity as it would be typed. */
export const typedActivity = ({ workArea, name, heldOn, endedOn, unitId, participants, paper, note }: Activity): ActivityState => ({
  workArea: String(workArea),
  name,
  heldOn: typedDay(heldOn),
  severalDays: endedOn !== null,
  endedOn: endedOn === null ? '' : typedDay(endedOn),
  place: unitId === null ? WHOLE : String(unitId),
  participants: String(participants ?? ''),
  paper: paper ?? '',
  note: note ?? '',
});

/** Reads the form into the request of a plan year; one that ended on the day it began took one day. */
export const readActivity =
  (year: number, { participantsFault }: { participantsFault: string }) =>
  (state: ActivityState, reader: FormReader): Reading<NewActivity> => {
    const count = (typed: string): number => {
      if (!/^(?:\d+|\d{1,3}(?:[. ]\d{3})+)$/.test(typed)) reader.faults.push({ path: 'participants', message: participantsFault });
      return Number(typed.replaceAll(/[. ]/g, ''));
    };
    const workArea = Number(reader.choice('workArea', optional(state.workArea)));
    const name = reader.text('name', state.name);
    const heldOn = reader.day('heldOn', state.heldOn);
    const endedOn = state.severalDays ? reader.day('endedOn', state.endedOn) : heldOn;
    const place = reader.choice('unitId', optional(state.place));
    const participants = optional(state.participants);
    return reader.as({
      year,
      workArea,
      name,
      heldOn,
      endedOn: endedOn === heldOn ? null : endedOn,
      unitId: place === WHOLE ? null : Number(place),
      participants: participants === null ? null : count(participants),
      paper: optional(state.paper),
      note: optional(state.note),
    });
  };
