package org.aludel.orm.state;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database held of an object at a savepoint. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrittenValues(
    @Nullable Object snapshot,
    @Nullable List<?> @Nullable [] contents,
    @Nullable Object @Nullable [] implied,
    @Nullable BitSet unloaded) {}
