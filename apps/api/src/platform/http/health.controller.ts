import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../access/route-access.js';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';

@Public()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready() {
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new AppError('not-ready', messages.notReady);
    }
    return { status: 'ok' };
  }
}
