import type { CalendarFeed, NewCalendarFeed } from '@ocop/contracts';
import { attentionCalendarDay, attentionNextStep, attentionSentence, civilDay } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import ical from 'ical-generator';
import { DataSource } from 'typeorm';
import { newToken, sha256 } from '../../platform/access/session-cookie.js';
import { SessionsService } from '../../platform/access/sessions.service.js';
import { authorize, signedIn, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { setRowScope } from '../../platform/database/row-scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Installation } from '../../platform/installation.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { PlansService } from '../plans/plans.service.js';
import { AttentionService } from './attention.service.js';

/** The attention list as a feed for a person's calendar, which cannot sign in: a secret address, one an account. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly sessions: SessionsService,
    private readonly plans: PlansService,
    private readonly inSight: PlansInSightService,
    private readonly attention: AttentionService,
    private readonly audit: AuditService,
  ) {}

  async getFeed(viewer: Viewer): Promise<CalendarFeed> {
    authorize(viewer, 'indicators.read');
    const [feed] = await this.dataSource.query<{ madeAt: Date }[]>('select made_at as "madeAt" from calendar_feed where account_id = $1', [viewer.accountId]);
    return { madeAt: feed?.madeAt.toISOString() ?? null };
  }

  /** A new address; the one before ends. Of the secret only its SHA-256 is kept. */
  makeFeed(viewer: Viewer): Promise<NewCalendarFeed> {
    authorize(viewer, 'indicators.read');
    const { accountId } = signedIn(viewer);
    const token = newToken();
    const madeAt = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        `insert into calendar_feed (account_id, token_sha256, made_at) values ($1, $2, $3)
         on conflict (account_id) do update set token_sha256 = excluded.token_sha256, made_at = excluded.made_at`,
        [accountId, sha256(token), madeAt],
      );
      await this.audit.record(manager, viewer, { action: 'calendar-feed-made', subject: 'account', subjectId: accountId, subjectName: viewer.username });
      return { path: `/api/v1/calendar/${token}.ics`, madeAt: madeAt.toISOString() };
    });
  }

  endFeed(viewer: Viewer): Promise<void> {
    authorize(viewer, 'indicators.read');
    const { accountId } = signedIn(viewer);
    return this.dataSource.transaction(async (manager) => {
      const [, count] = await manager.query<[unknown, number]>('delete from calendar_feed where account_id = $1', [accountId]);
      if (count > 0) await this.audit.record(manager, viewer, { action: 'calendar-feed-ended', subject: 'account', subjectId: accountId, subjectName: viewer.username });
    });
  }

  /** What waits for the owner of the address, each on its day; with the rights the account has now. @throws AppError link-not-valid */
  async calendarOf(visitor: Viewer, file: string): Promise<string> {
    const token = file.replace(/\.ics$/, '');
    const [feed] = await this.dataSource.query<{ accountId: number }[]>('select account_id as "accountId" from calendar_feed where token_sha256 = $1', [sha256(token)]);
    const owner = feed === undefined ? null : await this.sessions.rightsOf(feed.accountId);
    if (owner === null || !owner.permissions.includes('indicators.read')) throw new AppError('link-not-valid', messages.calendarNotValid);
    setRowScope(owner.units ?? 'all');
    const year = Number(this.clock.today().slice(0, 4));
    const plans = await this.inSight.newest({ units: owner.units, locality: null }, year);
    // Of several localities it is said whose each is.
    const several = plans.length > 1;
    const calendar = ical({ name: messages.calendarName, prodId: { company: 'ocop-monitor', product: 'ocop-monitor', language: 'VI' } });
    for (const { id: planId, year: planYear, unitId, unitName } of plans) {
      const view = await this.plans.viewOf(await this.plans.ofId(planId), owner.units);
      for (const item of await this.attention.items(view)) {
        const { year: y, month, day } = civilDay(attentionCalendarDay(item));
        calendar.createEvent({
          id: `${several ? `${unitId}-` : ''}${planYear}-${item.key}@ocop-monitor`, allDay: true, start: new Date(Date.UTC(y, month - 1, day)), stamp: this.clock.now(),
          summary: several ? messages.calendarOf(unitName, attentionSentence(item)) : attentionSentence(item), description: attentionNextStep(item),
          ...(this.installation.publicUrl === null ? {} : { url: this.installation.publicUrl.href }),
        });
      }
    }
    return calendar.toString();
  }
}
