/** Default environment. */
export const STANDARD_PLACE = { partition: 'aws', region: 'us-east-1', account: '123456789012' } as const;
