// What AWS asks, in US dollars, us-east-1: the numbers that the deployment guide reckons with.

export const PRICES = {
  writeUnit: 0.625 / 1_000_000,
  readUnit: 0.125 / 1_000_000,
  httpApiCall: 1 / 1_000_000,
  lambdaCall: 0.2 / 1_000_000,
  /** arm64. */
  lambdaGigabyteSecond: 0.0000133334,
  /** Stored, and kept for point-in-time recovery, a month. */
  storedGigabyte: 0.25 + 0.2,
  loggedGigabyte: 0.5,
} as const;
