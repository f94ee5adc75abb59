/** A point in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A place that badges may not leave, in pixels. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const DIRECTIONS = 16;

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * Where numbered badges stand so that none covers another: on their own point where they can, else as near to it as there is room,
 * rings further and further out. `apart` is the distance of two centres. Earlier ones choose first; all stay off the `taken` spots.
 */
export function placeBadges(
  points: readonly Spot[],
  apart: number,
  room: Room,
  taken: readonly Spot[] = [],
): readonly Spot[] {
  const placed: Spot[] = [];
  const isFree = (spot: Spot): boolean =>
    spot.x >= room.left &&
    spot.x <= room.right &&
    spot.y >= room.top &&
    spot.y <= room.bottom &&
    taken.every((other) => distance(spot, other) >= (2 / 3) * apart) &&
    placed.every((other) => distance(spot, other) >= apart);
  const furthest = Math.hypot(room.right - room.left, room.bottom - room.top);
  for (const point of points) placed.push(nearestFree(point, isFree, apart / 2, furthest) ?? point);
  return placed;
}

function nearestFree(point: Spot, isFree: (spot: Spot) => boolean, ring: number, furthest: number): Spot | undefined {
  if (isFree(point)) return point;
  for (let radius = ring; radius <= furthest; radius += ring) {
    for (let direction = 0; direction < DIRECTIONS; direction += 1) {
      // Beginning up and to the right, where a label is looked for first.
      const angle = -Math.PI / 4 + (2 * Math.PI * direction) / DIRECTIONS;
      const spot = { x: point.x + radius * Math.cos(angle), y: point.y + radius * Math.sin(angle) };
      if (isFree(spot)) return spot;
    }
  }
  return undefined;
}
