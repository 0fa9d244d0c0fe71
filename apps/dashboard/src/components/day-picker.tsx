import { parseDate, type CalendarDate } from '@internationalized/date';
import type { Day } from '@ocop/domain';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../lib/language.js';
import { Icon } from './icon.js';
import './day-picker.css';

interface DayPickerProps {
  /** what the day is for; the as-of day of the page unless said */
  label?: string;
  day: Day;
  firstDay: Day;
  lastDay: Day;
  onChoose: (day: Day) => void;
}

/** A day to choose. A day from the calendar counts at once, a typed one on Enter or when the field is left. */
export default function DayPicker({ label, day, firstDay, lastDay, onChoose }: DayPickerProps) {
  const { messages } = useLanguage();
  const { header } = messages;
  const [draft, setDraft] = useState<CalendarDate | null>(() => parseDate(day));
  const [seen, setSeen] = useState(day);
  const [open, setOpen] = useState(false);
  if (seen !== day) {
    setSeen(day);
    setDraft(parseDate(day));
  }
  const [first, last] = [parseDate(firstDay), parseDate(lastDay)];
  const choose = (chosen: CalendarDate | null) => {
    if (chosen === null || chosen.compare(first) < 0 || chosen.compare(last) > 0) return;
    if (chosen.toString() !== day) onChoose(chosen.toString());
  };
  return (
    <DatePicker
      className="day-picker"
      value={draft}
      minValue={first}
      maxValue={last}
      shouldForceLeadingZeros
      isOpen={open}
      onOpenChange={setOpen}
      onChange={(chosen) => {
        setDraft(chosen);
        if (open) choose(chosen);
      }}
      onBlur={() => choose(draft)}
    >
      <Label className="control-label">{label ?? header.asOf}</Label>
      <Group className="day-picker-field" onKeyDownCapture={(event) => event.key === 'Enter' && !open && choose(draft)}>
        <DateInput className="day-picker-input">{(segment) => <DateSegment segment={segment} className="day-picker-segment" />}</DateInput>
        <Button className="day-picker-button" aria-label={header.openCalendar}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <Popover className="popover">
        <Dialog aria-label={header.calendar}>
          <Calendar className="calendar" firstDayOfWeek="mon">
            <header className="calendar-header">
              <Button slot="previous" className="icon-button" aria-label={header.previousMonth}>
                <Icon name="previous" />
              </Button>
              <Heading />
              <Button slot="next" className="icon-button" aria-label={header.nextMonth}>
                <Icon name="next" />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="narrow">{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
