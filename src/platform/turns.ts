/** One's place in a queue, taken on arrival. */
export interface Turn {
  /** Resolves when it is one's turn: all who took a place before have left it, or have held it for too long. */
  come(): Promise<void>;
  leave(): void;
}

interface Place {
  /** Until when those behind wait for this one. */
  until: number;
  /** Lets it go on; there while it waits. */
  go?: () => void;
}

/** Long for an act, short for whoever stands behind one that hangs: an upload that never ends, a row that is locked. */
const PATIENCE_MS = 5_000;

/**
 * What is done in the order of its arrival, one at a time, however long each took to be read: a place is taken at the
 * door, before anything else is waited for. Nobody waits for more than `patience` for one who does not come, or not leave.
 */
export function openTurns(patience = PATIENCE_MS): { take(): Turn } {
  const places = new Set<Place>();
  let alarm: NodeJS.Timeout | undefined;

  /** Lets go whoever may: in order, until one that those behind still wait for. */
  function advance(): void {
    clearTimeout(alarm);
    for (const place of places) {
      if (place.go !== undefined) {
        place.until = performance.now() + patience;
        place.go();
        delete place.go;
      }
      const left = place.until - performance.now();
      if (left > 0) {
        alarm = setTimeout(advance, left).unref();
        return;
      }
    }
  }

  return {
    take() {
      const place: Place = { until: performance.now() + patience };
      places.add(place);
      return {
        come: () =>
          new Promise((go) => {
            place.go = go;
            advance();
          }),
        leave() {
          if (places.delete(place)) advance();
        },
      };
    },
  };
}
