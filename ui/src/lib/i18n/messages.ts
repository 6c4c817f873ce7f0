// Written by the build of crates/i18n from locales/*/screen*.ftl. Do not edit; `cargo test -p holdepunkt-i18n` says how to renew it.
import { say } from './say.svelte';

export const m = {
  appName: () => say('app-name'),
} as const;
