import { signInWaysSchema, type SignInWays } from '@ocop/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Public } from '../../platform/access/route-access.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';

@Controller('api/v1')
export class OpenIdConnectController {
  @Get('sign-in-ways')
  @Public()
  @ApiOperation({ operationId: 'getSignInWays', summary: 'Các cách đăng nhập' })
  @ApiAnswer(200, signInWaysSchema)
  ways(): SignInWays {
    return { openIdConnect: null };
  }
}
