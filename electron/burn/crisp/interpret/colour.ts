// Colours as the display list holds them: "#rrggbb", or "#rrggbbaa" where what lies beneath shows
// through. Pure arithmetic.
import type { Colour } from "./display-list.ts";

const OPAQUE = 255;

export function plainOf(colour: Colour): Colour {
  return colour.slice(0, 7);
}

/** 0 to 255; 255 hides what lies beneath. */
export function opacityOf(colour: Colour): number {
  return colour.length > 7 ? parseInt(colour.slice(7, 9), 16) : OPAQUE;
}

/** @param share 0 to 1, of the opacity that the colour has */
export function faded(colour: Colour, share: number): Colour {
  const opacity = Math.round(opacityOf(colour) * Math.min(1, Math.max(0, share)));
  return opacity === OPAQUE ? plainOf(colour) : `${plainOf(colour)}${byte(opacity)}`;
}

/** What is seen where a colour is laid over another, opaque one. */
export function over(
  colour: Colour,
  ground: Colour,
  multiplies = false,
  share = opacityOf(colour) / OPAQUE,
): Colour {
  const channel = (at: number) => {
    const below = parseInt(ground.slice(at, at + 2), 16);
    const own = parseInt(colour.slice(at, at + 2), 16);
    const value = multiplies ? (own * below) / 255 : own;
    return byte(Math.round(below + (value - below) * share));
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

function byte(n: number): string {
  return n.toString(16).padStart(2, "0");
}
