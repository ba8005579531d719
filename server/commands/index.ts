import { access } from './access.ts';
import { certificate } from './certificate.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { importRoster } from './import.ts';
import { ledger } from './ledger.ts';
import { limits } from './limits.ts';
import { openapi } from './openapi.ts';
import { recount } from './recount.ts';
import { serve } from './serve.ts';
import { staff } from './staff.ts';

export const commands: Readonly<Record<string, Command>> = {
  serve,
  ledger,
  certificate,
  recount,
  demo,
  import: importRoster,
  openapi,
  access,
  limits,
  staff,
};
