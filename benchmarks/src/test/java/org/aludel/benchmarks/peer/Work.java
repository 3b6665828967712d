package org.aludel.benchmarks.peer;

/** What is measured. Sizes are part of the name, as bars are of a size. */
public enum Work {
  LOAD_MANAGED("load 10,000 managed", Effect.NONE),
  LOAD_READ_ONLY("load 10,000 read-only", Effect.NONE),
  LOAD_PROJECTION("load 10,000 as records of four columns", Effect.NONE),
  PARENTS("load 1,000 parents with 10 children each", Effect.NONE),
  GET("get by key, 1,000 times in one session", Effect.NONE),
  INSERT("insert 10,000, keys read back", Effect.ITEMS),
  INSERT_MANY("insert 100,000, keys read back", Effect.ITEMS),
  INSERT_GRAPH("insert 1,000 parents with 10 children each", Effect.GRAPH),
  UPDATE("load 1,000, change one column of each, flush", Effect.ITEMS),
  UPDATE_MANY("load 10,000, change one column of each, flush", Effect.ITEMS),
  DELETE("load 10,000 and delete them", Effect.ITEMS),
  UPSERT("upsert 10,000 by key, half of them there", Effect.ITEMS),
  BULK_COPY("copy 100,000 in, keys not wanted", Effect.ITEMS),
  FLUSH_FEW("flush of 10 changed among 100,000 managed", Effect.STOCK),
  FACTORY_2("factory for 2 classes", Effect.NONE),
  FACTORY_200("factory for 200 classes", Effect.NONE),
  FACTORY_500("factory for 500 classes", Effect.NONE),
  STREAM("stream 2,000,000 rows at -Xmx64m", Effect.NONE);

  /** What a work leaves behind, which is compared between contenders and undone. */
  public enum Effect {
    NONE,
    ITEMS,
    GRAPH,
    STOCK
  }

  private final String title;
  private final Effect effect;

  Work(String title, Effect effect) {
    this.title = title;
    this.effect = effect;
  }

  /** As the report names it. */
  public String title() {
    return title;
  }

  /** What it changes. */
  public Effect effect() {
    return effect;
  }

  /** Whether it needs a JVM of its own, of a small heap. */
  boolean needsSmallHeap() {
    return this == STREAM;
  }
}
