import {
  changePasswordSchema, confirmPasswordSchema, confirmSecondFactorSchema, endSessionsSchema, ownAccountSchema, recoveryCodesSchema,
  secondFactorSetupSchema, sessionPathSchema, type ChangePassword, type ConfirmPassword, type EndSessions, type SecondFactor,
} from '@ocop/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { HalfSignedIn, SignedIn } from '../../platform/access/route-access.js';
import { SessionCookie } from '../../platform/access/session-cookie.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiNothing } from '../../platform/http/api-answer.js';
import { OwnAccountService } from './own-account.service.js';
import { SecondFactorService } from './second-factor.service.js';

@Controller('api/v1/account')
@SignedIn()
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccountService,
    private readonly secondFactor: SecondFactorService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getOwnAccount', summary: 'Tài khoản của tôi' })
  @ApiAnswer(200, ownAccountSchema)
  get(@CurrentViewer() viewer: Viewer) {
    return this.own.get(viewer);
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changePassword', summary: 'Đổi mật khẩu' })
  @ApiNothing()
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: changePasswordSchema }) body: ChangePassword,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token, expiresAt } = await this.own.changePassword(viewer, body);
    this.cookie.set(reply, token, expiresAt);
  }

  @Post('second-factor')
  @HalfSignedIn('to-set-up')
  @ApiOperation({ operationId: 'beginSecondFactor', summary: 'Tạo khóa xác thực hai bước' })
  @ApiAnswer(201, secondFactorSetupSchema)
  begin(@CurrentViewer() viewer: Viewer, @Body({ schema: confirmPasswordSchema }) { password }: ConfirmPassword) {
    return this.secondFactor.begin(viewer, password);
  }

  @Put('second-factor')
  @HalfSignedIn('to-set-up')
  @ApiOperation({ operationId: 'turnOnSecondFactor', summary: 'Bật xác thực hai bước bằng một mã' })
  @ApiAnswer(200, recoveryCodesSchema)
  async turnOn(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: confirmSecondFactorSchema }) { code }: SecondFactor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { codes, token, deviceToken, expiresAt } = await this.secondFactor.turnOn(viewer, code, this.cookie.device(request));
    this.cookie.set(reply, token, expiresAt);
    if (deviceToken !== null) this.cookie.setDevice(reply, deviceToken);
    return { codes };
  }

  @Post('second-factor/off')
  @HttpCode(204)
  @ApiOperation({ operationId: 'turnOffSecondFactor', summary: 'Tắt xác thực hai bước' })
  @ApiNothing()
  turnOff(@CurrentViewer() viewer: Viewer, @Body({ schema: confirmPasswordSchema }) { password }: ConfirmPassword) {
    return this.secondFactor.turnOff(viewer, password);
  }

  @Post('recovery-codes')
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'Tạo mã khôi phục mới' })
  @ApiAnswer(201, recoveryCodesSchema)
  renewCodes(@CurrentViewer() viewer: Viewer, @Body({ schema: confirmPasswordSchema }) { password }: ConfirmPassword) {
    return this.secondFactor.renewCodes(viewer, password);
  }

  @Post('sessions/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'Kết thúc mọi phiên khác' })
  @ApiNothing()
  endOthers(@CurrentViewer() viewer: Viewer, @Body({ schema: endSessionsSchema }) { password }: EndSessions) {
    return this.own.endSessions(viewer, null, password);
  }

  @Post('sessions/:id/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Kết thúc một phiên của tôi' })
  @ApiNothing()
  end(
    @CurrentViewer() viewer: Viewer,
    @Param({ schema: sessionPathSchema }) { id }: { id: string },
    @Body({ schema: endSessionsSchema }) { password }: EndSessions,
  ) {
    return this.own.endSessions(viewer, id, password);
  }
}
