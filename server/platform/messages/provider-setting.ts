import type { SmsSetting } from '../settings.ts';

/** The settings of a provider that sends for money. */
export type ProviderSetting = Exclude<SmsSetting, { transport: 'console' }>;
