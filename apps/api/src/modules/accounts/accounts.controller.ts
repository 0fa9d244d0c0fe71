import {
  accountLinkSchema, accountListSchema, accountSchema, changeAccountSchema, idPathSchema, inviteAccountSchema, makeLinkSchema,
  type ChangeAccount, type InviteAccount, type MakeLink,
} from '@ocop/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiNothing } from '../../platform/http/api-answer.js';
import { AccountsService } from './accounts.service.js';

@Controller('api/v1/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Requires('accounts.read')
  @ApiOperation({ operationId: 'listAccounts', summary: 'Các tài khoản' })
  @ApiAnswer(200, accountListSchema)
  list(@CurrentViewer() viewer: Viewer) {
    return this.accounts.listAccounts(viewer);
  }

  @Post()
  @Requires('accounts.manage')
  @ApiOperation({ operationId: 'inviteAccount', summary: 'Mời một người dùng' })
  @ApiAnswer(201, accountLinkSchema)
  invite(@CurrentViewer() viewer: Viewer, @Body({ schema: inviteAccountSchema }) body: InviteAccount) {
    return this.accounts.invite(viewer, body);
  }

  @Get(':id')
  @Requires('accounts.read')
  @ApiOperation({ operationId: 'getAccount', summary: 'Một tài khoản' })
  @ApiAnswer(200, accountSchema)
  get(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.accounts.getAccount(viewer, id);
  }

  @Put(':id')
  @Requires('accounts.manage')
  @ApiOperation({ operationId: 'changeAccount', summary: 'Đổi tên, vai trò, phạm vi, khóa hoặc mở một tài khoản' })
  @ApiAnswer(200, accountSchema)
  change(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: changeAccountSchema }) body: ChangeAccount) {
    return this.accounts.changeAccount(viewer, id, body);
  }

  @Post(':id/link')
  @Requires('accounts.manage')
  @ApiOperation({ operationId: 'makeAccountLink', summary: 'Tạo liên kết đặt lại mật khẩu' })
  @ApiAnswer(201, accountLinkSchema)
  makeLink(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: makeLinkSchema }) body: MakeLink) {
    return this.accounts.makeLink(viewer, id, body);
  }

  @Delete(':id/sessions')
  @Requires('accounts.manage')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endAccountSessions', summary: 'Kết thúc mọi phiên của một tài khoản' })
  @ApiNothing()
  endSessions(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.accounts.endSessions(viewer, id);
  }
}
