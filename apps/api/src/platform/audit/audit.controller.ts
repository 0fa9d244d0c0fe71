import {
  auditCheckSchema, auditExportQuerySchema, auditListSchema, auditQuerySchema, type AuditExportQuery, type AuditQuery,
} from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../access/access.guard.js';
import { Requires } from '../access/route-access.js';
import type { Viewer } from '../access/viewer.js';
import { ApiAnswer, ApiTable } from '../http/api-answer.js';
import { AuditTrailService } from './audit-trail.service.js';

@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  @Requires('audit.read')
  @ApiOperation({ operationId: 'listAuditEntries', summary: 'Nhật ký: ai đã làm gì, khi nào, từ đâu' })
  @ApiAnswer(200, auditListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: auditQuerySchema }) query: AuditQuery) {
    return this.trail.listEntries(viewer, query);
  }

  @Get('check')
  @Requires('audit.read')
  @ApiOperation({ operationId: 'checkAudit', summary: 'Kiểm tra nhật ký có bị sửa, xóa' })
  @ApiAnswer(200, auditCheckSchema)
  check(@CurrentViewer() viewer: Viewer) {
    return this.trail.check(viewer);
  }

  @Get('export')
  @Requires('audit.export')
  @ApiOperation({ operationId: 'exportAuditEntries', summary: 'Nhật ký thành tệp, đủ mọi dòng' })
  @ApiTable()
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: auditExportQuerySchema }) query: AuditExportQuery) {
    return this.trail.exportEntries(viewer, query);
  }
}
