/** How many requests are played at once: each waits for the database more than for the processor. */
export const PLAYERS = 6;

/** Does all of these, some at once, each begun in its order. Those of the same lane follow each other. */
export async function playAll<T>(
  all: readonly T[],
  laneOf: (one: T) => string,
  play: (one: T) => Promise<void>,
): Promise<void> {
  const lanes = new Map<string, T[]>();
  for (const one of all) lanes.set(laneOf(one), [...(lanes.get(laneOf(one)) ?? []), one]);
  const waiting = [...lanes.values()].values();
  const player = async () => {
    for (const lane of waiting) for (const one of lane) await play(one);
  };
  await Promise.all(Array.from({ length: PLAYERS }, player));
}
