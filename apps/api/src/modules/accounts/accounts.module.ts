import { Module } from '@nestjs/common';
import { FirstAdministrator } from './first-administrator.js';
import { SessionController } from './session.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({ controllers: [SessionController], providers: [FirstAdministrator, SignInService] })
export class AccountsModule {}
