import { signInWaysSchema, startOpenIdConnectSchema, type StartOpenIdConnect } from '@ocop/contracts';
import { Controller, Get, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Public } from '../../platform/access/route-access.js';
import { SessionCookie } from '../../platform/access/session-cookie.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiRedirect } from '../../platform/http/api-answer.js';
import { FLOW_SECONDS } from './openid-connect-flow.js';
import { OpenIdConnectFailure } from './openid-connect-provider.js';
import { OpenIdConnectService } from './openid-connect.service.js';

@Controller('api/v1')
@Public()
export class OpenIdConnectController {
  constructor(
    private readonly openIdConnect: OpenIdConnectService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('sign-in-ways')
  @ApiOperation({ operationId: 'getSignInWays', summary: 'Các cách đăng nhập' })
  @ApiAnswer(200, signInWaysSchema)
  ways(@CurrentViewer() visitor: Viewer) {
    return this.openIdConnect.ways(visitor);
  }

  @Get('session/openid-connect')
  @Redirect()
  @ApiOperation({ operationId: 'startOpenIdConnect', summary: 'Sang hệ thống chung để đăng nhập' })
  @ApiRedirect()
  begin(
    @CurrentViewer() visitor: Viewer,
    @Query({ schema: startOpenIdConnectSchema }) { tiep }: StartOpenIdConnect,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return sendOn(request, async () => {
      const { url, flow } = await this.openIdConnect.begin(visitor, tiep);
      this.cookie.setFlow(reply, flow, FLOW_SECONDS);
      return url;
    });
  }

  @Get('session/openid-connect/callback')
  @Redirect()
  @ApiOperation({ operationId: 'finishOpenIdConnect', summary: 'Từ hệ thống chung quay lại' })
  @ApiRedirect()
  finish(@CurrentViewer() visitor: Viewer, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const [flow, device] = [this.cookie.flow(request), this.cookie.device(request)];
    this.cookie.clearFlow(reply);
    return sendOn(request, async () => {
      const { search: query } = new URL(request.url, 'http://here.invalid');
      const signedIn = await this.openIdConnect.finish(visitor, flow, query, device, request.headers['user-agent'] ?? '');
      this.cookie.set(reply, signedIn.token, signedIn.expiresAt);
      if (signedIn.deviceToken !== null) this.cookie.setDevice(reply, signedIn.deviceToken);
      return signedIn.back;
    });
  }
}

/** A person's browser is under way: what fails leads back to the sign-in page, which says so. */
async function sendOn(request: FastifyRequest, work: () => Promise<string>): Promise<{ url: string }> {
  try {
    return { url: await work() };
  } catch (error) {
    if (!(error instanceof OpenIdConnectFailure)) throw error;
    request.log.warn({ code: error.code, reason: error.message }, 'not signed in through OpenID Connect');
    return { url: `/dang-nhap?loi=${error.code}` };
  }
}
