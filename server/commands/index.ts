import type { Command } from './command.ts';

/** Each is loaded when it is asked for: an import need not wait for the reading of the whole server. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  ledger: async () => (await import('./ledger.ts')).ledger,
  certificate: async () => (await import('./certificate.ts')).certificate,
  keys: async () => (await import('./keys.ts')).keys,
  signers: async () => (await import('./signers.ts')).signers,
  plan: async () => (await import('./plan.ts')).plan,
  points: async () => (await import('./points.ts')).points,
  recount: async () => (await import('./recount.ts')).recount,
  demo: async () => (await import('./demo.ts')).demo,
  import: async () => (await import('./import.ts')).importRoster,
  openapi: async () => (await import('./openapi.ts')).openapi,
  access: async () => (await import('./access.ts')).access,
  limits: async () => (await import('./limits.ts')).limits,
  staff: async () => (await import('./staff.ts')).staff,
};
