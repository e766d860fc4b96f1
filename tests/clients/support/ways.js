// The ways in which people use a page: with scripts, without, and with scripts and keys alone. WAYS names those that are
// wanted, with commas.

import { describe } from 'node:test';

import { KeyboardVisitor } from './keyboard.js';
import { Visitor } from './visitor.js';

const ways = {
  on: { name: 'with scripts', javaScriptEnabled: true, Kind: Visitor },
  off: { name: 'without scripts', javaScriptEnabled: false, Kind: Visitor },
  keys: { name: 'with keys alone', javaScriptEnabled: true, Kind: KeyboardVisitor },
};

/** Describes the same journeys for each way: `body` gets it, and what makes a visitor of a tab. */
export function forEachWay(body) {
  for (const way of (process.env.WAYS ?? Object.keys(ways).join(',')).split(',')) {
    const { name, javaScriptEnabled, Kind } = ways[way];
    describe(name, () => body({ way, javaScriptEnabled, visitorOf: (page) => new Kind(page) }));
  }
}
