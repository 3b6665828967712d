package org.aludel.orm.state;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** What was done to objects since a transaction began or a savepoint was set. */
interface MemoryLevel {
  /** The objects that got a row. */
  List<InstanceState<?>> inserted();

  /** Takes the snapshots back to what they were. */
  void returnUpdated();

  /** Those that had a row before; what was inserted and deleted since never was. */
  List<InstanceState<?>> rowsRemoved();

  /** What was read after a write, and may show what is undone. */
  List<InstanceState<?>> doubtful();

  /** As {@link #doubtful} for attributes that the own row says nothing of. */
  Map<InstanceState<?>, BitSet> doubtfulContents();
}
