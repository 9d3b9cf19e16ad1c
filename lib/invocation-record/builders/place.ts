/** The environment and time of everything that the builders make. */
export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';
export const TIME = '2026-01-02T03:04:05Z';
