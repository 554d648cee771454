// What the page says to the service worker. Knows neither window nor worker.

/** To a version that waits: go on in the place of the one before. */
export interface WorkerMessage {
  kind: 'take_over';
}
