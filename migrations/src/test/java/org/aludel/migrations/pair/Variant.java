package org.aludel.migrations.pair;

import java.util.Random;

/** The choices that an object is written by; one can be changed and the others stay. Immutable. */
record Variant(long bits) {
  private static final int SLOTS = 12;
  private static final int WIDTH = 5;

  static Variant random(Random random) {
    return new Variant(random.nextLong());
  }

  /** A number from zero on, below the bound. */
  int choice(int slot, int bound) {
    return (int) ((bits >>> (WIDTH * slot)) & ((1 << WIDTH) - 1)) % bound;
  }

  /** True in one of so many cases. */
  boolean chance(int slot, int of) {
    return choice(slot, of) == 0;
  }

  /** One of the texts. */
  String one(int slot, String... texts) {
    return texts[choice(slot, texts.length)];
  }

  /** Another choice in one place. */
  Variant changed(Random random) {
    int slot = random.nextInt(SLOTS);
    long change = 1L + random.nextInt((1 << WIDTH) - 1);
    return new Variant(bits ^ (change << (WIDTH * slot)));
  }
}
