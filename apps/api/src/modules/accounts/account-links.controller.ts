import { linkOwnerSchema, openLinkSchema, useLinkSchema, type OpenLink, type UseLink } from '@ocop/contracts';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Public } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiNothing } from '../../platform/http/api-answer.js';
import { AccountLinksService } from './account-links.service.js';

@Controller('api/v1/account-links')
@Public()
export class AccountLinksController {
  constructor(private readonly links: AccountLinksService) {}

  @Post('open')
  @HttpCode(200)
  @ApiOperation({ operationId: 'openAccountLink', summary: 'Liên kết này của ai' })
  @ApiAnswer(200, linkOwnerSchema)
  open(@CurrentViewer() visitor: Viewer, @Body({ schema: openLinkSchema }) body: OpenLink) {
    return this.links.open(visitor, body);
  }

  @Post('use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'useAccountLink', summary: 'Đặt mật khẩu bằng liên kết' })
  @ApiNothing()
  use(@CurrentViewer() visitor: Viewer, @Body({ schema: useLinkSchema }) body: UseLink) {
    return this.links.use(visitor, body);
  }
}
