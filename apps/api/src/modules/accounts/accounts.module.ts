import { Module } from '@nestjs/common';
import { AccountLinksController } from './account-links.controller.js';
import { AccountLinksService } from './account-links.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { FirstAdministrator } from './first-administrator.js';
import { OpenIdConnectController } from './openid-connect.controller.js';
import { OpenIdConnectService } from './openid-connect.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { PasswordsService } from './passwords.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionController } from './session.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({
  controllers: [AccountLinksController, AccountsController, OpenIdConnectController, OwnAccountController, SessionController],
  providers: [
    AccountLinksService, AccountsService, FirstAdministrator, OpenIdConnectService, OwnAccountService, PasswordsService, SecondFactorService,
    SignInService,
  ],
})
export class AccountsModule {}
