import { secondFactorSchema, sessionSchema, signInSchema, type SecondFactor, type SignIn } from '@ocop/contracts';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { HalfSignedIn, MaybeSignedIn, Public } from '../../platform/access/route-access.js';
import { SessionCookie } from '../../platform/access/session-cookie.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { ApiAnswer, ApiNothing } from '../../platform/http/api-answer.js';
import { SecondFactorService } from './second-factor.service.js';
import { presentSession, SignInService, type SignedIn } from './sign-in.service.js';

@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'signIn', summary: 'Đăng nhập' })
  @ApiAnswer(201, sessionSchema)
  async signIn(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: signInSchema }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const signedIn = await this.signIns.signIn(viewer, body, this.cookie.device(request), request.headers['user-agent'] ?? '');
    return this.give(reply, signedIn);
  }

  @Post('second-factor')
  @HalfSignedIn('pending')
  @ApiOperation({ operationId: 'passSecondFactor', summary: 'Nhập mã xác thực hai bước' })
  @ApiAnswer(201, sessionSchema)
  async passSecondFactor(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: secondFactorSchema }) body: SecondFactor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give(reply, await this.secondFactor.pass(viewer, body, this.cookie.device(request)));
  }

  @Get()
  @HalfSignedIn('pending', 'to-set-up')
  @ApiOperation({ operationId: 'getSession', summary: 'Ai đang đăng nhập' })
  @ApiAnswer(200, sessionSchema)
  get(@Req() request: FastifyRequest) {
    const { openSession } = request;
    if (!openSession) throw new AppError('sign-in-needed', messages.signInNeeded);
    return presentSession(openSession);
  }

  @Delete()
  @MaybeSignedIn()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Đăng xuất' })
  @ApiNothing()
  async signOut(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(viewer);
    this.cookie.clear(reply);
  }

  private give(reply: FastifyReply, { token, deviceToken, session, expiresAt }: SignedIn) {
    this.cookie.set(reply, token, expiresAt);
    if (deviceToken !== null) this.cookie.setDevice(reply, deviceToken);
    return session;
  }
}
