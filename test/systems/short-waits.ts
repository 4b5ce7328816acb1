/** Imported before all else: what a test runs in its own process reads its waits as it is loaded. */
process.env.ROLLBACK_TEST_WAITS = JSON.stringify({
  DNS_DATAGRAM_MS: 500,
  DNS_CONNECTION_MS: 500,
  RETRY_FIRST_PAUSE_MS: 1,
  RETRY_LONGEST_PAUSE_MS: 10,
  STORE_LONGEST_PAUSE_MS: 10,
});

export {};
